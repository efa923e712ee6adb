import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { isReady } from "../../src/core/result/finding.js";
import { runCheck } from "../doctor/checking.js";
import { entryOf, writeDockerConfig } from "../support/docker-config.js";
import { page } from "../support/front.js";
import { hasNginx, startNginx } from "../support/nginx.js";
import { isDelete, useFilledRepository } from "../support/proxied.js";
import { type Answer, type Proxy, startProxy } from "../support/proxy.js";
import { applied, failed, newRepository, runPrune } from "../support/pruning.js";
import { startTokenStage } from "../support/token-registry.js";
import { startTokenServer, type TokenServerOptions } from "../support/token-server.js";

/** The ways to sign in that registries offer, real ones and their fronts: which is taken, and what is said where none works. */

const tls = join(import.meta.dirname, "../support/tls");
// bcrypt of "hunter22", at the lowest cost.
const HTPASSWD = "me:$2a$04$kygLMwYVDaQcKG.e3TfXsO7o85aN4cDN/4lMUy5Vp/ADPUpnPWRnq";
const login = { username: "me", password: "hunter22" };
const names = { issuer: "issuer", service: "registry.test" };
const filled = useFilledRepository();

/** A registry that asks for a password, with two releases in each of these repositories. */
async function passwordRegistry(...repositories: readonly string[]) {
  const registry = await startRegistry({ htpasswd: HTPASSWD });
  onTestFinished(() => registry.stop());
  const proxy = await startProxy(registry.url);
  onTestFinished(() => proxy.stop());
  const authorization = `Basic ${entryOf("me", "hunter22").auth}`;
  const repos = (repositories.length > 0 ? repositories : [newRepository("").name]).map((name) => ({
    base: registry.url,
    name,
    headers: { authorization },
  }));
  for (const repo of repos) for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  return { proxy, image: `${proxy.host}/${repos[0]?.name ?? ""}` };
}

/** A registry that asks for a token, with two releases in it, and its token server. */
async function tokenRegistry(options: Partial<TokenServerOptions> = {}) {
  const [key = "", certificate = ""] = await Promise.all(
    ["token.key", "token.crt"].map((name) => readFile(join(tls, name), "utf8")),
  );
  const start = async (more: Partial<TokenServerOptions>) => {
    const tokens = await startTokenServer({ ...names, users: { me: "hunter22" }, key, certificate, ...more });
    onTestFinished(() => tokens.stop());
    return tokens;
  };
  const tokens = await start(options);
  const registry = await startRegistry({
    token: { ...names, realm: tokens.url, rootcertbundle: join(tls, "token.crt") },
  });
  onTestFinished(() => registry.stop());
  const proxy = await startProxy(registry.url);
  onTestFinished(() => proxy.stop());
  const { name } = newRepository(registry.url);
  const giver = await start({ users: { me: "hunter22" } });
  const scope = `repository:${name}:pull,push,delete`;
  const given = await fetch(`${giver.url}?service=${names.service}&scope=${scope}`, {
    headers: { authorization: `Basic ${entryOf("me", "hunter22").auth}` },
  });
  const { token } = (await given.json()) as { token: string };
  const repo = { base: registry.url, name, headers: { authorization: `Bearer ${token}` } };
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  return { tokens, proxy, repo, token, image: `${proxy.host}/${name}` };
}

/** Has every 401 of a registry offer other ways to sign in. */
function offer(proxy: Proxy, rewritten: (offered: string) => string): void {
  const change = (answer: Answer): Answer =>
    answer.status === 401
      ? {
          ...answer,
          headers: {
            ...answer.headers,
            "www-authenticate": rewritten(String(answer.headers["www-authenticate"])),
          },
        }
      : answer;
  proxy.on({
    when: ({ path }) => path.startsWith("/v2/") && path !== "/v2/token",
    act: { kind: "change", change },
  });
}

const sent = (proxy: Proxy): readonly string[] => [
  ...new Set(proxy.requests.map(({ headers }) => headers.authorization?.split(" ")[0] ?? "")),
];

describe("a registry that offers several ways at once", () => {
  test.each([
    ["as Gitea does", (bearer: string) => `${bearer},Basic realm="Gitea Package API"`],
    ["the other way round", (bearer: string) => `Basic realm="x", ${bearer}`],
    ["behind Negotiate", (bearer: string) => `Negotiate YII==, ${bearer}, Basic realm="a, b"`],
  ])("%s gets a token, and no password", async (_, rewritten) => {
    const { proxy, image } = await tokenRegistry();
    offer(proxy, rewritten);
    expect(applied(await runPrune({ image, keep: "1", ...login })).deleted).toEqual(["1.0.0"]);
    expect(sent(proxy)).toEqual(["", "Bearer"]);
    expect(isReady((await runCheck(image, { login })).result.findings)).toBe(true);
  });

  test.each([
    ["names no realm", 'Bearer service="x"'],
    ["names one that would see the password unencrypted", 'Bearer realm="http://tokens.example.com/token"'],
    ["names one where nobody answers", 'Bearer realm="http://127.0.0.1:1/token"'],
    ["names one that is no token server", 'Bearer realm="/v2/token"'],
    ["names a link-local one", 'Bearer realm="https://169.254.169.254/latest/api/token"'],
    ["is none that anybody knows", "Negotiate"],
  ])("gets the password where its token can't be had: it %s", async (_, other) => {
    const { proxy, image } = await passwordRegistry();
    offer(proxy, (basic) => `${other}, ${basic}`);
    expect(applied(await runPrune({ image, keep: "1", ...login })).deleted).toEqual(["1.0.0"]);
    expect(isReady((await runCheck(image, { login })).result.findings)).toBe(true);
  });

  test("and whose token server says that the password is wrong is not sent it", async () => {
    const { proxy, tokens, image } = await tokenRegistry();
    offer(proxy, (bearer) => `${bearer}, Basic realm="x"`);
    const { error } = failed(await runPrune({ image, keep: "1", ...login, password: "wrong" }));
    expect(error).toMatchObject({ kind: "unauthorized" });
    expect([sent(proxy), tokens.requests.length]).toEqual([[""], 1]);
  });

  test("may name its realm relative to itself", async () => {
    const { proxy, tokens, image } = await tokenRegistry();
    proxy.on({
      when: ({ path }) => path.startsWith("/v2/token"),
      act: {
        kind: "respond",
        respond: async ({ request: { path, headers } }, response) => {
          const asked = await fetch(tokens.url + path.replace("/v2/token", ""), {
            headers: { authorization: headers.authorization ?? "" },
          });
          response.end(await asked.text());
        },
      },
    });
    offer(proxy, (bearer) => bearer.replace(tokens.url, "/v2/token"));
    expect(applied(await runPrune({ image, keep: "1", ...login })).deleted).toEqual(["1.0.0"]);
    expect(tokens.requests).toHaveLength(1);
  });

  test.each([
    ["Negotiate, NTLM", "asks us to sign in by Negotiate, NTLM alone"],
    ['Bearer service="x"', "asks for a token, and does not say where one can be had"],
  ])("none of which works, %s: says which", async (other, words) => {
    const { proxy, image } = await passwordRegistry();
    offer(proxy, () => other);
    const { error } = failed(await runPrune({ image, keep: "1", ...login }));
    expect(error.message).toContain(words);
    expect(sent(proxy)).toEqual([""]);
  });
});

describe("a registry behind a page that asks for a password", () => {
  test("is signed in to, by a prune and by check", async () => {
    const { image, proxy } = await filled("1.0.0", "1.1.0");
    const { auth } = entryOf("me", "hunter22");
    const act = page(401);
    if (act.kind !== "answer") throw new Error("a page is an answer");
    const headers = { ...act.headers, "www-authenticate": 'Basic realm="Registry realm"' };
    proxy.on({
      when: (request) => request.headers.authorization !== `Basic ${auth}`,
      act: { ...act, headers },
    });
    const { kinds, result } = await runCheck(image, { login });
    expect(kinds).toMatchObject({ reachable: "ok", "signed-in": "ok", deletes: "ok" });
    expect(isReady(result.findings)).toBe(true);
    expect(applied(await runPrune({ image, keep: "1", ...login })).deleted).toEqual(["1.0.0"]);
    const wrong = await runCheck(image, { login: { ...login, password: "wrong" } });
    expect(wrong.kinds["signed-in"]).toBe("problem");
    expect(wrong.of("signed-in")[0]?.message).toContain("does not know us");
  });

  test.runIf(hasNginx)("as nginx makes it, by Docker's own recipe, with Negotiate before it", async () => {
    const { image, repo } = await filled("1.0.0", "1.1.0");
    const front = await startNginx(
      repo.base,
      `location /v2/ { auth_basic "Registry realm"; auth_basic_user_file HTPASSWD; add_header WWW-Authenticate Negotiate always;
        proxy_pass TARGET; proxy_set_header Host $http_host; }`,
      "me:{PLAIN}hunter22\n",
    );
    const behind = `${front}/${image.replace(/^[^/]*\//, "")}`;
    const { kinds, result } = await runCheck(behind, { login });
    expect(kinds).toMatchObject({ reachable: "ok", "signed-in": "ok", deletes: "ok" });
    expect(isReady(result.findings)).toBe(true);
    expect((await runCheck(behind)).kinds["signed-in"]).toBe("problem");
    expect(applied(await runPrune({ image: behind, keep: "1", ...login })).deleted).toEqual(["1.0.0"]);
  });
});

describe("a token that the registry does not take", () => {
  test.each([
    ["of another issuer", { issuer: "another" }],
    ["for another service", { service: "another" }],
    ["that ran out long ago, by the registry's clock", { lifetimeSeconds: -3600 }],
  ])("%s is said to be at fault, and not the password", async (_, options) => {
    const { image, tokens } = await tokenRegistry(options);
    const { error } = failed(await runPrune({ image, keep: "1", ...login }));
    expect(error).toMatchObject({ kind: "unauthorized" });
    const { host } = new URL(tokens.url);
    expect(error.message).toContain(`does not take the token that ${host} gave us (401, invalid_token)`);
    expect(error.message).toContain(`its clock and that of ${host} agree`);
    expect(error.nextStep).toContain("The user name and password are not to blame");
    const { of } = await runCheck(image, { login });
    expect(of("signed-in")[0]?.message).toContain("invalid_token");
  });

  test.each([
    [-3 * 3_600_000, "is 3 hours behind that of"],
    [125_000, "is 2 minutes 5 seconds ahead of that of"],
  ])("by a clock that differs by %i ms is told with that", async (ms, words) => {
    const { image, proxy } = await tokenRegistry({ issuer: "another" });
    const change = (answer: Answer): Answer => {
      // In the middle of a second, so that no rounding shows.
      const date = new Date(Math.floor(Date.now() / 1000) * 1000 + ms + 500).toUTCString();
      return { ...answer, headers: { ...answer.headers, date } };
    };
    proxy.on({ when: () => true, act: { kind: "change", change } });
    const { error } = failed(await runPrune({ image, keep: "1", ...login }));
    expect(error.message.replace(/\d+ seconds? (?=ahead)/, "5 seconds ")).toContain(words);
  });

  test("for it gives no right to delete is told so, with what is missing", async () => {
    const { image, repo, tokens, proxy } = await tokenRegistry({
      grants: ({ actions }) => actions.filter((action) => action !== "delete"),
    });
    const { error } = failed(await runPrune({ image, keep: "1", ...login }));
    expect(error.message).toContain(
      `the token that ${new URL(tokens.url).host} gave us does not allow what ${proxy.host} asks for (repository:${repo.name}:delete)`,
    );
    expect(error.nextStep).toContain("The user name and password are right");
    const { of, result } = await runCheck(image, { login });
    expect(of("deletes")[0]).toMatchObject({ kind: "problem" });
    expect(of("deletes")[0]?.message).toContain("does not allow");
    expect(isReady(result.findings)).toBe(false);
    expect(proxy.requests.filter(isDelete)).toEqual([]);
    expect(await listTags(repo)).toHaveLength(2);
  });
});

describe("credentials", () => {
  test("are not looked for where nobody asks: neither a helper nor a broken entry matters", async () => {
    const { image, proxy } = await filled("1.0.0", "1.1.0");
    await writeDockerConfig({
      auths: { [proxy.host]: { email: "me@example.com", auth: "aGk=" } },
      credsStore: "not-installed-anywhere",
    });
    expect(applied(await runPrune({ image, keep: "1" })).deleted).toEqual(["1.0.0"]);
    expect((await runCheck(image)).kinds["signed-in"]).toBe("ok");
  });

  test("that can't be found are missed where a registry asks, and the reason is said", async () => {
    const { image, proxy } = await passwordRegistry();
    await writeDockerConfig({ credsStore: "not-installed-anywhere" });
    const { error } = failed(await runPrune({ image, keep: "1" }));
    expect(error).toMatchObject({ kind: "unauthorized" });
    expect(error.message).toContain("docker-credential-not-installed-anywhere");
    expect((await runCheck(image)).of("signed-in")[0]?.message).toContain("it is not installed");
    await writeDockerConfig({
      auths: { [proxy.host]: entryOf("me", "hunter22") },
      credsStore: "not-installed",
    });
    expect(applied(await runPrune({ image, keep: "1" })).deleted).toEqual(["1.0.0"]);
  });

  test("that can't be found are not missed where everybody gets a token, and told where nobody does", async () => {
    await writeDockerConfig({ credsStore: "not-installed-anywhere" });
    const open = await startTokenStage();
    for (const tag of ["1.0.0", "1.1.0"]) await pushImage(open.repo, [tag]);
    expect(applied(await runPrune({ image: open.image, keep: "1" })).deleted).toEqual(["1.0.0"]);
    const { tokens, image } = await tokenRegistry();
    const refused = failed(await runPrune({ image, keep: "1" }));
    expect(refused.error.message).toContain("docker-credential-not-installed-anywhere");
    expect(tokens.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  test("of a key with a path go with that path alone, and the whole host's with the others", async () => {
    const { proxy } = await passwordRegistry("team/app", "other/app");
    const image = (name: string): string => `${proxy.host}/${name}`;
    await writeDockerConfig({ auths: { [`${proxy.host}/team`]: entryOf("me", "hunter22") } });
    expect(failed(await runPrune({ image: image("other/app"), keep: "1" })).error).toMatchObject({
      kind: "unauthorized",
    });
    expect(sent(proxy)).toEqual([""]);
    expect(applied(await runPrune({ image: image("team/app"), keep: "1" })).deleted).toEqual(["1.0.0"]);
    await writeDockerConfig({
      auths: {
        [`${proxy.host}/team`]: entryOf("me", "wrong"),
        [proxy.host]: entryOf("me", "hunter22"),
      },
    });
    const both = await runPrune({ image: `${image("other/app")}\n${image("team/app")}`, keep: "1" });
    expect(both.result.outcomes.map(({ kind }) => kind)).toEqual(["applied", "failed"]);
  });

  test("that are a token of the registry's own go there as they are, and no token server is asked", async () => {
    const { proxy, tokens, token, image } = await tokenRegistry();
    await writeDockerConfig({ auths: { [proxy.host]: { registrytoken: `${token}\n` } } });
    const pruned = await runPrune({ image, keep: "1" });
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(pruned.secrets).toContain(token);
    expect(tokens.requests).toEqual([]);
    expect((await runCheck(image)).of("signed-in")[0]?.message).toContain("with a token of its own");
  });

  test("may end with a line break, wherever they come from", async () => {
    const { proxy, image } = await passwordRegistry();
    await writeDockerConfig({ auths: { [proxy.host]: entryOf("me", "hunter22\0") } });
    expect((await runPrune({ image, keep: "1", "dry-run": "true" })).outcome.kind).toBe("planned");
    const given = { username: "me\n", password: "hunter22\r\n" };
    expect((await runPrune({ image, keep: "1", "dry-run": "true", ...given })).outcome.kind).toBe("planned");
  });
});
