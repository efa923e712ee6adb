import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readFolder, readNamed } from "../../src/registry/tls/files.js";
import { certificatesFor } from "../../src/registry/tls/find.js";
import { secureSide } from "../../src/registry/tls/secure.js";

const given = (name: string): Promise<string> => readFile(join("__tests__/support/tls", name), "utf8");
const [ca, cert, key, otherKey] = await Promise.all(
  ["ca.crt", "client.crt", "client.key", "server.key"].map(given),
);
const der = new X509Certificate(cert ?? "").raw;
const keyDer = createPrivateKey(key ?? "").export({ format: "der", type: "pkcs8" });
const locked = createPrivateKey(key ?? "").export({
  format: "pem",
  type: "pkcs8",
  cipher: "aes-256-cbc",
  passphrase: "x",
});

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "certs-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

type Files = Readonly<Record<string, string | Buffer | undefined>>;

async function write(files: Files, below = ""): Promise<readonly string[]> {
  await mkdir(at(below), { recursive: true });
  for (const [name, bytes = ""] of Object.entries(files)) await writeFile(join(folder, below, name), bytes);
  return Object.keys(files).sort();
}

describe("a host's folder", () => {
  const read = async (files: Files) => readFolder(folder, await write(files));

  test("has authorities and the client's own certificate", async () => {
    const found = await read({ "ca.crt": ca, "a.cert": cert, "a.key": key, other: "text" });
    expect(found).toEqual({
      authorities: [expect.stringContaining("BEGIN CERTIFICATE") as string],
      flaws: [],
      own: { cert: cert?.trim(), key },
    });
  });

  test.each<[string, Files, string]>([
    ["a certificate without a key", { "a.cert": cert }, "a.cert has no key beside it"],
    ["a key without a certificate", { "a.key": key }, "a.key has no certificate beside it"],
    [
      "a key of another certificate",
      { "a.cert": cert, "a.key": otherKey },
      "does not go with the certificate",
    ],
    ["a certificate that is none", { "a.cert": "text", "a.key": key }, "a.cert has no certificate in it"],
    [
      "a key in its place",
      { "a.cert": key, "a.key": key },
      "a.cert has a private key in it and no certificate",
    ],
    ["a certificate in DER", { "a.cert": der, "a.key": key }, "a.cert is a certificate in DER"],
    ["a key with a passphrase", { "a.cert": cert, "a.key": locked }, "a.key is a key with a passphrase"],
    ["a key in DER", { "a.cert": cert, "a.key": keyDer }, "a.key is a key in DER"],
    ["a key that is none", { "a.cert": cert, "a.key": "text" }, "a.key has no private key in it"],
    [
      "a key that is cut off",
      { "a.cert": cert, "a.key": key?.slice(0, 400) },
      "a.key has a private key in it that can't be read",
    ],
  ])("with %s has a flaw, and no certificate of the client's own", async (_, files, what) => {
    const { flaws, own } = await read(files);
    expect(flaws.map((flaw) => [flaw.of, flaw.isRefused, flaw.what])).toEqual([
      ["own", true, expect.stringContaining(what)],
    ]);
    expect(own).toBeUndefined();
  });

  test("takes the first pair that is whole, and tells the flaws before it", async () => {
    const files = { "a.cert": cert, "a.key": otherKey, "b.cert": cert, "b.key": key, "c.cert": cert };
    const { flaws, own } = await read(files);
    expect([flaws.length, own?.key]).toEqual([1, key]);
  });

  test("with authorities that can't be read has a flaw, and the others count", async () => {
    await mkdir(at("dir.crt"));
    await write({ "bad.crt": "text", "ca.crt": ca });
    const { authorities, flaws } = await readFolder(folder, ["absent.crt", "bad.crt", "ca.crt", "dir.crt"]);
    expect([authorities.length, flaws.map(({ of }) => of)]).toEqual([1, Array(3).fill("authorities")]);
  });

  test("of which one of a pair can't be read has a flaw", async () => {
    for (const name of ["a.cert", "a.key"]) {
      await rm(folder, { recursive: true });
      await write({ [name === "a.cert" ? "a.key" : "a.cert"]: name === "a.cert" ? key : cert });
      await mkdir(at(name));
      const { flaws } = await readFolder(folder, ["a.cert", "a.key"]);
      expect(flaws.map(({ of, what }) => [of, what])).toEqual([
        ["own", expect.stringContaining(`${name} can't be read`)],
      ]);
    }
  });
});

describe("the files that settings name", () => {
  test("are all that is taken from them", async () => {
    await write({ ca, cert, key });
    expect(await readNamed(undefined, undefined)).toEqual({ authorities: [] });
    expect(await readNamed(at("ca"), undefined)).toMatchObject({ authorities: [expect.any(String)] });
    expect(await readNamed(undefined, { certFile: at("cert"), keyFile: at("key") })).toMatchObject({
      own: { key },
    });
  });

  test("are an error where one can't be used, which names the setting", async () => {
    await write({ text: "text", cert, key: otherKey });
    await expect(readNamed(at("text"), undefined)).rejects.toThrow("what ca-file names can't be used");
    const own = { certFile: at("cert"), keyFile: at("key") };
    await expect(readNamed(undefined, own)).rejects.toThrow(
      "what cert-file and key-file names can't be used",
    );
  });
});

describe("the certificates for a host", () => {
  const HOST = "registry.test:5000";
  const looked = { skipsVerification: false };
  const BELOW = `docker/certs.d/${HOST}`;
  beforeEach(() => {
    vi.stubEnv("XDG_CONFIG_HOME", folder);
  });

  test("are those of its folder, and before them those of the settings", async () => {
    expect(await certificatesFor(HOST, undefined, true)).toEqual({ authorities: [], flaws: [] });
    await write({ "ca.crt": ca, "a.cert": cert, "a.key": key }, BELOW);
    const ofFolder = await certificatesFor(HOST, undefined, true);
    expect([ofFolder.authorities.length, ofFolder.own?.key]).toEqual([1, key]);
    expect((await certificatesFor("registry.test", undefined, true)).own).toBeUndefined();
    await write({ "s.crt": await given("server.crt"), "s.key": otherKey, ca });
    const own = { certFile: at("s.crt"), keyFile: at("s.key") };
    const named = await certificatesFor(HOST, { own, ...looked }, true);
    expect([named.authorities.length, named.own?.key]).toEqual([1, otherKey]);
    expect((await certificatesFor(HOST, { own, ...looked }, false)).own?.key).toBe(key);
    const both = await certificatesFor(HOST, { caFile: at("ca"), ...looked }, true);
    expect([both.authorities.length, both.own?.key]).toEqual([2, key]);
  });

  test("that Docker refuses end the connection, unless there is something else beside them", async () => {
    const way = { url: new URL(`https://${HOST}/`), settings: undefined, isNamed: true };
    await write({ "a.cert": cert }, BELOW);
    await expect(secureSide(way)).rejects.toThrow("the certificates for registry.test:5000 can't be used");
    await write({ "b.cert": cert, "b.key": key }, BELOW);
    expect((await secureSide(way)).certificates.own?.key).toBe(key);
    await rm(at(BELOW), { recursive: true });
    await write({ "a.cert": cert, "ca.crt": ca }, BELOW);
    expect((await secureSide(way)).certificates.authorities).toHaveLength(1);
    await rm(at(BELOW), { recursive: true });
    // What only lacks is no reason to refuse.
    await write({ "bad.crt": "text" }, BELOW);
    expect((await secureSide(way)).certificates.flaws).toHaveLength(1);
  });
});
