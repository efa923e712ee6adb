import { describe, expect, test } from "vitest";
import { isLeftMark, isUntagMark, markIn, untagMark } from "../../src/core/image/untag-mark.js";
import { decodeManifest } from "../../src/core/image/manifest.js";
import { digest } from "../support/snapshots.js";

const { mediaType, text } = untagMark("run 7", "oci");
const mark = JSON.parse(text) as Readonly<Record<string, unknown>>;

describe("the empty index that takes a tag off its image", () => {
  test("is one for OCI, and says whose it is", () => {
    expect(mediaType).toBe("application/vnd.oci.image.index.v1+json");
    expect(mark).toEqual({
      schemaVersion: 2,
      mediaType,
      manifests: [],
      annotations: { "prune-image-tags.untag": "run 7" },
    });
  });

  test.each([
    ["as it was written", mark],
    ["in another order", Object.fromEntries(Object.entries(mark).reverse())],
    ["of another id", JSON.parse(untagMark("", "oci").text)],
    ["of Docker's type", JSON.parse(untagMark("run 7", "docker").text)],
  ])("is known again: %s", (_, body: unknown) => {
    expect(isUntagMark(body)).toBe(true);
    const decoded = decodeManifest((body as { readonly mediaType: string }).mediaType, body);
    expect(decoded).toEqual({ kind: "index", children: [], isUntagMark: true });
    expect(isLeftMark(decoded)).toBe(true);
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a list", [mark]],
    ["an empty object", {}],
    ["one with a member more", { ...mark, subject: { digest: digest("a") } }],
    ["one without its annotations", { ...mark, annotations: undefined }],
    ["one with no annotation", { ...mark, annotations: {} }],
    ["one with a list of annotations", { ...mark, annotations: ["prune-image-tags.untag"] }],
    ["one with a text for annotations", { ...mark, annotations: "prune-image-tags.untag" }],
    ["one with another annotation", { ...mark, annotations: { note: "run 7" } }],
    [
      "one with an annotation more",
      { ...mark, annotations: { "prune-image-tags.untag": "run 7", note: "mine" } },
    ],
    ["one whose id is no text", { ...mark, annotations: { "prune-image-tags.untag": 7 } }],
    ["one of an image's type", { ...mark, mediaType: "application/vnd.oci.image.manifest.v1+json" }],
    ["one that lists something", { ...mark, manifests: [{ digest: digest("a") }] }],
    ["one without a list", { ...mark, manifests: {} }],
    ["one with a text for its list", { ...mark, manifests: "" }],
  ])("is not: %s", (_, body) => {
    expect(isUntagMark(body)).toBe(false);
    expect(markIn(body)).toEqual({});
  });

  test("is nothing that is not there, and no image", () => {
    expect(isLeftMark(undefined)).toBe(false);
    expect(isLeftMark({ kind: "image" })).toBe(false);
  });
});
