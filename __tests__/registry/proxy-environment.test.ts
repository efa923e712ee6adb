import { describe, expect, test } from "vitest";
import { proxyFor } from "../../src/registry/proxy/environment.js";
import { ProxyError } from "../../src/registry/proxy/proxy.js";
import { refuseOwnAnswer } from "../../src/registry/proxy/errors.js";
import { bypasses } from "../../src/registry/proxy/no-proxy.js";

describe("no_proxy", () => {
  // Each as golang.org/x/net/http/httpproxy decides, which Docker follows.
  test.each([
    ["example.com", "https://example.com/", true],
    ["example.com", "https://a.example.com/", true],
    ["example.com", "https://anexample.com/", false],
    [".example.com", "https://example.com/", false],
    [".example.com", "https://a.example.com/", true],
    ["*.example.com", "https://a.b.example.com/", true],
    ["*.example.com", "https://example.com/", false],
    ["EXAMPLE.com", "https://Example.COM/", true],
    ["example.com:5000", "http://example.com:5000/", true],
    ["example.com:5000", "http://example.com:5001/", false],
    [".example.com:443", "https://a.example.com/", true],
    ["example.com:80", "https://example.com/", false],
    ["10.1.2.3", "http://10.1.2.3:5000/", true],
    ["10.1.2.3:5000", "http://10.1.2.3:5000/", true],
    ["10.1.2.3:5001", "http://10.1.2.3:5000/", false],
    ["10.1.2.3", "http://10.1.2.34/", false],
    ["10.0.0.0/8", "http://10.200.3.4:5000/", true],
    ["10.0.0.0/8", "http://11.200.3.4:5000/", false],
    ["192.168.1.0/24", "http://192.168.1.121:5000/", true],
    ["10.0.0.0/8", "http://10.example.com/", false],
    ["10.0.0.0/99", "http://10.0.0.1/", false],
    ["2001:db8::/32", "http://[2001:db8::5]:5000/", true],
    ["2001:db8::5", "http://[2001:DB8:0::5]/", true],
    ["[2001:db8::5]:5000", "http://[2001:db8::5]:5000/", true],
    ["[2001:db8::5]:5000", "http://[2001:db8::5]:5001/", false],
    ["[2001:db8::5]", "http://[2001:db8::5]:5001/", true],
    ["*", "https://anything.example/", true],
    ["a.test, b.test ,,c.test", "https://c.test/", true],
    ["a.test b.test", "https://b.test/", true],
    ["", "https://b.test/", false],
    [":5000", "http://b.test:5000/", false],
    ["", "http://localhost:5000/", true],
    ["", "http://127.8.9.1:5000/", true],
    ["", "http://[::1]:5000/", true],
    ["", "http://localhost.example.com/", false],
    ["example.com:5000x", "http://example.com:5000/", false],
    ["10.0.0.1/example", "http://10.0.0.1/", false],
    ["2001:db8::/129", "http://[2001:db8::1]/", false],
    ["10.0.0.0/33", "http://10.0.0.0/", false],
    ["::ffff:10.0.0.0/104", "http://10.0.0.1/", true],
    ["1.2.3.4", "http://4.example.com/", false],
    [":5000", "http://b.test.:5000/", false],
    ["2001:db8:0:0::5", "http://[2001:db8::5]/", true],
  ])("%j spares %s: %s", (list, url, isSpared) => {
    expect(bypasses(new URL(url), list)).toBe(isSpared);
  });
});

describe("the proxy for an address", () => {
  const find = (url: string, environment: Readonly<Record<string, string>>) => {
    const secrets: string[] = [];
    const proxy = proxyFor(new URL(url), environment, (secret) => secrets.push(secret));
    return { proxy, secrets };
  };

  test.each([
    ["proxy:3128", "proxy:3128"],
    ["http://proxy:3128", "proxy:3128"],
    ["http://proxy:3128/", "proxy:3128"],
    ["http://proxy", "proxy:80"],
    ["https://proxy", "proxy:443"],
    ["10.0.0.1:8080", "10.0.0.1:8080"],
    ["http://[2001:db8::1]:3128", "[2001:db8::1]:3128"],
    ["  http://proxy:3128  ", "proxy:3128"],
  ])("is read from %j", (value, host) => {
    expect(find("http://a.test/", { http_proxy: value }).proxy?.host).toBe(host);
    expect(find("https://a.test/", { HTTPS_PROXY: value }).proxy?.host).toBe(host);
  });

  test.each([
    ["http://[", "it is no address"],
    ["http://", "it is no address"],
    ["socks5:///proxy", "it is no address"],
    ["socks5://proxy:1080", "a proxy of socks5:// is not supported"],
    ["ftp://me:hunter22@proxy", "a proxy of ftp:// is not supported"],
  ])("can't be %j, and the error repeats nothing of it", (value, why) => {
    const finding = (): unknown => find("http://a.test/", { http_proxy: value });
    expect(finding).toThrow(`http_proxy names no proxy that can be used: ${why}`);
    expect(finding).not.toThrow(/hunter22/);
  });

  test("is none where no variable of its scheme names one, and signs in nowhere where none says so", () => {
    expect(find("http://a.test/", {}).proxy).toBeUndefined();
    expect(find("http://a.test/", { https_proxy: "proxy:1" }).proxy).toBeUndefined();
    expect(find("https://a.test/", { http_proxy: "proxy:1" }).proxy).toBeUndefined();
    expect(find("http://a.test/", { http_proxy: "proxy:1" }).proxy).not.toHaveProperty("authorization");
  });

  test("is in the small variable first, as curl has it", () => {
    expect(find("http://a.test/", { http_proxy: "small:1", HTTP_PROXY: "large:1" }).proxy?.host).toBe(
      "small:1",
    );
    expect(find("http://a.test/", { http_proxy: " ", HTTP_PROXY: "large:1" }).proxy?.variable).toBe(
      "HTTP_PROXY",
    );
  });

  test.each([
    ["http://me:p%40ss@proxy:1", "me:p@ss", ["p@ss", "p%40ss"]],
    ["http://me:100%@proxy:1", "me:100%", ["100%"]],
    ["http://me@proxy:1", "me:", []],
    ["me:secret@proxy:1", "me:secret", ["secret"]],
    ["http://:secret@proxy:1", ":secret", ["secret"]],
  ])("signs in as %s says, and tells the secrets", (value, login, told) => {
    const { proxy, secrets } = find("http://a.test/", { http_proxy: value });
    const encoded = Buffer.from(login).toString("base64");
    expect(proxy?.authorization).toBe(`Basic ${encoded}`);
    expect(secrets).toEqual(expect.arrayContaining([...told, encoded]));
    expect(secrets).not.toContain("");
  });

  test("is none where no_proxy spares it, in small letters or capitals", () => {
    const environment = { http_proxy: "proxy:1" };
    expect(find("http://a.test/", { ...environment, no_proxy: "a.test" }).proxy).toBeUndefined();
    expect(find("http://a.test/", { ...environment, NO_PROXY: "a.test" }).proxy).toBeUndefined();
    expect(find("http://a.test/", environment).proxy).toBeDefined();
  });
});

describe("an answer that came through a proxy", () => {
  const proxy = proxyFor(new URL("http://a.test/"), { http_proxy: "proxy:3128" }, () => undefined);
  const refuse =
    (status: number, headers: Readonly<Record<string, string>> = {}) =>
    (): void => {
      if (proxy === undefined) throw new Error("there is one");
      refuseOwnAnswer(proxy, { status, headers, url: new URL("http://a.test/"), body: Buffer.alloc(0) });
    };

  test.each<[number, Readonly<Record<string, string>>]>([
    [407, {}],
    [403, { "x-squid-error": "ERR_ACCESS_DENIED 0" }],
    [503, { server: "squid/5.7" }],
    [400, { server: "tinyproxy/1.11" }],
  ])("is the proxy's own: %i with %j", (status, headers) => {
    expect(refuse(status, headers)).toThrow(/the proxy proxy:3128/);
  });

  test("that asks for a password, or refuses, says so", () => {
    expect(refuse(407)).toThrow("asks for a user and password (407)");
    expect(refuse(403, { server: "squid" })).toThrow("does not connect us to a.test (403)");
  });

  test.each<[object, string]>([
    [{ status: 503 }, "EPROXYBUSY"],
    [{ cause: Object.assign(new Error("x"), { code: "ECONNRESET" }) }, "EPROXYBUSY"],
    [{ status: 403 }, "EPROXY"],
    [{ cause: new Error("x") }, "EPROXY"],
  ])("(%#) may be another in a moment where it is a passing one", (about, code) => {
    if (proxy === undefined) throw new Error("there is one");
    expect(new ProxyError(proxy, about).code).toBe(code);
  });

  test.each<[number, Readonly<Record<string, string>>]>([
    [404, {}],
    [401, { server: "nginx" }],
    [200, { server: "squid/5.7" }],
    [307, { "x-squid-error": "none" }],
  ])("is the server's: %i with %j", (status, headers) => {
    expect(refuse(status, headers)).not.toThrow();
  });
});
