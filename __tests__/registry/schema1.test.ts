import { expect, test } from "vitest";
import { schema1Digest } from "../../src/registry/distribution/schema1-digest.js";
import { hash } from "../support/contract.js";

/** Signs a manifest as libtrust does: the signatures stand before the payload's tail, which each repeats. */
function signed(payload: string, tail: string, header: object = {}): Buffer {
  const head = payload.slice(0, payload.length - tail.length);
  const fields = {
    formatLength: head.length,
    formatTail: Buffer.from(tail).toString("base64url"),
    ...header,
  };
  const text = Buffer.from(JSON.stringify(fields)).toString("base64url");
  return Buffer.from(`${head},\n "signatures": [{"signature":"AA","protected":"${text}"}]${tail}`);
}

const TAIL = "\n}";
const payload = `{\n "schemaVersion": 1,\n "fsLayers": []${TAIL}`;

test("the digest of schema 1 is that of what was signed", () => {
  expect(schema1Digest("sha256", signed(payload, TAIL))).toBe(hash(Buffer.from(payload)));
  expect(schema1Digest("sha256", Buffer.from(payload))).toBe(hash(Buffer.from(payload)));
});

test.each([
  ["no length", { formatLength: undefined }],
  ["a length of text", { formatLength: "9" }],
  ["a length below one", { formatLength: -1 }],
  ["a length that is no whole number", { formatLength: 9.5 }],
  ["a length beyond its end", { formatLength: 9999 }],
  ["no tail", { formatTail: undefined }],
  ["a number for its tail", { formatTail: 7 }],
])("and is not known where the signature has %s", (_, header) => {
  expect(schema1Digest("sha256", signed(payload, TAIL, header))).toBeUndefined();
});

test.each([
  '{"signatures":[]}',
  '{"signatures":{}}',
  '{"signatures":[{"protected":"!"}]}',
  '{"signatures":[null]}',
])("and is not known of %s", (body) => expect(schema1Digest("sha256", Buffer.from(body))).toBeUndefined());

test("nor by another algorithm", () => {
  expect(schema1Digest("md5", Buffer.from(payload))).toBeUndefined();
});
