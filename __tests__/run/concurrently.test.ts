import { expect, test } from "vitest";
import { forEachConcurrently, whenBoth } from "../../src/run/apply/concurrently.js";

/** Work that is over when it is told to be, and how much of it is under way. */
function controlled(): {
  readonly begun: number[];
  readonly work: (item: number) => Promise<void>;
  readonly end: (item: number, error?: Error) => Promise<void>;
} {
  const begun: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  return {
    begun,
    work: (item) => {
      begun.push(item);
      return new Promise((resolve, reject) => {
        ends.set(item, (error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      });
    },
    end: async (item, error) => {
      ends.get(item)?.(error);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

test("as many are under way as is said, in their order, and it is asked anew after each", async () => {
  const { begun, work, end } = controlled();
  let atOnce = 2;
  const all = forEachConcurrently([1, 2, 3, 4, 5, 6, 7], work, () => atOnce);
  await settled();
  expect(begun).toEqual([1, 2]);
  atOnce = 4;
  await end(1);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  atOnce = 1;
  for (const item of [2, 3, 4]) await end(item);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  await end(5);
  expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
  await end(6);
  await end(7);
  await expect(all).resolves.toBeUndefined();
});

test("nothing more is begun after an error, which is thrown", async () => {
  const { begun, work, end } = controlled();
  const all = forEachConcurrently([1, 2, 3, 4], work, () => 2);
  const thrown = expect(all).rejects.toThrow("no more");
  await settled();
  await end(1, new Error("no more"));
  await end(2);
  await thrown;
  expect(begun).toEqual([1, 2]);
});

test("of nothing there is nothing to wait for", async () => {
  await expect(
    forEachConcurrently(
      [],
      () => Promise.reject(new Error("never")),
      () => 8,
    ),
  ).resolves.toBeUndefined();
});

test("where one of two fails, it is thrown when the other is over too", async () => {
  const { work, end } = controlled();
  const over: string[] = [];
  const [first, second] = [work(1), work(2)];
  const both = whenBoth(first, second).catch((error: unknown) => over.push(String(error)));
  await end(1, new Error("the first"));
  expect(over).toEqual([]);
  await end(2);
  await both;
  expect(over).toEqual(["Error: the first"]);
  await expect(whenBoth(Promise.resolve(7), Promise.reject(new Error("the second")))).rejects.toThrow(
    "the second",
  );
  await expect(whenBoth(Promise.resolve(7), Promise.resolve())).resolves.toBe(7);
});
