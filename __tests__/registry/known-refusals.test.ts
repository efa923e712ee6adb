import { describe, expect, test } from "vitest";
import { deleteRefusal, refusal } from "../../src/registry/distribution/refusals.js";
import { KNOWN_REFUSALS, knownRefusal } from "../../src/registry/distribution/words/known-refusals.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { ANSWERS, says } from "../support/refusal-answers.js";

/** The refusals that products are known for, in their own answers, by their documents or as their users report them. */
const HOST = "r.example.com";
const DOING = "deleting team/app@sha256:…";

function answer(status: number, body: unknown, headers: HttpResponse["headers"] = {}): HttpResponse {
  return { status, headers, body: Buffer.from(JSON.stringify(body)), url: new URL(`https://${HOST}/v2/`) };
}

describe("a refusal that a product is known for", () => {
  test.each(ANSWERS)("%s has its words and a next step", (...[, status, body, kind, step]) => {
    const error = refusal(HOST, answer(status, body), DOING);
    expect(error).toMatchObject({ kind, nextStep: expect.stringMatching(step) as string });
    expect(error.message).toMatch(/^r\.example\.com .*\d{3}.* while deleting/);
    // As the answer to a probe it stops the run with the same words.
    const probe = deleteRefusal(HOST, answer(status, body), { repository: "team/app", isUnknown: false });
    expect(probe).toMatchObject({ kind });
  });

  test("may need no message with its code", () => {
    const body = { errors: [{ code: "REGISTRY_DISALLOWED_OPERATION" }] };
    expect(knownRefusal(HOST, answer(405, body), DOING)).toMatchObject({ kind: "not-deletable" });
  });

  test("of each there is an example", () => {
    const met = ANSWERS.map(([, status, body]) =>
      KNOWN_REFUSALS.findIndex(
        ({ nextStep }) => nextStep === knownRefusal(HOST, answer(status, body), DOING)?.nextStep,
      ),
    );
    expect([...met].sort((a, b) => a - b)).toEqual(KNOWN_REFUSALS.map((_, index) => index));
  });

  test.each([
    ["a page that says so", 403, "locked"],
    ["the words with another status", 500, says("PRECONDITION", "immutable")],
    ["a code without its words", 403, says("DENIED", "access is denied")],
    ["no list of errors", 412, { code: "PRECONDITION", message: "immutable" }],
  ])("is not %s", (_, status, body) => {
    expect(knownRefusal(HOST, answer(status, body), DOING)).toBeUndefined();
  });
});

describe("a registry that deletes nothing", () => {
  const REFUSED = says("UNSUPPORTED", "The operation is unsupported.");
  test.each([
    ["123456789012.dkr.ecr.eu-central-1.amazonaws.com", {}, /ecr:BatchDeleteImage/],
    [HOST, { "x-jfrog-version": "Artifactory/7.90.1 79001900" }, /virtual repository/],
    [HOST, { server: "Nexus/3.89.0-09 (PRO)" }, /proxy or group/],
    [HOST, { "gitlab-container-registry-version": "4.14.0-gitlab" }, /gitlab\.rb/],
    [HOST, {}, /REGISTRY_STORAGE_DELETE_ENABLED/],
  ])("%s %j is told in its own words", (host, headers, step) => {
    const error = deleteRefusal(host, answer(405, REFUSED, headers), { repository: "app", isUnknown: false });
    expect(error).toMatchObject({ kind: "deletes-off", nextStep: expect.stringMatching(step) as string });
  });
});
