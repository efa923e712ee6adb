// A network that is made up: node bench/delay-proxy.mjs TARGET RTT_MS, started with a channel to its parent. It hands requests on to TARGET and lets each answer
// go a round trip later; what is sent on a connection before its first round trip is over waits for that, as TCP's handshake has it. It says its port, and on
// "take" what it has seen since.
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const [target = "", rtt = "0"] = process.argv.slice(2);
const half = Number(rtt) / 2;
const agent = new http.Agent({ keepAlive: true });
/** The times from which on a connection stands. @type {WeakMap<import("node:stream").Duplex, number>} */
const stands = new WeakMap();
/** The requests, and the deepest chain of them: each of a chain was sent after an answer to the one before had come. */
const NOTHING = { requests: 0, waves: 0 };
let seen = { ...NOTHING };

/**
 * @param {http.IncomingMessage} incoming
 * @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }>}
 */
function forward(incoming) {
  return new Promise((resolve, reject) => {
    const { method, headers, url = "/" } = incoming;
    const onward = http.request(target + url, { method, headers, agent }, (answer) => {
      /** @type {Buffer[]} */
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    onward.on("error", reject);
    incoming.pipe(onward);
  });
}

const server = http.createServer((incoming, response) => {
  const wave = seen.waves + 1;
  seen.requests += 1;
  const untilItStands = Math.max(0, (stands.get(incoming.socket) ?? 0) - performance.now());
  const answer = async () => {
    await sleep(untilItStands + half);
    const { status, headers, body } = await forward(incoming);
    await sleep(half);
    seen.waves = Math.max(seen.waves, wave);
    response.writeHead(status, headers).end(body);
  };
  answer().catch(() => response.destroy());
});
server.on("connection", (socket) => stands.set(socket, performance.now() + 2 * half));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
process.on("message", () => {
  process.send?.(seen);
  seen = { ...NOTHING };
});
process.on("disconnect", () => process.exit());
