import { once } from "node:events";
import http from "node:http";

/**
 * A recorded request. When it was sent, the registry had answered all of the first `after` requests that are of another
 * kind.
 * @typedef {{ method: string, path: string, accept: string, kind: Kind, after: number }} Recorded
 */

/** The kinds of requests: listings, reads and changes. The answer to one kind may decide which requests of the next are sent. @typedef {"list" | "read" | "change"} Kind */

/**
 * A proxy that records the requests through it. It is never used in a timed run.
 * @typedef {{ host: string, recorded: Recorded[], stop: () => Promise<void> }} Recorder
 */

/**
 * Starts a recording proxy in front of a registry. It passes the Host header on, so that addresses in answers lead to the proxy.
 * @param {string} target the registry's URL
 * @returns {Promise<Recorder>}
 */
export async function startRecorder(target) {
  /** @type {Recorded[]} */
  const recorded = [];
  /** @type {boolean[]} */
  const answered = [];
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((incoming, response) => {
    const { method = "GET", url: path = "/", headers } = incoming;
    const kind = kindOf(method, path);
    const index = recorded.push({
      method,
      path,
      accept: headers.accept ?? "",
      kind,
      after: answeredBefore(kind, recorded, answered),
    });
    const onward = http.request(target + path, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on("end", () => (answered[index - 1] = true));
    });
    onward.on("error", () => response.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    agent.destroy();
    await once(server, "close");
  };
  return { host: `127.0.0.1:${port}`, recorded, stop };
}

/**
 * @param {string} method
 * @param {string} path
 * @returns {Kind}
 */
function kindOf(method, path) {
  if (method !== "GET" && method !== "HEAD") return "change";
  return /\/manifests\/|\/blobs\//.test(path) ? "read" : "list";
}

/**
 * The number of requests, counted from the first, that are all either answered or of this kind.
 * @param {Kind} kind
 * @param {readonly Recorded[]} recorded
 * @param {readonly boolean[]} answered
 */
function answeredBefore(kind, recorded, answered) {
  const waited = recorded.findIndex((request, index) => request.kind !== kind && answered[index] !== true);
  return waited === -1 ? recorded.length : waited;
}
