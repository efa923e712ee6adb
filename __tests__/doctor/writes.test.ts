import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { isReady } from "../../src/core/result/finding.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { readRefusedUpload } from "../../src/registry/distribution/probes.js";
import { useFilledRepository } from "../support/proxied.js";
import { startProxy } from "../support/proxy.js";
import { newRepository } from "../support/pruning.js";
import { startTokenServer, type TokenServerOptions } from "../support/token-server.js";
import { runCheck } from "./checking.js";

const tls = join(import.meta.dirname, "../support/tls");
const filled = useFilledRepository();
const isPost = ({ method }: { readonly method: string }): boolean => method === "POST";

const unknown = (detail: unknown): string =>
  JSON.stringify({ errors: [{ code: "UNKNOWN", message: "unknown error", detail }] });
// As measured on a full disk: 2.8 says the number of the error, 3.x its words.
const FULL_2 = unknown({ DriverName: "filesystem", Enclosed: { Op: "mkdir", Path: "/x", Err: 28 } });
const FULL_3 = unknown("filesystem: mkdir /x: no space left on device");
const UNSUPPORTED = JSON.stringify({ errors: [{ code: "UNSUPPORTED", message: "" }] });

describe("what a refused upload says", () => {
  const answer = (status: number, body: string, headers: HttpResponse["headers"] = {}): HttpResponse => ({
    status,
    headers,
    body: Buffer.from(body),
    url: new URL("https://r.example.com/v2/"),
  });

  test.each([
    ["2.8, full", answer(500, FULL_2), { kind: "disk-full" }],
    ["3.x, full", answer(500, FULL_3), { kind: "disk-full" }],
    [
      "another error of the disk",
      answer(500, FULL_2.replace("28", "281")),
      { kind: "unexpected", status: 500 },
    ],
    ["words of a full disk, and no error", answer(400, FULL_3), { kind: "unexpected", status: 400 }],
    ["maintenance", answer(405, "Method not allowed", { allow: "GET, HEAD" }), { kind: "read-only" }],
    ["a pull-through cache", answer(405, UNSUPPORTED), { kind: "takes-no-pushes" }],
    ["a proxy", answer(405, "<html>"), { kind: "unexpected", status: 405 }],
    ["401", answer(401, ""), { kind: "no-right" }],
    ["403", answer(403, ""), { kind: "no-right" }],
  ])("%s", (_, response, expected) => expect(readRefusedUpload(response)).toEqual(expected));
});

describe("trying to write", () => {
  test("on a full disk is a problem, and a prune is said to work", async () => {
    const { image, proxy } = await filled("1.0.0");
    proxy.on({ when: isPost, act: { kind: "answer", status: 500, body: FULL_2 } });
    const { of, kinds, result } = await runCheck(image);
    expect(of("writes")).toMatchObject([{ kind: "problem" }]);
    expect(of("writes")[0]?.fix).toContain("A prune works all the same");
    expect(kinds["deletes"]).toBe("ok");
    expect(isReady(result.findings)).toBe(false);
  });

  test("is done once, whatever comes of it", async () => {
    const { image, proxy, sent } = await filled("1.0.0");
    proxy.on({ when: isPost, act: { kind: "answer", status: 503 } });
    expect((await runCheck(image)).kinds["writes"]).toBe("warning");
    expect(sent("POST")).toHaveLength(1);
  });

  test.each([
    ["elsewhere", (image: string, other: string) => `${other}/v2/${image}/blobs/uploads/1`],
    ["at a manifest", (image: string) => `/v2/${image}/manifests/1.0.0`],
    ["above an upload", (image: string) => `/v2/${image}/blobs/uploads/../../manifests/1.0.0`],
    ["at another repository's upload", () => "/v2/other/blobs/uploads/1"],
    ["nowhere", () => "http://"],
  ])("never deletes what an address %s names", async (_, locationOf) => {
    const { image, proxy, repo, sent } = await filled("1.0.0");
    const other = await filled();
    const location = locationOf(repo.name, other.proxy.url);
    proxy.on({ when: isPost, act: { kind: "answer", status: 202, headers: { location } } });
    const { of } = await runCheck(image);
    expect(of("writes")).toMatchObject([{ kind: "warning" }]);
    expect(of("writes")[0]?.message).toContain("could not be cancelled");
    expect(sent("DELETE")).toEqual([`manifests/sha256:${"0".repeat(64)}`]);
    expect(other.proxy.requests).toEqual([]);
  });

  test("says so where the upload can't be cancelled", async () => {
    const { image, proxy } = await filled("1.0.0");
    const isCancel = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
      method === "DELETE" && path.includes("/blobs/uploads/");
    proxy.on({ when: isCancel, act: { kind: "answer", status: 500 } });
    const { of } = await runCheck(image);
    expect(of("writes")[0]?.message).toContain("could not be cancelled: the registry answered 500");
  });
});

/** A registry that asks for a token, and a repository with a tag. */
async function tokenRegistry(grants: NonNullable<TokenServerOptions["grants"]>) {
  const [key = "", certificate = ""] = await Promise.all(
    ["token.key", "token.crt"].map((name) => readFile(join(tls, name), "utf8")),
  );
  const names = { issuer: "issuer", service: "registry.test" };
  const users = { me: "hunter22", admin: "admin" };
  const tokens = await startTokenServer({
    ...names,
    key,
    certificate,
    users,
    grants: (scope, user) => (user === "admin" ? scope.actions : grants(scope, user)),
  });
  onTestFinished(() => tokens.stop());
  const rootcertbundle = join(tls, "token.crt");
  const gate = await startProxy(new URL(tokens.url).origin);
  onTestFinished(() => gate.stop());
  const realm = tokens.url.replace(new URL(tokens.url).host, gate.host);
  const registry = await startRegistry({ token: { ...names, realm, rootcertbundle } });
  onTestFinished(() => registry.stop());
  const proxy = await startProxy(registry.url);
  onTestFinished(() => proxy.stop());
  const { name } = newRepository(registry.url);
  const scope = new URLSearchParams({ scope: `repository:${name}:pull,push` }).toString();
  const answer = await fetch(`${tokens.url}?${scope}`, {
    headers: { authorization: `Basic ${btoa("admin:admin")}` },
  });
  const { token } = (await answer.json()) as { token: string };
  await pushImage({ base: registry.url, name, headers: { authorization: `Bearer ${token}` } }, ["1.0.0"]);
  tokens.requests.length = 0;
  return { tokens, gate, proxy, name, image: `${proxy.host}/${name}` };
}

describe("with tokens", () => {
  const login = { username: "me", password: "hunter22" };

  test("each right is asked for by itself, and the one to push for the upload alone", async () => {
    const { tokens, name, image } = await tokenRegistry(({ actions }) => actions);
    const { kinds } = await runCheck(image, { login });
    expect(kinds).toMatchObject({ "signed-in": "ok", deletes: "ok", writes: "ok", dangling: "ok" });
    const scopes = tokens.requests.map(({ query }) => query.get("scope") ?? "");
    const rights = scopes.map((scope) => scope.replace(`repository:${name}:`, ""));
    expect(rights).toEqual(["pull", "pull,delete", "pull,push", "pull,push,delete"]);
  });

  test("no right to push is no problem", async () => {
    const allowed = ["pull", "delete"];
    const { image } = await tokenRegistry(({ actions }) =>
      actions.filter((action) => allowed.includes(action)),
    );
    const { kinds, result } = await runCheck(image, { login });
    expect(kinds).toMatchObject({ deletes: "ok", writes: "unknown", dangling: "ok" });
    expect(isReady(result.findings)).toBe(true);
  });

  test("nor is a token server that hands out none for pushing", async () => {
    const { image, gate } = await tokenRegistry(({ actions }) => actions);
    gate.on({ when: ({ path }) => path.includes("push"), act: { kind: "answer", status: 403 } });
    const { of } = await runCheck(image, { login });
    expect(of("writes")[0]?.message).toContain("You have no right to push");
  });

  test("no right to delete is one, and nothing is begun that could not be cancelled", async () => {
    const { image, proxy } = await tokenRegistry(({ actions }) =>
      actions.filter((action) => action !== "delete"),
    );
    const { kinds } = await runCheck(image, { login });
    expect(kinds).toMatchObject({ "signed-in": "ok", deletes: "problem", writes: "unknown" });
    expect(proxy.requests.filter(isPost)).toEqual([]);
  });

  test("a token server that refuses is a problem of signing in", async () => {
    const { image } = await tokenRegistry(({ actions }) => actions);
    const { kinds } = await runCheck(image, { login: { ...login, password: "wrong" } });
    expect(kinds).toMatchObject({ "signed-in": "problem", rest: "unknown" });
  });
});
