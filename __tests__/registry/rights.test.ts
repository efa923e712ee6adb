import { expect, onTestFinished, test } from "vitest";
import { openAccess } from "../../src/commands/deletion/access.js";
import { parseReference } from "../../src/core/names/reference.js";
import { openRegistry } from "../../src/registry/open.js";
import type {
  RegistryDeleter,
  RegistryReader,
  RegistryWriter,
  Right,
} from "../../src/registry/port/registry.js";

/** Who has no right to delete or write has nothing to do it with: the compiler says so, and the objects have no such methods. */
const way = {
  host: "127.0.0.1:1",
  credentials: { kind: "anonymous" },
  plainHttp: [],
  concurrency: 1,
  userAgent: "prune-image-tags/test",
  onSecret: () => undefined,
} as const;
const { repository } = parseReference("127.0.0.1:1/team/app");
const DELETES: readonly (keyof RegistryDeleter)[] = [
  "proveDeletes",
  "deleteManifest",
  "deleteTag",
  "deletionsAtOnce",
  "mayTakeLongerTags",
  "putBack",
];
const WRITES: readonly (keyof RegistryWriter)[] = ["proveRoom", "putManifest", "undelete"];

function closeAfterwards(registry: Pick<RegistryReader, "close">): void {
  onTestFinished(() => {
    registry.close();
  });
}

const abilitiesOf = (registry: object): readonly string[] =>
  [...DELETES, ...WRITES].filter((name) => name in registry);

test("a registry that is opened to pull can neither delete nor write", async () => {
  const registry = await openRegistry({ ...way, rights: ["pull"] });
  closeAfterwards(registry);
  expect(abilitiesOf(registry)).toEqual([]);
  // @ts-expect-error a reader has no such method
  expect(registry.deleteManifest).toBeUndefined();
  // @ts-expect-error nor this one
  expect(registry.deleteTag).toBeUndefined();
  // @ts-expect-error nor this one
  expect(registry.putManifest).toBeUndefined();
});

test("a registry that is opened to delete can't write, and one that is opened to write can't delete", async () => {
  const deleting = await openRegistry({ ...way, rights: ["pull", "delete"] });
  closeAfterwards(deleting);
  expect(abilitiesOf(deleting)).toEqual(DELETES);
  expect(deleting.deletionsAtOnce()).toBe(1);
  // @ts-expect-error one that deletes does not write
  expect(deleting.putManifest).toBeUndefined();
  const writing = await openRegistry({ ...way, rights: ["pull", "push"] });
  closeAfterwards(writing);
  expect(abilitiesOf(writing)).toEqual(WRITES);
  // @ts-expect-error one that writes does not delete
  expect(writing.deleteManifest).toBeUndefined();
});

test("of rights that are chosen while the program runs, no more is certain than that it reads", async () => {
  const rights: readonly Right[] = ["pull", "delete"];
  const registry = await openRegistry({ ...way, rights });
  closeAfterwards(registry);
  expect(abilitiesOf(registry)).toEqual(DELETES);
  // @ts-expect-error the list may be without "delete"
  expect(typeof registry.deleteManifest).toBe("function");
  const either = await openRegistry({
    ...way,
    rights: rights.length === 0 ? (["pull"] as const) : (["pull", "delete"] as const),
  });
  closeAfterwards(either);
  // @ts-expect-error it may be the first
  expect(typeof either.deleteManifest).toBe("function");
});

test("a dry run's registry has no deleteManifest", async () => {
  const dry = await openAccess(way, { dryRun: true, untag: "overwrite" });
  closeAfterwards(dry.registry);
  expect(dry.kind).toBe("read");
  expect(abilitiesOf(dry.registry)).toEqual([]);
  if (dry.kind !== "read") throw new Error("a dry run reads");
  // @ts-expect-error a dry run's registry is a reader
  expect(dry.registry.deleteManifest).toBeUndefined();
  // @ts-expect-error and there is nothing to write with
  expect(dry.writer).toBeUndefined();
});

test("a run writes only where it was told to write over tags", async () => {
  for (const untag of ["auto", "never"] as const) {
    const access = await openAccess(way, { dryRun: false, untag });
    closeAfterwards(access.registry);
    expect(abilitiesOf(access.registry)).toEqual(DELETES);
    expect(access).not.toHaveProperty("writer");
  }
  const access = await openAccess(way, { dryRun: false, untag: "overwrite" });
  closeAfterwards(access.registry);
  if (access.kind !== "delete") throw new Error("it may delete");
  expect(abilitiesOf(access.registry)).toEqual([...DELETES, ...WRITES]);
  await expect(access.writer?.proveRoom(repository)).rejects.toThrow("127.0.0.1:1");
});
