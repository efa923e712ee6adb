import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import type { RegistryAccount } from "../../src/core/names/registry-kind.js";
import { accountAt } from "../../src/settings/registries/kinds.js";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf, summaryLine } from "../../src/report/run/result.js";
import { renderSummary } from "../../src/report/run/summary.js";
import {
  isDelete,
  isVersions,
  type OnGitHub,
  personal,
  pushTags,
  useStage,
} from "../support/github-pruning.js";
import { configOf, hoursAgo } from "../support/policies.js";
import { type Action, type Proxy, type RecordedRequest, startProxy } from "../support/proxy.js";
import { applied, failed, type Pruned } from "../support/pruning.js";

/** Where a token goes, and where it does not. */
const stage = useStage();

const KEEPS_ONE = { keep: "1", concurrency: "1" };

async function filled(): Promise<OnGitHub> {
  const made = await stage();
  await pushTags(made, "1.0.0", "1.1.0", "1.2.0");
  return made;
}

/** No Docker configuration but an empty one. */
async function withoutDocker(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "no-docker-"));
  vi.stubEnv("DOCKER_CONFIG", folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
}

const basicOf = (token: string): string => Buffer.from(`token:${token}`).toString("base64");

/** All that a run has left behind and said. */
async function tracesOf({ result, events, outcome }: Pruned): Promise<string> {
  const { journal } = result;
  return [
    inspect([result, events, outcome], {
      depth: Infinity,
      showHidden: true,
      maxArrayLength: null,
      maxStringLength: null,
    }),
    JSON.stringify(events),
    failureText(result),
    summaryLine(result),
    renderSummary(result),
    journal === undefined ? "" : await readFile(journal, "utf8"),
  ].join("\n");
}

const answer = (status: number): Action => ({
  kind: "answer",
  status,
  headers: { "content-type": "application/json" },
  body: '{"message":"No."}',
});

const RUNS: readonly [string, (made: OnGitHub) => unknown, RawSettings?][] = [
  ["that is done", () => undefined],
  ["that is dry", () => undefined, { "dry-run": "true" }],
  [
    "that GitHub does not take the token of",
    ({ github }) => github.api.on({ when: () => true, act: answer(401) }),
  ],
  ["whose versions are refused", ({ github }) => github.api.on({ when: isVersions, act: answer(403) })],
  [
    "whose versions are no JSON",
    ({ github }) => github.api.on({ when: isVersions, act: { kind: "answer", status: 200, body: "<" } }),
  ],
  ["whose API breaks off", ({ github }) => github.api.on({ when: () => true, act: { kind: "truncate" } })],
  ["whose API never answers", ({ github }) => github.api.on({ when: () => true, act: { kind: "reset" } })],
  ["that may not delete", ({ pack }) => (pack.admin = 404)],
  ["whose deletions fail", ({ github }) => github.api.on({ when: isDelete, act: answer(500) })],
  [
    "that a limit ends",
    ({ github }) => {
      github.limit({ remaining: 0 });
    },
  ],
  ["that the registry refuses", ({ github }) => github.registry.on({ when: () => true, act: answer(403) })],
  [
    "that the registry does not know",
    ({ github }) => github.registry.on({ when: ({ path }) => path.startsWith("/token"), act: answer(401) }),
  ],
  [
    "that the registry breaks off",
    ({ github }) => github.registry.on({ when: () => true, act: { kind: "reset" } }),
  ],
];

describe("a run", () => {
  test.each(RUNS)("%s tells the token to nobody but the masks", async (_, harm, raw = {}) => {
    const made = await filled();
    harm(made);
    const pruned = await made.prune({ ...KEEPS_ONE, ...raw });
    const traces = await tracesOf(pruned);
    expect(traces).toContain(made.pack.image);
    for (const secret of pruned.secrets) expect(traces).not.toContain(secret);
    expect(pruned.secrets).toContain(made.token);
    expect(traces).not.toContain(basicOf(made.token));
  });

  test("tells the token before anything is sent, and what is made of it before it is used", async () => {
    const made = await filled();
    const { api, registry } = made.github;
    const told = new Map<string, number>();
    const onSecret = (secret: string): void => {
      if (!told.has(secret)) told.set(secret, api.requests.length + registry.requests.length);
    };
    await made.prune(KEEPS_ONE, { onSecret });
    expect(told.get(made.token)).toBe(0);
    const used = [...api.requests, ...registry.requests].flatMap(
      ({ headers }) => headers.authorization ?? [],
    );
    for (const header of new Set(used)) expect([...told.keys()]).toContain(header.replace(/^\w+ /, ""));
  });

  test("sends the token to the API and to the registry's token server, and there alone", async () => {
    const made = await filled();
    await made.prune(KEEPS_ONE);
    const { api, registry, elsewhere } = made.github;
    for (const { headers } of api.requests) expect(headers.authorization).toBe(`token ${made.token}`);
    const [asked, others] = [true, false].map((isAsked) =>
      registry.requests.filter(({ path }) => path.startsWith("/token") === isAsked),
    );
    expect(asked?.map(({ headers }) => headers.authorization)).toEqual([`Basic ${basicOf(made.token)}`]);
    expect(others?.[0]?.headers.authorization).toBeUndefined();
    for (const { headers } of others?.slice(1) ?? []) {
      expect(headers.authorization).toMatch(/^Bearer [\w-]+$/);
    }
    expect(JSON.stringify(others)).not.toContain(made.token);
    expect(elsewhere.requests).toEqual([]);
  });

  test("prefers username and password, for the API too", async () => {
    const made = await filled();
    const login = { username: "mona", password: made.token, "github-token": "ghs_another" };
    const pruned = await made.prune({ ...KEEPS_ONE, ...login });
    expect(statusOf(pruned.result)).toBe("done");
    for (const { headers } of made.github.api.requests) {
      expect(headers.authorization).toBe(`token ${made.token}`);
    }
    const asked = made.github.registry.requests.find(({ path }) => path.startsWith("/token"));
    expect(asked?.headers.authorization).toBe(`Basic ${btoa(`mona:${made.token}`)}`);
    expect(JSON.stringify([made.github.api.requests, made.github.registry.requests])).not.toContain(
      "ghs_another",
    );
  });
});

const authorizations = ({ requests }: Proxy): readonly (string | undefined)[] =>
  requests.map(({ headers }: RecordedRequest) => headers.authorization);

async function proxyTo(url: string): Promise<Proxy> {
  const proxy = await startProxy(url);
  onTestFinished(() => proxy.stop());
  return proxy;
}

describe("where GitHub leads elsewhere", () => {
  test("a blob is read there without any credentials", async () => {
    const made = await filled();
    const image = await pushImage(made.pack.repo, ["1.0.5"], { created: hoursAgo(1) });
    const store = await proxyTo(made.pack.repo.base);
    const isBlob = ({ path }: RecordedRequest) => path.endsWith(configOf(image));
    const location = `${store.url}/v2/${made.pack.repo.name}/blobs/${configOf(image)}`;
    made.github.registry.on({ when: isBlob, act: { kind: "answer", status: 307, headers: { location } } });
    const pruned = await made.prune({ ...KEEPS_ONE, "keep-younger-than": "1d" });
    expect([statusOf(pruned.result), made.left()]).toEqual(["done", ["1.0.5", "1.2.0"]]);
    expect(authorizations(store)).toEqual([undefined]);
  });

  test.each([301, 302, 307, 308])("the API's own answer is not (%i)", async (status) => {
    const made = await filled();
    const other = await proxyTo(made.github.api.url);
    made.github.api.on({
      when: isVersions,
      act: { kind: "answer", status, headers: { location: `${other.url}/there` } },
    });
    const pruned = await made.prune(KEEPS_ONE);
    expect([failed(pruned).kind, statusOf(pruned.result)]).toEqual(["failed", "failed"]);
    for (const header of authorizations(other)) expect(header).toBeUndefined();
    expect(made.left()).toHaveLength(3);
  });
});

describe("a GitHub that speaks plain HTTP", () => {
  const unsafe = { "github-api-url": "http://github.invalid/api/v3" };

  test("gets no token, and nothing is sent", async () => {
    const made = await filled();
    const pruned = await made.prune({ ...KEEPS_ONE, ...unsafe });
    expect(failed(pruned).error).toMatchObject({
      kind: "unsafe-realm",
      message:
        "the GitHub API at http://github.invalid/api/v3 speaks plain HTTP, and would get the token unencrypted",
      nextStep:
        "Write https:// in github-api-url; or, if the network is safe, name github.invalid in plain-http.",
    });
    expect(statusOf(pruned.result)).toBe("failed");
    expect([made.apiSent(), made.registrySent()]).toEqual([[], []]);
  });

  test("is asked where the user says that this is safe", async () => {
    const made = await filled();
    const pruned = await made.prune({ ...KEEPS_ONE, ...unsafe, "plain-http": "github.invalid" });
    expect(failed(pruned).error.message).not.toContain("unencrypted");
    expect(failed(pruned).error.message).toContain("github.invalid");
    expect([made.apiSent(), made.registrySent()]).toEqual([[], []]);
  });
});

describe("a registry that is none of this GitHub's", () => {
  test.each([
    ["a name and a password", 'Basic realm="here"'],
    ["a token", 'Bearer realm="REALM/token",service="here"'],
  ])("that wants %s gets no token of GitHub's", async (_, challenge) => {
    await withoutDocker();
    const made = await filled();
    const other = await proxyTo(made.pack.repo.base);
    const headers = { "www-authenticate": challenge.replace("REALM", other.url) };
    other.on({ when: () => true, act: { kind: "answer", status: 401, headers } });
    const image = `${made.pack.image}\n${other.host}/${made.pack.repo.name}`;
    const pruned = await made.prune({ ...KEEPS_ONE, image });
    expect(pruned.result.outcomes.map(({ kind }) => kind)).toEqual(["applied", "failed"]);
    expect(other.requests.length).toBeGreaterThan(0);
    expect(JSON.stringify(other.requests)).not.toContain(made.token);
    for (const header of authorizations(other)) expect(header).toBeUndefined();
  });

  test("is pruned as ever beside one that is, with a token set", async () => {
    const made = await filled();
    const other = await proxyTo(made.pack.repo.base);
    const repo = { ...made.pack.repo, name: `${made.pack.repo.name}-other` };
    for (const tag of ["2.0.0", "2.1.0"]) await pushImage(repo, [tag]);
    const pruned = await made.prune({
      ...KEEPS_ONE,
      image: `${other.host}/${repo.name}`,
      "github-token": made.token,
    });
    expect(applied(pruned).deleted).toEqual(["2.0.0"]);
    expect(new Set(authorizations(other))).toEqual(new Set([undefined]));
    expect([made.apiSent(), made.registrySent()]).toEqual([[], []]);
  });

  test("ghcr.io is another GitHub's than an Enterprise Server's, and gets none of its tokens", () => {
    const own = {
      api: "https://github.example.com/api/v3",
      registry: "containers.github.example.com",
      token: "ghs_own",
    };
    const accountOf = (host: string): RegistryAccount => accountAt(host, { github: own });
    const { api, token } = own;
    expect(accountOf("containers.github.example.com")).toEqual({ kind: "github", api, token });
    const theirs = { kind: "github", api: "https://api.github.com" };
    for (const host of ["ghcr.io", "ghcr.io:443"]) expect(accountOf(host)).toEqual(theirs);
    const others = ["github.example.com", "ghcr.io.example.com", "ghcr.io:80", "ghcr.io:8443"];
    for (const host of [...others, `${own.registry}:8080`, "xghcr.io"]) {
      expect(accountOf(host)).toEqual({ kind: "distribution" });
    }
  });
});

test("a personal token is kept as one of a job is", async () => {
  const made = await stage({ token: personal("read:packages") });
  await pushTags(made, "1.0.0", "1.1.0");
  const pruned = await made.prune(KEEPS_ONE);
  expect(failed(pruned).error.message).toContain("lacks the scope delete:packages");
  expect(await tracesOf(pruned)).not.toContain(made.token);
});
