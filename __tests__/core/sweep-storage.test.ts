import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { readManifestFile } from "../../src/core/sweep/manifest.js";
import { parsePath, type StoredFile } from "../../src/core/sweep/path.js";
import type { TextReadResult } from "../../src/core/sweep/contents.js";
import { planSweep } from "../../src/core/sweep/sweep.js";
import { digest } from "../support/snapshots.js";

const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
const DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
const [a, b, c] = [digest("a"), digest("b"), digest("c")];
const config = { digest: a, size: 1 };
const layers = [{ digest: b, size: 2 }];
const HEX = a.slice(7);

describe("a stored manifest", () => {
  const blobs = [
    { digest: a, bytes: 1 },
    { digest: b, bytes: 2 },
  ];
  test.each([
    [{ schemaVersion: 2, mediaType: OCI_IMAGE, config, layers }, "image", blobs],
    [{ schemaVersion: 2, mediaType: DOCKER_IMAGE, config, layers }, "image", blobs],
    [{ schemaVersion: 2, config, layers, subject: { digest: c } }, "image", blobs],
    [{ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [{ digest: c }] }, "index", []],
    [{ schemaVersion: 2, mediaType: DOCKER_LIST, manifests: [] }, "index", []],
    [{ schemaVersion: 2, manifests: [{ digest: c }] }, "index", []],
    [
      {
        schemaVersion: 2,
        mediaType: OCI_INDEX,
        manifests: [
          { digest: a, size: 1, mediaType: "application/vnd.oci.image.layer.v1.tar" },
          { digest: c, size: 9, mediaType: OCI_IMAGE },
          { digest: b, size: 2, mediaType: "application/octet-stream" },
        ],
      },
      "index",
      blobs,
    ],
    [
      { schemaVersion: 2, config, layers: [{ digest: b, size: 0 }] },
      "image",
      [
        { digest: a, bytes: 1 },
        { digest: b, bytes: 0 },
      ],
    ],
    [
      { schemaVersion: 1, fsLayers: [{ blobSum: a }, { blobSum: a }] },
      "schema1",
      [{ digest: a }, { digest: a }],
    ],
  ])("%j is read", (body, kind, wanted) => {
    const { manifest, blobs: found } = readManifestFile(JSON.stringify(body));
    expect(manifest.kind).toBe(kind);
    expect(found).toEqual(wanted);
  });

  test.each([
    ["no JSON", "sha256"],
    ["a list", "[]"],
    ["no version", { config, layers }],
    ["an unknown version", { schemaVersion: 3, config, layers }],
    ["an unknown type", { schemaVersion: 2, mediaType: "application/json", config, layers }],
    ["a type that is no text", { schemaVersion: 2, mediaType: 2, config, layers }],
    ["both shapes", { schemaVersion: 2, config, layers, manifests: [] }],
    ["neither shape", { schemaVersion: 2 }],
    ["a configuration in an index", { schemaVersion: 2, config, manifests: [] }],
    ["layers in an index", { schemaVersion: 2, layers, manifests: [] }],
    ["schema 1's version and an image's type", { schemaVersion: 1, mediaType: OCI_IMAGE, fsLayers: [] }],
    ["a layer whose size is a text", { schemaVersion: 2, config, layers: [{ digest: b, size: "1" }] }],
    ["half a byte in a layer", { schemaVersion: 2, config, layers: [{ digest: b, size: 1.5 }] }],
    ["no config", { schemaVersion: 2, layers }],
    ["no layers", { schemaVersion: 2, config }],
    ["layers that are no list", { schemaVersion: 2, config, layers: {} }],
    ["a layer without a digest", { schemaVersion: 2, config, layers: [{ size: 1 }] }],
    ["a layer with half a digest", { schemaVersion: 2, config, layers: [{ digest: "sha256:abc", size: 1 }] }],
    ["a layer without a size", { schemaVersion: 2, config, layers: [{ digest: b }] }],
    ["a layer of less than nothing", { schemaVersion: 2, config, layers: [{ digest: b, size: -1 }] }],
    ["a key as Go reads it too", { schemaVersion: 2, config, layers: [], Layers: layers }],
    ["such a key in a layer", { schemaVersion: 2, config, layers: [{ digest: b, Digest: c, size: 1 }] }],
    ["such a key in a child", { schemaVersion: 2, manifests: [{ digest: b, DIGEST: c }] }],
    ["schema 1 without layers", { schemaVersion: 1 }],
    ["schema 1 with half a layer", { schemaVersion: 1, fsLayers: [{ blobSum: "a" }] }],
  ])("with %s is not guessed at", (_, body) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    expect(() => readManifestFile(text)).toThrow(UnsureError);
  });
});

describe("a path", () => {
  test.each([
    ["team/app/_manifests/tags/1.0/current/link", "file", { kind: "tag", tag: "1.0", isCurrent: true }],
    ["team/app/_manifests/tags/1.0", "folder", { kind: "tag", tag: "1.0", isCurrent: false }],
    [
      `team/app/_manifests/tags/1.0/index/sha256/${HEX}/link`,
      "file",
      { kind: "tag-entry", tag: "1.0", digest: a },
    ],
    [
      `team/app/_manifests/revisions/sha256/${HEX}/link`,
      "file",
      { kind: "revision", digest: a, isLink: true },
    ],
    [`team/app/_manifests/revisions/sha256/${HEX}`, "folder", { kind: "revision", digest: a, isLink: false }],
    [
      `team/app/_manifests/revisions/sha256/${HEX}/signatures/sha256/${HEX}/link`,
      "file",
      { kind: "revision", digest: a, isLink: false },
    ],
    [`team/app/_layers/sha256/${HEX}/link`, "file", { kind: "layer", digest: a, isLink: true }],
    ["team/app/_uploads/1/startedat", "file", { kind: "upload", id: "1", isStart: true }],
    ["team/app/_uploads/1/hashstates/sha256/0", "file", { kind: "upload", id: "1", isStart: false }],
    ["team/app/_manifests/tags/1.0/current/link.7.tmp", "file", { kind: "other" }],
    [`team/app/_uploads/1/_layers/${HEX}.tmp`, "file", { kind: "upload", id: "1", isStart: false }],
    ["team/app/_layers/link.tmp/link", "file", { kind: "strange" }],
    ["team/app/_manifests/tags/1.0/index/sha256/abc/link", "file", { kind: "strange" }],
    [`team/app/_manifests/tags/.1/index/sha256/${HEX}/link`, "file", { kind: "strange" }],
    ["team/app/_layers/sha256", "folder", { kind: "other" }],
    ["team/app/_manifests", "folder", { kind: "other" }],
    ["team/app/_manifests", "file", { kind: "strange" }],
    ["team/app/_manifests/tags/1.0/current/link", "folder", { kind: "strange" }],
    ["team/app/_manifests/tags/1.0/current", "file", { kind: "strange" }],
    ["team/app/_manifests/tags/1.0/other", "folder", { kind: "strange" }],
    ["team/app/_layers/sha256/abc/link", "file", { kind: "strange" }],
    ["team/app/_layers/sha256", "unreadable", { kind: "strange" }],
    ["team/app/_refs", "folder", { kind: "strange" }],
  ] as const)("%s as a %s", (path, kind, role) =>
    expect(parsePath({ path: `repositories/${path}`, kind })).toEqual({ repository: "team/app", role }),
  );

  test.each(["repositories", "repositories/team", "repositories/team/app"])("%s is no repository's", (path) =>
    expect(parsePath({ path, kind: "folder" })).toBeUndefined(),
  );
});

describe("a plan", () => {
  const file = (path: string, modified: number): StoredFile => ({ path, kind: "file", bytes: 1, modified });
  const plan = (
    files: readonly StoredFile[],
    more: { texts?: Record<string, string>; multipart?: readonly { path: string; initiated: number }[] } = {},
  ): ReturnType<typeof planSweep> => {
    const texts = Object.entries(more.texts ?? {}).map(([path, text]): [string, TextReadResult] => [
      path,
      { kind: "text", text },
    ]);
    return planSweep({
      inventory: {
        files,
        multipartUploads: (more.multipart ?? []).map((one) => ({ ...one, uploadId: "id" })),
      },
      contents: { texts: new Map(texts), manifests: new Map() },
      limits: { now: Date.parse("2024-01-03T00:00:00Z"), uploadsOlderThan: 24 * 60 * 60 * 1000 },
    });
  };
  const START = "repositories/app/_uploads/1/startedat";
  const DATA = "repositories/app/_uploads/1/data";
  const young = Date.parse("2024-01-02T12:00:00Z");
  const old = Date.parse("2024-01-01T00:00:00Z");

  test.each([
    ["2024-01-01T23:59:59Z", young, true],
    ["2024-01-02T00:00:00Z", old, false],
    ["2024-01-02T01:59:59+02:00", young, true],
    ["2024-01-02T02:00:00.5+02:00", old, false],
    ["2030-01-01T00:00:00Z", old, false],
    ["", old, true],
    ["", young, false],
    ["1", young, false],
    ["2024-13-01T00:00:00Z", young, false],
  ])("an upload that began %j, its data written at %d: gone %s", (began, modified, isGone) => {
    const files = [file(START, old), file(DATA, modified)];
    expect(plan(files, { texts: { [START]: began } }).removals).toHaveLength(isGone ? 1 : 0);
  });

  test("an upload that nothing dates but its folder goes by that", () => {
    const folder = { path: "repositories/app/_uploads/1", kind: "folder", bytes: 0 } as const;
    expect(plan([{ ...folder, modified: young }]).removals).toEqual([]);
    expect(plan([{ ...folder, modified: old }]).removals).toHaveLength(1);
  });

  test("an upload whose files are old goes, however young its folder is", () => {
    const folder = { path: "repositories/app/_uploads/1", kind: "folder", bytes: 0 } as const;
    expect(plan([{ ...folder, modified: young }, file(DATA, old)]).removals).toHaveLength(1);
    expect(plan([{ ...folder, modified: old }, file(DATA, young)]).removals).toEqual([]);
  });

  test("parts of an upload to S3 go where its folder does", () => {
    const files = [file(START, old), file(DATA, old)];
    const gone = plan(files, { multipart: [{ path: DATA, initiated: old }] });
    expect(gone.removals.map(({ kind }) => kind)).toEqual(["multipart-upload", "empty-repository"]);
  });

  test("parts of an upload to S3 that are just as old as the limit stay", () => {
    const limit = Date.parse("2024-01-02T00:00:00Z");
    expect(plan([], { multipart: [{ path: DATA, initiated: limit }] }).removals).toEqual([]);
    expect(plan([], { multipart: [{ path: DATA, initiated: limit - 1 }] }).removals).toHaveLength(1);
  });

  test("parts of an upload to S3 go when they are old, and its folder does not stay", () => {
    const path = DATA;
    expect(plan([], { multipart: [{ path, initiated: old }] }).removals).toMatchObject([
      { kind: "multipart-upload", repository: "app", upload: { path } },
    ]);
    expect(plan([], { multipart: [{ path, initiated: young }] }).removals).toEqual([]);
    expect(
      plan([], { multipart: [{ path: "repositories/app/_layers/x", initiated: old }] }).removals,
    ).toEqual([]);
    const files = [file(START, young)];
    expect(plan(files, { multipart: [{ path, initiated: old }] }).removals).toEqual([]);
  });

  test("what stands where repositories do, or can't be looked into, is said and left", () => {
    const files: readonly StoredFile[] = [
      file("repositories/_uploads/1/startedat", old),
      { path: "repositories/team", kind: "unreadable", bytes: 0, modified: old },
    ];
    expect(plan(files)).toMatchObject({
      removals: [],
      unsure: [
        { repository: "team", keeps: "everything" },
        { repository: "repositories", keeps: "everything" },
      ],
    });
  });

  test("a blob by another algorithm's name keeps all layers of its repository", () => {
    const named = `sha512:${"0".repeat(128)}` as typeof a;
    const revision = `repositories/app/_manifests/revisions/sha256/${HEX}/link`;
    const layerFiles = [1, 2].map((n) =>
      file(`repositories/app/_layers/sha256/${String(n).repeat(64)}/link`, old),
    );
    const planned = (digests: readonly (typeof a)[]): number =>
      planSweep({
        inventory: { files: [file(revision, old), ...layerFiles], multipartUploads: [] },
        contents: {
          texts: new Map([[revision, { kind: "text", text: a }]]),
          manifests: new Map([
            [
              a,
              {
                kind: "manifest",
                manifest: { kind: "image" },
                blobs: digests.map((one) => ({ digest: one })),
              },
            ],
          ]),
        },
        limits: { now: young, uploadsOlderThan: 0 },
      }).removals.length;
    expect(planned([b])).toBe(1);
    expect(planned([named])).toBe(0);
  });
});
