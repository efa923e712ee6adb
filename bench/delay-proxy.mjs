// A network that is made up: node bench/delay-proxy.mjs TARGET RTT_MS, started with a channel to its parent. It hands bytes on to TARGET and back, each half a round
// trip later, and what is sent on a connection waits until that has had its first round trip, as TCP's handshake has it. It reads no more of HTTP than where a request
// begins. It says its port, and on "take" what it has seen since.
import net from "node:net";

const [target = "", rtt = "0"] = process.argv.slice(2);
const half = Number(rtt) / 2;
const { hostname: host, port } = new URL(target);
const REQUEST = /^[A-Z]+ \/v2\//;
/** The requests, and the deepest chain of them: each of a chain was sent after an answer to the one before had come. */
const NOTHING = { requests: 0, waves: 0 };
let seen = { ...NOTHING };

/**
 * A function that calls the others that it is given in their order, each half a round trip later and not before `from`.
 * @param {number} [from]
 */
function line(from = 0) {
  /** @type {(() => void)[]} */
  const waiting = [];
  return (/** @type {() => void} */ arrive) => {
    waiting.push(arrive);
    setTimeout(() => waiting.shift()?.(), Math.max(0, from - performance.now()) + half);
  };
}

const server = net.createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
  const onward = net.connect({ host, port: Number(port), noDelay: true, allowHalfOpen: true });
  const there = line(performance.now() + 2 * half);
  const back = line();
  /** @type {number | undefined} the wave of the request on this connection that has no answer yet */
  let wave;
  client.on("data", (bytes) => {
    if (REQUEST.test(bytes.subarray(0, 16).toString("latin1"))) {
      seen.requests += 1;
      wave = seen.waves + 1;
    }
    there(() => onward.write(bytes));
  });
  onward.on("data", (bytes) => {
    back(() => {
      seen.waves = Math.max(seen.waves, wave ?? 0);
      wave = undefined;
      client.write(bytes);
    });
  });
  client.on("end", () => there(() => onward.end()));
  onward.on("end", () => back(() => client.end()));
  for (const [one, other] of [
    [client, onward],
    [onward, client],
  ]) {
    one?.on("error", () => other?.destroy());
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
process.on("message", () => {
  process.send?.(seen);
  seen = { ...NOTHING };
});
process.on("disconnect", () => process.exit());
