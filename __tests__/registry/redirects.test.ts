import { once } from "node:events";
import { createServer, type IncomingMessage, request as send, type RequestListener } from "node:http";
import { createServer as createSecure } from "node:https";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createHttp, type Http } from "../../src/registry/http/http.js";
import type { HttpRequest } from "../../src/registry/http/message.js";
import { isNear } from "../../src/registry/nearby/reach.js";

/** What follows a redirect and what does not, and what is sent again, at servers of this machine. */

interface Served {
  readonly url: URL;
  readonly asked: IncomingMessage[];
}

async function serve(answer: RequestListener, address = "127.0.0.1"): Promise<Served> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  }).listen(0, address);
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: new URL(`http://${address}:${(server.address() as AddressInfo).port}/v2/`), asked };
}

function client(): Http {
  const http = createHttp({ userAgent: "test", concurrency: 2 });
  onTestFinished(() => http.close());
  return http;
}

const get = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "GET",
  url,
  attempts: 1,
  ...more,
});
const sendingTo = (location: string, status = 307): RequestListener => {
  return (_, response) => response.writeHead(status, { location }).end();
};
const good: RequestListener = (_, response) => response.end("{}");

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("with %i is followed by reads alone", async (status) => {
    const there = await serve(good);
    const { url } = await serve(sendingTo(there.url.href, status));
    const http = client();
    for (const method of ["GET", "HEAD"] as const) {
      expect((await http.send(get(url, { method }))).status).toBe(200);
    }
    for (const method of ["PUT", "POST", "DELETE"] as const) {
      expect((await http.send(get(url, { method }))).status).toBe(status);
    }
    expect(there.asked.map(({ method }) => method)).toEqual(["GET", "HEAD"]);
    expect((await http.send(get(url, { followsRedirects: false }))).status).toBe(status);
  });

  test.each([
    [
      "200 with a place",
      (response: Parameters<RequestListener>[1]) => response.writeHead(200, { location: "/x" }).end(),
      200,
    ],
    ["307 without a place", (response: Parameters<RequestListener>[1]) => response.writeHead(307).end(), 307],
    [
      "304",
      (response: Parameters<RequestListener>[1]) => response.writeHead(304, { location: "/x" }).end(),
      304,
    ],
  ])("is not what is answered by %s", async (_, answer, status) => {
    const { url, asked } = await serve((_request, response) => answer(response));
    expect((await client().send(get(url))).status).toBe(status);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["http://[", "it redirects to what is no address"],
    ["ftp://127.0.0.1/v2/", "it redirects to an address of ftp:, not of HTTP"],
    ["/v2/", "it redirects without an end"],
  ])("to %s is an error that says so", async (location, words) => {
    const { url } = await serve(sendingTo(location));
    await expect(client().send(get(url))).rejects.toThrow(words);
  });

  test("to HTTPS of the same place is said to be, and to another place is followed", async () => {
    const same = await serve((_, response) =>
      response.writeHead(307, { location: `https://127.0.0.1:9${same.url.pathname}` }).end(),
    );
    await expect(client().send(get(same.url))).rejects.toThrow(/HTTPS/);
    await expect(client().send(get(same.url))).rejects.toMatchObject({ kind: "speaks-https" });
    for (const place of ["https://127.0.0.1:9/elsewhere", "https://127.0.0.2:9/v2/"]) {
      const other = await serve(sendingTo(place));
      await expect(client().send(get(other.url))).rejects.toMatchObject({ kind: "unreachable" });
    }
  });

  test("takes credentials along within an origin, and all else to another", async () => {
    const there = await serve(good);
    const headers = { authorization: "Bearer t0ken", accept: "application/json" };
    const { url, asked } = await serve((request, response) =>
      sendingTo(request.url === "/v2/" ? "/v2/again" : there.url.href)(request, response),
    );
    await client().send(get(url, { headers }));
    expect(asked.map(({ headers: sent }) => sent.authorization)).toEqual(["Bearer t0ken", "Bearer t0ken"]);
    expect(there.asked.map(({ headers: sent }) => [sent.authorization, sent.accept])).toEqual([
      [undefined, "application/json"],
    ]);
  });
});

describe("a request to a place that a registry elsewhere named", () => {
  /** Returns an address of this machine that is not for it alone, where it has one at this moment. */
  const ownAddress = (): string | undefined =>
    Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ family, address, internal }) => family === "IPv4" && !internal && !isNear(address))?.address;

  test("leads to this machine by no redirect of one that is on it", async ({ skip }) => {
    const own = ownAddress() ?? skip("this machine has no address but its own loopback");
    const there = await serve(good);
    const { url } = await serve(sendingTo(there.url.href), own);
    await expect(client().send(get(url, { reach: "outside" }))).rejects.toMatchObject({ kind: "leads-here" });
    expect(there.asked).toEqual([]);
    // Whom the user has named may.
    expect((await client().send(get(url))).status).toBe(200);
  });

  test("and no other is refused by a name of this machine", async () => {
    const { url } = await serve(good);
    const byName = new URL(`http://localhost:${url.port}/v2/`);
    await expect(client().send(get(byName, { reach: "outside" }))).rejects.toMatchObject({
      kind: "leads-here",
    });
    expect((await client().send(get(byName))).status).toBe(200);
  });
});

describe("through a proxy, which may be named by a name of this machine", () => {
  test("the user's own registry may have such a name too, and redirect within itself", async () => {
    const registry = await serve((request, response) => {
      if (request.url === "/v2/") sendingTo("/v2/again")(request, response);
      else good(request, response);
    });
    const proxy = await serve((request, response) => {
      const { pathname } = new URL(request.url ?? "");
      const there = send(
        { host: "127.0.0.1", port: registry.url.port, path: pathname, method: "GET" },
        (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
      );
      there.end();
    });
    vi.stubEnv("http_proxy", `http://localhost:${proxy.url.port}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const named = new URL("http://registry.localhost:5000/v2/");
    expect((await client().send(get(named))).status).toBe(200);
    await expect(client().send(get(named, { reach: "outside" }))).rejects.toMatchObject({
      kind: "leads-here",
    });
    const elsewhere = new URL("http://registry.test:5000/v2/");
    expect((await client().send(get(elsewhere, { reach: "outside" }))).status).toBe(200);
  });
});

describe("over HTTPS", () => {
  const file = (name: string): string => join("__tests__/support/tls", name);

  async function serveSecurely(answer: RequestListener): Promise<Served> {
    const asked: IncomingMessage[] = [];
    const options = { cert: await readFile(file("server.crt")), key: await readFile(file("server.key")) };
    const server = createSecure(options, (request, response) => {
      asked.push(request);
      answer(request, response);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { url: new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/v2/`), asked };
  }

  const trusting = (caFile?: string): Http => {
    const tls = caFile === undefined ? {} : { tls: { skipsVerification: false, caFile } };
    const http = createHttp({ userAgent: "test", concurrency: 2, ...tls });
    onTestFinished(() => http.close());
    return http;
  };

  test("a redirect stays over HTTPS, be it to the same path at another port", async () => {
    const there = await serveSecurely(good);
    const secure = await serveSecurely(sendingTo(there.url.href));
    expect((await trusting(file("ca.crt")).send(get(secure.url))).status).toBe(200);
    const plain = await serve(good);
    const down = await serveSecurely(sendingTo(plain.url.href));
    const refused = trusting(file("ca.crt")).send(get(down.url));
    await expect(refused).rejects.toThrow("it redirects from HTTPS to plain HTTP");
    expect(plain.asked).toEqual([]);
  });

  test("only an authority that is not known is looked for on this system, and nothing was sent before", async () => {
    vi.stubEnv("SSL_CERT_FILE", file("ca.crt"));
    onTestFinished(() => void vi.unstubAllEnvs());
    const { url, asked } = await serveSecurely((_, response) => response.end("{}"));
    expect((await trusting().send(get(url, { method: "DELETE" }))).status).toBe(200);
    expect(asked).toHaveLength(1);
    const broken = await serveSecurely((request) => request.socket.destroy());
    const sending = trusting(file("ca.crt")).send(get(broken.url, { method: "DELETE" }));
    await expect(sending).rejects.toMatchObject({ kind: "unreachable" });
    expect(broken.asked).toHaveLength(1);
  });

  test("words of nginx about a certificate are its own with 400 alone", async () => {
    const words = "No required SSL certificate was sent";
    const answering =
      (status: number): RequestListener =>
      (_, response) =>
        response.writeHead(status).end(words);
    const { url } = await serveSecurely(answering(400));
    await expect(trusting(file("ca.crt")).send(get(url))).rejects.toThrow("asks for a client's certificate");
    const other = await serveSecurely(answering(200));
    expect((await trusting(file("ca.crt")).send(get(other.url))).status).toBe(200);
    const plain = await serve(answering(400));
    expect((await client().send(get(plain.url))).status).toBe(400);
  });
});

test("a server that names itself as a proxy does is none where none was asked", async () => {
  const { url } = await serve((_, response) => response.writeHead(404, { server: "squid/5.7" }).end());
  expect((await client().send(get(url))).status).toBe(404);
});

describe("a request is sent again", () => {
  /** Answers with these statuses, and then with 200. */
  const failing = (...statuses: readonly number[]): Promise<Served> => {
    let times = 0;
    return serve((_, response) => {
      response.writeHead(statuses[times] ?? 200).end();
      times += 1;
    });
  };

  test.each([429, 502, 503, 504, 520])("after %i", async (status) => {
    const { url, asked } = await failing(status);
    expect((await client().send(get(url, { attempts: undefined }))).status).toBe(200);
    expect(asked).toHaveLength(2);
  });

  test.each([400, 404, 500])("not after %i", async (status) => {
    const { url, asked } = await failing(status);
    expect((await client().send(get(url, { attempts: undefined }))).status).toBe(status);
    expect(asked).toHaveLength(1);
  });

  test("four times at most, or as often as it may be", async () => {
    const endless = await failing(503, 503, 503, 503, 503);
    expect((await client().send(get(endless.url, { attempts: undefined }))).status).toBe(503);
    expect(endless.asked).toHaveLength(4);
    const twice = await failing(503, 503, 503);
    expect((await client().send(get(twice.url, { attempts: 2 }))).status).toBe(503);
    expect(twice.asked).toHaveLength(2);
  });

  test("not after a limit that whoever asks knows how to wait for, and after all else", async () => {
    const limited = await failing(429);
    const more = { takesLimits: true, attempts: undefined };
    expect((await client().send(get(limited.url, more))).status).toBe(429);
    expect(limited.asked).toHaveLength(1);
    const gateway = await failing(503);
    expect((await client().send(get(gateway.url, more))).status).toBe(200);
  });
});
