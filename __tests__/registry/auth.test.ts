import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { isDelete, isProbe } from "../support/proxied.js";
import { startProxy } from "../support/proxy.js";
import { applied, failed, newRepository, runPrune } from "../support/pruning.js";
import { startTokenServer, type TokenServerOptions } from "../support/token-server.js";

const tls = join(import.meta.dirname, "../support/tls");
// bcrypt of "hunter22", at the lowest cost.
const HTPASSWD = "me:$2a$04$kygLMwYVDaQcKG.e3TfXsO7o85aN4cDN/4lMUy5Vp/ADPUpnPWRnq";

/** A registry that asks for a token, and a repository with three releases in it. */
async function tokenRegistry(options: Partial<TokenServerOptions> = {}) {
  const [key, certificate] = await Promise.all(
    ["token.key", "token.crt"].map((name) => readFile(join(tls, name), "utf8")),
  );
  if (key === undefined || certificate === undefined) throw new Error("two files were read");
  const names = { issuer: "issuer", service: "registry.test" };
  const tokens = await startTokenServer({
    ...names,
    users: { me: "hunter22" },
    key,
    certificate,
    ...options,
  });
  onTestFinished(() => tokens.stop());
  const registry = await startRegistry({
    token: { ...names, realm: tokens.url, rootcertbundle: join(tls, "token.crt") },
  });
  onTestFinished(() => registry.stop());
  const proxy = await startProxy(registry.url);
  onTestFinished(() => proxy.stop());
  const { name } = newRepository(registry.url);
  const pusher = await fetch(
    `${tokens.url}?service=${names.service}&scope=repository:${name}:pull,push,delete`,
    {
      headers: { authorization: `Basic ${Buffer.from("me:hunter22").toString("base64")}` },
    },
  );
  const { token } = (await pusher.json()) as { token: string };
  const repo = { base: registry.url, name, headers: { authorization: `Bearer ${token}` } };
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(repo, [tag]);
  tokens.requests.length = 0;
  return { tokens, proxy, repo, image: `${proxy.host}/${name}` };
}

const login = { username: "me", password: "hunter22" };

describe("a registry that asks for a token", () => {
  test("is pruned with one token for pull and delete, which the log can mask", async () => {
    const { tokens, repo, image } = await tokenRegistry();
    const pruned = await runPrune({ image, keep: "1", ...login });
    expect(applied(pruned).deleted).toEqual(["1.1.0", "1.0.0"]);
    const scopes = tokens.requests.map(({ query }) => query.get("scope"));
    expect(new Set(scopes)).toEqual(new Set([`repository:${repo.name}:pull,delete`]));
    expect(tokens.requests[0]?.query.get("service")).toBe("registry.test");
    expect(pruned.secrets).toContain("hunter22");
    expect(pruned.secrets.filter((secret) => secret.startsWith("ey"))).not.toEqual([]);
  });

  test("is asked for pull alone in a dry run, with nothing but GET", async () => {
    const { tokens, proxy, repo, image } = await tokenRegistry();
    const { outcome } = await runPrune({ image, keep: "1", "dry-run": "true", ...login });
    expect(outcome.kind).toBe("planned");
    expect(new Set(tokens.requests.map(({ query }) => query.get("scope")))).toEqual(
      new Set([`repository:${repo.name}:pull`]),
    );
    expect(new Set(proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(await listTags(repo)).toHaveLength(3);
  });

  test("whose token runs out in mid-run gives another", async () => {
    const { tokens, proxy, image } = await tokenRegistry();
    // As a registry says it of a token that has run out.
    proxy.on({
      when: isProbe,
      times: 1,
      act: {
        kind: "answer",
        status: 401,
        headers: {
          "www-authenticate": `Bearer realm="${tokens.url}",service="registry.test",error="invalid_token"`,
        },
      },
    });
    const pruned = await runPrune({ image, keep: "1", concurrency: "1", ...login });
    expect(applied(pruned).deleted).toHaveLength(2);
    expect(tokens.requests).toHaveLength(2);
  });

  test("is not asked again for a token that has not run out, and asked before one does", async () => {
    const long = await tokenRegistry();
    await runPrune({ image: long.image, keep: "1", concurrency: "1", ...login });
    expect(long.tokens.requests).toHaveLength(1);
    const short = await tokenRegistry({ lifetimeSeconds: 1 });
    short.proxy.on({ when: isProbe, act: { kind: "delay", ms: 1000 } });
    await runPrune({ image: short.image, keep: "1", concurrency: "1", ...login });
    expect(short.proxy.requests.filter(isDelete)).toHaveLength(2);
    expect(short.tokens.requests.length).toBeGreaterThan(1);
  });

  test("and gives one without the right to delete: nothing is deleted", async () => {
    const { proxy, repo, tokens, image } = await tokenRegistry({
      grants: ({ actions }) => actions.filter((action) => action !== "delete"),
    });
    const pruned = await runPrune({ image, keep: "1", concurrency: "1", ...login });
    // Another token would allow no more.
    expect(tokens.requests).toHaveLength(1);
    expect(failed(pruned).error).toMatchObject({ kind: "unauthorized" });
    expect(proxy.requests.filter(isDelete)).toEqual([]);
    expect(await listTags({ ...repo })).toHaveLength(3);
  });

  test("refuses a wrong password, and the error does not repeat it", async () => {
    const { proxy, image } = await tokenRegistry();
    const pruned = await runPrune({ image, keep: "1", username: "me", password: "wrong-password" });
    const { error } = failed(pruned);
    expect(error).toMatchObject({ kind: "unauthorized" });
    expect(JSON.stringify([error.message, error.nextStep])).not.toContain("wrong-password");
    expect(proxy.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  test("takes an identity token, which goes to its realm alone", async () => {
    const { tokens, proxy, image } = await tokenRegistry();
    const folder = await mkdtemp(join(tmpdir(), "docker-config-"));
    const before = process.env["DOCKER_CONFIG"];
    onTestFinished(async () => {
      if (before === undefined) delete process.env["DOCKER_CONFIG"];
      else process.env["DOCKER_CONFIG"] = before;
      await rm(folder, { recursive: true, force: true });
    });
    process.env["DOCKER_CONFIG"] = folder;
    const auths = { [proxy.host]: { identitytoken: "hunter22" } };
    await writeFile(join(folder, "config.json"), JSON.stringify({ auths }));
    const pruned = await runPrune({ image, keep: "1" });
    expect(applied(pruned).deleted).toHaveLength(2);
    expect(pruned.secrets).toContain("hunter22");
    expect(tokens.requests.map(({ method }) => method)).toContain("POST");
    expect(tokens.requests.find(({ method }) => method === "POST")?.body?.get("grant_type")).toBe(
      "refresh_token",
    );
    expect(JSON.stringify(proxy.requests)).not.toContain("hunter22");
  });

  test("never sees the password itself", async () => {
    const { proxy, image } = await tokenRegistry();
    await runPrune({ image, keep: "1", ...login });
    const sent = proxy.requests.flatMap(({ headers }) => headers.authorization ?? []);
    expect(sent).not.toEqual([]);
    expect(sent.filter((header) => !header.startsWith("Bearer "))).toEqual([]);
  });

  test("and names a realm on plain HTTP elsewhere does not get the password sent there, unless that host is named", async () => {
    const { proxy, tokens, image } = await tokenRegistry();
    const realm = "http://tokens.example.com:5001/token";
    proxy.on({
      when: ({ headers }) => headers.authorization === undefined,
      act: {
        kind: "answer",
        status: 401,
        headers: { "www-authenticate": `Bearer realm="${realm}",service="registry.test"` },
      },
    });
    expect(failed(await runPrune({ image, keep: "1", ...login })).error).toMatchObject({
      kind: "unsafe-realm",
    });
    const named = await runPrune({ image, keep: "1", "plain-http": "tokens.example.com:5001", ...login });
    // Named, it is asked, though there is no such host.
    expect(failed(named).error).toMatchObject({ kind: "unreachable" });
    expect(tokens.requests).toEqual([]);
  });

  test("whose realm sends us on to another host: the password does not go along", async () => {
    const { proxy, image } = await tokenRegistry();
    const thief = await startProxy(proxy.url, { hostname: "127.0.0.2" });
    onTestFinished(() => thief.stop());
    proxy.on({
      when: ({ path }) => path.startsWith("/realm"),
      act: { kind: "answer", status: 307, headers: { location: `${thief.url}/steal` } },
    });
    proxy.on({
      when: ({ path }) => path.startsWith("/v2/"),
      act: {
        kind: "answer",
        status: 401,
        headers: { "www-authenticate": `Bearer realm="${proxy.url}/realm",service="x"` },
      },
    });
    await runPrune({ image, keep: "1", ...login });
    expect(
      proxy.requests.some(
        ({ path, headers }) => path.startsWith("/realm") && headers.authorization !== undefined,
      ),
    ).toBe(true);
    expect(thief.requests).not.toEqual([]);
    expect(thief.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });
});

describe("a registry that asks for a password", () => {
  async function passwordRegistry() {
    const registry = await startRegistry({ htpasswd: HTPASSWD });
    onTestFinished(() => registry.stop());
    const proxy = await startProxy(registry.url);
    onTestFinished(() => proxy.stop());
    const authorization = `Basic ${Buffer.from("me:hunter22").toString("base64")}`;
    const repo = { ...newRepository(registry.url), headers: { authorization } };
    for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
    return { proxy, repo, image: `${proxy.host}/${repo.name}` };
  }

  test("is pruned, and gets it only after it has asked", async () => {
    const { proxy, image } = await passwordRegistry();
    expect(statusOf((await runPrune({ image, keep: "1", ...login })).result)).toBe("done");
    expect(proxy.requests[0]?.headers.authorization).toBeUndefined();
    expect(proxy.requests.slice(1).every(({ headers }) => headers.authorization?.startsWith("Basic "))).toBe(
      true,
    );
  });

  test("and is given none, or a wrong one, says so once", async () => {
    const { proxy, repo, image } = await passwordRegistry();
    for (const wrong of [{}, { username: "me", password: "wrong" }]) {
      expect(failed(await runPrune({ image, keep: "1", ...wrong })).error).toMatchObject({
        kind: "unauthorized",
      });
    }
    expect(proxy.requests).toHaveLength(1 + 2);
    expect(await listTags(repo)).toHaveLength(2);
  });

  test("and redirects elsewhere: the password does not go along", async () => {
    const { proxy, image } = await passwordRegistry();
    const other = await startProxy(proxy.url, { hostname: "127.0.0.2" });
    onTestFinished(() => other.stop());
    proxy.on({
      when: ({ path, headers }) => path.includes("/tags/list") && headers.authorization !== undefined,
      act: { kind: "answer", status: 302, headers: { location: `${other.url}/v2/` } },
    });
    await runPrune({ image, keep: "1", ...login });
    expect(other.requests).not.toEqual([]);
    expect(other.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  test("and redirects its list to another host, which has more pages: those do not get the password either", async () => {
    const { proxy, repo, image } = await passwordRegistry();
    const other = await startProxy(proxy.url, { hostname: "127.0.0.2" });
    onTestFinished(() => other.stop());
    const headers = { "content-type": "application/json", link: '</v2/more>; rel="next"' };
    other.on({ when: () => true, act: { kind: "answer", status: 200, headers, body: '{"tags":["1.0.0"]}' } });
    proxy.on({
      when: ({ path, headers: { authorization } }) =>
        path.includes("/tags/list") && authorization !== undefined,
      act: { kind: "answer", status: 302, headers: { location: `${other.url}/v2/list` } },
    });
    expect(failed(await runPrune({ image, keep: "1", ...login })).error).toMatchObject({
      name: "UnsureError",
    });
    expect(other.requests.map(({ path }) => path)).toEqual(["/v2/list"]);
    expect(await listTags(repo)).toHaveLength(2);
  });

  test("and redirects a DELETE: it is not followed", async () => {
    const { proxy, repo, image } = await passwordRegistry();
    proxy.on({
      when: ({ method }) => method === "DELETE",
      act: { kind: "answer", status: 307, headers: { location: `${proxy.url}/v2/elsewhere` } },
    });
    failed(await runPrune({ image, keep: "1", ...login }));
    expect(proxy.requests.filter(({ path }) => path.includes("elsewhere"))).toEqual([]);
    expect(await listTags(repo)).toHaveLength(2);
  });
});
