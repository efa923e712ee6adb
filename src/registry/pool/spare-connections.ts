import type { Agent } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { KeptConnections } from "./kept-connections.js";

/** Connections to one origin that are open before a request needs them: on a new one it takes two round trips, and over TLS three. */
export interface SpareConnections {
  /** Opens so many beside the next connection that a request opens; only the first call counts. */
  readonly openBesideNext: (count: number) => void;
  readonly close: () => void;
}

type Connect = Agent["createConnection"];

// A server hangs up on a connection that nothing is said on, some after ten seconds; a deletion must not be what finds that out.
const IDLE_MS = 5_000;

/** Has an agent take a spare connection, where one stands, before it opens another. */
export function keepSpares(agent: Agent, kept: KeptConnections): SpareConnections {
  const connect: Connect = agent.createConnection.bind(agent);
  const spares = new Spares(kept);
  let wanted: number | undefined;
  agent.createConnection = (options, callback) => {
    const spare = spares.take();
    if (spare !== undefined) return spare;
    const own = connect(options, callback);
    for (let count = wanted ?? 0; count > 0; count -= 1) spares.add(connect({ ...options }));
    if (wanted !== undefined) wanted = 0;
    return own;
  };
  return {
    openBesideNext: (count) => {
      wanted ??= count;
    },
    close: () => spares.close(),
  };
}

class Spares {
  readonly #kept: KeptConnections;
  readonly #opened = new Set<Socket>();
  /** Those of them that may be used: to wait for another one's handshake gains nothing, and its certificate may yet be refused. */
  readonly #standing = new Set<Socket>();

  constructor(kept: KeptConnections) {
    this.#kept = kept;
  }

  add(socket: Duplex | null | undefined): void {
    if (!(socket instanceof Socket)) return;
    this.#opened.add(socket);
    // It keeps no process alive, and nobody waits for it: what goes wrong is told by a connection that a request opens.
    socket.unref();
    const end = (): void => this.#end(socket);
    socket.on("error", end).on("close", end);
    socket.once("encrypted" in socket ? "secureConnect" : "connect", () => {
      this.#standing.add(socket);
      this.#kept.watch(socket);
      setTimeout(() => {
        if (this.#standing.has(socket)) this.#end(socket);
      }, IDLE_MS).unref();
    });
  }

  take(): Socket | undefined {
    const [socket] = this.#standing;
    if (socket === undefined) return undefined;
    this.#standing.delete(socket);
    this.#opened.delete(socket);
    this.#kept.unwatch(socket);
    return socket.ref();
  }

  close(): void {
    for (const socket of this.#opened) this.#end(socket);
  }

  #end(socket: Socket): void {
    this.#standing.delete(socket);
    this.#opened.delete(socket);
    socket.destroy();
  }
}
