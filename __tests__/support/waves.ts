import { setImmediate as soon } from "node:timers/promises";
import { onTestFinished, vi } from "vitest";
import type { Proxy } from "./proxy.js";

/** The waves of a run: the requests of one are sent before an answer to any of them has come. */
export interface Waves {
  /** The requests of each, as `GET /v2/…`. */
  readonly waves: readonly (readonly string[])[];
}

// So many turns of the loop without a request, and nothing that this process waits for on a disk: then none comes without an answer.
const QUIET_TURNS = 300;

/**
 * Resolves once this process sends no request any more before it has an answer. No clock is in it.
 * @param isHeld true if nothing that was sent is on its way
 * @param count the number of requests that came
 */
export async function untilNoneComes(isHeld: () => boolean, count: () => number): Promise<void> {
  for (let quiet = 0, seen = count(); quiet < QUIET_TURNS;) {
    await soon();
    const isQuiet = isHeld() && !process.getActiveResourcesInfo().some((name) => name.startsWith("FS"));
    quiet = isQuiet && seen === count() ? quiet + 1 : 0;
    seen = count();
  }
}

/**
 * Has a proxy hold every answer back until no other request comes without it, and then let all go at once. The run is in this process, so no clock is needed; its own
 * clock shows that each wave took `waveMs`, as over a network.
 */
export function countWaves(proxy: Proxy, waveMs: number): Waves {
  const waves: (readonly string[])[] = [];
  const from = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => from + waves.length * waveMs);
  onTestFinished(() => clock.mockRestore());
  let held: { readonly request: string; readonly release: () => void }[] = [];
  let answered = 0;
  let isWatching = false;
  const first = proxy.requests.length;
  // Each request that came is held: none is still on its way to the registry.
  const isHeld = (): boolean => proxy.requests.length - first === answered;
  const watch = async (): Promise<void> => {
    isWatching = true;
    while (held.length > 0) {
      await untilNoneComes(isHeld, () => answered);
      const wave = held;
      held = [];
      waves.push(wave.map(({ request }) => request));
      for (const { release } of wave) release();
      await soon();
    }
    isWatching = false;
  };
  proxy.on({
    when: () => true,
    act: {
      kind: "after",
      run: ({ method, path }) =>
        new Promise<void>((release) => {
          answered += 1;
          held.push({ request: `${method} ${path}`, release });
          if (!isWatching) void watch();
        }),
    },
  });
  return { waves };
}
