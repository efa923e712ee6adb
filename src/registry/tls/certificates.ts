/** The user's own words about TLS. */
export interface TlsSettings {
  /** A file of authorities to trust besides the usual ones. */
  readonly caFile?: string;
  /** The client's own certificate and its key, for the registry alone. */
  readonly own?: { readonly certFile: string; readonly keyFile: string };
  /** True if nobody's certificate is looked at. */
  readonly skipsVerification: boolean;
}

/** Something about a file of certificates for which it does not count, and the way to mend it. */
export interface Flaw {
  /** The certificates that lack because of it: authorities to trust, or the client's own. */
  readonly of: "authorities" | "own" | "both";
  /** True if Docker refuses it too. It passes over authorities that it can't read, and its daemon may read more than this user. */
  readonly isRefused?: true;
  readonly what: string;
  readonly fix: string;
}

/** The certificates for TLS connections to one host, as PEM texts. */
export interface Certificates {
  /** Authorities to trust besides the usual ones. */
  readonly authorities: readonly string[];
  /** The client's own. */
  readonly own?: { readonly cert: string; readonly key: string };
  /** The files that can't be used. They matter only where the connection then fails. */
  readonly flaws: readonly Flaw[];
}

/** None, where no file names one. */
export const NO_CERTIFICATES: Certificates = { authorities: [], flaws: [] };

/** The words of a server's certificate about itself. Nothing of it is proven. */
export interface PeerCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly from: Date;
  readonly to: Date;
}
