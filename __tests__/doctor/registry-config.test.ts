import { describe, expect, onTestFinished, test } from "vitest";
import { startRegistry } from "../../scripts/registry.mjs";
import type { Finding } from "../../src/core/result/finding.js";
import { examineRegistryConfig } from "../../src/doctor/registry-config.js";

const config = (storage: string): string =>
  `version: 0.1\nstorage:\n  filesystem: {rootdirectory: /var/lib/registry}\n${storage}`;

/** The kinds of a check's findings. */
function kindsOf(text: string, check: string): readonly string[] {
  return examineRegistryConfig(text).flatMap((found) => (found.check === check ? [found.kind] : []));
}

function only(text: string, check: string): Finding {
  const [found, ...others] = examineRegistryConfig(text).filter((one) => one.check === check);
  if (found === undefined || others.length > 0) throw new Error(`${check}: not one finding`);
  return found;
}

describe("a configuration's deletes", () => {
  // Each was tried on 2.8.2.
  test.each([
    ["", "problem"],
    ["  delete: {enabled: true}\n", "ok"],
    ["  delete: {enabled: yes}\n", "ok"],
    ["  delete: {enabled: false}\n", "problem"],
    ['  delete: {enabled: "true"}\n', "problem"],
    ["  delete: {enabled: 1}\n", "problem"],
    ["  delete:\n", "problem"],
    ["  delete: true\n", "problem"],
  ])("%j: %s", (storage, kind) => expect(kindsOf(config(storage), "config-deletes")).toEqual([kind]));

  test("are told with their line, and how to write them", () => {
    const found = only(config("  delete:\n    enabled: false\n"), "config-deletes");
    expect(found.message).toContain("(line 5)");
    expect(found.fix).toContain("storage.delete.enabled: true");
  });

  test("are nothing for a pull-through cache", () => {
    const proxy = "proxy:\n  remoteurl: https://registry-1.docker.io\n";
    expect(kindsOf(config("  delete: {enabled: true}\n") + proxy, "config-proxy")).toEqual(["problem"]);
    expect(kindsOf(`${config("")}proxy:\n  remoteurl:\n`, "config-proxy")).toEqual([]);
  });

  test("agree with what a registry does: the configuration that these tests run one with", async () => {
    const registry = await startRegistry({ storageExtras: { delete: { enabled: "true" } } });
    onTestFinished(() => registry.stop());
    const zeros = `${registry.url}/v2/x/manifests/sha256:${"0".repeat(64)}`;
    expect((await fetch(zeros, { method: "DELETE" })).status).toBe(405);
    const text = JSON.stringify({ storage: { delete: { enabled: "true" } } });
    expect(kindsOf(text, "config-deletes")).toEqual(["problem"]);
  });
});

describe("a configuration's cache", () => {
  test.each([
    ["", []],
    ["  cache: {blobdescriptor: inmemory}\n", ["warning"]],
    ["  cache: {blobdescriptor: redis}\n", ["warning"]],
    ["  cache: {blobdescriptor: none}\n", []],
    ["  cache: {layerinfo: inmemory}\n", ["warning", "warning"]],
    ["  cache: {layerinfo: none}\n", ["warning"]],
  ])("%j: %j", (storage, kinds) => expect(kindsOf(config(storage), "config-cache")).toEqual(kinds));

  test("says what to do after a collection", () => {
    expect(only(config("  cache: {blobdescriptor: inmemory}\n"), "config-cache").fix).toContain("Restart");
    expect(only(config("  cache: {blobdescriptor: redis}\n"), "config-cache").fix).toContain("Flush");
  });
});

describe("a configuration's upload purging", () => {
  const purging = (text: string): string => config(`  maintenance: {uploadpurging: ${text}}\n`);

  // Each was tried on 2.8.2: what is a problem here makes it panic at its start.
  test.each([
    ["{enabled: true, age: 168h, interval: 24h, dryrun: false}", []],
    ["{enabled: true, age: 1h30m, interval: 1.5h, dryrun: yes}", []],
    ["{enabled: false}", []],
    ["{age: 168h, interval: 24h, dryrun: false}", ["warning"]],
    ['{enabled: "false", age: 1h, interval: 24h, dryrun: false}', ["warning"]],
    ["{enabled: true, interval: 24h, dryrun: false}", ["problem"]],
    ["{enabled: true, age: 168h, interval: 24h}", ["problem"]],
    ["{enabled: true, age: 168h, dryrun: false}", ["problem"]],
    ["{enabled: true, age: 7d, interval: 24h, dryrun: false}", ["problem"]],
    ["{enabled: true, age: 168, interval: 24h, dryrun: false}", ["problem"]],
    ['{enabled: true, age: 1h, interval: 24h, dryrun: "false"}', ["problem"]],
    ["true", ["problem"]],
    ["", ["problem"]],
  ])("%s: %j", (text, kinds) => expect(kindsOf(purging(text), "config-purging")).toEqual(kinds));

  test("names every key that is wrong", () => {
    const { message } = only(purging("{enabled: true, age: 7d}"), "config-purging");
    expect(message).toMatch(/age is not a duration.*interval is missing, dryrun is missing.*\(line 4\)/);
  });
});

describe("a configuration's read-only mode", () => {
  // Each was tried on 2.8.2: all but the first three make it panic at its start, or refuse deletes.
  test.each([
    ["", []],
    ["  maintenance: {readonly: {enabled: false}}\n", []],
    ["  maintenance: {readonly: {}}\n", []],
    ["  maintenance: {readonly: {enabled: true}}\n", ["problem"]],
    ["  maintenance: {readonly: true}\n", ["problem"]],
    ['  maintenance: {readonly: {enabled: "true"}}\n', ["problem"]],
    ["  maintenance: {readonly: }\n", ["problem"]],
  ])("%j: %j", (storage, kinds) => expect(kindsOf(config(storage), "config-readonly")).toEqual(kinds));
});

describe("a file that is no configuration", () => {
  test("YAML's errors have their lines, and there is nothing else", () => {
    const found = examineRegistryConfig("version: 0.1\nstorage:\n\tdelete: true\n");
    expect(found.map(({ kind, check }) => [kind, check])).toContainEqual(["problem", "registry-config"]);
    expect(found[0]?.message).toContain("line 3");
    expect(new Set(found.map(({ check }) => check))).toEqual(new Set(["registry-config"]));
  });

  test.each([
    ["empty", ""],
    ["a list", "- a\n"],
    ["something else", "name: app\n"],
    ["an alias of nothing", "storage: *nothing\n"],
    ["a key that is there twice", "storage: {}\nstorage: {}\n"],
  ])("%s", (_, text) =>
    expect(examineRegistryConfig(text)).toMatchObject([{ kind: "problem", check: "registry-config" }]),
  );
});

describe("a compose file", () => {
  const compose = (service: string): string => `services:\n  web: {image: nginx}\n  images:\n${service}`;
  const indented = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join("");
  const official = (...variables: readonly string[]): string =>
    compose(indented(["image: registry:2", "environment:", ...variables.map((line) => `  ${line}`)]));

  test.each([
    ["a mapping", 'REGISTRY_STORAGE_DELETE_ENABLED: "true"', "ok"],
    ["a list", "- REGISTRY_STORAGE_DELETE_ENABLED=true", "ok"],
    ["the section as a whole", `- REGISTRY_STORAGE_DELETE={"enabled":true}`, "ok"],
    ["False", "- REGISTRY_STORAGE_DELETE_ENABLED=False", "problem"],
    ["quotes within a list", '- REGISTRY_STORAGE_DELETE_ENABLED="true"', "problem"],
    ["the number", "- REGISTRY_STORAGE_DELETE_ENABLED=1", "problem"],
    ["nothing of it", "- REGISTRY_HTTP_SECRET=x", "problem"],
    ["the driver alone", "- REGISTRY_STORAGE=s3", "problem"],
    ["a value that is put in later", "- REGISTRY_STORAGE_DELETE_ENABLED=${DELETES:-true}", "unknown"],
    ["a section that is put in later", "- REGISTRY_STORAGE_DELETE=${DELETES}", "unknown"],
    ["a value from whoever starts it", "- REGISTRY_STORAGE_DELETE_ENABLED", "unknown"],
    ["the same in a mapping", "REGISTRY_STORAGE_DELETE_ENABLED:", "unknown"],
  ])("with %s", (_, line, kind) => expect(kindsOf(official(line), "config-deletes")).toEqual([kind]));

  test("names the service, the line and the variable", () => {
    const { message, fix } = only(official("- REGISTRY_STORAGE_DELETE_ENABLED=false"), "config-deletes");
    expect(message).toBe("Service images turns deletes off (line 6).");
    expect(fix).toContain("REGISTRY_STORAGE_DELETE_ENABLED=true");
  });

  test.each([
    ["a mounted configuration", "volumes: [./config.yml:/etc/docker/registry/config.yml]"],
    ["one of 3.x", "volumes: [{type: bind, source: ./c, target: /etc/distribution/config.yml}]"],
    ["a file of variables", "env_file: registry.env"],
    ["a command", "command: serve /config.yml"],
  ])("leaves it to %s", (_, line) => {
    const text = compose(indented(["image: docker.io/library/registry:3", line]));
    expect(kindsOf(text, "config-deletes")).toEqual(["unknown"]);
    expect(kindsOf(text, "config-cache")).toEqual([]);
  });

  test("knows the cache of the official images", () => {
    expect(kindsOf(official("A: b"), "config-cache")).toEqual(["warning"]);
    expect(kindsOf(official("REGISTRY_STORAGE_CACHE_BLOBDESCRIPTOR: none"), "config-cache")).toEqual([]);
    expect(only(official("- REGISTRY_STORAGE=s3"), "config-cache").message).not.toContain("line");
  });

  // Each was tried on 2.8.2: it panics, or ignores it if the file has the section.
  test.each([
    ["- REGISTRY_STORAGE_MAINTENANCE_READONLY_ENABLED=true", 'READONLY={"enabled":true}'],
    ["- REGISTRY_STORAGE_MAINTENANCE_UPLOADPURGING_AGE=24h", 'UPLOADPURGING={"enabled":true,"age"'],
  ])("%s is told with the form that works", (line, form) => {
    const found = only(official(line), "config-environment");
    expect([found.kind, found.fix]).toEqual(["problem", expect.stringContaining(form)]);
    expect(found.message).toContain("(line 6)");
  });

  test.each([
    [`- REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}`, "config-readonly", ["problem"]],
    [`- REGISTRY_STORAGE_MAINTENANCE={"readonly":{"enabled":true}}`, "config-readonly", ["problem"]],
    [`- REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":false}`, "config-readonly", []],
    [
      `- REGISTRY_STORAGE_MAINTENANCE_UPLOADPURGING={"enabled":true,"age":"7d"}`,
      "config-purging",
      ["problem"],
    ],
    [`- REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io`, "config-proxy", ["problem"]],
    [`- REGISTRY_PROXY_REMOTEURL=`, "config-proxy", []],
  ])("%s", (line, check, kinds) => expect(kindsOf(official(line), check)).toEqual(kinds));

  test("with merged variables", () => {
    const text =
      "x-env: &env\n  REGISTRY_STORAGE_DELETE_ENABLED: 'true'\n" +
      "services:\n  images:\n    image: registry:2\n    environment:\n      <<: *env\n      A: b\n";
    expect(kindsOf(text, "config-deletes")).toEqual(["ok"]);
  });

  test.each([
    ["an image of the same name elsewhere", "image: example.com/registry-ui:2"],
    ["a program that is told of a registry", "environment: {REGISTRY_URL: 'http://images:5000'}"],
  ])("without a registry, but with %s", (_, line) =>
    expect(examineRegistryConfig(compose(indented([line])))).toMatchObject([{ kind: "unknown" }]),
  );

  test("whose services are not all registries has findings of those alone", () => {
    const found = examineRegistryConfig(official("- REGISTRY_STORAGE_DELETE_ENABLED=true"));
    expect(found.filter(({ message }) => message.includes("web"))).toEqual([]);
  });

  test("or a part of one, its environment alone", () => {
    const text = "environment:\n  REGISTRY_STORAGE_DELETE_ENABLED: 'false'\n";
    expect(only(text, "config-deletes").message).toBe("The environment turns deletes off (line 2).");
  });
});
