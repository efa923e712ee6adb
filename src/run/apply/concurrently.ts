import pLimit from "p-limit";

/**
 * Calls `work` for each item, in their order, with as many at once as `atOnce` says at that time. After the first error no other is started.
 * @throws what `work` throws
 */
export async function forEachConcurrently<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  atOnce: () => number,
): Promise<void> {
  const limit = pLimit(atOnce());
  const each = async (item: Item): Promise<void> => {
    try {
      await work(item);
      limit.concurrency = atOnce();
    } catch (error) {
      limit.clearQueue();
      throw error;
    }
  };
  await Promise.all(items.map((item) => limit(each, item)));
}

/** Waits until both are over and returns the first's result: if one fails, the other must not go on unnoticed. @throws the second's error, or else the first's */
export async function whenBoth<Result>(first: Promise<Result>, second: Promise<unknown>): Promise<Result> {
  await Promise.allSettled([first, second]);
  await second;
  return first;
}
