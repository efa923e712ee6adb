// The floor: sends recorded requests again, and does nothing else. Its argument is the path of a JSON file with
// { host, atOnce, requests }; its exit code is 1 if a request gets no answer.
import { readFileSync } from "node:fs";
import http from "node:http";

/** @type {{ host: string, atOnce: number, requests: import("./requests.mjs").Recorded[] }} */
const { host, atOnce, requests } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const [hostname, port] = host.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });

/** @type {boolean[]} */
const answered = [];
/** For each kind, the number of requests, counted from the first, that are all either answered or of that kind. */
const reached = { list: 0, read: 0, change: 0 };
let next = 0;
let underWay = 0;

/** @param {import("./requests.mjs").Kind} kind */
function advance(kind) {
  let index = reached[kind];
  while (index < requests.length && (answered[index] === true || requests[index]?.kind === kind)) index += 1;
  reached[kind] = index;
  return index;
}

/** Sends requests in the recorded order, each only after the answers that ours had before it sent that request. */
function sendMore() {
  while (underWay < atOnce) {
    const request = requests[next];
    if (request === undefined || advance(request.kind) < request.after) return;
    send(request, next);
    next += 1;
    underWay += 1;
  }
}

/**
 * @param {import("./requests.mjs").Recorded} request
 * @param {number} index
 */
function send({ method, path, accept }, index) {
  const headers = accept === "" ? {} : { accept };
  http
    .request({ hostname, port, agent, method, path, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        answered[index] = true;
        underWay -= 1;
        sendMore();
      });
    })
    .on("error", (error) => {
      process.stderr.write(`${method} ${path}: ${error.message}\n`);
      process.exit(1);
    })
    .end();
}

sendMore();
process.on("exit", () => {
  if (next < requests.length) process.exitCode = 1;
  agent.destroy();
});
