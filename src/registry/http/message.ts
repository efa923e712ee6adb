import type { IncomingHttpHeaders } from "http";
import type { Reach } from "../nearby/reach.js";
import type { SendingTerms } from "../port/registry.js";

export interface HttpRequest {
  readonly method: "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: URL;
  /** Another path, with its query, on the origin of `url`: to parse thousands of addresses takes a tenth of the time of the requests themselves. */
  readonly path?: string | undefined;
  /** By their names in lower case; each of several values is sent as a line of its own. */
  readonly headers?: Readonly<Record<string, string | string[]>> | undefined;
  readonly body?: string | Buffer | undefined;
  /** The most times that it is sent; otherwise as often as is sensible (retry.ts). */
  readonly attempts?: number | undefined;
  /** The terms under which it may be sent, each time that it is. */
  readonly terms?: SendingTerms | undefined;
  /** `true`: a cache may answer, and nothing is decided by what it says. */
  readonly mayBeCached?: boolean;
  /** `false`: a redirect is an answer, and is not followed. */
  readonly followsRedirects?: boolean;
  /** `true`: 429 is an answer, for whoever asks knows better how long to wait. */
  readonly takesLimits?: boolean;
  /** The addresses that it may go to, where not the user has named its URL; absent where he has. */
  readonly reach?: Reach | undefined;
  /** `true`: of the answer's body, only the first bytes are read; none where the connection breaks off before any came. */
  readonly peeks?: boolean | undefined;
  /** `true`: many requests follow its answer, and connections for them are opened beside it. */
  readonly precedesMany?: boolean | undefined;
}

/** The way in which a request was signed in that was refused. */
export type SignIn =
  | { readonly kind: "nobody" | "password" | "registry-token" }
  /** By a token of the server `by`. `ahead`: the milliseconds by which its clock was ahead of this machine's, where it said its time. */
  | { readonly kind: "token"; readonly by: string; readonly ahead?: number };

/** An answer, read to its end. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The IP address of the server; absent where that is not known, as through a proxy. */
  readonly peer?: string | undefined;
  /** Ms from when the request was sent, on a connection that stood, to the head of this answer; absent where nobody measured. */
  readonly tookMs?: number;
  /** The address that it came from, after all redirects. */
  readonly url: URL;
  /** The way in which the request was signed in, where this is a refusal. */
  readonly signedIn?: SignIn | undefined;
}
