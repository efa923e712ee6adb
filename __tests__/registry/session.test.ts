import { afterEach, describe, expect, test, vi } from "vitest";
import { PruneError, UnsureError } from "../../src/core/base/errors.js";
import type { AuthOptions } from "../../src/registry/connection/basic.js";
import { isLoopback } from "../../src/registry/connection/connection.js";
import type { Credentials, Identity } from "../../src/registry/connection/identity.js";
import { createSession } from "../../src/registry/connection/session.js";
import type { HttpRequest, HttpResponse } from "../../src/registry/http/message.js";

/** Who gets which credentials, when: a registry and its token servers are functions from a request to an answer. */

const REGISTRY = "https://registry.test/v2/team/app/tags/list";
const REALM = "https://tokens.test/token";
const SCOPE = "repository:team/app:pull";
const PASSWORD: Credentials = { kind: "password", username: "me", password: "hunter22" };
const BASIC = `Basic ${Buffer.from("me:hunter22").toString("base64")}`;
const bearer = (more = ""): string => `Bearer realm="${REALM}"${more}`;

interface Answer {
  readonly status?: number;
  readonly challenge?: string;
  readonly body?: unknown;
  /** The address that it came from, where a redirect led there. */
  readonly from?: string;
}

interface Scene extends Partial<Omit<AuthOptions, "http" | "identify">> {
  readonly registry: (request: HttpRequest, time: number) => Answer;
  readonly tokens?: (request: HttpRequest, time: number) => Answer | Error;
  readonly identity?: Identity;
}

function stage({ registry, tokens = () => ({ body: { token: "t0ken" } }), identity, ...more }: Scene) {
  const sent: string[] = [];
  const times = { registry: 0, tokens: 0 };
  let asked = 0;
  const send = (request: HttpRequest): Promise<HttpResponse> => {
    const isRegistry = request.url.href === REGISTRY;
    const header = request.headers?.["authorization"];
    sent.push(`${isRegistry ? "registry" : request.url.origin} ${String(header ?? "-")}`);
    times[isRegistry ? "registry" : "tokens"] += 1;
    const answer = isRegistry ? registry(request, times.registry) : tokens(request, times.tokens);
    if (answer instanceof Error) return Promise.reject(answer);
    const { status = 200, challenge, body = {}, from } = answer;
    return Promise.resolve({
      status,
      headers: challenge === undefined ? {} : { "www-authenticate": challenge },
      body: Buffer.from(JSON.stringify(body)),
      url: new URL(from ?? request.url.href),
      peer: "192.0.2.1",
    });
  };
  const session = createSession({
    http: { send, atOnce: () => 1, close: () => undefined },
    identify: () => {
      asked += 1;
      return Promise.resolve(identity ?? { credentials: PASSWORD });
    },
    allowsPlainHttp: isLoopback,
    tokenServers: [],
    onSecret: () => undefined,
    ...more,
  });
  const ask = (): Promise<HttpResponse> => session.send({ method: "GET", url: new URL(REGISTRY) }, SCOPE);
  return { ask, sent, asked: () => asked };
}

/** A registry that takes this header, and asks with that challenge for it. */
const taking =
  (header: string, challenge: string) =>
  ({ headers }: HttpRequest): Answer =>
    headers?.["authorization"] === header ? {} : { status: 401, challenge };

afterEach(() => {
  vi.useRealTimers();
});

describe("credentials are not sent", () => {
  test.each<[string, Answer]>([
    ["an answer that is no 401", { challenge: "Basic" }],
    ["a 403", { status: 403, challenge: "Basic" }],
    ["a 401 without a challenge", { status: 401 }],
    ["a 401 with a way that we have not", { status: 401, challenge: "Negotiate" }],
    ["a 401 of where a redirect led", { status: 401, challenge: "Basic", from: "https://other.test/" }],
    [
      "a 401 of the same host at another port",
      { status: 401, challenge: bearer(), from: "https://registry.test:8443/" },
    ],
  ])("for %s, and nobody looks for them", async (_, answer) => {
    const { ask, sent, asked } = stage({ registry: () => answer });
    const { status, signedIn } = await ask();
    expect([status, signedIn]).toEqual([answer.status ?? 200, undefined]);
    expect([sent, asked()]).toEqual([["registry -"], 0]);
  });

  test("as a password to a registry that asks for a token, whatever it asks for later", async () => {
    const { ask, sent } = stage({
      registry: (_, time) => (time === 2 ? {} : { status: 401, challenge: time === 1 ? bearer() : "Basic" }),
    });
    expect((await ask()).status).toBe(200);
    expect(await ask()).toMatchObject({ status: 401, signedIn: { kind: "token" } });
    expect(sent).toEqual([
      "registry -",
      `https://tokens.test ${BASIC}`,
      "registry Bearer t0ken",
      "registry Bearer t0ken",
    ]);
  });

  test("to a token server of a registry that has refused the password itself", async () => {
    const { ask, sent } = stage({
      registry: (_, time) => (time === 2 ? {} : { status: 401, challenge: time === 1 ? "Basic" : bearer() }),
    });
    await ask();
    expect(await ask()).toMatchObject({ status: 401, signedIn: { kind: "password" } });
    expect(sent).toEqual(["registry -", `registry ${BASIC}`, `registry ${BASIC}`]);
  });

  test("once more, where they were refused", async () => {
    const { ask, sent } = stage({ registry: () => ({ status: 401, challenge: "Basic" }) });
    expect(await ask()).toMatchObject({ status: 401, signedIn: { kind: "password" } });
    await ask();
    expect(sent).toEqual(["registry -", `registry ${BASIC}`, `registry ${BASIC}`]);
  });

  test("to a token server where the registry's own token is known", async () => {
    const { ask, sent } = stage({
      registry: taking("Bearer own", bearer()),
      identity: { credentials: { kind: "registry-token", token: "own" } },
    });
    expect((await ask()).status).toBe(200);
    expect(sent).toEqual(["registry -", "registry Bearer own"]);
  });
});

describe("a token", () => {
  test("that has run out is replaced, and one that allows too little is not", async () => {
    const renewing = stage({
      registry: (_, time) => (time === 2 || time === 4 ? {} : { status: 401, challenge: bearer() }),
    });
    await renewing.ask();
    expect((await renewing.ask()).status).toBe(200);
    expect(renewing.sent.filter((line) => line.startsWith("https://tokens.test"))).toHaveLength(2);
    const lacking = stage({
      registry: (_, time) =>
        time === 2 ? {} : { status: 401, challenge: bearer(time === 1 ? "" : ',error="insufficient_scope"') },
    });
    await lacking.ask();
    expect(await lacking.ask()).toMatchObject({ status: 401, signedIn: { kind: "token" } });
    expect(lacking.sent.filter((line) => line.startsWith("https://tokens.test"))).toHaveLength(1);
  });

  test("is asked for again where its server failed and there is no other way", async () => {
    const { ask } = stage({
      registry: taking("Bearer t0ken", bearer()),
      tokens: (_, time) => (time === 1 ? { status: 500 } : { body: { token: "t0ken" } }),
    });
    await expect(ask()).rejects.toMatchObject({ kind: "unexpected-answer" });
    expect((await ask()).status).toBe(200);
  });

  test("is not asked for again where its server failed and a password does", async () => {
    const { ask, sent } = stage({
      registry: taking(BASIC, `${bearer()}, Basic realm="r"`),
      tokens: () => ({ status: 500 }),
    });
    await ask();
    await ask();
    expect(sent.filter((line) => line.startsWith("https://tokens.test"))).toHaveLength(1);
  });

  test("that nobody could ask for in a foreseen way is that error", async () => {
    const error = new UnsureError("a cache answered", "none");
    const { ask } = stage({ registry: () => ({ status: 401, challenge: bearer() }), tokens: () => error });
    await expect(ask()).rejects.toBe(error);
  });

  test.each<[string, Answer, string]>([
    ["none in a good answer", { body: {} }, "answered 200 without a token"],
    ["one in a bad answer", { status: 500, body: { token: "t0ken" } }, "answered 500 without a token"],
    ["one with a line break", { body: { token: "a\r\nb" } }, "gave one that no header can carry"],
    ["a refusal", { status: 403, body: { token: "t0ken" } }, "refused to sign us in (403)"],
  ])("is not taken from %s", async (_, answer, words) => {
    const { ask, sent } = stage({ registry: taking("Bearer t0ken", bearer()), tokens: () => answer });
    await expect(ask()).rejects.toThrow(words);
    expect(sent).toHaveLength(2);
  });

  test.each([
    [undefined, 53, 1],
    [undefined, 55, 2],
    [3600, 3000, 1],
    [3600, 3300, 2],
    [-1, 53, 1],
    [0, 53, 1],
    ["3600", 55, 2],
    [null, 53, 1],
  ])("with the lifetime %j is after %i s one of %i", async (expires, seconds, times) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const body = { token: "t0ken", ...(expires === undefined ? {} : { expires_in: expires }) };
    const { ask, sent } = stage({ registry: taking("Bearer t0ken", bearer()), tokens: () => ({ body }) });
    await ask();
    vi.setSystemTime(Date.now() + seconds * 1000);
    await ask();
    expect(sent.filter((line) => line.startsWith("https://tokens.test"))).toHaveLength(times);
  });
});

describe("a realm", () => {
  test.each([
    ["http://tokens.test/token", "unsafe-realm"],
    ["ftp://localhost/token", "unsafe-realm"],
    ["http://", "unsafe-realm"],
  ])("at %s gets nothing", async (address, kind) => {
    const { ask, sent } = stage({
      registry: () => ({ status: 401, challenge: `Bearer realm="${address}"` }),
    });
    await expect(ask()).rejects.toMatchObject({ kind });
    expect(sent).toEqual(["registry -"]);
  });

  test("that is among the only ones is asked, and no other", async () => {
    const registry = taking("Bearer t0ken", bearer());
    expect((await stage({ registry, realms: ["tokens.test"] }).ask()).status).toBe(200);
    const other = stage({ registry, realms: ["auth.test"] });
    await expect(other.ask()).rejects.toThrow("its tokens come from auth.test alone");
    expect(other.sent).toEqual(["registry -"]);
  });
});

describe("credentials that could not be found", () => {
  const identity: Identity = {
    credentials: { kind: "anonymous" },
    trouble: new PruneError("config.json can't be read", "mend it"),
  };

  test("are missed where the registry refuses nobody's token", async () => {
    const { ask } = stage({ registry: () => ({ status: 401, challenge: bearer() }), identity });
    await expect(ask()).rejects.toThrow("config.json can't be read");
  });

  test("are missed where a password is asked for", async () => {
    const { ask, sent } = stage({ registry: () => ({ status: 401, challenge: "Basic" }), identity });
    await expect(ask()).rejects.toThrow("config.json can't be read");
    expect(sent).toEqual(["registry -"]);
  });

  test.each([200, 404, 500])("are not missed where the answer is %i", async (status) => {
    const { ask } = stage({
      registry: (_, time) => (time === 1 ? { status: 401, challenge: bearer() } : { status }),
      identity,
    });
    expect(await ask()).toMatchObject({ status });
  });
});

test("how a request was signed in stands at a refusal alone", async () => {
  const answering = (status: number) =>
    stage({ registry: (_, time) => (time === 1 ? { status: 401, challenge: "Basic" } : { status }) }).ask();
  for (const status of [401, 403]) expect((await answering(status)).signedIn).toEqual({ kind: "password" });
  for (const status of [200, 404]) expect((await answering(status)).signedIn).toBeUndefined();
});

test.each([
  ["localhost", true],
  ["LOCALHOST:5000", true],
  ["[::1]", true],
  ["[::1]:5000", true],
  ["[0:0:0:0:0:0:0:1]:5000", true],
  ["127.0.0.1:5000", true],
  ["127.8.9.1", true],
  // What only a URL makes an address of this machine is none that the user has written.
  ["2130706433", false],
  ["0x7f.1", false],
  ["[::1", false],
  ["[::2]", false],
  ["localhost.test", false],
  ["127.0.0.1.test", false],
])("%s is this machine by its name: %s", (host, isOne) => {
  expect(isLoopback(host)).toBe(isOne);
});
