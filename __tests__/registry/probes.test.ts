import { describe, expect, test } from "vitest";
import {
  deletesTagsByName,
  distributionMajor,
  findBlobHost,
  tryUpload,
} from "../../src/registry/distribution/probes.js";
import { proveReadOnly } from "../../src/registry/distribution/proof/read-only.js";
import { askMadeUp, withUpload } from "../../src/registry/distribution/proof/witness.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { RegistryError, type RegistryErrorKind } from "../../src/registry/port/registry.js";
import { answer, type Answers, madeUpConnection, words } from "../support/made-up-answers.js";
import { REPOSITORY } from "../support/made-up-registry.js";
import { digest } from "../support/snapshots.js";

/** What is asked of a registry in order to prove something: an upload that is cancelled, a deletion of what can't be there, a read of what nobody knows. */

const HTML = { "content-type": "text/html" };
const OWN = { "docker-distribution-api-version": "registry/2.0" };
const ID = "0f7b4c1e-7d43-4a3c-9a64-2f0e7c1b9d55";
const UPLOADS = "https://r.test/v2/team/app/blobs/uploads/";
const begun = (location?: string, more: HttpResponse["headers"] = {}): HttpResponse =>
  answer(202, "", { ...(location === undefined ? {} : { location }), ...more });
const failing = (kind: RegistryErrorKind) => (): never => {
  throw new RegistryError(kind, { message: `it is ${kind}`, nextStep: "Look." });
};
const mistake = (): never => {
  throw new TypeError("no function");
};

/** One who answers each method so. */
function by(answers: Partial<Readonly<Record<string, HttpResponse | (() => never)>>>): Answers {
  return (line) => {
    const found = answers[line.split(" ", 1)[0] ?? ""] ?? answer(500);
    return typeof found === "function" ? found() : found;
  };
}

describe("an upload that is begun and cancelled", () => {
  const tried = async (answers: Parameters<typeof by>[0], chunk?: Buffer) => {
    const { connection, asked } = madeUpConnection(by(answers));
    const { kind } = await tryUpload({ connection, repository: REPOSITORY }, chunk);
    return `${kind}: ${asked.map((line) => line.split(" ", 1)[0]).join(" ")}`;
  };
  const DONE = { POST: begun(`${UPLOADS}${ID}`), DELETE: answer(204) };

  test.each<[string, Parameters<typeof by>[0], string]>([
    ["is cancelled", DONE, "cancelled: POST DELETE"],
    [
      "is cancelled where it is not there",
      { ...DONE, DELETE: answer(404, words("BLOB_UPLOAD_UNKNOWN")) },
      "cancelled: POST DELETE",
    ],
    ["is left by a 404 without words", { ...DONE, DELETE: answer(404) }, "left-behind: POST DELETE"],
    [
      "is left by another failure in those words",
      { ...DONE, DELETE: answer(500, words("BLOB_UPLOAD_UNKNOWN")) },
      "left-behind: POST DELETE",
    ],
    ["is left by a redirect", { ...DONE, DELETE: answer(302) }, "left-behind: POST DELETE"],
    ["is left by a status below 200", { ...DONE, DELETE: answer(199) }, "left-behind: POST DELETE"],
    [
      "is left where no token is had",
      { ...DONE, DELETE: failing("unauthorized") },
      "left-behind: POST DELETE",
    ],
    ["is left without an address", { POST: begun() }, "left-behind: POST"],
    ["is left at an address that is none", { POST: begun("https://[") }, "left-behind: POST"],
    [
      "is left at another host's",
      { POST: begun(`https://other.test/v2/team/app/blobs/uploads/${ID}`) },
      "left-behind: POST",
    ],
    [
      "is left at that of a manifest",
      { POST: begun("https://r.test/v2/team/app/manifests/1") },
      "left-behind: POST",
    ],
    [
      "is refused where it is not accepted",
      { POST: answer(201, "", { location: `${UPLOADS}${ID}` }) },
      "unexpected: POST",
    ],
    ["is refused with 401", { POST: answer(401) }, "no-right: POST"],
    ["is refused with 403", { POST: answer(403) }, "no-right: POST"],
    ["is refused in maintenance", { POST: answer(405, "", { allow: "GET, HEAD" }) }, "read-only: POST"],
    [
      "is refused with another status and that list",
      { POST: answer(400, "", { allow: "GET, HEAD" }) },
      "unexpected: POST",
    ],
    ["is refused in words", { POST: answer(405, words("UNSUPPORTED")) }, "takes-no-pushes: POST"],
    ["is refused with 405 alone", { POST: answer(405) }, "unexpected: POST"],
    ["is refused in words with 400", { POST: answer(400, words("UNSUPPORTED")) }, "unexpected: POST"],
    ["is refused on a full disk", { POST: answer(500, "no space left on device") }, "disk-full: POST"],
    ["is refused where no token is had", { POST: failing("unauthorized") }, "no-right: POST"],
  ])("%s", async (...[, answers, wanted]) => expect(await tried(answers)).toBe(wanted));

  test.each<[string, () => never, string]>([
    ["nobody answers", failing("unreachable"), "it is unreachable"],
    ["this program has a mistake", mistake, "no function"],
  ])("fails where %s", async (_, POST, message) => {
    await expect(tried({ POST })).rejects.toThrow(message);
  });

  test("has a part sent, and nothing where its address is not its own", async () => {
    const chunk = Buffer.from("part");
    expect(await tried({ ...DONE, PATCH: begun(`${UPLOADS}${ID}`) }, chunk)).toBe(
      "cancelled: POST PATCH DELETE",
    );
    const full = answer(500, "no space left on device");
    expect(await tried({ ...DONE, PATCH: full }, chunk)).toBe("disk-full: POST PATCH DELETE");
    expect(await tried({ POST: begun("/elsewhere") }, chunk)).toBe("left-behind: POST");
  });

  test("is looked for by its id, and cancelled whatever comes of that", async () => {
    const seen = async (answers: Parameters<typeof by>[0], look = (id: string) => Promise.resolve(id)) => {
      const { connection, asked } = madeUpConnection(by(answers));
      const done = await withUpload(connection, REPOSITORY, look).catch((error: unknown) => ({ error }));
      return { done, isCancelled: asked.some((line) => line.startsWith("DELETE")) };
    };
    const here = { kind: "begun", seen: ID };
    expect(await seen(DONE)).toEqual({ done: here, isCancelled: true });
    const named = { ...DONE, POST: begun(`${UPLOADS}x`, { "docker-upload-uuid": ID }) };
    expect(await seen(named)).toEqual({ done: here, isCancelled: true });
    const left = { ...DONE, DELETE: answer(500) };
    expect((await seen(left)).done).toEqual({ ...here, left: "the registry answered 500" });
    const nameless = { ...DONE, POST: begun(`${UPLOADS}x`) };
    expect(await seen(nameless)).toMatchObject({
      done: { why: "it gave the upload no name" },
      isCancelled: true,
    });
    const lost = new TypeError("lost");
    expect(await seen(DONE, () => Promise.reject(lost))).toEqual({
      done: { error: lost },
      isCancelled: true,
    });
    expect((await seen({ POST: answer(401) })).done).toMatchObject({ why: "it answered 401" });
    expect((await seen({ POST: failing("unauthorized") })).done).toMatchObject({
      why: "this user may not push",
    });
    expect((await seen({ POST: answer(201, "", { location: `${UPLOADS}${ID}` }) })).done).toMatchObject({
      why: "it answered 201",
    });
  });
});

describe("a registry that refuses writes in its own words", () => {
  const REFUSED = answer(405, "Method not allowed\n", { ...OWN, allow: "GET, HEAD" });
  const ASKED = answer(200, "", { ...OWN, allow: "GET, HEAD" });
  const proof = (answers: Parameters<typeof by>[0]) =>
    proveReadOnly(
      madeUpConnection(by({ DELETE: REFUSED, OPTIONS: ASKED, POST: REFUSED, ...answers })).connection,
      REPOSITORY,
    );

  test("is read-only", async () => {
    await expect(proof({})).resolves.toBeUndefined();
  });

  test.each<[string, Parameters<typeof by>[0]]>([
    ["a deletion that is not refused", { DELETE: answer(404, words("MANIFEST_UNKNOWN"), OWN) }],
    ["a refusal with another status", { DELETE: { ...REFUSED, status: 403 } }],
    ["a refusal without its name", { DELETE: { ...REFUSED, headers: { allow: "GET, HEAD" } } }],
    ["a refusal in other words", { DELETE: { ...REFUSED, body: Buffer.from("no") } }],
    ["a refusal by a page", { DELETE: { ...REFUSED, headers: { ...REFUSED.headers, ...HTML } } }],
    ["a list that is refused", { OPTIONS: { ...ASKED, status: 405 } }],
    ["a list with writes", { OPTIONS: answer(200, "", { ...OWN, allow: "DELETE, GET, HEAD" }) }],
    ["a list without its name", { OPTIONS: answer(200, "", { allow: "GET, HEAD" }) }],
    ["a list on a page", { OPTIONS: answer(200, "", { ...ASKED.headers, ...HTML }) }],
    ["an upload that is taken", { POST: begun() }],
  ])("is not proven by %s", async (_, answers) => {
    await expect(proof(answers)).rejects.toMatchObject({ kind: "takes-writes" });
  });
});

describe("what is made up", () => {
  const isAnswered = async (GET: HttpResponse | (() => never)) =>
    (await askMadeUp(madeUpConnection(by({ GET })).connection, REPOSITORY)).isAnswered;

  test.each<[string, HttpResponse | (() => never), boolean]>([
    ["is answered by a registry", answer(404, "", OWN), true],
    ["is answered by a registry that asks for a password", answer(401, "", OWN), true],
    ["is not by one without its name", answer(404), false],
    ["is not by one who stands in its place", answer(503, "", OWN), false],
    ["is not by one who asks for less", answer(429, "", OWN), false],
    ["is not by nobody", failing("unreachable"), false],
  ])("%s", async (...[, GET, wanted]) => expect(await isAnswered(GET)).toBe(wanted));

  test("and a mistake of this program is that mistake", async () => {
    await expect(isAnswered(mistake)).rejects.toThrow("no function");
  });
});

describe("the host of a blob", () => {
  const config = { config: { digest: digest("config") } };
  const host = (GET: HttpResponse, HEAD: HttpResponse = answer(200)) =>
    findBlobHost(
      { connection: madeUpConnection(by({ GET, HEAD })).connection, repository: REPOSITORY },
      digest("a"),
    );
  const to = (status: number, location?: string): HttpResponse => ({ ...begun(location), status });

  test.each<[string, HttpResponse, HttpResponse | undefined, string | undefined]>([
    ["is the registry's", answer(200, config), undefined, "r.test"],
    ["is that to which it sends", answer(200, config), to(307, "https://s3.test/blob"), "s3.test"],
    ["is not known of what is not there", answer(404, config), undefined, undefined],
    ["is not known of an index", answer(200, {}), undefined, undefined],
    ["is not known of what is no object", answer(200, "[]"), undefined, undefined],
    ["is not known of no digest", answer(200, { config: { digest: "latest" } }), undefined, undefined],
    ["is not known of a blob that is not there", answer(200, config), to(404, "https://s3.test/"), undefined],
    [
      "is not known of an answer that is none yet",
      answer(200, config),
      to(199, "https://s3.test/"),
      undefined,
    ],
    ["is not known of a redirect to nowhere", answer(200, config), to(307), undefined],
    [
      "is not known of a redirect to what is no address",
      answer(200, config),
      to(307, "https://["),
      undefined,
    ],
  ])("%s", async (...[, manifest, blob, wanted]) => expect(await host(manifest, blob)).toBe(wanted));
});

test.each<[string, HttpResponse["headers"], 2 | 3 | undefined]>([
  ["2", { ...OWN, "content-type": "application/json; charset=utf-8" }, 2],
  ["3", { ...OWN, "content-type": "application/json" }, 3],
  ["no other", { ...OWN, "content-type": "text/plain" }, undefined],
  ["none without its header", { "content-type": "application/json" }, undefined],
])("a registry's form of answer shows its version: %s", (_, headers, wanted) => {
  expect(distributionMajor(answer(200, "{}", headers))).toBe(wanted);
});

test("a tag can be deleted by its name where the registry says that there is none of a made-up one", async () => {
  const deletes = (DELETE: HttpResponse) =>
    deletesTagsByName({ connection: madeUpConnection(by({ DELETE })).connection, repository: REPOSITORY });
  expect(await deletes(answer(404, words("MANIFEST_UNKNOWN")))).toBe(true);
  expect(await deletes(answer(404))).toBe(false);
});
