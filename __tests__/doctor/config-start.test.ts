import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRegistryBinary } from "../../scripts/find-registry.mjs";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { registryEnvironment } from "../../scripts/run-registry.mjs";
import { freePort, isUp, runServer } from "../../scripts/run-server.mjs";
import type { Finding } from "../../src/core/result/finding.js";
import { examineRegistryConfig } from "../../src/doctor/registry-config.js";

/** Starts the real registries on every configuration here that is judged, and compares. */

let folder = "";
const binaries: { readonly name: string; readonly binary: string }[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "configs-"));
  const old = await findRegistryBinary(() => undefined);
  binaries.push({ name: "2.8", binary: old.binary });
  const binary = await findDistribution3(() => undefined);
  if (binary !== undefined) binaries.push({ name: "3.1", binary });
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

type Variables = Readonly<Record<string, string>>;

/** Tells if a registry starts, and if it takes deletes. */
async function tryOut(
  binary: string,
  text: string,
  variables: Variables,
): Promise<"no start" | "deletes" | "no deletes"> {
  const port = await freePort();
  const path = join(folder, `${port}.yml`);
  await writeFile(path, text.replaceAll("ROOT", join(folder, "root")));
  const env = {
    ...registryEnvironment(),
    OTEL_TRACES_EXPORTER: "none",
    REGISTRY_HTTP_ADDR: `127.0.0.1:${port}`,
    ...variables,
  };
  const running = runServer(binary, ["serve", path], env);
  try {
    const url = `http://127.0.0.1:${port}/v2/`;
    if (!(await isUp(running, url))) return "no start";
    const { status } = await fetch(`${url}x/manifests/sha256:${"0".repeat(64)}`, { method: "DELETE" });
    return status === 405 ? "no deletes" : "deletes";
  } finally {
    await running.stop();
  }
}

const START = ["config-start", "config-readonly", "config-purging", "registry-config", "config-environment"];
const of = (found: readonly Finding[], kind: Finding["kind"]): boolean =>
  found.some((one) => one.kind === kind && START.includes(one.check) && !/refuses deletes/.test(one.message));

/** Compares the findings with all registries that are here. */
async function compare(found: readonly Finding[], text: string, variables: Variables = {}): Promise<void> {
  const tried = await Promise.all(binaries.map(({ binary }) => tryOut(binary, text, variables)));
  const started = tried.map((each) => each !== "no start");
  const differs = found.some(({ kind, check }) => kind === "warning" && check === "config-start");
  if (of(found, "problem")) expect([tried, started]).toEqual([tried, started.map(() => false)]);
  else if (differs) expect(new Set(started).size).toBe(Math.min(2, binaries.length));
  else expect([tried, started]).toEqual([tried, started.map(() => true)]);
  const deletes = found.find(({ check }) => check === "config-deletes")?.kind;
  for (const each of tried) {
    if (each !== "no start" && deletes !== "unknown") {
      expect([deletes, each]).toEqual(deletes === "ok" ? ["ok", "deletes"] : ["problem", "no deletes"]);
    }
  }
}

const BASE = "version: 0.1\nstorage: {filesystem: {rootdirectory: ROOT}}\n";
const below = (text: string): string => BASE.replace("ROOT}}", `ROOT}, ${text}}`);

const CONFIGURATIONS: Readonly<Record<string, string>> = {
  "as little as can be": BASE,
  "deletes on": below("delete: {enabled: true}"),
  "storage twice": `version: 0.1\nstorage: {inmemory: {}, delete: {enabled: false}}\nstorage: {filesystem: {rootdirectory: ROOT}, delete: {enabled: true}}\n`,
  "deletes on, then off": below("delete: {enabled: true}, delete: {enabled: false}"),
  "deletes off, then on": below("delete: {enabled: false}, delete: {enabled: true}"),
  "a second document": `${BASE}---\nstorage: {inmemory: {}, delete: {enabled: true}}\n`,
  "a second document that is broken": `${BASE}---\nfoo: [bar\n`,
  "a mark before the first document": `---\n${BASE}`,
  "a driver as a word": "version: 0.1\nstorage: inmemory\n",
  "another driver as a word": "version: 0.1\nstorage: filesystem\n",
  "a driver without settings": "version: 0.1\nstorage: {inmemory: }\n",
  "in memory, with deletes": "version: 0.1\nstorage: {inmemory: {}, delete: {enabled: true}}\n",
  "two drivers": "version: 0.1\nstorage: {filesystem: {rootdirectory: ROOT}, inmemory: {}}\n",
  "a stray section below storage": below("deleted: {enabled: true}"),
  "a stray key below storage": below("deleteenabled: true"),
  "an unknown driver": "version: 0.1\nstorage: {disk: {}}\n",
  "an unknown driver as a word": "version: 0.1\nstorage: disk\n",
  "no version": BASE.replace("version: 0.1\n", ""),
  "another version": BASE.replace("0.1", "0.2"),
  "a version of more digits": BASE.replace("0.1", "0.10"),
  "a version in quotes": BASE.replace("0.1", '"0.1"'),
  "a version of one number": BASE.replace("0.1", "1"),
  "no storage": "version: 0.1\nhttp: {}\n",
  "storage without a value": "version: 0.1\nstorage:\n",
  "storage without a driver": "version: 0.1\nstorage: {delete: {enabled: true}}\n",
  "storage as a list": "version: 0.1\nstorage: [filesystem]\n",
  "a driver with a word": "version: 0.1\nstorage: {filesystem: /x}\n",
  "delete as a word": below("delete: true"),
  "delete without a value": below("delete: "),
  "a cache as a word": below("cache: inmemory"),
  "a cache in a Redis that is not there": below("cache: {blobdescriptor: redis}"),
  "an unknown cache": below("cache: {blobdescriptor: foo}"),
  "an old name of the cache": below("cache: {layerinfo: inmemory}"),
  "redirects off": below("redirect: {disable: true}"),
  "what 3.x alone has": below("tag: {concurrencylimit: 8}"),
  "keys at the top that nobody knows": `${BASE}foo: bar\nstorage.delete.enabled: true\n`,
  "keys in http that nobody knows": `${BASE}http: {foo: 1}\n`,
  "a level of the log that nobody knows": `${BASE}log: {level: foo}\n`,
  "a log as a word": `${BASE}log: info\n`,
  "a level of the log": `${BASE}log: {level: debug}\n`,
  "two ways to sign in": `${BASE}auth: {htpasswd: {realm: x, path: ROOT}, silly: {realm: a, service: b}}\n`,
  "a way to sign in that nobody knows": `${BASE}auth: {foo: {realm: x}}\n`,
  "no realm": `${BASE}auth: {htpasswd: {path: ROOT}}\n`,
  capitals: "Version: 0.1\nstorage: {filesystem: {rootdirectory: ROOT}}\n",
  "an anchor": `x: &d {enabled: true}\n${below("delete: *d")}`,
  "a merge":
    "x: &d {delete: {enabled: true}}\nversion: 0.1\nstorage: {filesystem: {rootdirectory: ROOT}, <<: *d}\n",
  "a tab": "version: 0.1\nstorage:\n\tfilesystem: {}\n",
  "a byte order mark": `\uFEFF${below("delete: {enabled: true}")}`,
  "line breaks of Windows":
    "version: 0.1\r\nstorage:\r\n  inmemory: {}\r\n  delete:\r\n    enabled: true\r\n",
  JSON: '{"version": 0.1, "storage": {"inmemory": {}, "delete": {"enabled": true}}}',
  yes: below("delete: {enabled: yes}"),
  "a text that says true": below('delete: {enabled: "true"}'),
  "a driver that 3.x has no more":
    "version: 0.1\nstorage: {swift: {username: a, password: b, authurl: 'http://127.0.0.1:1', container: c}}\n",
};
// It asks its server at the start, so neither starts here; what is judged is its name.
const UNTRIED = new Set(["a driver that 3.x has no more"]);

describe("a registry's start", () => {
  test.each(Object.entries(CONFIGURATIONS).filter(([name]) => !UNTRIED.has(name)))(
    "with %s",
    async (_, text) => {
      await compare(examineRegistryConfig(text), text);
    },
  );

  test("with a driver that 3.x has no more is warned of", () => {
    const found = examineRegistryConfig(CONFIGURATIONS["a driver that 3.x has no more"] ?? "");
    expect(found).toContainEqual(expect.objectContaining({ kind: "warning", check: "config-start" }));
  });

  const S3 = { REGISTRY_STORAGE_S3_BUCKET: "b", REGISTRY_STORAGE_S3_REGION: "us-east-1" };
  const KEYS = { REGISTRY_STORAGE_S3_ACCESSKEY: "a", REGISTRY_STORAGE_S3_SECRETKEY: "b" };
  test.each([
    ["none of the storage", {}],
    ["S3's without the driver", S3],
    ["S3's with the driver", { ...S3, ...KEYS, REGISTRY_STORAGE: "s3" }],
    [
      "S3's and the disk's",
      { ...S3, ...KEYS, REGISTRY_STORAGE: "s3", REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: "/tmp" },
    ],
    ["Azure's without the driver", { REGISTRY_STORAGE_AZURE_CONTAINER: "c" }],
    [
      "the driver of the disk",
      { REGISTRY_STORAGE: "filesystem", REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: "/tmp/none" },
    ],
    [
      "memory as the driver, with deletes",
      { REGISTRY_STORAGE: "inmemory", REGISTRY_STORAGE_DELETE_ENABLED: "true" },
    ],
    ["storage as a whole", { REGISTRY_STORAGE: '{"inmemory":{},"delete":{"enabled":true}}' }],
    ["an unknown driver", { REGISTRY_STORAGE: "bogus" }],
    ["one below storage that nobody knows", { REGISTRY_STORAGE_FOO: "x" }],
    ["a section below storage that nobody knows", { REGISTRY_STORAGE_DELETED_ENABLED: "true" }],
    ["some of no section", { REGISTRY_FOO: "x", REGISTRY_HTTP_FOO: "x" }],
  ] as const)("with variables: %s", async (_, variables) => {
    // As the official image has it, which has a configuration with the disk's driver.
    const compose = {
      services: { images: { image: "registry:2", environment: { REGISTRY_HTTP_SECRET: "s", ...variables } } },
    };
    await compare(examineRegistryConfig(JSON.stringify(compose)), BASE, variables);
  });
});
