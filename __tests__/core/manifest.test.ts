import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/errors.js";
import { decodeManifest } from "../../src/core/manifest.js";
import { digest } from "../support/snapshots.js";

const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
const OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
const DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";
const [a, b] = [digest("a"), digest("b")];

describe("a manifest", () => {
  test.each([
    [OCI_INDEX, { manifests: [{ digest: a }, { digest: b }] }, { kind: "index", children: [a, b] }],
    [DOCKER_LIST, { mediaType: DOCKER_LIST, manifests: [] }, { kind: "index", children: [] }],
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
          { digest: b },
        ],
      },
      { kind: "image", blobs: [{ digest: b }] },
    ],
    [SCHEMA1, {}, { kind: "schema1", blobs: [] }],
    [SCHEMA1, { fsLayers: [{ blobSum: a }, { blobSum: "" }] }, { kind: "schema1", blobs: [{ digest: a }] }],
    ["application/vnd.docker.distribution.manifest.v1+json", {}, { kind: "schema1", blobs: [] }],
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
  ])("with %s is not guessed at", (_, mediaType, body) =>
    expect(() => decodeManifest(mediaType, body)).toThrow(UnsureError),
  );
});
