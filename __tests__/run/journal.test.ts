import fc from "fast-check";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  appendFile,
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { type JournalRecord, readRecords } from "../../src/core/journal/journal.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { type Digest, isDigest } from "../../src/core/names/reference.js";
import type { ManifestBytes } from "../../src/registry/port/registry.js";
import { type Journal, type JournalPlace, type ReadBytes } from "../../src/run/journal/journal.js";
import { openJournal } from "../../src/run/journal/open-journal.js";
import { OtherJournals } from "../../src/commands/deletion/other-journals.js";
import { inOwnFolder } from "../../src/files/own-folder.js";
import { readJournal } from "../../src/run/journal/read.js";
import { closeBehind, everyFile, systemError, writesInPieces } from "../support/local-disk.js";
import { propertyRuns } from "../support/property-runs.js";
import { tag } from "../support/snapshots.js";

const REPOSITORY = "registry.test/team/app";

/** The newest journal of a folder that has leftovers of a repository. */
function unfinishedJournal(journalFolder: string, repository: string): Promise<string | undefined> {
  return new OtherJournals({ journalFolder }).pathOf(repository);
}
const CREATED = new Date("2026-11-21T09:30:00.123Z");
const TYPE = "application/vnd.oci.image.manifest.v1+json";
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "prune-journal-"));
  file = join(folder, "journal.ndjson");
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function opened(place: JournalPlace = { kind: "file", path: file }): Promise<Journal> {
  const journal = await openJournal(place, { tool: "prune-image-tags 0.0.0", created: CREATED });
  onTestFinished(() => journal.close());
  return journal;
}

/** Writes to a new opening of the file, and ends it. */
async function run(work: (journal: Journal) => Promise<void> | void): Promise<void> {
  const journal = await opened();
  await work(journal);
  await journal.close();
}

interface Image extends ManifestBytes {
  readonly digest: Digest;
}

function image(content: string | Buffer, mediaType = TYPE, algorithm = "sha256"): Image {
  const body = Buffer.from(content as string);
  const digest = `${algorithm}:${createHash(algorithm).update(body).digest("hex")}`;
  if (!isDigest(digest)) throw new Error(digest);
  return { digest, mediaType, body };
}

function deletionOf({ digest }: Image, ...tags: readonly string[]): Deletion {
  return { kind: "manifest", digest, tags: tags.map(tag), parents: [], after: [], orphanOf: [] };
}

function bytesOf(...images: readonly Image[]): ReadBytes {
  const known = new Map(images.map(({ digest, ...bytes }) => [digest, bytes] as const));
  return (digest) => Promise.resolve(known.get(digest));
}

const A = image('{"a":1}');
const B = image('{"b":1}');
const B512 = image('{"b":1}', TYPE, "sha512");
const deleted = (deletion: Deletion): DeletionOutcome => ({ deletion, kind: "deleted" });

async function thrownBy(work: Promise<unknown>): Promise<PruneError> {
  const error: unknown = await work.then(
    () => "nothing",
    (thrown: unknown) => thrown,
  );
  if (error instanceof PruneError) return error;
  throw new Error(`threw ${String(error)}`);
}

const mode = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

async function leftovers(path = file): Promise<readonly Digest[]> {
  return [...((await readJournal(path)).repositories.get(REPOSITORY)?.leftovers ?? [])];
}

describe("what is written is what is read", () => {
  test("a run: manifests, deletions, outcomes, lost tags", async () => {
    const untag: Deletion = { kind: "tag", parents: [], tags: [tag("x")], digest: B.digest, by: "overwrite" };
    const dangling: Deletion = { kind: "tag", parents: [], tags: [tag("y")], by: "delete" };
    const all = [{ ...deletionOf(A, "1.0.0"), parents: [B.digest] }, untag, dangling];
    await run(async (journal) => {
      await journal.begin(REPOSITORY, all, bytesOf(A, B));
      journal.outcome(REPOSITORY, { deletion: untag, kind: "gone" });
      await journal.lost(REPOSITORY, tag("stable"), B.digest);
    });
    const { repositories, tornLines } = await readJournal(file);
    const found = repositories.get(REPOSITORY);
    expect(tornLines).toBe(0);
    expect(found?.deletions).toEqual(all);
    expect([...(found?.leftovers ?? [])]).toEqual([A.digest]);
    expect([...(found?.tags ?? [])]).toEqual([
      ["1.0.0", A.digest],
      ["x", B.digest],
      ["stable", B.digest],
    ]);
    expect([...(found?.manifests.keys() ?? [])]).toEqual([A.digest, B.digest]);
    const [first = ""] = (await readFile(file, "utf8")).split("\n");
    expect(first).toBe(
      '{"kind":"run","schema":1,"tool":"prune-image-tags 0.0.0","created":"2026-11-21T09:30:00.123Z"}',
    );
  });

  test.each<[string, Image]>([
    ["line breaks of Windows, and a last one", image('{\r\n  "a": 1\r\n}\r\n')],
    ["no UTF-8", image(Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0xc3, 0x28, 0x7d]))],
    ["nothing", image("")],
    ["a media type that readline takes for two lines", image("{}", "a\u2028b\u2029c\r\nd\u{1f600}\ud800")],
    ["SHA-512", image("{}", TYPE, "sha512")],
    ["an algorithm that isn't known", { ...A, digest: `blake3:${"0".repeat(64)}` as Digest }],
    ["schema 1, whose digest is not that of its bytes", { ...A, digest: B.digest, mediaType: SCHEMA1 }],
    ["four megabytes", image(Buffer.alloc(4 << 20, "manifest"))],
  ])("exact bytes: %s", async (_, weird) => {
    await run((journal) => journal.begin(REPOSITORY, [deletionOf(weird)], bytesOf(weird)));
    const { repositories, tornLines } = await readJournal(file);
    const stored = repositories.get(REPOSITORY)?.manifests.get(weird.digest);
    expect({ tornLines, mediaType: stored?.mediaType }).toEqual({ tornLines: 0, mediaType: weird.mediaType });
    expect(Buffer.from(stored?.body ?? "!", "base64").equals(weird.body)).toBe(true);
    // One line for every reader of lines, of any version of Node.
    expect((await readFile(file, "utf8")).split(/[\n\r\u2028\u2029]/)).toHaveLength(5);
  });

  test("a digest's bytes once in each repository, though it is begun twice", async () => {
    const read = vi.fn(bytesOf(A, B));
    await run(async (journal) => {
      await journal.begin(REPOSITORY, [deletionOf(A)], read);
      await journal.begin(REPOSITORY, [deletionOf(A), deletionOf(B)], read);
      await journal.begin("other.test/app", [deletionOf(A)], read);
    });
    expect(read.mock.calls.map(([digest]) => digest)).toEqual([A.digest, B.digest, A.digest]);
    const { repositories } = await readJournal(file);
    expect(repositories.get("other.test/app")?.manifests.has(A.digest)).toBe(true);
  });

  test("lines are whole where many are written at once, and the disk takes them in pieces", async () => {
    await writesInPieces();
    await run(async (journal) => {
      const begun = ["a.test/a", "b.test/b"].map((name) =>
        journal.begin(name, [deletionOf(A), deletionOf(B)], bytesOf(A, B)),
      );
      for (const image of [A, B]) journal.outcome("c.test/c", deleted(deletionOf(image)));
      await Promise.all(begun);
    });
    const { repositories, tornLines } = await readJournal(file);
    expect(tornLines).toBe(0);
    expect([...repositories].map(([name, { leftovers }]) => [name, leftovers.size]).sort()).toEqual([
      ["a.test/a", 2],
      ["b.test/b", 2],
      ["c.test/c", 0],
    ]);
  });
});

describe("what became of a deletion", () => {
  test("ends it, for it was left alone for a reason", async () => {
    await run(async (journal) => {
      await journal.begin(REPOSITORY, [deletionOf(A), deletionOf(B)], bytesOf(A, B));
      journal.outcome(REPOSITORY, {
        deletion: deletionOf(A),
        kind: "spared",
        reason: { kind: "tags-moved" },
      });
    });
    expect(await leftovers()).toEqual([B.digest]);
  });

  test("a run that deletes what an earlier one left, in the same file, leaves nothing", async () => {
    await run((journal) => journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
    expect(await leftovers()).toEqual([A.digest]);
    await run(async (journal) => {
      await journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A));
      journal.outcome(REPOSITORY, deleted(deletionOf(A)));
    });
    expect(await leftovers()).toEqual([]);
  });
});

describe("begin refuses", () => {
  test.each<[string, ReadBytes, Image?]>([
    ["what is not at hand", bytesOf(A)],
    ["bytes that are not the digest's", bytesOf(A, { ...A, digest: B.digest })],
    ["bytes that are not the digest's, by SHA-512", bytesOf(A, { ...A, digest: B512.digest }), B512],
  ])("%s, and then no deletion is in it", async (_, read, wanted = B) => {
    const journal = await opened();
    const error = await thrownBy(journal.begin(REPOSITORY, [deletionOf(A), deletionOf(wanted)], read));
    expect(error.message).toContain(`${REPOSITORY}@${wanted.digest}`);
    expect(error.nextStep).toContain("Nothing was deleted that is not written down");
    expect((await readJournal(file)).repositories.get(REPOSITORY)?.deletions ?? []).toEqual([]);
    // The next repository is none the worse for it.
    await journal.begin("other.test/app", [deletionOf(A)], read);
  });

  test("a tag by itself without its image's bytes; one that dangles has none", async () => {
    const journal = await opened();
    const untag: Deletion = { kind: "tag", parents: [], tags: [tag("x")], by: "delete" };
    await journal.begin(REPOSITORY, [untag], bytesOf());
    await thrownBy(journal.begin(REPOSITORY, [{ ...untag, digest: A.digest }], bytesOf()));
  });

  test("a spool's failure is its own", async () => {
    const failure = new PruneError("the spool is gone", "");
    const journal = await opened();
    const begun = journal.begin(REPOSITORY, [deletionOf(A)], () => Promise.reject(failure));
    expect(await thrownBy(begun)).toBe(failure);
  });
});

describe("the disk", () => {
  test.skipIf(!existsSync("/dev/full"))("a full one: says so, and that nothing was deleted", async () => {
    const error = await thrownBy(opened({ kind: "file", path: "/dev/full" }));
    expect(error.message).toBe("the journal /dev/full can't be written: the disk is full");
    expect(error.nextStep).toContain("Nothing was deleted");
  });

  test.skipIf(process.platform === "win32")("what keeps nothing is no disk", async () => {
    await expect(opened({ kind: "file", path: "/dev/null" })).rejects.toThrow("the system said EINVAL");
  });

  test("everything is flushed before begin is over, and a new file's name before it is open", async () => {
    const steps: string[] = [];
    const files = await everyFile();

    const { sync, write, stat: look } = files;
    vi.spyOn(files, "write").mockImplementation(async function (this: unknown, ...how) {
      const written = await Reflect.apply(write, this, how);
      steps.push("written");
      return written;
    });
    vi.spyOn(files, "sync").mockImplementation(async function (this: unknown) {
      const flushed = await Reflect.apply(look, this, []);
      await Reflect.apply(sync, this, []);
      steps.push(flushed.isDirectory() ? "folder flushed" : "flushed");
    });
    const journal = await opened();
    steps.push("open");
    await journal.begin(REPOSITORY, [deletionOf(A), deletionOf(B)], bytesOf(A, B));
    steps.push("begun");
    await journal.lost(REPOSITORY, tag("x"), A.digest);
    expect(steps).toEqual([
      ...["written", "flushed", "folder flushed", "open"],
      // The manifests, then the deletions.
      ...["written", "written", "flushed", "begun"],
      ...["written", "flushed"],
    ]);
    // The second run finds its name there.
    steps.length = 0;
    await opened();
    expect(steps).toEqual(["written", "flushed"]);
  });

  test.each(["write", "sync"] as const)("once a %s has failed, nothing is begun any more", async (step) => {
    const journal = await opened();
    const files = await everyFile();
    vi.spyOn(files, step).mockRejectedValueOnce(systemError("ENOSPC"));
    const error = await thrownBy(journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
    expect(error.message).toBe(`the journal ${file} can't be written: the disk is full`);
    expect(error.nextStep).toContain("Nothing was deleted that is not written down in it.");
    expect(await thrownBy(journal.begin(REPOSITORY, [deletionOf(B)], bytesOf(B)))).toBe(error);
  });

  test("an outcome or a loss that can't be written ends nothing; what is begun after it fails", async () => {
    const journal = await opened();
    vi.spyOn(await everyFile(), "write").mockRejectedValueOnce(systemError("EIO"));
    journal.outcome(REPOSITORY, deleted(deletionOf(A)));
    await journal.lost(REPOSITORY, tag("x"), A.digest);
    await expect(journal.begin(REPOSITORY, [], bytesOf())).rejects.toThrow("the disk failed");
    await journal.close();
    await journal.close();
  });

  test("an outcome that can't be written, and nobody asks about, harms nothing", async () => {
    const journal = await opened();
    const write = vi.spyOn(await everyFile(), "write").mockRejectedValueOnce(systemError("EIO"));
    journal.outcome(REPOSITORY, deleted(deletionOf(A)));
    await vi.waitFor(() => {
      expect(write).toHaveBeenCalled();
    });
    // A rejection that nobody handles ends a process after this turn.
    await new Promise(setImmediate);
    await journal.close();
  });

  test.skipIf(process.platform === "win32")("closing a file may fail", async () => {
    const journal = await opened();
    const write = vi.spyOn(await everyFile(), "write");
    await journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A));
    closeBehind(write.mock.contexts[0]);
    await journal.close();
  });

  test.skipIf(process.platform !== "linux")("a file that is refused is let go of", async () => {
    await writeFile(file, "notes");
    await thrownBy(opened());
    const held = await readdir("/proc/self/fd");
    const names = await Promise.all(held.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")));
    expect(names).not.toContain(file);
  });

  test("a folder that can't be flushed, as on Windows, is no reason to stop; a disk that fails is one", async () => {
    const sync = vi.spyOn(await everyFile(), "sync");
    sync.mockResolvedValueOnce().mockRejectedValueOnce(systemError("EPERM"));
    await opened({ kind: "folder", path: folder });
    sync.mockResolvedValueOnce().mockRejectedValueOnce(systemError("EIO"));
    const error = await thrownBy(opened({ kind: "folder", path: folder }));
    expect(error.message).toBe(`a journal in ${folder} can't be written: the disk failed`);
  });
});

describe("a file of the user's choice", () => {
  test.skipIf(process.platform === "win32")("is new: for this user alone, its folders too", async () => {
    const path = join(folder, "new", "deep", "journal");
    const journal = await opened({ kind: "file", path });
    expect(journal.path).toBe(path);
    expect([await mode(path), await mode(join(folder, "new"))]).toEqual(["600", "700"]);
  });

  test("flushes the folders that it made, each in its own", async () => {
    const sync = vi.spyOn(await everyFile(), "sync");
    await opened({ kind: "file", path: join(folder, "new", "deep", "journal") });
    // Two folders' names, the journal, and its name.
    expect(sync).toHaveBeenCalledTimes(4);
  });

  // Windows has no modes of this kind.
  test.skipIf(process.platform === "win32")(
    "is there: appended to, its mode kept, a link followed",
    async () => {
      await run((journal) => journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
      const before = await readFile(file, "utf8");
      await chmod(file, 0o640);
      const link = join(folder, "link");
      await symlink(file, link);
      const journal = await opened({ kind: "file", path: link });
      await journal.begin(REPOSITORY, [deletionOf(B)], bytesOf(B));
      expect((await readFile(file, "utf8")).startsWith(before)).toBe(true);
      expect(await mode(file)).toBe("640");
      expect(await leftovers(link)).toEqual([A.digest, B.digest]);
    },
  );

  test.each<[string, string]>([
    ["notes", "remember the milk\n"],
    ["notes after an empty line", "\n\nremember the milk"],
    ["a word", "x"],
    ["JSON", '{\n  "name": "app"\n}\n'],
    ["JSON in one line", '{"kind":"run"}'],
    ["another program's journal", '{"kind":"start","schema":1}\n'],
    ["a journal behind something else", 'x\n{"kind":"run","schema":1,"tool":"x","created":""}\n'],
    ["bytes", "\0\0\0\0"],
    ["a journal of a later schema", '{"kind":"run","schema":2,"new":true}\n'],
    ["a journal of a later schema, behind a torn line", '{"ki\n{"kind":"run","schema":12}\n'],
  ])("holds %s: refused and left untouched", async (_, content) => {
    await writeFile(file, content);
    const { mtimeMs } = await stat(file);
    const error = await thrownBy(opened());
    expect(error.message).toMatch(/is no journal of this program|is of schema (2|12),/);
    expect(await readFile(file, "utf8")).toBe(content);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    expect((await thrownBy(readJournal(file))).message).toBe(error.message);
  });

  test("is a folder, or can't be made", async () => {
    await expect(opened({ kind: "file", path: folder })).rejects.toThrow("can't be written: it is a folder");
    await writeFile(file, "");
    const error = await thrownBy(opened({ kind: "file", path: join(file, "below", "journal") }));
    expect(error.message).toContain("a part of its path is no folder");
  });
});

describe("a run that was killed", () => {
  /** A small journal of two runs, and what a reader makes of it at its end. */
  async function written(): Promise<Buffer> {
    await run(async (journal) => {
      await journal.begin(REPOSITORY, [deletionOf(A, "1.0.0")], bytesOf(A));
      journal.outcome(REPOSITORY, deleted(deletionOf(A)));
      await journal.lost(REPOSITORY, tag("x"), B.digest);
    });
    await run((journal) => journal.begin(REPOSITORY, [deletionOf(B)], bytesOf(B)));
    return readFile(file);
  }

  const linesOf = (bytes: Buffer): readonly string[] => bytes.toString().split("\n").filter(Boolean);

  test("at any byte: what was written before is read, and later runs go on behind it", async () => {
    const whole = await written();
    const all = linesOf(whole);
    const readAfterCut = async (length: number): Promise<void> => {
      const path = join(folder, `cut-${length}`);
      await writeFile(path, whole.subarray(0, length));
      const lines = linesOf(whole.subarray(0, length));
      const intact = lines.filter((line, index) => line === all[index]);
      const repositories = readRecords(intact.map((line) => JSON.parse(line) as JournalRecord));
      const torn = lines.length - intact.length;
      expect(await readJournal(path)).toEqual({ repositories, tornLines: torn });

      const journal = await opened({ kind: "file", path });
      await journal.begin("next.test/app", [deletionOf(A)], bytesOf(A));
      await journal.close();
      const after = await readJournal(path);
      expect(after.tornLines).toBe(torn);
      expect([...(after.repositories.get("next.test/app")?.leftovers ?? [])]).toEqual([A.digest]);
      expect(after.repositories.get(REPOSITORY)).toEqual(repositories.get(REPOSITORY));
      await rm(path);
    };
    // All of them, or as many as PROPERTY_RUNS says, with the same distance between them.
    const step = (whole.length + 1) / Math.min(whole.length + 1, propertyRuns(whole.length + 1));
    const lengths: number[] = [];
    for (let length = whole.length; length >= 0; length -= step) lengths.push(Math.round(length));
    // Many at once: a disk flushes many files in the time of one.
    await pMap(lengths, readAfterCut, { concurrency: 32 });
    // A thousand files, each of them flushed twice.
  }, 180_000);

  test("twice in a first line", async () => {
    await writeFile(file, '{"kind":"ru');
    await run(() => undefined);
    await truncate(file, '{"kind":"ru\n{"ki'.length);
    await run((journal) => journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
    expect(await leftovers()).toEqual([A.digest]);
    expect((await readJournal(file)).tornLines).toBe(2);
  });

  test.each<[string, string]>([
    ["no JSON", "{"],
    ["a record that nobody knows", '{"kind":"dream"}'],
    ["no record", "[]"],
    ["a tag that is none", '{"kind":"lost","repository":"a/b","tag":"../x","digest":"DIGEST"}'],
    ["a digest that is none", '{"kind":"lost","repository":"a/b","tag":"x","digest":"sha256:1"}'],
    [
      "another manifest's bytes",
      '{"kind":"manifest","repository":"a/b","digest":"DIGEST","mediaType":"x","body":"e30="}',
    ],
    [
      "bytes that are no base64",
      '{"kind":"manifest","repository":"a/b","digest":"blake3:DIGEST","mediaType":"x","body":"e30"}',
    ],
    [
      "a deletion without its tags",
      '{"kind":"deletion","repository":"a/b","deletion":{"kind":"manifest","digest":"DIGEST"}}',
    ],
  ])("a line that is %s is passed over and counted", async (_, line) => {
    await run(() => undefined);
    const handle = await open(file, "a");
    await handle.write(
      `${line.replace("blake3:DIGEST", `blake3:${"0".repeat(64)}`).replace("DIGEST", A.digest)}\n`,
    );
    await handle.close();
    await run((journal) => journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
    const { repositories, tornLines } = await readJournal(file);
    expect({ tornLines, repositories: [...repositories.keys()] }).toEqual({
      tornLines: 1,
      repositories: [REPOSITORY],
    });
  });

  test("whatever a later schema wrote behind our runs is not guessed at", async () => {
    await run(() => undefined);
    const text = await readFile(file, "utf8");
    await writeFile(file, `${text}{"kind":"run","schema":2}\n`);
    await expect(readJournal(file)).rejects.toThrow("is of schema 2, and this program knows schema 1");
  });

  test("any bytes at its end: never throws, and reads what was there before", async () => {
    const whole = await written();
    const before = await readJournal(file);
    const path = join(folder, "damaged");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        await writeFile(path, Buffer.concat([whole, Buffer.from(noise)]));
        expect((await readJournal(path)).repositories).toEqual(before.repositories);
      }),
      { numRuns: propertyRuns() },
    );
  });
});

test("a journal that is not there, or is a folder, can't be read", async () => {
  await expect(readJournal(file)).rejects.toThrow(`the journal ${file} can't be read: it is not there`);
  expect((await thrownBy(readJournal(folder))).message).toContain("it is a folder");
});

describe("a folder of our own", () => {
  const place = (): JournalPlace => ({ kind: "folder", path: join(folder, "state", "journals") });
  const NAME = /^journal-20261121T093000Z-[0-9a-f]{8}\.ndjson$/;

  test("is made for this user alone, and two runs at once have two files", async () => {
    const journals = await Promise.all([opened(place()), opened(place())]);
    const names = await readdir(place().path);
    expect(names).toEqual([expect.stringMatching(NAME), expect.stringMatching(NAME)]);
    expect(journals.map(({ path }) => path).sort()).toEqual(
      names.map((name) => join(place().path, name)).sort(),
    );
    if (process.platform === "win32") return;
    expect(await mode(place().path)).toBe("700");
    expect(await mode(join(folder, "state"))).toBe("700");
    for (const { path } of journals) expect(await mode(path)).toBe("600");
  });

  test.skipIf(process.platform === "win32")("is there: its mode is its owner's", async () => {
    await mkdir(place().path, { recursive: true });
    await chmod(place().path, 0o755);
    await opened(place());
    expect(await mode(place().path)).toBe("755");
  });

  test("loses journals of more than 30 days, and nothing else", async () => {
    const { path } = place();
    await mkdir(path, { recursive: true });
    const day = 24 * 60 * 60;
    const now = CREATED.getTime() / 1000;
    const files: readonly (readonly [name: string, age: number])[] = [
      ["journal-20261001T000000Z-00000000.ndjson", 31 * day],
      // Named long ago and written to since, as the journal of a later run.
      ["journal-20250101T000000Z-00000000.ndjson", 29 * day],
      ["journal-20261022T093000Z-00000001.ndjson", 30 * day - 60],
      ["journal-20261001T000000Z-00000000.ndjson.bak", 400 * day],
      ["my-journal-20261001T000000Z-00000000.ndjson", 400 * day],
      ["journal-mine.ndjson", 400 * day],
      ["notes.txt", 400 * day],
    ];
    for (const [name, age] of files) {
      await writeFile(join(path, name), "");
      await utimes(join(path, name), now - age, now - age);
    }
    const nested = "journal-20240101T000000Z-00000000.ndjson";
    await mkdir(join(path, nested));
    await utimes(join(path, nested), 0, 0);
    const link = "journal-20240101T000000Z-00000001.ndjson";
    await symlink(join(path, "notes.txt"), join(path, link));
    const journal = await opened(place());
    const kept = [...files.slice(1).map(([name]) => name), nested, link];
    const left = (await readdir(path)).filter((name) => join(path, name) !== journal.path);
    expect(left.sort()).toEqual([...kept].sort());
  });
});

describe("the newest journal with leftovers", () => {
  const at = (name: string): string => join(folder, `journal-${name}.ndjson`);
  async function journalAt(name: string, ending?: DeletionOutcome["kind"]): Promise<void> {
    const journal = await opened({ kind: "file", path: at(name) });
    await journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A));
    if (ending === "deleted") journal.outcome(REPOSITORY, deleted(deletionOf(A)));
    await journal.close();
  }

  test("is found by its name, past newer ones without any, of others, and that can't be read", async () => {
    await journalAt("20261101T000000Z-00000000");
    await journalAt("20261102T000000Z-00000000");
    await journalAt("20261103T000000Z-00000000", "deleted");
    await writeFile(at("20261104T000000Z-00000000"), "no journal");
    await mkdir(at("20261105T000000Z-00000000"));
    await journalAt("20261106T000000Z-mine");
    expect(await unfinishedJournal(folder, REPOSITORY)).toBe(at("20261102T000000Z-00000000"));
    expect(await unfinishedJournal(folder, "registry.test/team/other")).toBeUndefined();
  });

  test("is not read where its last line says that nothing is left: most are so", async () => {
    const left = (text: string): string => text.replace('"left":1}', '"left":0}');
    await journalAt("20261101T000000Z-00000000");
    expect(await unfinishedJournal(folder, REPOSITORY)).toBe(at("20261101T000000Z-00000000"));
    const path = at("20261101T000000Z-00000000");
    const text = await readFile(path, "utf8");
    expect(text).toMatch(/\{"kind":"end","left":1\}\n$/);
    await writeFile(path, left(text));
    expect(await unfinishedJournal(folder, REPOSITORY)).toBeUndefined();
    // Another line that has such a member says nothing of the sort.
    await writeFile(path, left(text).replace('"kind":"end"', '"kind":"of a later version"'));
    expect(await unfinishedJournal(folder, REPOSITORY)).toBe(path);
    // Cut off in that line, nobody knows.
    await writeFile(path, left(text).slice(0, -3));
    expect(await unfinishedJournal(folder, REPOSITORY)).toBe(path);
  });

  test("is looked for once in a run, which has its own later", async () => {
    await journalAt("20261101T000000Z-00000000");
    const others = new OtherJournals({ journalFolder: folder });
    const other = at("20261101T000000Z-00000000");
    expect(await others.pathOf("registry.test/team/other")).toBeUndefined();
    await journalAt("20261102T000000Z-00000000");
    expect(await others.pathOf(REPOSITORY)).toBe(other);
  });

  test("counts what failed as left, and not what was left alone", async () => {
    const journal = await opened({ kind: "file", path: at("20261101T000000Z-00000000") });
    await journal.begin(REPOSITORY, [deletionOf(A), deletionOf(B)], bytesOf(A, B));
    const error = new PruneError("no", "Wait.");
    journal.outcome(REPOSITORY, { kind: "failed", deletion: deletionOf(A), error });
    journal.outcome(REPOSITORY, { kind: "spared", deletion: deletionOf(B), reason: { kind: "tags-moved" } });
    await journal.close();
    expect(await readFile(journal.path, "utf8")).toMatch(/\{"kind":"end","left":1\}\n$/);
  });

  test("is none where there is no folder, or what is there is none", async () => {
    expect(await unfinishedJournal(join(folder, "not-there"), REPOSITORY)).toBeUndefined();
    await writeFile(file, "");
    expect(await unfinishedJournal(file, REPOSITORY)).toBeUndefined();
  });
});

describe.skipIf(process.platform === "win32")("a folder that is not this user's own", () => {
  const path = (): string => join(folder, "journals");
  const place = (): JournalPlace => ({ kind: "folder", path: path() });
  const name = "journal-20261101T000000Z-00000000.ndjson";

  /** Makes the folder with a journal in it of which something is left. */
  async function prepared(): Promise<void> {
    await mkdir(path(), { mode: 0o700 });
    const journal = await opened({ kind: "file", path: join(path(), name) });
    await journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A));
    await journal.close();
    expect(await unfinishedJournal(path(), REPOSITORY)).toBe(join(path(), name));
  }

  const isRoot = process.geteuid?.() === 0;
  test.each<[string, boolean, () => Promise<void>]>([
    ["belongs to another user", isRoot, () => chown(path(), 4711, 4711)],
    ["other users may write to it", true, () => chmod(path(), 0o770)],
    ["other users may write to it", true, () => chmod(path(), 0o1777)],
    [
      "it is no folder, but a link",
      true,
      async () => {
        await rename(path(), join(folder, "elsewhere"));
        await symlink(join(folder, "elsewhere"), path());
      },
    ],
  ])("for %s: nothing is written there, and nothing there is believed", async (why, canBe, change) => {
    if (!canBe) return;
    await prepared();
    await change();
    const error = await thrownBy(opened(place()));
    expect(error.message).toContain("is not this user's own");
    expect(error.message).toContain(why);
    expect(error.nextStep).toContain("name a file in journal");
    expect(await readdir(path())).toEqual([name]);
    expect(await unfinishedJournal(path(), REPOSITORY)).toBeUndefined();
  });

  test("is not looked at where the system has no users, and is the system's error where it is not there", async () => {
    await mkdir(path(), { mode: 0o777 });
    await chmod(path(), 0o777);
    const work = (): Promise<string> => Promise.resolve("done");
    await expect(inOwnFolder(path(), work)).rejects.toThrow("other users may write to it");
    const users = Object.getOwnPropertyDescriptor(process, "geteuid");
    Object.defineProperty(process, "geteuid", { value: undefined, configurable: true });
    try {
      expect(await inOwnFolder(path(), work)).toBe("done");
    } finally {
      if (users !== undefined) Object.defineProperty(process, "geteuid", users);
    }
    await expect(inOwnFolder(join(path(), "absent"), work)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("is found out where it is exchanged in the very moment", async () => {
    await mkdir(path(), { mode: 0o700 });
    const work = async (): Promise<void> => {
      await rename(path(), join(folder, "elsewhere"));
      await mkdir(path(), { mode: 0o700 });
    };
    await expect(inOwnFolder(path(), work)).rejects.toThrow("another took its place");
  });
});

describe("a journal", () => {
  test("that is larger than any is not read", async () => {
    await run((journal) => journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
    expect(await leftovers(file)).toEqual([A.digest]);
    await truncate(file, 2 * 1024 ** 3 + 1);
    await expect(readJournal(file)).rejects.toThrow("it has more than 2048 MiB");
  });

  test("that somebody writes to is read as far as it was long", async () => {
    await run((journal) => journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
    const { size } = await stat(file);
    const more = '{"kind":"end","left":0}\n';
    const files = await everyFile();
    const { read } = files;
    const reads = vi.spyOn(files, "read").mockImplementation(async function (this: unknown, ...how: never[]) {
      await appendFile(file, more);
      return Reflect.apply(read, this, how) as never;
    } as never);
    expect((await readJournal(file)).tornLines).toBe(0);
    const positions = reads.mock.calls.map((call) => Number((call as readonly unknown[])[3]));
    // It is looked at once before, whether it is a journal.
    expect(Math.max(...positions)).toBeLessThanOrEqual(size + more.length);
  });
});

test("a schema that is no number is not repeated: it may be any text", async () => {
  await run((journal) => journal.begin(REPOSITORY, [deletionOf(A)], bytesOf(A)));
  await appendFile(file, '{"kind":"run","schema":"hunter2"}\n');
  const error = await thrownBy(readJournal(file));
  expect(error.message).toContain("is of schema another kind");
  expect(error.message).not.toContain("hunter2");
});
