import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { type Digest, isDigest, type Tag } from "../../src/core/names/reference.js";
import { readManifest, readOrRecall } from "../../src/registry/distribution/read-manifest.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import type { ManifestCache } from "../../src/registry/port/manifest-cache.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { answer, type Answers, madeUpReading, words } from "../support/made-up-answers.js";
import { REPOSITORY } from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

/** What a manifest is goes by its bytes, whatever a header says: a run that believes another digest deletes another image. */

const IMAGE = "application/vnd.oci.image.manifest.v1+json";
const INDEX = "application/vnd.oci.image.index.v1+json";
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";
const TAG = tag("1.0.0");

function hashOf(body: Buffer | string): Digest {
  const made = `sha256:${createHash("sha256").update(body).digest("hex")}`;
  if (!isDigest(made)) throw new TypeError(made);
  return made;
}

function image(name: string, more: object = {}): Buffer {
  return Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: IMAGE, layers: [], name, ...more }));
}

/** The answer with these bytes, and this header for their digest. */
function served(body: Buffer, said?: string, type = IMAGE): HttpResponse {
  return answer(200, body, {
    "content-type": type,
    ...(said === undefined ? {} : { "docker-content-digest": said }),
  });
}

const [ours, theirs] = [image("ours"), image("theirs")];
/** Schema 1, signed as libtrust does. */
const PAYLOAD = `{"schemaVersion":1,"fsLayers":[]}`;
const HEAD = Buffer.from(JSON.stringify({ formatLength: PAYLOAD.length - 1, formatTail: "fQ" }));
const signed = (header: Buffer): Buffer =>
  Buffer.from(`${PAYLOAD.slice(0, -1)},"signatures":[{"protected":"${header.toString("base64url")}"}]}`);

describe("a manifest", () => {
  const read = async (reference: Tag | Digest, sent: HttpResponse) => {
    const { reading } = madeUpReading((line) =>
      line.startsWith("HEAD") ? answer(200, "", { "docker-content-digest": line.slice(15) }) : sent,
    );
    return (await readManifest(reading, { repository: REPOSITORY, reference }))?.digest;
  };

  test.each<[string, Tag | Digest, HttpResponse, Buffer | string]>([
    ["by its tag, with its digest", TAG, served(ours, hashOf(ours)), ours],
    ["by its tag, without one", TAG, served(ours), ours],
    ["by its tag, with something else in its place", TAG, served(ours, "garbage"), ours],
    ["by its digest", hashOf(ours), served(ours, hashOf(ours)), ours],
    [
      "that bears signatures and is no schema 1",
      TAG,
      served(image("a", { signatures: [] })),
      image("a", { signatures: [] }),
    ],
    ["of schema 1, by its payload", TAG, served(signed(HEAD), hashOf(PAYLOAD), SCHEMA1), PAYLOAD],
    ["of schema 1, without a digest", TAG, served(signed(HEAD), undefined, SCHEMA1), PAYLOAD],
    [
      "of schema 1, by all of its bytes",
      TAG,
      served(signed(HEAD), hashOf(signed(HEAD)), SCHEMA1),
      signed(HEAD),
    ],
  ])("%s is what its bytes are", async (...[, reference, sent, body]) => {
    expect(await read(reference, sent)).toBe(hashOf(body));
  });

  const sha384 = `sha384:${"a".repeat(96)}`;
  test.each<[string, Tag | Digest, HttpResponse, string]>([
    ["by its tag, with another's digest", TAG, served(ours, hashOf(theirs)), "its bytes are not what"],
    [
      "by its digest, of another",
      hashOf(ours),
      served(theirs, hashOf(theirs)),
      "it is not what its digest says",
    ],
    [
      "by its digest, of another that says none",
      hashOf(ours),
      served(theirs),
      "it is not what its digest says",
    ],
    ["with a digest that can't be worked out", TAG, served(ours, sha384), "its digest is made by sha384"],
    [
      "of schema 1, with another's digest",
      TAG,
      served(signed(HEAD), hashOf(ours), SCHEMA1),
      "its bytes are not what",
    ],
    [
      "of schema 1, with a broken signature",
      TAG,
      served(signed(ours), undefined, SCHEMA1),
      "its bytes are not what",
    ],
    ["that is no object, and another's", TAG, served(Buffer.from("[]"), hashOf(ours)), "1.0.0"],
  ])("%s can't be trusted", async (...[, reference, sent, why]) => {
    const reading = read(reference, sent);
    await expect(reading).rejects.toThrow(why);
    await expect(reading).rejects.toBeInstanceOf(UnsureError);
  });

  test("of schema 1 is asked for under its digest where it was read by a tag, and not twice", async () => {
    const { reading, asked } = madeUpReading(() => served(signed(HEAD), hashOf(PAYLOAD), SCHEMA1));
    for (const reference of [TAG, hashOf(PAYLOAD)]) {
      await readManifest(reading, { repository: REPOSITORY, reference });
    }
    const of = `manifests/${hashOf(PAYLOAD)}`;
    expect(asked).toEqual([`GET manifests/${TAG}`, `HEAD ${of}`, `GET ${of}`]);
  });

  test("that could not be read for what it lists fails as that did", async () => {
    const list = { schemaVersion: 2, mediaType: INDEX, manifests: [{ digest: digest("part"), size: 5 }] };
    const { reading } = madeUpReading((line) =>
      line.endsWith(TAG) ? served(Buffer.from(JSON.stringify(list)), undefined, INDEX) : answer(500),
    );
    const failing = readManifest(reading, { repository: REPOSITORY, reference: TAG });
    await expect(failing).rejects.toBeInstanceOf(RegistryError);
  });
});

describe("a manifest that an earlier run read", () => {
  /** Reads with a memory of these manifests, and of where the tag pointed; returns what was asked and found. */
  async function recalled(reference: Tag | Digest, known: readonly Buffer[], answers: Answers) {
    const bytes = new Map(known.map((body) => [hashOf(body), body]));
    const [hint] = bytes.keys();
    const memory: ManifestCache = {
      of: () =>
        Promise.resolve({
          digestOf: () => hint,
          bytesOf: (of) => bytes.get(of),
          note: () => undefined,
        }),
    };
    const { reading, asked } = madeUpReading(answers);
    const { found, isRecalled } = await readOrRecall(reading, memory, { repository: REPOSITORY, reference });
    return { asked: asked.map((line) => line.slice(0, 4).trim()), found: found?.digest, isRecalled };
  }
  /** A registry that has this manifest, and says so to HEAD. */
  const has =
    (body: Buffer, head = hashOf(body) as string | undefined): Answers =>
    (line) =>
      line.startsWith("GET")
        ? served(body, hashOf(body))
        : answer(200, "", head === undefined ? {} : { "docker-content-digest": head });

  test.each<[string, Tag | Digest, readonly Buffer[], Answers, Buffer, readonly string[]]>([
    ["is not read again by its tag", TAG, [ours], has(ours), ours, ["HEAD"]],
    ["is not read again by its digest", hashOf(ours), [ours], has(ours), ours, ["HEAD"]],
    ["is known where a tag was moved to it", TAG, [theirs, ours], has(ours), ours, ["HEAD"]],
    ["is not asked for where nothing is remembered of it", TAG, [], has(ours), ours, ["GET"]],
    ["is read where the tag has moved elsewhere", TAG, [theirs], has(ours), ours, ["HEAD", "GET"]],
    [
      "is read where the answer does not say its digest",
      TAG,
      [ours],
      has(ours, "none"),
      ours,
      ["HEAD", "GET"],
    ],
    [
      "is read where another digest is said of its own",
      hashOf(ours),
      [ours, theirs],
      has(ours, hashOf(theirs)),
      ours,
      ["HEAD", "GET"],
    ],
  ])("%s", async (...[, reference, known, answers, found, asked]) => {
    const isRecalled = !asked.includes("GET");
    expect(await recalled(reference, known, answers)).toEqual({ asked, found: hashOf(found), isRecalled });
  });

  test("is gone where the registry says so by now", async () => {
    const answers: Answers = (line) => answer(404, line.startsWith("GET") ? words("MANIFEST_UNKNOWN") : "");
    expect(await recalled(TAG, [ours], answers)).toMatchObject({ isRecalled: false, found: undefined });
  });
});
