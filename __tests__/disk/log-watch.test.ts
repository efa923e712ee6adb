import { EventEmitter, once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { Engine } from "../../src/disk/container/engine.js";
import { watchLog } from "../../src/disk/container/proof/log-watch.js";

// Longer than any test may take: what is waited for so long is not what ends a wait.
const LONG_MS = 24 * 60 * 60 * 1000;

/** Watches a log whose lines a test writes. @param follow the way in which the engine's reading of it ends */
function watching(follow: (over: AbortSignal) => Promise<unknown> = (over) => once(over, "abort")) {
  const log = new EventEmitter();
  const engine: Pick<Engine, "follow"> = {
    async follow(_args, { onLine, signal }) {
      log.on("line", onLine);
      await follow(signal);
      return { code: 0, errorOutput: "" };
    },
  };
  const watch = watchLog(engine as Engine, "1234", "asked-by");
  onTestFinished(() => watch.end().catch(() => undefined));
  return { watch, write: (line: string) => void log.emit("line", line) };
}

test("words that are waited for are seen as soon as they come, and no others", async () => {
  const { watch, write } = watching();
  const seen = watch.sees("asked-by=2", LONG_MS);
  const settled: boolean[] = [];
  void seen.then((isSeen) => settled.push(isSeen));
  write("asked-by=1");
  await Promise.resolve();
  expect(settled).toEqual([]);
  write("GET /v2/ asked-by=2");
  expect(await seen).toBe(true);
  expect(await watch.sees("asked-by=1", LONG_MS)).toBe(true);
  expect(await watch.sees("asked-by=3", 1)).toBe(false);
});

test("lines about anything else take no place among those that are kept", async () => {
  const { watch, write } = watching();
  write("asked-by=1");
  for (let count = 0; count < 1000; count += 1) write("GET /v2/");
  expect(await watch.sees("asked-by=1", LONG_MS)).toBe(true);
  for (let count = 0; count < 1000; count += 1) write("asked-by=2");
  expect(await watch.sees("asked-by=1", 1)).toBe(false);
});

test("a log that has ended shows nothing more, and nobody waits for it", async () => {
  const { watch } = watching(() => Promise.resolve());
  expect(await watch.sees("asked-by=1", LONG_MS)).toBe(false);
  expect(watch.hasEnded()).toBe(true);
  expect(await watch.sees("asked-by=1", LONG_MS)).toBe(false);
});

test("a log that can't be read has ended; a mistake of this program's is told", async () => {
  const { watch } = watching(() => Promise.reject(new PruneError("no log", "none")));
  await watch.end();
  expect(watch.hasEnded()).toBe(true);
  const mistaken = watching(() => Promise.reject(new TypeError("no function")));
  await expect(mistaken.watch.end()).rejects.toThrow("no function");
});
