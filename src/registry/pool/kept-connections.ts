import type { Agent } from "node:http";
import type { Socket } from "node:net";
import { UnsureError } from "../../core/base/errors.js";

/** The connections to one origin that are kept for the next request. */
export interface KeptConnections {
  /** @throws {UnsureError} where an answer came that nobody had asked for: then any answer may be that to another request */
  readonly refuseStray: () => void;
  /** Closes a connection as soon as bytes come on it, until it is no longer watched. */
  readonly watch: (socket: Socket) => void;
  readonly unwatch: (socket: Socket) => void;
}

// A server that is tired of waiting for a request says so before it hangs up (RFC 9110, 15.5.9), some as a bad request.
const GOODBYE = /^HTTP\/1\.[01] 40[08] /;

/**
 * Has an agent close a connection on which bytes come while no request is under way: the next request would take them for its answer. Bytes that are there already
 * when a request ends close it too.
 */
export function guardKept(agent: Agent, { host }: URL): KeptConnections {
  let hasStrayed = false;
  // Node's own says no where the server has said that it hangs up soon; its type does not tell.
  const keeps: (kept: Socket) => unknown = agent.keepSocketAlive.bind(agent);
  const reuse = agent.reuseSocket.bind(agent);
  const watchers = new WeakMap<Socket, (bytes: Buffer) => void>();
  const note = (bytes: Buffer): void => {
    if (!GOODBYE.test(bytes.subarray(0, "HTTP/1.1 408 ".length).toString("latin1"))) hasStrayed = true;
  };
  const watch = (socket: Socket): void => {
    const watcher = (bytes: Buffer): void => {
      note(bytes);
      socket.destroy();
    };
    watchers.set(socket, watcher);
    socket.on("data", watcher);
  };
  const unwatch = (socket: Socket): void => {
    const watcher = watchers.get(socket);
    if (watcher !== undefined) socket.off("data", watcher);
  };
  agent.keepSocketAlive = (socket: Socket): boolean => {
    if (socket.readableLength > 0) return false;
    watch(socket);
    return keeps(socket) !== false;
  };
  agent.reuseSocket = (socket: Socket, request): void => {
    unwatch(socket);
    reuse(socket, request);
  };
  return {
    watch,
    unwatch,
    refuseStray: () => {
      if (hasStrayed) throw stray(host);
    },
  };
}

function stray(host: string): UnsureError {
  return new UnsureError(
    `${host} sent an answer that nothing had asked for, so no answer of it can be told from that to another request`,
    "Nothing is decided on a doubtful answer. Look at what stands in front of the registry, or name the registry's own address in image.",
  );
}
