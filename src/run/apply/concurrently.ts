import pLimit from "p-limit";

/**
 * Does something with each item, in their order, as many at once as `atOnce` says at that time; nothing more is begun after the first error.
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

/** Waits until both are over, for what goes on must not outlive what failed beside it. @throws what the second threw, else what the first did */
export async function whenBoth<Result>(first: Promise<Result>, second: Promise<unknown>): Promise<Result> {
  await Promise.allSettled([first, second]);
  await second;
  return first;
}
