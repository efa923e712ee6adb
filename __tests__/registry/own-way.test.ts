import { describe, expect, test } from "vitest";
import type { Untags } from "../../src/core/image/graph.js";
import { proveEcrs } from "../../src/registry/distribution/own/ecr.js";
import {
  deleteInOwnWay,
  type OwnAnswer,
  type OwnUntag,
} from "../../src/registry/distribution/own/own-untag.js";
import { findOwnProduct, proveOwnUntag } from "../../src/registry/distribution/own/untag.js";
import { withOwnUntag } from "../../src/registry/distribution/own/with-own-untag.js";
import type { Http } from "../../src/registry/http/http.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { type RegistryAbilities, RegistryError, type Right } from "../../src/registry/port/registry.js";
import { answer, madeUpCall, madeUpConnection, words } from "../support/made-up-answers.js";
import { REPOSITORY } from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

/** A product's own way to delete a tag: what proves it, and what is believed of its answers. A tag that is deleted twice may be somebody else's. */

const HTML = { "content-type": "text/html" };
const TAG = "1.0.0";
const NO_TAG = answer(404, words("MANIFEST_UNKNOWN"));
const refused = (): never => {
  throw new RegistryError("unreachable", { message: "nobody", nextStep: "Look." });
};
const mistake = (): never => {
  throw new TypeError("no function");
};

describe("Amazon ECR's answer", () => {
  const PLACE = { account: "123456789012", region: "eu-central-1", api: "https://ecr.test" };
  const site = (sent: (body: string) => HttpResponse) => ({
    place: PLACE,
    http: { send: ({ body }) => Promise.resolve().then(() => sent(String(body))) } as Http,
    keys: { id: "id", secret: "secret" },
    onSecret: () => undefined,
  });
  const namedIn = (body: string): string =>
    (JSON.parse(body) as { imageIds: [{ imageTag: string }] }).imageIds[0].imageTag;
  const notFound = (imageTag: string): HttpResponse =>
    answer(200, { failures: [{ imageId: { imageTag }, failureCode: "ImageNotFound" }], imageIds: [] });

  /** The meaning of an answer to the deletion of a tag that was seen at an image, if it was. */
  async function means(sent: HttpResponse, at = digest("a") as ReturnType<typeof digest> | undefined) {
    const { way } = await proveEcrs(
      site((body) => notFound(namedIn(body))),
      REPOSITORY,
    );
    const said = way?.understand(sent, { repository: REPOSITORY, tag: TAG, at });
    return said !== undefined && "error" in said ? `${said.kind}: ${said.error.kind}` : said?.kind;
  }
  const done = (imageDigest?: string, imageTag = TAG): HttpResponse =>
    answer(200, { failures: [], imageIds: [{ imageTag, imageDigest }] });
  const failure = (failureCode: string, imageTag = TAG): HttpResponse =>
    answer(200, { failures: [{ imageId: { imageTag }, failureCode }], imageIds: [] });

  test.each<[string, HttpResponse, string]>([
    ["that it is done", done(digest("a")), "deleted"],
    ["that it is done, without an image", done(), "deleted"],
    ["that it is done, at another image", done(digest("b")), "failed: unproven"],
    ["that another tag is gone", done(digest("a"), "2.0.0"), "doubt: unexpected-answer"],
    ["that there is none", failure("ImageNotFound"), "gone"],
    ["that there is none of another", failure("ImageNotFound", "2.0.0"), "doubt: unexpected-answer"],
    ["that it keeps it", failure("ImageReferencedByManifestList"), "failed: not-deletable"],
    ["that it is done, by a failure", { ...done(), status: 500 }, "doubt: unexpected-answer"],
    ["nothing", answer(200, "null"), "doubt: unexpected-answer"],
    ["lists that are none", answer(200, { failures: {}, imageIds: "" }), "doubt: unexpected-answer"],
    ["no right", answer(400, { __type: "a.b#AccessDeniedException" }), "failed: forbidden"],
    ["wrong keys", answer(403, { __type: "UnrecognizedClientException:http://x" }), "failed: unauthorized"],
    ["another code", answer(400, { __type: "RepositoryNotFoundException" }), "failed: unexpected-answer"],
    ["no code", answer(400, {}), "doubt: unexpected-answer"],
    ["a code with a failure", answer(500, { __type: "AccessDeniedException" }), "doubt: unexpected-answer"],
    ["a code with a redirect", answer(307, { __type: "AccessDeniedException" }), "doubt: unexpected-answer"],
  ])("of %s is %s", async (_, sent, wanted) => expect(await means(sent)).toBe(wanted));

  test("is believed of a tag of which nobody saw the image", async () => {
    const { way } = await proveEcrs(
      site((body) => notFound(namedIn(body))),
      REPOSITORY,
    );
    const target = { repository: REPOSITORY, tag: TAG, at: undefined };
    expect(way?.understand(done(digest("b")), target)).toEqual({ kind: "deleted" });
  });

  test.each<[string, (body: string) => HttpResponse, Untags]>([
    ["none of a made-up tag", (body) => notFound(namedIn(body)), "shared"],
    ["that it deleted one", (body) => done(undefined, namedIn(body)), "unclear"],
    ["wrong keys", () => answer(400, { __type: "ExpiredTokenException" }), "wrong-keys"],
    ["no right", () => answer(400, { __type: "AccessDeniedException" }), "no-right"],
    ["a failure", () => answer(500), "unclear"],
    ["none", refused, "unclear"],
  ])("of %s, to the first question, is %s", async (_, sent, untags) => {
    const { untags: found, way } = await proveEcrs(site(sent), REPOSITORY);
    expect({ found, hasWay: way !== undefined }).toEqual({ found: untags, hasWay: untags === "shared" });
  });

  test("is a mistake of this program where it is one; without keys nothing is asked", async () => {
    await expect(proveEcrs(site(mistake), REPOSITORY)).rejects.toThrow("no function");
    expect(await proveEcrs({ ...site(mistake), keys: undefined }, REPOSITORY)).toEqual({ untags: "no-keys" });
  });
});

describe("a registry's product", () => {
  const FEATURES = { "gitlab-container-registry-features": "other, tag_delete" };
  const product = (first: HttpResponse, second = answer(200)) => {
    const answers = [first, second];
    const { connection, asked } = madeUpConnection(() => answers.shift() ?? answer(500));
    return findOwnProduct(connection, REPOSITORY).then(
      (found) => `${found ?? "none"}, ${String(asked.length)}`,
    );
  };

  test.each<[string, Parameters<typeof product>, string]>([
    [
      "its service",
      [answer(401, "", { "www-authenticate": 'Bearer service="harbor-registry"' })],
      "Harbor, 1",
    ],
    ["its features", [answer(200, "", FEATURES)], "GitLab, 1"],
    ["its features, to whom it knows", [answer(401), answer(200, "", FEATURES)], "GitLab, 2"],
    ["no header", [answer(200)], "none, 1"],
    ["no header to whom it knows", [answer(401)], "none, 2"],
    ["other features", [answer(200, "", { "gitlab-container-registry-features": "other" })], "none, 1"],
  ])("is known by %s", async (...[, answers, wanted]) => expect(await product(...answers)).toBe(wanted));
});

describe("GitLab's and Harbor's way", () => {
  const prove = (
    product: "GitLab" | "Harbor",
    sent: () => HttpResponse,
    basic: string | undefined = "Basic x",
  ) => {
    const { connection } = madeUpConnection(sent);
    const { call } = madeUpCall(sent);
    const site = { connection: { ...connection, basic: () => Promise.resolve(basic) }, call };
    return proveOwnUntag(site, product, REPOSITORY);
  };

  test.each<["GitLab" | "Harbor", string, () => HttpResponse, boolean]>([
    ["GitLab", "that there is no such tag", () => NO_TAG, true],
    ["Harbor", "that there is no such tag", () => answer(404, words("NOT_FOUND")), true],
    ["GitLab", "404 without words", () => answer(404), false],
    ["GitLab", "404 with an empty list", () => answer(404, words()), false],
    ["GitLab", "404 with another code too", () => answer(404, words("MANIFEST_UNKNOWN", "DENIED")), false],
    ["GitLab", "that in another status", () => answer(400, words("MANIFEST_UNKNOWN")), false],
    ["GitLab", "that it deleted it", () => answer(202), false],
    ["GitLab", "nothing", refused, false],
    ["Harbor", "nothing", refused, false],
  ])("of %s is proven by %s", async (...[product, , sent, isProven]) => {
    expect((await prove(product, sent)) !== undefined).toBe(isProven);
  });

  test("is not there for whom Harbor does not know, and a mistake of this program is that mistake", async () => {
    const { connection, asked } = madeUpConnection(() => NO_TAG);
    const nobody = { ...connection, basic: () => Promise.resolve(undefined) };
    const site = { connection: nobody, call: madeUpCall(() => NO_TAG).call };
    expect(await proveOwnUntag(site, "Harbor", REPOSITORY)).toBeUndefined();
    expect(asked).toEqual([]);
    await expect(prove("GitLab", mistake)).rejects.toThrow("no function");
  });

  test.each<[string, HttpResponse, OwnAnswer["kind"]]>([
    ["200", answer(200), "deleted"],
    ["202", answer(202), "deleted"],
    ["204", answer(204), "deleted"],
    ["201", answer(201), "doubt"],
    ["a page", answer(200, "<html>", HTML), "doubt"],
    ["no such tag", NO_TAG, "gone"],
    ["a refusal in words", answer(403, words("DENIED")), "failed"],
    ["a refusal without words", answer(403), "doubt"],
    ["a failure in words", answer(500, words("UNKNOWN")), "doubt"],
  ])("is understood: %s is %s", async (_, sent, wanted) => {
    const way = await prove("GitLab", () => NO_TAG);
    expect(way?.understand(sent, { repository: REPOSITORY, tag: TAG, at: undefined }).kind).toBe(wanted);
  });
});

describe("a deletion in a product's own way", () => {
  const deleted = (said: OwnAnswer | (() => never), isThere: boolean) => {
    let looks = 0;
    const way: OwnUntag = {
      send: () => Promise.resolve().then(() => (typeof said === "function" ? said() : NO_TAG)),
      understand: () => (typeof said === "function" ? said() : said),
    };
    const look = (): Promise<boolean> => Promise.resolve((looks += 1) > 0 && isThere);
    const deleting = deleteInOwnWay(way, look, { repository: REPOSITORY, tag: tag(TAG), terms: undefined });
    return deleting.then(
      (outcome) => `${outcome}, ${String(looks)}`,
      (error: unknown) => `${error instanceof RegistryError ? error.kind : String(error)}, ${String(looks)}`,
    );
  };
  const error = new RegistryError("unexpected-answer", { message: "odd", nextStep: "Look." });

  test.each<[string, OwnAnswer | (() => never), boolean, string]>([
    ["is done by its word, and not looked at", { kind: "deleted" }, true, "deleted, 0"],
    ["was done by its word, and not looked at", { kind: "gone" }, true, "gone, 0"],
    [
      "has failed by its word, and is not looked at",
      { kind: "failed", error },
      false,
      "unexpected-answer, 0",
    ],
    ["is looked at in doubt, and is done", { kind: "doubt", error }, false, "deleted, 1"],
    ["is looked at in doubt, and is not done", { kind: "doubt", error }, true, "still-there, 1"],
    ["is looked at without an answer", refused, false, "deleted, 1"],
  ])("%s", async (...[, said, isThere, wanted]) => expect(await deleted(said, isThere)).toBe(wanted));
});

describe("a product's own way is looked for", () => {
  interface Given {
    readonly rights?: readonly Right[];
    readonly said?: Untags;
    readonly sent?: () => HttpResponse;
    readonly isEcr?: boolean;
  }

  /** A registry that says so of its tags and answers so, and how often it was asked. */
  async function untags({
    rights = ["pull", "delete"],
    said = "no",
    sent = () => answer(200),
    isEcr = false,
  }: Given) {
    const { connection, asked } = madeUpConnection(sent);
    const deletedBy: string[] = [];
    const standard = {
      reader: { untags: () => Promise.resolve(said), resolveTag: () => Promise.resolve(undefined) },
      deleter: { deleteTag: () => Promise.resolve(deletedBy.push("standard") > 0 ? "deleted" : "gone") },
    } as unknown as RegistryAbilities;
    const ecr = { account: "123456789012", region: "eu-central-1", api: "https://ecr.test" };
    const { reader, deleter } = withOwnUntag(standard, connection, {
      rights,
      onSecret: () => undefined,
      ...(isEcr ? { account: { kind: "distribution", ecr } } : {}),
    });
    const found = await reader.untags(REPOSITORY);
    await deleter.deleteTag(REPOSITORY, tag(TAG));
    return { found, asked: asked.length, isStandard: deletedBy.length === 1 };
  }

  const GITLAB = (): HttpResponse =>
    answer(404, words("MANIFEST_UNKNOWN"), { "gitlab-container-registry-features": "tag_delete" });

  test.each<[string, Given, Untags, number, boolean]>([
    ["where the standard one is refused, and found", { sent: GITLAB }, "yes", 3, false],
    ["where the standard one is refused, in vain", {}, "no", 1, true],
    ["in vain where nobody answers", { sent: refused }, "no", 1, true],
    ["not where the standard one works", { said: "yes", sent: GITLAB }, "yes", 0, true],
    ["not where that is not clear", { said: "unclear", sent: GITLAB }, "unclear", 0, true],
    ["not without the right to delete", { rights: ["pull"], sent: GITLAB }, "no", 0, true],
    [
      "not at ECR without the right to delete",
      { rights: ["pull"], said: "yes", isEcr: true },
      "yes",
      0,
      true,
    ],
    [
      "not at ECR where the standard one works, but an image goes with its last tag",
      { said: "yes", isEcr: true },
      "shared",
      0,
      true,
    ],
  ])("%s", async (...[, given, found, asked, isStandard]) => {
    expect(await untags(given)).toEqual({ found, asked, isStandard });
  });

  test("and a mistake of this program is that mistake", async () => {
    await expect(untags({ sent: mistake })).rejects.toThrow("no function");
  });
});
