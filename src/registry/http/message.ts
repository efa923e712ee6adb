import type { IncomingHttpHeaders } from "http";

export interface HttpRequest {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: URL;
  /** Another path on the origin of `url`, and its query: to parse thousands of addresses takes a tenth of the time of the requests themselves. */
  readonly path?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Buffer | undefined;
  /** How often it is sent at the most; otherwise as often as is sensible. */
  readonly attempts?: number | undefined;
  /** `false`: a redirect is an answer, and is not followed. */
  readonly followsRedirects?: boolean;
  /** `true`: 429 is an answer, for whoever asks knows better how long to wait. */
  readonly takesLimits?: boolean;
  /** `true`: of the answer's body, only what comes first is read; nothing where the connection breaks off before that. */
  readonly peeks?: boolean | undefined;
}

/** An answer, read to its end. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Where it came from, redirects followed. */
  readonly url: URL;
}
