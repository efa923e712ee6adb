import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { internBlobs } from "../../src/core/image/intern-blobs.js";
import {
  type Blob,
  blobsOf,
  decodeManifest,
  type Manifest,
  unclearIn,
} from "../../src/core/image/manifest.js";
import { digest } from "../support/snapshots.js";

const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
const OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
const DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";
const UNSIGNED = "application/vnd.docker.distribution.manifest.v1+json";
const [a, b] = [digest("a"), digest("b")];
const schema1 = (more: object): object => ({ schemaVersion: 1, fsLayers: [], ...more });

test("manifests that name the same blob share what they say of it, where that is the same", () => {
  const image = (...blobs: readonly Blob[]): Manifest => ({ kind: "image", blobs, bytes: 7 });
  const given = [
    image({ digest: a, bytes: 1 }, { digest: b, bytes: 2 }),
    image({ digest: a, bytes: 1 }, { digest: b, bytes: 3 }),
    image({ digest: b }),
    image({ digest: b, bytes: 2 }),
    { kind: "index", children: [a] } as const,
    { kind: "schema1" } as const,
  ];
  const shared = given.map(internBlobs());
  expect(shared).toEqual(given);
  const [first, second, , fourth] = shared.map(blobsOf);
  expect(second?.[0]).toBe(first?.[0]);
  expect(fourth?.[0]).toBe(first?.[1]);
});

describe("a manifest", () => {
  test.each([
    [OCI_INDEX, { manifests: [{ digest: a }, { digest: b }] }, { kind: "index", children: [a, b] }],
    [DOCKER_LIST, { mediaType: DOCKER_LIST, manifests: [] }, { kind: "index", children: [] }],
    [OCI_INDEX, { manifests: null }, { kind: "index", children: [] }],
    [OCI_INDEX, { manifests: [], subject: { digest: a } }, { kind: "index", children: [], subject: a }],
    [OCI_IMAGE, { config: {}, layers: [] }, { kind: "image", blobs: [] }],
    [DOCKER_IMAGE, { mediaType: DOCKER_IMAGE }, { kind: "image", blobs: [] }],
    [OCI_IMAGE, { subject: { digest: a } }, { kind: "image", subject: a, blobs: [] }],
    [
      OCI_IMAGE,
      { config: { digest: a, size: 7 }, layers: [{ digest: b, size: 9 }, { digest: "sha256:abc" }, null] },
      {
        kind: "image",
        blobs: [
          { digest: a, bytes: 7 },
          { digest: b, bytes: 9 },
        ],
      },
    ],
    [
      DOCKER_IMAGE,
      {
        layers: [
          { digest: a, size: 7, mediaType: "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip" },
          { digest: a, size: 7, urls: ["https://elsewhere.example.com/layer"] },
          { digest: b, urls: [] },
        ],
      },
      { kind: "image", blobs: [{ digest: b }] },
    ],
    [SCHEMA1, schema1({}), { kind: "schema1", blobs: [] }],
    [
      SCHEMA1,
      schema1({ fsLayers: [{ blobSum: a }, { blobSum: "" }] }),
      { kind: "schema1", blobs: [{ digest: a }] },
    ],
    [UNSIGNED, schema1({}), { kind: "schema1", blobs: [] }],
    [UNSIGNED, schema1({ mediaType: SCHEMA1 }), { kind: "schema1", blobs: [] }],
    // As Distribution 2.1 sends it, which knows no other kind.
    ["application/json", schema1({}), { kind: "schema1", blobs: [] }],
    // Sent as a file that the server knows nothing about; the body says what it is.
    ["application/octet-stream", { mediaType: OCI_INDEX, manifests: [] }, { kind: "index", children: [] }],
    ["text/plain", { mediaType: DOCKER_IMAGE }, { kind: "image", blobs: [] }],
    ["", { mediaType: DOCKER_LIST, manifests: [{ digest: a }] }, { kind: "index", children: [a] }],
  ])("%s %j", (mediaType, body, wanted) => expect(decodeManifest(mediaType, body)).toEqual(wanted));

  test.each([
    ["an unknown media type", "application/vnd.oci.artifact.manifest.v1+json", {}],
    ["no JSON", OCI_IMAGE, undefined],
    ["a list", OCI_IMAGE, []],
    ["another type in it", OCI_IMAGE, { mediaType: OCI_INDEX }],
    ["an image that lists manifests", OCI_IMAGE, { manifests: [] }],
    ["an index without manifests", OCI_INDEX, {}],
    ["a child without a digest", OCI_INDEX, { manifests: [{}] }],
    ["a child with half a digest", OCI_INDEX, { manifests: [{ digest: "sha256:abc" }] }],
    ["a subject without a digest", OCI_IMAGE, { subject: {} }],
    ["layers in an index", OCI_INDEX, { manifests: [], layers: [] }],
    ["schema 1's layers in an index", OCI_INDEX, { manifests: [], fsLayers: [] }],
    ["schema 1's layers in an image", OCI_IMAGE, { layers: [], fsLayers: [] }],
    ["schema 1's version in an image", OCI_IMAGE, { schemaVersion: 1, layers: [] }],
    ["schema 1's version in an index", OCI_INDEX, { schemaVersion: 1, manifests: [] }],
    ["an index that was sent as schema 1", SCHEMA1, { schemaVersion: 2, manifests: [{ digest: a }] }],
    ["an index in schema 1's version", SCHEMA1, schema1({ manifests: [{ digest: a }] })],
    ["an index's own type in schema 1", SCHEMA1, schema1({ mediaType: OCI_INDEX })],
    ["an image that was sent as schema 1", SCHEMA1, { schemaVersion: 2, config: {}, layers: [] }],
    ["nothing that was sent as schema 1", SCHEMA1, {}],
    ["a list that was sent as schema 1", SCHEMA1, []],
    ["schema 1's own type in an image", OCI_IMAGE, { mediaType: SCHEMA1 }],
    ["another version in schema 1", SCHEMA1, schema1({ schemaVersion: 2 })],
    ["schema 1 without layers", SCHEMA1, { schemaVersion: 1 }],
    ["no type at all", "application/json", { schemaVersion: 2, manifests: [{ digest: a }] }],
    ["a type that nobody knows", "application/json", { mediaType: "application/json", manifests: [] }],
    ["a number for its type", "application/json", { mediaType: 7, manifests: [] }],
    ["another shape than its own type", "application/json", { mediaType: OCI_IMAGE, manifests: [] }],
    ["schema 1 with an index in it", "application/json", schema1({ manifests: [] })],
  ])("with %s is not guessed at", (_, mediaType, body) =>
    expect(() => decodeManifest(mediaType, body)).toThrow(UnsureError),
  );
});

test.each<[unknown, object]>([
  [0, { bytes: 0 }],
  [Number.MAX_SAFE_INTEGER, { bytes: Number.MAX_SAFE_INTEGER }],
  [Number.MAX_SAFE_INTEGER + 1, {}],
  [-1, {}],
  [1.5, {}],
  [NaN, {}],
  ["7", {}],
  [undefined, {}],
])("a layer that says %j for its size", (size, wanted) => {
  expect(blobsOf(decodeManifest(OCI_IMAGE, { layers: [{ digest: a, size }] }))).toEqual([
    { digest: a, ...wanted },
  ]);
});

const OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
const DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
const CREATED = "org.opencontainers.image.created";
const DAY = "2024-05-06T07:08:09Z";

describe("what an index lists", () => {
  const BUILDKIT = "application/vnd.buildkit.cacheconfig.v0";
  const listed = (mediaType?: unknown): object => ({ digest: a, size: 7, mediaType });

  test.each([
    OCI_INDEX,
    DOCKER_LIST,
    OCI_IMAGE,
    DOCKER_IMAGE,
    SCHEMA1,
    `${OCI_IMAGE}; charset=utf-8`,
    ` ${OCI_IMAGE} ; charset=utf-8`,
    OCI_IMAGE.toUpperCase(),
  ])("is a manifest by the media type %s", (mediaType) => {
    const body = { manifests: [listed(mediaType)] };
    expect(decodeManifest(OCI_INDEX, body, () => false)).toEqual({ kind: "index", children: [a] });
    expect(unclearIn(body)).toEqual([]);
  });

  test.each([
    "application/vnd.oci.image.layer.v1.tar+gzip",
    "application/vnd.docker.image.rootfs.diff.tar.gzip",
    BUILDKIT,
    "application/vnd.in-toto+json",
    "application/octet-stream",
    OCI_CONFIG,
  ])("is a blob by the media type %s", (mediaType) => {
    const body = { manifests: [listed(mediaType), { digest: b, mediaType: OCI_IMAGE }] };
    const wanted = { kind: "index", children: [b], blobs: [{ digest: a, bytes: 7 }] };
    expect(decodeManifest(DOCKER_LIST, body, () => true)).toEqual(wanted);
    expect(unclearIn(body)).toEqual([]);
  });

  test.each([
    undefined,
    null,
    "",
    7,
    "application/vnd.oci.artifact.manifest.v1+json",
    "application/x.index+json",
  ])("is to be found out where its media type is %j", (mediaType) => {
    const body = { manifests: [listed(mediaType)] };
    expect(unclearIn(body)).toEqual([{ digest: a, bytes: 7 }]);
    expect(
      unclearIn({ manifests: [{ ...listed(mediaType), urls: ["https://x.example.com"] }] }),
    ).toHaveLength(1);
    expect(decodeManifest(OCI_INDEX, body, () => true)).toEqual({ kind: "index", children: [a] });
    expect(decodeManifest(OCI_INDEX, body, () => false)).toMatchObject({
      children: [],
      blobs: [{ digest: a }],
    });
  });

  test.each([null, [], {}, { manifests: {} }])("is nothing unclear in %j", (body) => {
    expect(unclearIn(body)).toEqual([]);
  });

  test("is not guessed at without a digest, whatever its type", () => {
    const body = { manifests: [{ mediaType: BUILDKIT, size: 7 }] };
    expect(() => decodeManifest(OCI_INDEX, body)).toThrow(UnsureError);
  });
});

describe("an image's configuration", () => {
  test.each([
    [OCI_IMAGE, { mediaType: OCI_CONFIG, digest: a, size: 7 }, a],
    [DOCKER_IMAGE, { mediaType: DOCKER_CONFIG, digest: a, size: 7 }, a],
    // A chart's and a signature's are no images', and what has no type or digest can't be read.
    [OCI_IMAGE, { mediaType: "application/vnd.cncf.helm.config.v1+json", digest: a, size: 7 }, undefined],
    [OCI_IMAGE, { mediaType: "application/vnd.oci.empty.v1+json", digest: a, size: 2 }, undefined],
    [OCI_IMAGE, { digest: a, size: 7 }, undefined],
    [OCI_IMAGE, { mediaType: OCI_CONFIG, size: 7 }, undefined],
    [OCI_IMAGE, { mediaType: OCI_CONFIG, digest: "sha256:abc" }, undefined],
    [OCI_IMAGE, null, undefined],
  ])("%s %j is %s", (mediaType, config, wanted) => {
    const manifest = decodeManifest(mediaType, { config, layers: [{ digest: b, size: 9 }] });
    expect(manifest.kind === "image" ? manifest.config : "none").toBe(wanted);
    if (wanted === undefined) expect(manifest).not.toHaveProperty("config");
  });

  test("is none of an index", () => {
    const body = { manifests: [], config: { mediaType: OCI_CONFIG, digest: a } };
    expect(decodeManifest(OCI_INDEX, body)).toEqual({ kind: "index", children: [] });
  });
});

describe("the date that a manifest says itself", () => {
  const history = (created: unknown): unknown =>
    schema1({
      history: [
        { v1Compatibility: JSON.stringify({ id: "x", created }) },
        { v1Compatibility: JSON.stringify({ id: "y", created: "2020-01-01T00:00:00Z" }) },
      ],
    });

  test.each([
    ["an image's annotation", OCI_IMAGE, { annotations: { [CREATED]: DAY } }],
    ["an index's annotation", OCI_INDEX, { manifests: [], annotations: { [CREATED]: DAY } }],
    ["the first of schema 1's history, which is the newest", SCHEMA1, history(DAY)],
  ])("%s", (_, mediaType, body) => {
    expect(decodeManifest(mediaType, body)).toMatchObject({ created: Date.parse(DAY) });
  });

  test.each([
    ["no annotation", OCI_IMAGE, {}],
    ["another annotation", OCI_IMAGE, { annotations: { "org.opencontainers.image.version": DAY } }],
    ["annotations that are none", OCI_IMAGE, { annotations: [DAY] }],
    ["a made-up date", OCI_IMAGE, { annotations: { [CREATED]: "1970-01-01T00:00:00Z" } }],
    ["a number", OCI_IMAGE, { annotations: { [CREATED]: 1714979289 } }],
    ["no history", SCHEMA1, schema1({})],
    ["no list of a history", SCHEMA1, schema1({ history: {} })],
    ["an empty history", SCHEMA1, schema1({ history: [] })],
    ["a history of nothing", SCHEMA1, schema1({ history: [null] })],
    ["a history that is no JSON", SCHEMA1, schema1({ history: [{ v1Compatibility: "{" }] })],
    ["a history of a list", SCHEMA1, schema1({ history: [{ v1Compatibility: "[]" }] })],
    ["a history of no text", SCHEMA1, schema1({ history: [{ v1Compatibility: { created: DAY } }] })],
    ["a made-up date in a history", SCHEMA1, history("0001-01-01T00:00:00Z")],
  ])("is none: %s", (_, mediaType, body) => {
    expect(decodeManifest(mediaType, body)).not.toHaveProperty("created");
  });
});
