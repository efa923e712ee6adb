// With fewer tags the heap is small anyway, and time counts for more.
const MANY = 10_000;

/** V8's garbage collection, once `keepHeapSmall` has asked for it: a process has one heap. */
let collect: (() => void) | undefined;

/**
 * Sets V8 to collect its garbage when the heap has grown by a tenth instead of doubled, and to keep the space for new objects small, if a repository has many
 * tags: a machine that builds images needs its memory for others too. With 100,000 tags a run takes half of the memory and a tenth more time
 * (`npm run bench -- --only memory`).
 * @param tags number of the repository's tags
 */
export async function keepHeapSmall(tags: number): Promise<void> {
  if (tags <= MANY) return;
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
    import("node:v8"),
    import("node:vm"),
  ]);
  setFlagsFromString("--heap-growing-percent=10");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--expose-gc");
  collect = runInNewContext("gc") as () => void;
}

/**
 * Collects the garbage of one phase of a run, before the next phase needs memory of its own.
 * @param tags number of the repository's tags: for few it is not worth the time, even if another repository of the run has many
 */
export function freeHeap(tags: number): void {
  if (tags > MANY) collect?.();
}
