import { describe, expect, test } from "vitest";
import { createNotThere } from "../../src/registry/distribution/words/not-there.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { answer, madeUpCall, words } from "../support/made-up-answers.js";
import { REPOSITORY } from "../support/made-up-registry.js";
import { digest } from "../support/snapshots.js";

/** A 404 in other words than the specification's is believed where the registry says the same of what can't exist, and is seen to answer itself. */

const HTML = { "content-type": "text/html" };
const SHOWN = digest("shown");

/** Asks whether an answer says that something is not there, of a registry that answers so of what can't exist, of what it has shown, and with its tags. */
async function says(
  sent: HttpResponse,
  {
    zero = sent,
    shown,
    tags = answer(500),
  }: { zero?: HttpResponse; shown?: HttpResponse; tags?: HttpResponse },
): Promise<boolean> {
  const { call } = madeUpCall((line) => {
    if (line === `GET manifests/${SHOWN}`) return shown ?? answer(500);
    return line === "GET tags/list" ? tags : zero;
  });
  const notThere = createNotThere(call);
  if (shown !== undefined) notThere.read(REPOSITORY, SHOWN);
  return notThere.says("manifest", REPOSITORY, sent);
}

const [NORAS, HARBORS] = [answer(404), answer(404, words("NOT_FOUND"))];
const THERE = answer(200, "{}");

describe("a 404 in other words", () => {
  test.each<[string, HttpResponse, Parameters<typeof says>[1], boolean]>([
    ["is believed without a body", NORAS, { shown: THERE }, true],
    ["is believed with a code", HARBORS, { shown: THERE }, true],
    ["is not that of another code", HARBORS, { zero: answer(404, words("OTHER")), shown: THERE }, false],
    ["is not believed of a text", answer(404, "404 page not found"), { shown: THERE }, false],
    ["is not believed of a page", answer(404, "", HTML), { shown: THERE }, false],
    ["is none with another status", answer(410), { shown: THERE }, false],
    ["is not believed where what was shown is not there", NORAS, { shown: NORAS }, false],
    [
      "is not believed where a page stands for what was shown",
      NORAS,
      { shown: answer(200, "", HTML) },
      false,
    ],
    ["is believed where there is no tag yet", NORAS, { tags: answer(200, { tags: [] }) }, true],
    ["is believed where there is null for no tag", NORAS, { tags: answer(200, { tags: null }) }, true],
    ["is not believed where there is a tag", NORAS, { tags: answer(200, { tags: ["1.0.0"] }) }, false],
    ["is not believed where the tags are a text", NORAS, { tags: answer(200, { tags: "" }) }, false],
    ["is not believed where the list failed", NORAS, { tags: answer(404, { tags: [] }) }, false],
    ["is not believed where the list is none", NORAS, { tags: answer(200, "[]") }, false],
  ])("%s", async (...[, sent, registry, wanted]) => expect(await says(sent, registry)).toBe(wanted));

  test("is not believed where nobody answers, and a mistake of this program is that mistake", async () => {
    const failing = (error: Error): Promise<boolean> => {
      const { call } = madeUpCall(() => {
        throw error;
      });
      return createNotThere(call).says("blob", REPOSITORY, NORAS);
    };
    const refused = new RegistryError("unreachable", { message: "nobody", nextStep: "Look." });
    expect(await failing(refused)).toBe(false);
    await expect(failing(new TypeError("no function"))).rejects.toThrow("no function");
  });
});
