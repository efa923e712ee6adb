import { describe, expect, test } from "vitest";
import {
  hasWords,
  isDeleted,
  isPage,
  type AskedFor,
  saysHasTags,
  saysNotThere,
  saysRefused,
} from "../../src/registry/distribution/words/answers.js";
import type { HttpResponse } from "../../src/registry/http/message.js";

function answer(status: number, body = "", headers: HttpResponse["headers"] = {}): HttpResponse {
  return { status, headers, body: Buffer.from(body), url: new URL("https://r.example.com/v2/") };
}
const words = (...codes: readonly unknown[]): string =>
  JSON.stringify({ errors: codes.map((code) => ({ code })) });

describe("that something is not there", () => {
  test.each<[AskedFor, string]>([
    ["tags", "NAME_UNKNOWN"],
    ["tags", "NAME_INVALID"],
    ["manifest", "MANIFEST_UNKNOWN"],
    ["manifest", "NAME_UNKNOWN"],
    ["manifest", "TAG_EXPIRED"],
    ["blob", "BLOB_UNKNOWN"],
    ["blob", "NAME_UNKNOWN"],
  ])("is said of %s by 404 with %s, and by no other status", (question, code) => {
    expect(saysNotThere(question, answer(404, words(code)))).toBe(true);
    expect(
      [200, 400, 401, 403, 410, 500, 503].map((status) =>
        saysNotThere(question, answer(status, words(code))),
      ),
    ).toEqual(Array<boolean>(7).fill(false));
  });

  const others = [
    "",
    "{}",
    "not found",
    "<html>",
    "null",
    '{"errors":null}',
    '{"errors":{"code":"MANIFEST_UNKNOWN"}}',
    '{"code":"MANIFEST_UNKNOWN"}',
    '{"errors":[]}',
    '{"errors":[{"status":"404"}]}',
    '{"errors":["MANIFEST_UNKNOWN"]}',
    words("NOT_FOUND"),
    words("UNKNOWN"),
    words("manifest_unknown"),
    words("MANIFEST_UNKNOWN", "DENIED"),
    words(404),
  ];
  test.each(others)("is not said by 404 with %s", (body) => {
    for (const question of ["tags", "manifest", "blob"] as const) {
      expect(saysNotThere(question, answer(404, body)), question).toBe(false);
    }
  });

  test.each<[AskedFor, string]>([
    ["tags", "MANIFEST_UNKNOWN"],
    ["tags", "BLOB_UNKNOWN"],
    ["manifest", "BLOB_UNKNOWN"],
    ["blob", "MANIFEST_UNKNOWN"],
    ["blob", "TAG_EXPIRED"],
  ])("is not said of %s by %s, which answers another question", (question, code) => {
    expect(saysNotThere(question, answer(404, words(code)))).toBe(false);
  });
});

test.each<[HttpResponse, boolean]>([
  [answer(202), true],
  [answer(204), true],
  ...[200, 201, 205, 302, 404].map((status): [HttpResponse, boolean] => [answer(status), false]),
  [answer(202, "<html>"), false],
  [answer(202, "", { "content-type": "text/html; charset=utf-8" }), false],
])("that a deletion is done: %# is %s", (response, wanted) => {
  expect(isDeleted(response)).toBe(wanted);
});

test.each([
  [400, words("DIGEST_INVALID"), true],
  [401, words("UNAUTHORIZED"), true],
  [403, words("DENIED"), true],
  [405, words("UNSUPPORTED"), true],
  [403, words("FORBIDDEN"), false],
  [403, words("DENIED", "OTHER"), false],
  [403, '{"errors":[{"status":"403"}]}', false],
  [403, "", false],
  [405, words("DIGEST_INVALID"), false],
  [500, words("UNKNOWN"), false],
  [503, words("UNSUPPORTED"), false],
])("that a deletion is refused: %i %s is %s", (status, body, wanted) => {
  expect(saysRefused(answer(status, body))).toBe(wanted);
});

test.each([
  [400, words("GOOGLE_MANIFEST_DANGLING_TAG"), true],
  [400, words("DANGLING_TAG"), true],
  [403, words("DANGLING_TAG"), false],
  [400, words("MANIFEST_INVALID"), false],
  [400, "DANGLING_TAG", false],
])("that an image has tags: %i %s is %s", (status, body, wanted) => {
  expect(saysHasTags(answer(status, body))).toBe(wanted);
});

test.each([
  ["", { "content-type": "text/html" }, true],
  ["", { "content-type": "application/xhtml+xml" }, true],
  ["<!DOCTYPE html><html>", {}, true],
  [" \n<html lang=en>", { "content-type": "application/json" }, true],
  ["<htmlx>", {}, false],
  ["{}", { "content-type": "application/json" }, false],
  ["404 page not found", { "content-type": "text/plain" }, false],
  ["", {}, false],
])("a web page: %j %j is %s", (body, headers, wanted) => {
  expect(isPage(answer(403, body, headers))).toBe(wanted);
});

test.each([
  [words("ANY"), true],
  [words("ANY", ""), false],
  ['{"errors":[{"message":"no"}]}', false],
  ['{"errors":[]}', false],
  ["", false],
])("in words: %s is %s", (body, wanted) => {
  expect(hasWords(answer(500, body))).toBe(wanted);
});
