import { describe, expect, test } from "vitest";
import { listTags, pushImage, pushIndex } from "../../scripts/images.mjs";
import { RegistryError } from "../../src/registry/port/registry.js";
import { statusOf } from "../../src/report/run/result.js";
import type { Action, Answer } from "../support/proxy.js";
import {
  isDelete,
  isList,
  isProbe,
  isRead,
  NO_DIGEST,
  type Proxied,
  useProxiedRegistry,
} from "../support/proxied.js";
import { failed, runPrune } from "../support/pruning.js";

/** A run that cannot be sure deletes nothing: each of these leaves the repository as it was, and sends no DELETE but the probe. */
const proxied = useProxiedRegistry();

async function filled(): Promise<Proxied> {
  const made = await proxied();
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  return made;
}

async function expectUntouched({ repo, image, sent }: Proxied): Promise<ReturnType<typeof failed>["error"]> {
  const pruned = await runPrune({ image, keep: "1" });
  const { error } = failed(pruned);
  expect(statusOf(pruned.result)).toBe("failed");
  expect(sent("DELETE").filter((path) => !path.endsWith(NO_DIGEST))).toEqual([]);
  expect(await listTags(repo)).toEqual(expect.arrayContaining(["1.0.0", "1.1.0", "1.2.0"]));
  expect(error.nextStep).not.toBe("");
  return error;
}

const withBody = (change: (body: string) => string): Action => ({
  kind: "change",
  change: (answer: Answer) => ({ ...answer, body: Buffer.from(change(answer.body.toString())) }),
});
const withHeaders = (headers: Record<string, string>): Action => ({
  kind: "change",
  change: (answer: Answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }),
});

describe("a listing", () => {
  test.each<[string, Action]>([
    ["that fails", { kind: "answer", status: 500 }],
    ["that breaks off", { kind: "truncate" }],
    ["that is no JSON", { kind: "answer", status: 200, body: "1.0.0" }],
    ["without tags", { kind: "answer", status: 200, body: "{}" }],
    ["of something else", { kind: "answer", status: 200, body: '{"tags":{"a":1}}' }],
    ["with what is no tag", { kind: "answer", status: 200, body: '{"tags":["1.0.0","../x"]}' }],
    ["with a number", { kind: "answer", status: 200, body: '{"tags":["1.0.0",7]}' }],
    ["that goes on elsewhere", withHeaders({ link: '<https://evil.example.com/x>; rel="next"' })],
    ["whose next page fails", withHeaders({ link: '</v2/nobody/knows/tags/list?n=1>; rel="next"' })],
    [
      "of a proxy that knows nothing",
      { kind: "answer", status: 404, body: "<html>", headers: { "content-type": "text/html" } },
    ],
    [
      "that is a web page",
      { kind: "answer", status: 200, body: "<html>", headers: { "content-type": "text/html" } },
    ],
  ])("%s", async (_, act) => {
    const made = await filled();
    made.proxy.on({ when: isList, act });
    await expectUntouched(made);
  });
});

describe.each(["1.0.0", "1.2.0"])("the manifest of %s", (tag) => {
  test.each<[string, Action]>([
    ["that fails", { kind: "answer", status: 500 }],
    ["that is forbidden", { kind: "answer", status: 403 }],
    ["that breaks off", { kind: "truncate" }],
    ["that is not what its digest says", withBody((body) => body.replace("schemaVersion", "schemaVersiom"))],
    ["of a type that nobody knows", withHeaders({ "content-type": "application/vnd.example+json" })],
    [
      "of another type than it says itself",
      withHeaders({ "content-type": "application/vnd.oci.image.index.v1+json" }),
    ],
    [
      "with a digest of a kind that can't be proven",
      withHeaders({ "docker-content-digest": `md5:${"a".repeat(32)}` }),
    ],
    ["that a proxy does not know", { kind: "answer", status: 404, body: "not found" }],
  ])("%s", async (_, act) => {
    const made = await filled();
    made.proxy.on({ when: isRead(tag), act });
    await expectUntouched(made);
  });
});

test("a child of a kept index that can't be read", async () => {
  const made = await filled();
  const child = await pushImage(made.repo, []);
  await pushIndex(made.repo, ["1.3.0"], [child]);
  made.proxy.on({ when: isRead(child.digest), act: { kind: "answer", status: 500 } });
  await expectUntouched(made);
});

test("an index that is nested deeper than any tool makes them", async () => {
  const made = await filled();
  let inner = await pushIndex(made.repo, [], [await pushImage(made.repo, [])]);
  for (let depth = 0; depth < 102; depth += 1) inner = await pushIndex(made.repo, [], [inner]);
  await pushIndex(made.repo, ["1.3.0"], [inner]);
  expect((await expectUntouched(made)).message).toContain("more than 100 deep");
});

test("a child that is another's bytes", async () => {
  const made = await filled();
  const [child, other] = [await pushImage(made.repo, []), await pushImage(made.repo, [])];
  await pushIndex(made.repo, ["1.3.0"], [child]);
  const headers = { "content-type": child.mediaType };
  made.proxy.on({
    when: isRead(child.digest),
    act: { kind: "answer", status: 200, headers, body: other.bytes },
  });
  await expectUntouched(made);
});

describe("the probe for deletion", () => {
  const json = { "content-type": "application/json" };
  const unsupported = JSON.stringify({
    errors: [{ code: "UNSUPPORTED", message: "The operation is unsupported." }],
  });
  test.each<[string, string, Action]>([
    ["deletes-off", "deletes are off", { kind: "answer", status: 405, headers: json, body: unsupported }],
    [
      "read-only",
      "maintenance",
      { kind: "answer", status: 405, headers: { allow: "GET, HEAD" }, body: "Method not allowed" },
    ],
    ["proxy-refuses", "a proxy says 405", { kind: "answer", status: 405, body: "<html>" }],
    ["proxy-refuses", "a proxy says 403", { kind: "answer", status: 403, body: "<html>" }],
    ["proxy-refuses", "a proxy says 404", { kind: "answer", status: 404, body: "<html>" }],
    [
      "forbidden",
      "the registry says 403",
      { kind: "answer", status: 403, headers: json, body: '{"errors":[{"code":"DENIED"}]}' },
    ],
    [
      "unauthorized",
      "the registry says 401",
      { kind: "answer", status: 401, headers: json, body: '{"errors":[{"code":"UNAUTHORIZED"}]}' },
    ],
    ["unexpected-answer", "the registry says 500", { kind: "answer", status: 500 }],
  ])("answered with %s, because %s", async (kind, _, act) => {
    const made = await filled();
    made.proxy.on({ when: isProbe, act });
    const error = await expectUntouched(made);
    expect(error).toBeInstanceOf(RegistryError);
    expect(error).toMatchObject({ kind });
  });
});

test.each<[string, Action]>([
  ["a reset", { kind: "reset" }],
  ["a body that breaks off", { kind: "truncate" }],
  ["503", { kind: "answer", status: 503 }],
  ["429", { kind: "answer", status: 429, headers: { "retry-after": "0" } }],
])("%s that comes once is tried again, and is no reason to stop", async (_, act) => {
  const made = await filled();
  made.proxy.on({ when: isList, times: 1, act });
  made.proxy.on({ when: isRead("1.2.0"), times: 1, act });
  made.proxy.on({ when: isProbe, times: 1, act });
  // A deletion's answer has no body that could break off.
  made.proxy.on({ when: isDelete, times: 1, act: act.kind === "truncate" ? { kind: "reset" } : act });
  const { result } = await runPrune({ image: made.image, keep: "1" });
  expect(statusOf(result)).toBe("done");
  expect(await listTags(made.repo)).toEqual(["1.2.0"]);
  const sent = [isList, isRead("1.2.0"), isProbe, isDelete].map(
    (is) => made.proxy.requests.filter(is).length,
  );
  // Each once more than it takes: three lists, three reads of what stays, one probe, two deletions.
  expect(sent).toEqual([3 + 1, 3 + 1, 1 + 1, 2 + 1]);
});
