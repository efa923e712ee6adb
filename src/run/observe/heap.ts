// Below that the heap is small whatever is done, and time counts for more.
const MANY = 10_000;

/** V8's own, once it was asked for: there is one heap in a process. */
let collect: (() => void) | undefined;

/**
 * Has V8 collect its garbage when the heap has grown by a tenth, and not when it has doubled, and keep the space for what is new small, where a repository has many
 * tags: the memory of a machine that builds images is others' too. Of 100,000 tags it takes half, and a tenth more time (`npm run bench -- --only memory`).
 * @param tags how many
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
 * Frees what a phase of a run has left, before the next one needs memory of its own.
 * @param tags how many the repository has: for few it is not worth the time, also where another repository of the run has many
 */
export function freeHeap(tags: number): void {
  if (tags > MANY) collect?.();
}
