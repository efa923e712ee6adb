import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { type Digest, isDigest } from "../../src/core/names/reference.js";
import type { ManifestBytes } from "../../src/registry/port/registry.js";
import { createSpool, type Spool } from "../../src/run/journal/spool.js";
import { closeBehind, everyFile, systemError, writesInPieces } from "../support/local-disk.js";

/** A folder for temporary files that this test has for itself. */
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "prune-spool-"));
  vi.stubEnv("TMPDIR", folder);
  return async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  };
});

function found(body: Buffer, mediaType = "application/json"): { readonly digest: Digest } & ManifestBytes {
  const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
  if (!isDigest(digest)) throw new Error(digest);
  return { digest, mediaType, body };
}

/** One that holds so many bytes in memory: by default none, so that all is written. */
function spool(holds = -1): Spool {
  const made = createSpool(holds);
  onTestFinished(() => made.close());
  return made;
}

describe("bytes that are put aside", () => {
  test("come back as they are", async () => {
    const manifests = ['{"a":1}', "{\r\n}\r\n", Buffer.from([0xff, 0x00, 0xc3, 0x28]), ""].map(
      (body, index) => found(Buffer.from(body as string), `application/${index}`),
    );
    const made = spool();
    for (const manifest of manifests) await made.keep(manifest);
    for (const { digest, mediaType, body } of manifests) {
      expect(await made.read(digest)).toEqual({ mediaType, body });
    }
    expect(await made.read(found(Buffer.from("never kept")).digest)).toBeUndefined();
  });

  test("don't run into each other where many come at once, some twice", async () => {
    const manifests = Array.from({ length: 200 }, (_, index) => found(Buffer.alloc(1 + index * 97, index)));
    const made = spool();
    await Promise.all([...manifests, ...manifests].map((manifest) => made.keep(manifest)));
    const read = await Promise.all(manifests.map(({ digest }) => made.read(digest)));
    expect(read.map((each) => found(each?.body ?? Buffer.alloc(0)).digest)).toEqual(
      manifests.map(({ digest }) => digest),
    );
  });

  test("are refused where they are more than there is room for, and what is aside stays", async () => {
    const made = createSpool(10, 100);
    onTestFinished(() => made.close());
    const [first, second] = [found(Buffer.alloc(60, "a")), found(Buffer.alloc(41, "b"))];
    await made.keep(first);
    await made.keep(first);
    await expect(made.keep(second)).rejects.toThrow("which is more than is put aside");
    await made.keep(found(Buffer.alloc(40, "c")));
    expect((await made.read(first.digest))?.body).toEqual(first.body);
    expect(await made.read(second.digest)).toBeUndefined();
  });

  test("are written once for a digest", async () => {
    const made = spool();
    const write = vi.spyOn(await everyFile(), "write");
    const manifest = found(Buffer.from("{}"));
    await Promise.all([made.keep(manifest), made.keep(manifest)]);
    await made.keep(manifest);
    expect(write).toHaveBeenCalledTimes(1);
  });

  test("are in no file before there are more than memory is to hold, and then together", async () => {
    const made = createSpool(10);
    onTestFinished(() => made.close());
    const write = vi.spyOn(await everyFile(), "write");
    const manifests = ["12345", "67890", "!"].map((text) => found(Buffer.from(text)));
    const written: number[] = [];
    for (const manifest of [...manifests, found(Buffer.from("held"))]) {
      await made.keep(manifest);
      written.push(write.mock.calls.length);
    }
    expect(written).toEqual([0, 0, 1, 1]);
    for (const { digest, mediaType, body } of manifests) {
      expect(await made.read(digest)).toEqual({ mediaType, body });
    }
  });

  test("are waited for by all that come while they are being written", async () => {
    const made = spool();
    const files = await everyFile();
    let release: (() => void) | undefined;
    const { write } = files;
    vi.spyOn(files, "write").mockImplementationOnce(async function (this: unknown, ...how) {
      await new Promise<void>((resolve) => (release = resolve));
      return Reflect.apply(write, this, how);
    });
    const first = made.keep(found(Buffer.from("1")));
    let isKept = false;
    const second = made.keep(found(Buffer.from("2"))).then(() => (isKept = true));
    await vi.waitUntil(() => release !== undefined);
    expect(isKept).toBe(false);
    release?.();
    await Promise.all([first, second]);
  });

  test("are whole where the disk takes them in pieces", async () => {
    const made = spool();
    await writesInPieces();
    const manifests = [found(Buffer.from("0123456789")), found(Buffer.from("abcdefg"))];
    await Promise.all(manifests.map((manifest) => made.keep(manifest)));
    for (const { digest, mediaType, body } of manifests) {
      expect(await made.read(digest)).toEqual({ mediaType, body });
    }
  });
});

describe("what others see", () => {
  test.skipIf(process.platform === "win32")("no file, from the start", async () => {
    const made = spool();
    expect(await readdir(folder)).toEqual([]);
    await made.keep(found(Buffer.from("{}")));
    expect(await readdir(folder)).toEqual([]);
  });

  test("nothing after its end, which may come twice", async () => {
    const made = spool();
    await made.close();
    await made.close();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("a disk that refuses", () => {
  test("a full one: says so, and that nothing was deleted", async () => {
    const made = spool();
    vi.spyOn(await everyFile(), "write").mockRejectedValue(systemError("ENOSPC"));
    const manifest = found(Buffer.from("{}"));
    const error: unknown = await made.keep(manifest).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PruneError);
    expect(error).toMatchObject({
      message: `the manifests that were read can't be put aside: a temporary file in ${folder} can't be written: the disk is full`,
      nextStep: expect.stringContaining("Nothing was deleted.") as string,
    });
    // One that comes later is not kept either, for what came before it is not written.
    vi.restoreAllMocks();
    await expect(made.keep(found(Buffer.from("[]")))).rejects.toBe(error);
    expect((await made.read(manifest.digest))?.body).toEqual(manifest.body);
  });

  test.skipIf(process.platform === "win32")("no folder for temporary files: another one serves", async () => {
    vi.stubEnv("TMPDIR", join(folder, "not-there"));
    const made = spool();
    const manifest = found(Buffer.from("{}"));
    await made.keep(manifest);
    expect((await made.read(manifest.digest))?.body).toEqual(manifest.body);
  });

  test.skipIf(process.platform === "win32")(
    "one that fills up keeps what it has, and another goes on",
    async () => {
      const made = spool();
      const [before, after] = [found(Buffer.from("[1]")), found(Buffer.from("[2]"))];
      await made.keep(before);
      vi.spyOn(await everyFile(), "write").mockRejectedValueOnce(systemError("ENOSPC"));
      await made.keep(after);
      for (const { digest, body } of [before, after]) expect((await made.read(digest))?.body).toEqual(body);
    },
  );

  test.skipIf(process.platform === "win32")(
    "a file that can't be closed is no failure of the run",
    async () => {
      const made = spool();
      const write = vi.spyOn(await everyFile(), "write");
      await made.keep(found(Buffer.from("{}")));
      closeBehind(write.mock.contexts[0]);
      await made.close();
    },
  );

  test("a spool that is closed, or shorter than it was, has no bytes to give", async () => {
    const made = spool();
    const manifest = found(Buffer.from("{}"));
    await made.keep(manifest);
    vi.spyOn(await everyFile(), "read").mockResolvedValueOnce({ bytesRead: 1, buffer: Buffer.alloc(0) });
    await expect(made.read(manifest.digest)).rejects.toThrow(/can't be read: it is shorter than/);
    await made.close();
    await expect(made.read(manifest.digest)).rejects.toBeInstanceOf(PruneError);
  });
});
