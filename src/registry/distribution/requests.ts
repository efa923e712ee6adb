import type { RepositoryName } from "../../core/names/reference.js";
import type { Connection } from "../connection/connection.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Right } from "../port/registry.js";

/** A request about a repository. `path` is below the repository's own, or a whole address. */
export interface RepositoryRequest extends Pick<
  HttpRequest,
  "method" | "body" | "attempts" | "peeks" | "terms" | "precedesMany"
> {
  readonly path: string | URL;
  /** Media types, at least one. Each is sent as a line of its own: Distribution up to 2.4 compares whole lines, and answers several types on one with schema 1 (measured). */
  readonly accept?: readonly string[];
  /** Other headers, by their names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request about a repository, signed in with all the rights that the run asked for. */
export type Call = (repository: RepositoryName, request: RepositoryRequest) => Promise<HttpResponse>;

/** A digest that no content can be known to have: deleting it proves the right to delete and deletes nothing. */
export const NO_DIGEST = `sha256:${"0".repeat(64)}`;

/**
 * Makes the function that sends requests about repositories. Thousands of requests go through it, and to copy the rest of an object takes as long as to parse a
 * manifest: hence the fields one by one.
 */
export function caller({ base, session }: Connection, rights: readonly Right[]): Call {
  const allowed = rights.join(",");
  return (repository, { path, method, accept, headers, body, attempts, peeks, terms, precedesMany }) => {
    const [url, below] = path instanceof URL ? [path, undefined] : [base, `/v2/${repository}/${path}`];
    const all = accept === undefined ? headers : { ...headers, accept: [...accept] };
    const request = { method, url, path: below, headers: all, body, attempts, peeks, terms, precedesMany };
    return session.send(request, `repository:${repository}:${allowed}`);
  };
}
