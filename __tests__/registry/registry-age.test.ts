import { describe, expect, test } from "vitest";
import { RegistryAge } from "../../src/registry/distribution/longer-tags.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { answer, madeUpCall, madeUpConnection, words } from "../support/made-up-answers.js";
import { REPOSITORY } from "../support/made-up-registry.js";

/** A registry that may be 2.5 or earlier gets care: what shows that it is not has to be its own words, to the letter. */

const CAPITALS = `sha256:${"A".repeat(64)}`;
const NOBODY = `sha256:${"0".repeat(64)}`;
const OWN = { "docker-distribution-api-version": "registry/2.0" };
const PROBED = { errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] };
const errors = (...all: readonly object[]): object => ({ errors: all });

interface Given {
  readonly proof?: HttpResponse;
  readonly serves?: string;
  readonly look?: HttpResponse | "nobody";
  readonly push?: HttpResponse | "nobody";
}

function made({ proof, serves, look = "nobody", push = "nobody" }: Given) {
  const say = (sent: HttpResponse | "nobody"): HttpResponse => {
    if (sent !== "nobody") return sent;
    throw new RegistryError("unreachable", { message: "nobody", nextStep: "Look." });
  };
  const { call, asked } = madeUpCall(() => say(look));
  const age = new RegistryAge(madeUpConnection(() => say(push)).connection, call);
  if (proof !== undefined) age.answeredProbe(proof);
  if (serves !== undefined) age.served(serves);
  return { age, asked };
}

const UP_TO_26 = answer(
  404,
  errors({ code: "MANIFEST_UNKNOWN", detail: { Name: "team/app", Revision: CAPITALS } }),
);
const BLOB = { code: "MANIFEST_BLOB_UNKNOWN", detail: NOBODY };

describe("a registry may take longer tags along", () => {
  test.each<[string, Given, boolean]>([
    ["if nobody answers", {}, true],
    ["if it is 2.6 or earlier, and does not say more", { look: UP_TO_26 }, true],
    [
      "if it is 2.6 or earlier, and has another fault",
      { look: UP_TO_26, push: answer(400, errors(BLOB, BLOB)) },
      true,
    ],
    [
      "if it is 2.6 or earlier, and says it otherwise",
      { look: UP_TO_26, push: answer(404, errors(BLOB)) },
      true,
    ],
    [
      "if it is 2.6 or earlier, and misses another blob",
      { look: UP_TO_26, push: answer(400, errors({ ...BLOB, detail: CAPITALS })) },
      true,
    ],
    [
      "if it is 2.6 or earlier, and says another thing of it",
      { look: UP_TO_26, push: answer(400, errors({ ...BLOB, code: "MANIFEST_INVALID" })) },
      true,
    ],
    ["not if it is 2.6", { look: UP_TO_26, push: answer(400, errors(BLOB)) }, false],
    [
      "not if it takes that for a tag",
      { look: answer(404, errors({ code: "MANIFEST_UNKNOWN", detail: { Tag: CAPITALS } })) },
      false,
    ],
    ["not if it refuses the name", { look: answer(400, words("TAG_INVALID")) }, false],
    ["if it says nothing of it", { look: answer(404, words("MANIFEST_UNKNOWN")) }, true],
    ["if it answers without a list", { look: answer(404, "page") }, true],
    ["not if it serves OCI's types", { serves: "application/vnd.oci.image.index.v1+json" }, false],
    ["if it serves others", { serves: "application/vnd.docker.distribution.manifest.v2+json" }, true],
    ["not if it is another by its words", { proof: answer(404, words("MANIFEST_UNKNOWN")) }, false],
    ["if it is Distribution by its words", { proof: answer(404, PROBED, OWN) }, true],
  ])("%s", async (...[, given, wanted]) => {
    expect(await made(given).age.mayTakeLongerTags(REPOSITORY)).toBe(wanted);
  });

  test("and is asked once, unless nobody answered", async () => {
    const known = made({ look: answer(400, words("TAG_INVALID")) });
    const unknown = made({});
    for (const { age } of [known, unknown, known, unknown]) await age.looksOld(REPOSITORY);
    expect([known, unknown].map(({ asked }) => asked.length)).toEqual([1, 2]);
  });
});

test.each<[string, Given, string, boolean]>([
  ["was not asked", {}, "unseen", false],
  ["is Distribution by words and header", { proof: answer(404, PROBED, OWN) }, "distribution", true],
  ["has its words without its header", { proof: answer(404, PROBED) }, "other", false],
  ["has its header and other words", { proof: answer(404, words("MANIFEST_UNKNOWN"), OWN) }, "other", false],
])("a registry that %s", (...[, given, owner, isDistribution]) => {
  const { age } = made(given);
  expect([age.owner(), age.isDistribution()]).toEqual([owner, isDistribution]);
});

test.each<[string, Given, boolean]>([
  ["2.6 or earlier by the question that only reads", { look: UP_TO_26 }, true],
  [
    "not if it serves OCI's types",
    { look: UP_TO_26, serves: "application/vnd.oci.image.index.v1+json" },
    false,
  ],
  ["not if nobody answers", {}, false],
])("a registry looks old: %s", async (...[, given, wanted]) => {
  expect(await made(given).age.looksOld(REPOSITORY)).toBe(wanted);
});
