import { chmod, chown, mkdir, mkdtemp, readdir, rm, statfs, symlink, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { makeSmallDisk } from "../../scripts/small-disk.mjs";
import type { Deletion } from "../../src/core/plan/deletion.js";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import type { JournalPlace } from "../../src/run/journal/journal.js";
import { type MovingJournal, openMoving } from "../../src/run/journal/moving-journal.js";
import { isOwnFolder, privateFolder, privatePath } from "../../src/run/journal/private-folder.js";
import { readJournal } from "../../src/run/journal/read.js";
import { everyFile, systemError } from "../support/local-disk.js";

const REPOSITORY = "registry.test/team/app";
const ORIGIN = { tool: "test", created: new Date() };

afterEach(() => {
  vi.restoreAllMocks();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "moving-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An image of some kilobytes, and its deletion. */
function image(name: string): {
  readonly deletion: Deletion & { readonly digest: Digest };
  readonly body: Buffer;
} {
  const body = Buffer.from(JSON.stringify({ name, filler: "x".repeat(6000) }));
  const digest = `sha256:${createHash("sha256").update(body).digest("hex")}` as Digest;
  const deletion = {
    kind: "manifest",
    digest,
    tags: [name as Tag],
    parents: [],
    after: [],
    orphanOf: [],
  } as const;
  return { deletion, body };
}

const ONE = image("1.0.0");
const TWO = image("1.1.0");
const THREE = image("1.2.0");
const IMAGES = [ONE, TWO, THREE];

const read = (digest: Digest) => {
  const found = IMAGES.find(({ deletion }) => deletion.digest === digest);
  return Promise.resolve(found && { mediaType: "application/json", body: found.body });
};

interface Opened {
  readonly journal: MovingJournal;
  readonly opened: readonly { readonly path: string; readonly why?: string }[];
  readonly lines: readonly string[];
}

async function open(
  first: JournalPlace | undefined,
  spare: readonly string[],
  isLogTaken?: () => Promise<boolean>,
): Promise<Opened> {
  const opened: { path: string; why?: string }[] = [];
  const lines: string[] = [];
  const journal = await openMoving(
    {
      first,
      spare,
      onOpen: (path, why) => opened.push({ path, ...(why === undefined ? {} : { why }) }),
      onLogged: (line) => lines.push(line),
      isLogTaken,
    },
    ORIGIN,
  );
  return { journal, opened, lines };
}

async function contents(path: string | undefined) {
  const { repositories, tornLines } = await readJournal(path ?? "");
  return { ...repositories.get(REPOSITORY), tornLines };
}

describe("a disk that fills up while the run deletes", () => {
  test.each(["folder", "file"] as const)(
    "loses nothing: the journal goes on elsewhere with all that it has (%s)",
    async (kind) => {
      const disk = await makeSmallDisk({ mebibytes: 1, kinds: ["tmpfs"] });
      if (disk === undefined) return;
      onTestFinished(() => disk.unmount());
      const spare = await newFolder();
      const first = { kind, path: join(disk.path, kind === "file" ? "journal" : "own") } as const;
      const { journal, opened } = await open(first, [join(spare, "not-there"), spare]);
      await journal.begin(REPOSITORY, [ONE.deletion], read);
      journal.outcome(REPOSITORY, { kind: "deleted", deletion: ONE.deletion });
      const { bfree, bsize } = await statfs(disk.path);
      // One page is left, into which a part of the next record fits.
      await writeFile(join(disk.path, "others"), Buffer.alloc((bfree - 1) * bsize));
      await journal.begin(REPOSITORY, [TWO.deletion], read);
      await journal.begin(REPOSITORY, [THREE.deletion], read);
      journal.outcome(REPOSITORY, { kind: "deleted", deletion: TWO.deletion });
      await journal.close();

      const path = journal.path();
      expect(dirname(path ?? "")).toBe(privatePath(spare));
      expect(opened).toHaveLength(2);
      expect(opened[1]).toMatchObject({ path, why: expect.stringContaining("the disk is full") as string });
      const { manifests, leftovers, tags } = await contents(path);
      expect([...(manifests?.keys() ?? [])]).toEqual(IMAGES.map(({ deletion }) => deletion.digest));
      expect([...(tags?.keys() ?? [])]).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
      expect([...(leftovers ?? [])]).toContain(THREE.deletion.digest);
      // A file of the user's own stays; this program's own would only tell later runs of what is done.
      const left = await readdir(kind === "file" ? disk.path : first.path);
      expect(left).toEqual(kind === "file" ? ["journal", "others"] : []);
    },
  );

  test("that is nowhere goes on in the log, and from there to a file as soon as one takes it", async () => {
    const folder = await newFolder();
    const { journal, opened, lines } = await open({ kind: "folder", path: folder }, []);
    await journal.begin(REPOSITORY, [ONE.deletion], read);
    const files = await everyFile();
    const write = vi.spyOn(files, "write").mockRejectedValue(systemError("ENOSPC"));
    await journal.begin(REPOSITORY, [TWO.deletion], read);
    expect(journal.path()).toBeUndefined();
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual([
      "run",
      "manifest",
      "deletion",
    ]);
    write.mockRestore();
    await journal.begin(REPOSITORY, [THREE.deletion], read);
    await journal.close();
    const { manifests, tornLines } = await contents(journal.path());
    expect([...(manifests?.keys() ?? [])]).toEqual(IMAGES.map(({ deletion }) => deletion.digest));
    expect([tornLines, opened.length]).toEqual([0, 2]);
    expect(lines).toHaveLength(3);
  });

  test("more than a log can hold is not written there, so it is not deleted", async () => {
    const { journal, lines } = await open(undefined, []);
    const many = Array.from({ length: 200 }, (_, number) => image(`2.0.${number}`));
    const bytes = new Map(many.map(({ deletion, body }) => [deletion.digest, body]));
    const begun = journal.begin(
      REPOSITORY,
      many.map(({ deletion }) => deletion),
      (digest) =>
        Promise.resolve({ mediaType: "application/json", body: bytes.get(digest) ?? Buffer.alloc(0) }),
    );
    await expect(begun).rejects.toThrow(
      "can be written down nowhere but in the log, and it is too much for that",
    );
    expect(lines).toEqual([]);
  });
});

describe("a log that has the journal, and that nobody reads", () => {
  test("is no place for it, so nothing is deleted; one that is read is", async () => {
    let isRead = true;
    const { journal } = await open(undefined, [], () => Promise.resolve(isRead));
    await journal.begin(REPOSITORY, [ONE.deletion], read);
    isRead = false;
    const unread = "can be written down nowhere but in the log, and nobody reads that";
    await expect(journal.begin(REPOSITORY, [TWO.deletion], read)).rejects.toThrow(unread);
    // What was lost in between is not there for a reader who comes back.
    isRead = true;
    await expect(journal.begin(REPOSITORY, [THREE.deletion], read)).rejects.toThrow(unread);
  });
});

describe("a journal that can't be opened where it was to be", () => {
  test.each(["ENOSPC", "EDQUOT", "EROFS"])(
    "in a file that the user names is elsewhere (%s)",
    async (code) => {
      const spare = await newFolder();
      const files = await everyFile();
      vi.spyOn(files, "write").mockRejectedValueOnce(systemError(code));
      const { journal } = await open({ kind: "file", path: join(await newFolder(), "journal") }, [spare]);
      await journal.close();
      expect(dirname(journal.path() ?? "")).toBe(privatePath(spare));
    },
  );

  test("in a file that the user names wrongly is an error", async () => {
    const spare = await newFolder();
    await writeFile(join(spare, "file"), "");
    const wrong = { kind: "file", path: join(spare, "file", "journal") } as const;
    await expect(open(wrong, [spare])).rejects.toThrow("can't be written");
  });

  test("in a file that is no journal is an error, and the file stays", async () => {
    const spare = await newFolder();
    await writeFile(join(spare, "file"), "my diary");
    await expect(open({ kind: "file", path: join(spare, "file") }, [spare])).rejects.toThrow("is no journal");
    expect(await readdir(spare)).toEqual(["file"]);
  });

  test("in a folder of this program's own is elsewhere, and leaves no empty file", async () => {
    const [own, spare] = [await newFolder(), await newFolder()];
    const files = await everyFile();
    vi.spyOn(files, "write").mockRejectedValueOnce(systemError("ENOSPC"));
    const { journal } = await open({ kind: "folder", path: own }, [spare]);
    await journal.close();
    expect([dirname(journal.path() ?? ""), await readdir(own)]).toEqual([privatePath(spare), []]);
  });
});

describe("a user's own folder among those of others", () => {
  const asRoot = test.skipIf(process.getuid?.() !== 0);

  test("is made for this user alone, and found again", async () => {
    const parent = await newFolder();
    const path = await privateFolder(parent);
    expect([path, await isOwnFolder(path)]).toEqual([privatePath(parent), true]);
    expect(await privateFolder(parent)).toBe(path);
  });

  const TAKEN: readonly (readonly [string, (path: string) => Promise<void>])[] = [
    ["a link", async (path) => symlink(await newFolder(), path)],
    ["a file", (path) => writeFile(path, "")],
    [
      "a folder that others may write to",
      async (path) => {
        await mkdir(path);
        await chmod(path, 0o770);
      },
    ],
  ];
  test.each(TAKEN)("is another where %s has its name", async (_, take) => {
    const parent = await newFolder();
    await take(privatePath(parent));
    const path = await privateFolder(parent);
    expect(path).not.toBe(privatePath(parent));
    expect([basename(path), await isOwnFolder(path)]).toEqual([
      expect.stringMatching(/^prune-image-tags-.{6}$/),
      true,
    ]);
  });

  asRoot("is another where somebody else has made it", async () => {
    const parent = await newFolder();
    await mkdir(privatePath(parent), { mode: 0o700 });
    await chown(privatePath(parent), 61_234, 61_234);
    expect(await isOwnFolder(privatePath(parent))).toBe(false);
    expect(await privateFolder(parent)).not.toBe(privatePath(parent));
  });

  test("is not made where everybody may put another in its place", async () => {
    const parent = await newFolder();
    await chmod(parent, 0o777);
    await expect(privateFolder(parent)).rejects.toThrow("lets every user replace");
    await chmod(parent, 0o1777);
    expect(await privateFolder(parent)).toBe(privatePath(parent));
  });
});
