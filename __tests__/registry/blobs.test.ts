import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Digest, isDigest } from "../../src/core/names/reference.js";
import { readsBlob, sizeOfBlob } from "../../src/registry/distribution/read-blob.js";
import { manifestsAmong } from "../../src/registry/distribution/unclear.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { answer, type Answers, madeUpReading, words } from "../support/made-up-answers.js";
import { REPOSITORY } from "../support/made-up-registry.js";
import { digest } from "../support/snapshots.js";

/** What a registry's answers say about blobs: which are there, how large they are, and whether they are manifests. */

function hashOf(body: string): Digest {
  const made = `sha256:${createHash("sha256").update(body).digest("hex")}`;
  if (!isDigest(made)) throw new TypeError(made);
  return made;
}

const [BLOB, EMPTY] = [digest("blob"), hashOf("")];
const HTML = { "content-type": "text/html" };
const UNKNOWN = answer(404, words("BLOB_UNKNOWN"));

describe("a blob's first byte", () => {
  const reads = (sent: HttpResponse, of: Digest = BLOB) => {
    const { reading } = madeUpReading(() => sent);
    return readsBlob(reading, { repository: REPOSITORY, digest: of });
  };

  test.each<[string, HttpResponse, Digest, boolean]>([
    ["is there in a part", answer(206, "x"), BLOB, true],
    ["is there in all of it", answer(200, "x"), BLOB, true],
    ["is not there in nothing", answer(206), BLOB, false],
    ["need not be there of an empty one", answer(200), EMPTY, true],
    ["need not be there of an empty one, of which no part can be read", answer(416), EMPTY, true],
    ["is not there where the registry says so", UNKNOWN, BLOB, false],
    ["is not there where the registry says so of an empty one", UNKNOWN, EMPTY, false],
  ])("%s", async (...[, sent, of, wanted]) => expect(await reads(sent, of)).toBe(wanted));

  test.each<[string, HttpResponse, Digest]>([
    ["a page", answer(200, "<html>", HTML), BLOB],
    ["a page, of an empty one", answer(416, "<html>", HTML), EMPTY],
    ["that no part can be read", answer(416), BLOB],
    ["a failure", answer(500), EMPTY],
  ])("is not known by %s", async (...[, sent, of]) => {
    await expect(reads(sent, of)).rejects.toBeInstanceOf(RegistryError);
  });
});

describe("a blob's size", () => {
  const length = (bytes: string, more: HttpResponse["headers"] = {}): HttpResponse =>
    answer(200, "", { "content-length": bytes, ...more });
  const elsewhere = { ...answer(403), url: new URL("https://storage.test/blob") };
  const sizeOf = async (sent: HttpResponse, then = UNKNOWN) => {
    const { reading, asked } = madeUpReading((line) => (line.startsWith("HEAD") ? sent : then));
    const size = await sizeOfBlob(reading, { repository: REPOSITORY, digest: BLOB });
    return { size, asked: asked.length };
  };

  test.each<[string, HttpResponse, number | undefined]>([
    ["is that of the answer", length("12"), 12],
    ["is that of the answer, with its digest", length("12", { "docker-content-digest": BLOB }), 12],
    ["is not that of another", length("12", { "docker-content-digest": EMPTY }), undefined],
    ["is not that of a page", length("12", HTML), undefined],
    ["is none that is no number", length("-1"), undefined],
    ["is none that is too large for one", length("9".repeat(20)), undefined],
    ["is none that its storage does not say", elsewhere, undefined],
  ])("%s", async (...[, sent, size]) => expect(await sizeOf(sent)).toEqual({ size, asked: 1 }));

  test("is none of what is not there, by the answer to GET", async () => {
    expect(await sizeOf(answer(404))).toEqual({ size: undefined, asked: 2 });
    await expect(sizeOf(answer(404), answer(404, "no page"))).rejects.toBeInstanceOf(RegistryError);
    await expect(sizeOf(answer(500))).rejects.toBeInstanceOf(RegistryError);
  });
});

describe("what an index lists and does not say what it is", () => {
  const NO_MANIFEST = answer(404, words("MANIFEST_UNKNOWN"));
  const [text, config, image] = ["some bytes", `{"os":"linux"}`, `{"schemaVersion":2}`];
  /** Finds out whether these bytes are a manifest, where a manifest and a blob are answered so. */
  const among = async (...given: readonly [string, HttpResponse, HttpResponse, bytes?: number]) => {
    const [content, manifest, blob, bytes = 9] = given;
    const listed = [{ digest: hashOf(content), bytes }];
    const peeked: boolean[] = [];
    const answers: Answers = (line, { peeks }) => {
      if (line.startsWith("GET manifests/")) return manifest;
      peeked.push(peeks === true);
      return blob;
    };
    const found = await manifestsAmong(madeUpReading(answers).reading, { repository: REPOSITORY, listed });
    return { isManifest: found.size === 1, peeked };
  };
  const LARGE = 4 * 1024 * 1024 + 1;

  test.each<[string, Parameters<typeof among>, boolean, readonly boolean[]]>([
    ["is a manifest that is there", [image, answer(200, image), answer(500)], true, []],
    ["is a manifest where the registry has neither", [image, NO_MANIFEST, UNKNOWN], true, [true]],
    ["is a blob where the registry has that alone", [text, NO_MANIFEST, answer(206, "s")], false, [true]],
    ["is a blob that it can't read as a manifest", [text, answer(500), answer(200, text)], false, [false]],
    ["is a blob that is JSON", [config, answer(500), answer(200, config)], false, [false]],
    ["is a blob that is null", ["null", answer(500), answer(200, "null")], false, [false]],
    [
      "is a blob too large for a manifest, and not read",
      [text, answer(500), answer(206, "s"), LARGE],
      false,
      [true],
    ],
  ])("%s", async (...[, given, isManifest, peeked]) => {
    expect(await among(...given)).toEqual({ isManifest, peeked });
  });

  test.each<[string, Parameters<typeof among>]>([
    ["a manifest among the blobs that it fails to read", [image, answer(500), answer(200, image)]],
    ["no blob either", [text, answer(500), UNKNOWN]],
    ["no blob of that size", [text, answer(500), UNKNOWN, LARGE]],
  ])("is not known where the registry fails, and has %s", async (...[, given]) => {
    await expect(among(...given)).rejects.toBeInstanceOf(RegistryError);
  });
});
