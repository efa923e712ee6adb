import { expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { s3Error } from "../../src/disk/storage/s3-errors.js";

const said = (error: unknown): string => s3Error(error, "images", "looking").message;
const named = (name: string, more: object = {}): Error => Object.assign(new Error("quoted"), { name }, more);

test.each<[string, unknown, string]>([
  ["by its name", named("NoSuchBucket"), "there is no bucket images"],
  ["by the system's code", named("Error", { code: "ECONNRESET" }), "can't be reached"],
  ["by the code of its cause", new Error("x", { cause: { code: "ENOTFOUND" } }), "can't be reached"],
  ["by its words, where the SDK knows no region", new Error("Region is missing"), "region is not known"],
  [
    "by its status, where it has no name",
    named("Unknown", { $metadata: { httpStatusCode: 403 } }),
    "does not let",
  ],
  ["as far as it goes", named("Odd", { $metadata: { httpStatusCode: 418 } }), "answered with Odd (418)"],
  ["without a status", named("Odd", { $metadata: {} }), "answered with Odd while"],
  ["where it is no error", "text", "answered with an error while"],
  ["where it is nothing", null, "answered with an error while"],
])("an error of S3 is said %s", (_, error, words) => {
  expect(said(error)).toContain(words);
  expect(said(error)).not.toContain("quoted");
});

test("an error of ours stays what it is", () => {
  const error = new UnsureError("gaps", "none");
  expect(s3Error(error, "images", "looking")).toBe(error);
});
