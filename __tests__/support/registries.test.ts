import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { pullImage, pushImage } from "../../scripts/images.mjs";
import { type Registry, type RegistryOptions, startRegistry } from "../../scripts/registry.mjs";
import { startProxy } from "./proxy.js";
import { startTokenServer, type TokenServer } from "./token-server.js";

const tls = (file: string): string => fileURLToPath(new URL(`./tls/${file}`, import.meta.url));
const pem = (file: string): string => readFileSync(tls(file), "utf8");

/** Stops what was started when the test is over. */
const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const server = await starting;
  onTestFinished(() => server.stop());
  return server;
};
const start = (options?: RegistryOptions): Promise<Registry> => started(startRegistry(options));

afterEach(() => void vi.unstubAllEnvs());

const status = async (url: string, init?: RequestInit): Promise<number> => (await fetch(url, init)).status;

describe("registries", () => {
  const zeros = `/v2/team/app/manifests/sha256:${"0".repeat(64)}`;

  test("deletes can be off, and an existing storage can be served read-only", async () => {
    const storage = mkdtempSync(join(tmpdir(), "support-"));
    try {
      const registry = await start({ storage, deletes: false });
      await pushImage({ base: registry.url, name: "team/app" }, ["1.0"]);
      const refused = await fetch(registry.url + zeros, { method: "DELETE" });
      expect([refused.status, await refused.text()]).toEqual([405, expect.stringContaining("UNSUPPORTED")]);
      await registry.stop();
      const readOnly = await start({ storage, readOnly: true });
      const alsoRefused = await fetch(readOnly.url + zeros, { method: "DELETE" });
      expect([alsoRefused.status, alsoRefused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
      expect(alsoRefused.headers.get("content-type")).toContain("text/plain");
      expect(await pullImage({ base: readOnly.url, name: "team/app" }, "1.0")).toHaveLength(3);
    } finally {
      rmSync(storage, { recursive: true });
    }
  });

  test("htpasswd: only with the right password", async () => {
    const htpasswd = "ci:$2y$04$abcdefghijklmnopqrstuuLZYjhNQAOdpbzt4WxWlUHjv1wsyH5DG\n";
    const { url } = await start({ htpasswd });
    const basic = (login: string): RequestInit => ({ headers: { authorization: `Basic ${btoa(login)}` } });
    expect(await status(`${url}/v2/`)).toBe(401);
    expect(await status(`${url}/v2/`, basic("ci:wrong"))).toBe(401);
    expect(await status(`${url}/v2/`, basic("ci:s3cret"))).toBe(200);
  });

  test("TLS: only with the CA, and with the client's certificate where one is wanted; the proxy does it too", async () => {
    const files = { certificate: tls("server.crt"), key: tls("server.key") };
    const registry = await start({ tls: { ...files, clientcas: [tls("ca.crt")] } });
    const server = { key: pem("server.key"), cert: pem("server.crt") };
    const proxy = await started(
      startProxy((await start({ tls: files })).url, { hostname: "127.0.0.2", tls: server }),
    );
    const client = { ca: pem("ca.crt"), key: pem("client.key"), cert: pem("client.crt") };
    const statusWith = (url: string, options: object): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const agent = new Agent(options);
        get(`${url}/v2/`, { agent }, (response) => resolve(response.resume().statusCode)).on("error", reject);
      });
    expect(await statusWith(registry.url, client)).toBe(200);
    await expect(statusWith(registry.url, { ca: client.ca })).rejects.toThrow(/alert|ECONNRESET/);
    expect(await statusWith(proxy.url, { ca: client.ca })).toBe(200);
    await expect(statusWith(proxy.url, {})).rejects.toThrow("unable to verify");
  });
});

describe("token authentication", () => {
  const names = { issuer: "test issuer", service: "test registry" };
  const certificate = { key: pem("token.key"), certificate: pem("token.crt") };
  const users = { ci: "s3cret", reader: "r" };
  const url = (server: TokenServer, scope: string): string =>
    `${server.url}?${new URLSearchParams({ scope }).toString()}`;
  const bearer = async (answer: Promise<Response>): Promise<Record<string, string>> => {
    const { access_token: token } = (await (await answer).json()) as { access_token: string };
    return { authorization: `Bearer ${token}` };
  };
  const startBoth = async (lifetimeSeconds = 300): Promise<[TokenServer, Registry]> => {
    const grants = ({ actions }: { actions: readonly string[] }, user: string): readonly string[] =>
      user === "ci" ? actions : ["pull"];
    const server = await started(
      startTokenServer({ ...names, ...certificate, users, grants, lifetimeSeconds }),
    );
    return [
      server,
      await start({ token: { ...names, realm: server.url, rootcertbundle: tls("token.crt") } }),
    ];
  };

  test("pushing, pulling and deleting need their own actions", async () => {
    const [server, registry] = await startBoth();
    const tokenFor = (login: string, actions: string): Promise<Record<string, string>> =>
      bearer(
        fetch(url(server, `repository:team/app:${actions}`), {
          headers: { authorization: `Basic ${btoa(login)}` },
        }),
      );
    const repo = { base: registry.url, name: "team/app" };
    await expect(pushImage(repo, ["1.0"])).rejects.toMatchObject({ status: 401 });
    const pushing = { ...repo, headers: await tokenFor("ci:s3cret", "pull,push") };
    const { digest } = await pushImage(pushing, ["1.0"]);
    expect(
      await pullImage({ ...repo, headers: await tokenFor("reader:r", "pull,push") }, "1.0"),
    ).toHaveLength(3);
    const remove = (headers: Record<string, string>): Promise<number> =>
      status(`${registry.url}/v2/team/app/manifests/${digest}`, { method: "DELETE", headers });
    expect(await remove(pushing.headers)).toBe(401);
    expect(await remove(await tokenFor("reader:r", "delete"))).toBe(401);
    expect(await remove(await tokenFor("ci:s3cret", "delete"))).toBe(202);
    expect(server.requests.at(-1)?.query.get("scope")).toBe("repository:team/app:delete");
  });

  test.each([
    { lifetimeSeconds: 300, expected: 404 },
    { lifetimeSeconds: -120, expected: 401 },
  ])("a refresh token's token of $lifetimeSeconds s", async ({ lifetimeSeconds, expected }) => {
    const [server, registry] = await startBoth(lifetimeSeconds);
    const scope = "repository:team/app:pull";
    const form = (refresh_token: string): RequestInit => ({
      method: "POST",
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token, scope }),
    });
    expect(await status(server.url, form("wrong"))).toBe(401);
    const headers = await bearer(fetch(server.url, form("s3cret")));
    expect(await status(`${registry.url}/v2/team/app/tags/list`, { headers })).toBe(expected);
  });

  test("wrong credentials get no token; without users, anybody gets one", async () => {
    const [server] = await startBoth();
    const wrong = { headers: { authorization: `Basic ${btoa("ci:wrong")}` } };
    expect(await status(server.url)).toBe(401);
    expect(await status(server.url, wrong)).toBe(401);
    const open = await started(startTokenServer({ ...names, ...certificate }));
    expect(await status(open.url)).toBe(200);
  });
});

describe("where a registry is found", () => {
  test("REGISTRY_URL is used, and of another machine only with consent", async () => {
    vi.stubEnv("REGISTRY_URL", "http://localhost:5000/");
    expect(await startRegistry()).toMatchObject({ source: "REGISTRY_URL", url: "http://localhost:5000" });
    vi.stubEnv("REGISTRY_URL", "https://registry.example.com");
    await expect(startRegistry()).rejects.toThrow("set REGISTRY_URL_CONSENT=yes");
    vi.stubEnv("REGISTRY_URL_CONSENT", "yes");
    expect(await startRegistry()).toMatchObject({ host: "registry.example.com" });
  });

  test("without anything on PATH, the error says what to do", async () => {
    vi.stubEnv("REGISTRY_URL", undefined);
    vi.stubEnv("PATH", "");
    await expect(startRegistry()).rejects.toThrow(
      /set REGISTRY_URL .* install docker-registry .* start Docker/,
    );
  });
});
