import { cutEnd } from "../../core/base/cut.js";
import { codeOf } from "../../core/base/system-error.js";
import { RegistryError } from "../port/registry.js";

/** A TLS connection on which the two sides did not agree. */
interface Handshake {
  readonly host: string;
  readonly cause: unknown;
  /** True if this side has shown a certificate of its own. */
  readonly showsOwn: boolean;
}

const LONGEST_REASON = 200;

/** Returns the error of two sides that did not agree on a connection; `undefined` where they did, and the certificate is the matter. */
export function handshakeError(handshake: Handshake): RegistryError | undefined {
  const { host, cause, showsOwn } = handshake;
  const code = codeOf(cause);
  if (!/^(?:ERR_SSL_|ERR_OSSL_|ERR_TLS_|ERR_CRYPTO_|EPROTO$)/.test(code)) return undefined;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return undefined;
  // Node has the reason in the code, or, as it was in the middle of a write, in the message alone.
  const words = `${code} ${cause instanceof Error ? cause.message : ""}`.toLowerCase().replaceAll("_", " ");
  if (/wrong version number|packet length too long|ssl http request|record layer failure/.test(words)) {
    return speaksPlainHttp(host, cause);
  }
  if (/certificate required/.test(words)) return showsOwn ? ownRefused(handshake) : wantsOwn(host, cause);
  if (
    /alert.*(?:bad certificate|unknown ca|certificate unknown|certificate expired|certificate revoked|access denied)/.test(
      words,
    )
  ) {
    return showsOwn ? ownRefused(handshake) : wantsOwn(host, cause);
  }
  if (/unrecognized name/.test(words)) return noSuchName(host, cause);
  if (
    /protocol version|unsupported protocol|no protocols|version too low|legacy|key too small|md too weak/.test(
      words,
    )
  ) {
    return tooOld(host, cause);
  }
  return noAgreement(handshake);
}

function speaksPlainHttp(host: string, cause: unknown): RegistryError {
  return new RegistryError(
    "speaks-plain-http",
    {
      message: `${host} was asked over HTTPS and speaks plain HTTP`,
      nextStep:
        `If that is how it is meant to be, name it: plain-http: ${host} (on the command line, --plain-http ${host}), ` +
        "and write no https:// before it in image.",
    },
    cause,
  );
}

/** Returns the error of a server that lets nobody in without a certificate of the client's own. */
export function wantsOwn(host: string, cause: unknown): RegistryError {
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `${host} asks for a client's certificate, and there is none for it here`,
      nextStep: `Put it and its key into /etc/docker/certs.d/${host}/client.cert and client.key, as for Docker, or name them in cert-file and key-file.`,
    },
    cause,
  );
}

/** Returns the error of a server that does not take the certificate which the client has shown. */
export function ownRefused({ host, cause }: Pick<Handshake, "host" | "cause">): RegistryError {
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `${host} does not take the client's certificate that it was shown (${reasonOf(cause)})`,
      nextStep:
        "See that an authority which the server trusts has signed it, that it is for clients (extendedKeyUsage: clientAuth), and that it has not expired: openssl x509 -noout -text -in FILE.",
    },
    cause,
  );
}

function noSuchName(host: string, cause: unknown): RegistryError {
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `${host} has no certificate for that name (${reasonOf(cause)})`,
      nextStep: "Name the registry in image by the name that its server knows itself by.",
    },
    cause,
  );
}

function tooOld(host: string, cause: unknown): RegistryError {
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `${host} speaks TLS, or has a key, of a kind that is too old to be safe (${reasonOf(cause)})`,
      nextStep: "Let it speak TLS 1.2 or later, with a key of 2048 bits (RSA) or 256 bits (elliptic curve).",
    },
    cause,
  );
}

function noAgreement({ host, cause, showsOwn }: Handshake): RegistryError {
  const own = showsOwn
    ? ""
    : ` If it asks for a client's certificate, that and its key go into /etc/docker/certs.d/${host}/client.cert and client.key, or are named in cert-file and key-file.`;
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `no TLS connection to ${host} could be agreed on (${reasonOf(cause)})`,
      nextStep: `Look at its log, and at what stands between: openssl s_client -connect ${host} shows where it ends.${own}`,
    },
    cause,
  );
}

/** Returns OpenSSL's words. Of a message it is the part that says something: `error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:…`. */
function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  if (code === "" && cause instanceof Error) return cause.message;
  if (code !== "EPROTO" || !(cause instanceof Error)) return code;
  const [, said] = /error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/.exec(cause.message) ?? [];
  return said === undefined ? code : `${code}: ${cutEnd(said, LONGEST_REASON)}`;
}
