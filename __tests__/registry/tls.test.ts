import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createPlain, type RequestListener } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TLSSocket } from "node:tls";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { RegistryError } from "../../src/registry/port/registry.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { startRegistry } from "../../scripts/registry.mjs";
import { type Authority, type Issued, makeAuthority } from "../support/authority.js";
import { runCheck } from "../doctor/checking.js";
import { failed, runPrune } from "../support/pruning.js";

/** Each way in which TLS fails, over servers of TLS on loopback, with certificates that are made for the test. */

let home = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "home-"));
  vi.stubEnv("XDG_CONFIG_HOME", home);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

/** An error, as whoever reads it sees it. */
interface FailedConnection {
  readonly kind: string;
  readonly message: string;
  readonly nextStep: string;
}

async function listening(server: Server, address = "127.0.0.1"): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  onTestFinished(() => void server.close());
  const name = address.includes(":") ? `[${address}]` : address;
  return `${name}:${String((server.address() as AddressInfo).port)}`;
}

const NOT_THERE = '{"errors":[{"code":"NAME_UNKNOWN"}]}';

/** Starts a server of TLS that answers as a registry without repositories, and returns its host. */
async function serve(
  { certPem, keyPem }: Issued,
  more: ServerOptions = {},
  address?: string,
): Promise<string> {
  const server = createServer({ cert: certPem, key: keyPem, ...more }, ({ url = "" }, response) => {
    const isThere = url.split("?")[0] === "/v2/";
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(isThere ? "{}" : NOT_THERE);
  });
  server.on("tlsClientError", () => undefined);
  return listening(server, address);
}

/** Puts files where rootless Docker has a host's certificates. */
async function trust(host: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(home, "docker/certs.d", host);
  await mkdir(folder, { recursive: true });
  for (const [name, source] of Object.entries(files)) await cp(source, join(folder, name));
  return folder;
}

async function errorOf(host: string, raw: RawSettings = {}): Promise<FailedConnection> {
  const { error } = failed(await runPrune({ image: `https://${host}/team/app`, ...raw }));
  const { message, nextStep } = error;
  return { message, nextStep, kind: error instanceof RegistryError ? error.kind : error.name };
}

/** Asserts that a registry is reached, and answers. */
async function reaches(host: string, raw: RawSettings = {}): Promise<void> {
  const { outcome } = await runPrune({ image: `https://${host}/team/app`, ...raw });
  expect(outcome).toMatchObject({ kind: "nothing", why: "unknown-repository" });
}

describe("a certificate", () => {
  test("for other names is told with those names", async () => {
    const authority = await makeAuthority();
    const host = await serve(await authority.issue({ names: "DNS:registry.example.com,IP:10.0.0.5" }));
    await trust(host, { "ca.crt": authority.ca });
    const { message, nextStep } = await errorOf(host);
    expect(message).toContain("is for registry.example.com, 10.0.0.5, and not for 127.0.0.1");
    expect(nextStep).toContain(`registry.example.com:${host.split(":")[1]}`);
  });

  test("that has expired is told with the day, and with this machine's clock", async () => {
    const authority = await makeAuthority();
    const host = await serve(await authority.issue({ from: "20200101000000Z", to: "20210203040506Z" }));
    await trust(host, { "ca.crt": authority.ca });
    const { message, nextStep } = await errorOf(host);
    expect(message).toContain("has expired at 2021-02-03T04:05:06Z");
    expect(message).toContain(`clock says ${new Date().toISOString().slice(0, 10)}`);
    expect(nextStep).toContain("Renew it");
  });

  test("that is not valid yet is told with both clocks", async () => {
    const authority = await makeAuthority();
    const host = await serve(await authority.issue({ from: "20990101000000Z", to: "21000101000000Z" }));
    await trust(host, { "ca.crt": authority.ca });
    const { message, nextStep } = await errorOf(host);
    expect(message).toContain("is not valid yet until 2099-01-01T00:00:00Z; this machine's clock says");
    expect(nextStep).toContain("clock of this machine");
  });

  test("of an authority that is not known is told with its name, and where Docker has it", async () => {
    const authority = await makeAuthority("Acme Root");
    const host = await serve(await authority.issue());
    const { kind, message, nextStep } = await errorOf(host);
    expect([kind, message]).toEqual([
      "untrusted-certificate",
      `the authority, CN=Acme Root, that signed the certificate of ${host} is not known here (UNABLE_TO_VERIFY_LEAF_SIGNATURE)`,
    ]);
    expect(nextStep).toContain(`/etc/docker/certs.d/${host}/ca.crt`);
    expect(nextStep).toContain("ca-file");
  });

  test("of an authority that the server sends along, too", async () => {
    const authority = await makeAuthority("Acme Root");
    const issued = await authority.issue();
    const host = await serve({ ...issued, certPem: issued.certPem + authority.caPem });
    expect((await errorOf(host)).message).toContain("CN=Acme Root");
  });

  test("that is signed by itself is told so, and is trusted where it is named", async () => {
    const own = await (await makeAuthority()).signedByItself();
    const host = await serve(own);
    const { message, nextStep } = await errorOf(host);
    expect(message).toContain("is signed by itself");
    expect(nextStep).toContain(`/etc/docker/certs.d/${host}/ca.crt`);
    await reaches(host, { "ca-file": own.cert });
  });

  test("that is wrong is what check finds, under its own check", async () => {
    const host = await serve(await (await makeAuthority()).issue());
    const { of } = await runCheck(`https://${host}/team/app`);
    expect(of("transport")).toMatchObject([
      { kind: "problem", message: expect.stringContaining("is not known here") as string },
    ]);
  });
});

describe("an authority", () => {
  async function stage(): Promise<{ readonly authority: Authority; readonly host: string }> {
    const authority = await makeAuthority();
    return { authority, host: await serve(await authority.issue()) };
  }

  test("is trusted by ca-file", async () => {
    const { authority, host } = await stage();
    await reaches(host, { "ca-file": authority.ca });
  });

  test("is not by another's", async () => {
    const { host } = await stage();
    const other = await makeAuthority();
    expect(await errorOf(host, { "ca-file": other.ca })).toMatchObject({ kind: "untrusted-certificate" });
  });

  test("is trusted where this system trusts it, as Docker does", async () => {
    const { authority, host } = await stage();
    vi.stubEnv("SSL_CERT_FILE", authority.ca);
    await reaches(host);
  });

  test("is trusted at an IPv6 address", async () => {
    const authority = await makeAuthority();
    const host = await serve(await authority.issue(), {}, "::1");
    await trust(host, { "ca.crt": authority.ca });
    await reaches(host);
  });

  test("in a file that can't be read is no matter where it is not needed", async () => {
    const { authority, host } = await stage();
    const folder = await trust(host, { "ca.crt": authority.ca });
    await writeFile(join(folder, "old.crt"), "nothing");
    await reaches(host);
  });

  test.each([
    ["DER", "is a certificate in DER", "openssl x509 -inform der"],
    ["a key", "has a private key in it and no certificate", "BEGIN CERTIFICATE"],
  ] as const)("in a file of %s is told where it lacks", async (form, what, fix) => {
    const { authority, host } = await stage();
    const path = join(authority.folder, "other.crt");
    if (form === "a key") await cp(join(authority.folder, "ca.key"), path);
    else await authority.openssl("x509", "-in", "ca.crt", "-outform", "der", "-out", path);
    const folder = await trust(host, { "ca.crt": path });
    const { message, nextStep } = await errorOf(host);
    expect(message).toContain(`${join(folder, "ca.crt")} ${what}`);
    expect(nextStep).toContain(fix);
    const { message: named } = await errorOf(host, { "ca-file": path });
    expect(named).toContain(`what ca-file names can't be used: ${path} ${what}`);
  });

  test("in a file that is not there is told, by ca-file", async () => {
    const { host } = await stage();
    expect((await errorOf(host, { "ca-file": "/nothing.pem" })).message).toContain(
      "/nothing.pem can't be read",
    );
  });
});

describe("a server that asks for a client's certificate", () => {
  async function stage(maxVersion: "TLSv1.2" | "TLSv1.3" = "TLSv1.3") {
    const authority = await makeAuthority();
    const host = await serve(await authority.issue(), { ca: authority.caPem, requestCert: true, maxVersion });
    return { authority, host, client: await authority.issue({ isForClients: true }) };
  }

  test("and gets none is told so", async () => {
    const { authority, host } = await stage();
    await trust(host, { "ca.crt": authority.ca });
    const { message, nextStep } = await errorOf(host);
    expect(message).toContain(`${host} asks for a client's certificate`);
    expect(nextStep).toContain(`/etc/docker/certs.d/${host}/client.cert`);
    expect(nextStep).toContain("cert-file and key-file");
  });

  test("and gets none may be why nothing is agreed on, where it has no word for it", async () => {
    const { authority, host } = await stage("TLSv1.2");
    const { message, nextStep } = await errorOf(host, { "ca-file": authority.ca });
    expect(message).toContain("could be agreed on");
    expect(nextStep).toContain("If it asks for a client's certificate");
  });

  test("gets it by cert-file and key-file", async () => {
    const { authority, host, client } = await stage();
    await reaches(host, { "ca-file": authority.ca, "cert-file": client.cert, "key-file": client.key });
  });

  test("and gets another's is told so, by a real registry", async () => {
    const authority = await makeAuthority();
    const { cert, key } = await authority.issue();
    const registry = await startRegistry({ tls: { certificate: cert, key, clientcas: [authority.ca] } });
    onTestFinished(() => registry.stop());
    const other = await (await makeAuthority()).issue({ isForClients: true });
    const raw = { "ca-file": authority.ca, "cert-file": other.cert, "key-file": other.key };
    expect((await errorOf(registry.host, raw)).message).toContain("does not take the client's certificate");
    const own = await authority.issue({ isForClients: true });
    await reaches(registry.host, { "ca-file": authority.ca, "cert-file": own.cert, "key-file": own.key });
  });

  test("is told of the key that lacks beside it; where nobody asks, ca.crt counts", async () => {
    const { authority, host, client } = await stage();
    const folder = await trust(host, { "ca.crt": authority.ca, "client.cert": client.cert });
    const { message, nextStep } = await errorOf(host);
    expect(message).toContain(`${join(folder, "client.cert")} has no key beside it, client.key`);
    expect(nextStep).toContain("Put the key");
    const asksNobody = await serve(await authority.issue());
    await trust(asksNobody, { "ca.crt": authority.ca, "client.cert": client.cert });
    await reaches(asksNobody);
  });

  test("alone gets it: a token server that it names does not", async () => {
    const authority = await makeAuthority();
    const { certPem: cert, keyPem: key } = await authority.issue();
    const client = await authority.issue({ isForClients: true });
    const shown: Record<string, Set<boolean>> = { registry: new Set(), tokens: new Set() };
    const asking = { cert, key, ca: authority.caPem, requestCert: true, rejectUnauthorized: false };
    const start = (name: string, answer: RequestListener): Promise<string> =>
      listening(
        createServer(asking, (request, response) => {
          const { socket } = request;
          if (socket instanceof TLSSocket) shown[name]?.add("subject" in socket.getPeerCertificate());
          answer(request, response);
        }),
      );
    const tokens = await start("tokens", (_, response) => response.end('{"token":"t0ken"}'));
    const host = await start("registry", (request, response) => {
      const isIn = request.headers.authorization === "Bearer t0ken";
      const challenge = { "www-authenticate": `Bearer realm="https://${tokens}/token"` };
      response.writeHead(isIn ? 404 : 401, { "content-type": "application/json", ...challenge });
      response.end(NOT_THERE);
    });
    await reaches(host, { "ca-file": authority.ca, "cert-file": client.cert, "key-file": client.key });
    expect(shown).toEqual({ registry: new Set([true]), tokens: new Set([false]) });
  });

  test("nginx's own page says so too", async () => {
    const authority = await makeAuthority();
    const issued = await authority.issue();
    const server = createServer({ cert: issued.certPem, key: issued.keyPem }, (_, response) =>
      response
        .writeHead(400, { "content-type": "text/html", server: "nginx" })
        .end("<html><head><title>400 No required SSL certificate was sent</title></head></html>"),
    );
    const host = await listening(server);
    expect((await errorOf(host, { "ca-file": authority.ca })).message).toContain(
      "asks for a client's certificate",
    );
  });
});

describe("a client's key", () => {
  const WRONG: Readonly<Record<string, readonly [args: readonly string[], what: string, fix: string]>> = {
    "with a passphrase": [
      ["pkey", "-in", "K", "-aes128", "-passout", "pass:secret"],
      "is a key with a passphrase",
      "openssl pkey -in",
    ],
    "with a passphrase, of the old form": [
      ["ec", "-in", "K", "-aes128", "-passout", "pass:secret"],
      "is a key with a passphrase",
      "openssl pkey -in",
    ],
    "in DER": [["pkey", "-in", "K", "-outform", "der"], "is a key in DER", "openssl pkey -inform der"],
    "of another certificate": [
      ["genpkey", "-algorithm", "RSA"],
      "does not go with the certificate",
      "made for",
    ],
    "that is none": [["version"], "has no private key in it", "BEGIN PRIVATE KEY"],
  };

  test.each(Object.entries(WRONG))("%s is told so", async (_, [args, what, fix]) => {
    const authority = await makeAuthority();
    const host = await serve(await authority.issue(), { ca: authority.caPem, requestCert: true });
    const client = await authority.issue({ isForClients: true });
    const key = join(authority.folder, "wrong.key");
    const out = args[0] === "version" ? [] : ["-out", key];
    const printed = await authority.openssl(...args.map((arg) => (arg === "K" ? client.key : arg)), ...out);
    if (out.length === 0) await writeFile(key, printed);
    const folder = await trust(host, {
      "ca.crt": authority.ca,
      "client.cert": client.cert,
      "client.key": key,
    });
    const ofDocker = await errorOf(host);
    expect(ofDocker).toMatchObject({ kind: "untrusted-certificate" });
    expect(ofDocker.message).toContain(what);
    expect(ofDocker.message).toContain(join(folder, "client.key"));
    expect(ofDocker.nextStep).toContain(fix);
    const named = await errorOf(host, { "ca-file": authority.ca, "cert-file": client.cert, "key-file": key });
    expect(named.message).toContain("what cert-file and key-file names can't be used");
    expect(named.message).toContain(what);
  });

  test("and certificate are given both or not at all", async () => {
    await expect(runPrune({ image: "https://127.0.0.1:1/a", "cert-file": "a" })).rejects.toThrow(
      "key-file: it is empty, and cert-file is given",
    );
    await expect(runPrune({ image: "https://127.0.0.1:1/a", "key-file": "a" })).rejects.toThrow(
      "cert-file: it is empty, and key-file is given",
    );
  });
});

describe("a server that does not agree on TLS", () => {
  test("because it speaks plain HTTP is named in plain-http", async () => {
    const host = await listening(createPlain((_, response) => response.end("hello")));
    const { kind, nextStep } = await errorOf(host);
    expect([kind, nextStep]).toEqual(["speaks-plain-http", expect.stringContaining(`plain-http: ${host}`)]);
  });

  test("because it is too old is told so", async () => {
    const issued = await (await makeAuthority()).issue();
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    expect((await errorOf(await serve(issued, old))).message).toContain("too old to be safe");
  });

  test("because they share no cipher is told to look at both", async () => {
    const issued = await (await makeAuthority()).issue();
    const odd = {
      maxVersion: "TLSv1.2",
      ciphers: "ECDHE-ECDSA-CAMELLIA256-SHA384:AECDH-AES128-SHA:@SECLEVEL=0",
    } as const;
    const { kind, message, nextStep } = await errorOf(await serve(issued, odd));
    expect([kind, message]).toEqual(["untrusted-certificate", expect.stringContaining("could be agreed on")]);
    expect(nextStep).toContain("openssl s_client -connect");
  });
});

describe("whoever does not look at certificates", () => {
  async function stage(): Promise<string> {
    return serve(
      await (
        await makeAuthority()
      ).issue({ names: "DNS:other", to: "20210101000000Z", from: "20200101000000Z" }),
    );
  }

  test("by insecure-skip-tls-verify reaches any, and is warned of it", async () => {
    const host = await stage();
    const told: string[] = [];
    const raw = { image: `https://${host}/team/app`, "insecure-skip-tls-verify": "true" };
    const { outcome } = await runPrune(raw, { onUnverified: (...words) => told.push(words.join(" ")) });
    expect(outcome).toMatchObject({ kind: "nothing", why: "unknown-repository" });
    expect(told).toEqual([`${host} insecure-skip-tls-verify`]);
    const { of } = await runCheck(`https://${host}/team/app`, { tls: { skipsVerification: true } });
    expect(of("transport")).toMatchObject([{ kind: "warning" }]);
    expect(of("transport")[0]?.message).not.toContain("is trusted");
  });

  test("by NODE_TLS_REJECT_UNAUTHORIZED is warned of it, and check does not call it trusted", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const host = await stage();
    const told: string[] = [];
    await runPrune(
      { image: `https://${host}/team/app` },
      { onUnverified: (...words) => told.push(words.join(" ")) },
    );
    expect(told).toEqual([`${host} NODE_TLS_REJECT_UNAUTHORIZED`]);
    const { of } = await runCheck(`https://${host}/team/app`);
    expect(of("transport")).toMatchObject([
      { kind: "warning", message: expect.stringContaining("NODE_TLS_REJECT_UNAUTHORIZED") as string },
    ]);
  });

  test("can't on GitHub's registry, which would get a token", async () => {
    const raw = { image: "ghcr.io/me/app", "insecure-skip-tls-verify": "true", "github-token": "t" };
    await expect(runPrune(raw)).rejects.toThrow("insecure-skip-tls-verify");
  });
});
