import type { Connection } from "../../src/registry/connection/connection.js";
import type { Call } from "../../src/registry/distribution/requests.js";
import type { Reading } from "../../src/registry/distribution/words/not-there.js";
import type { HttpRequest, HttpResponse } from "../../src/registry/http/message.js";

/** The answers to requests, by their lines such as `GET manifests/1.0.0`; it may throw, for no answer. */
export type Answers = (line: string, request: Pick<HttpRequest, "headers" | "peeks">) => HttpResponse;

/** An answer. A body that is no text is sent as JSON. */
export function answer(
  status: number,
  body: unknown = "",
  headers: HttpResponse["headers"] = {},
): HttpResponse {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  return { status, headers, body: bytes, url: new URL("https://r.test/v2/") };
}

/** The body of a refusal in a registry's words. */
export function words(...codes: readonly string[]): { readonly errors: readonly object[] } {
  return { errors: codes.map((code) => ({ code, message: "words" })) };
}

/** The address of one who answers so, for requests about a repository; it writes down their lines. */
export function madeUpCall(answers: Answers): { readonly call: Call; readonly asked: string[] } {
  const asked: string[] = [];
  const call: Call = async (_, { method, path, headers, peeks }) => {
    const line = `${method} ${String(path)}`;
    asked.push(line);
    await Promise.resolve();
    return answers(line, { headers, peeks });
  };
  return { call, asked };
}

/** A way to read from one who answers so. What is not there is said so in the specification's words alone, with 404. */
export function madeUpReading(answers: Answers): { readonly reading: Reading; readonly asked: string[] } {
  const { call, asked } = madeUpCall(answers);
  const says: Reading["notThere"]["says"] = (_, __, { status, body }) =>
    Promise.resolve(status === 404 && body.includes("_UNKNOWN"));
  return { reading: { host: "r.test", call, notThere: { says, read: () => undefined } }, asked };
}

/** A connection to one who answers so, signed in or as nobody; lines have the path below `/v2/team/app/`. */
export function madeUpConnection(answers: Answers): {
  readonly connection: Connection;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const { method, url, path } = request;
    const below = (path ?? url.href).replace(/^(?:https:\/\/r\.test)?\/(?:v2\/team\/app\/)?/, "");
    const line = `${method} ${below}`;
    asked.push(line);
    await Promise.resolve();
    return { ...answers(line, request), url };
  };
  const made: Partial<Connection> = {
    base: new URL("https://r.test/"),
    session: { send },
    http: { send } as Connection["http"],
    basic: () => Promise.resolve("Basic dTpw"),
    product: () => undefined,
    atOnce: () => 4,
  };
  return { connection: made as Connection, asked };
}
