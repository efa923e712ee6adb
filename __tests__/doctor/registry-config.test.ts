import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startRegistry } from "../../scripts/registry.mjs";
import { type Finding, isReady } from "../../src/core/result/finding.js";
import { examineRegistryConfig } from "../../src/doctor/registry-config.js";
import { runCheck } from "./checking.js";

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

describe("a compose file of version 1", () => {
  test("has its services at the top", () => {
    const text =
      "web:\n  image: nginx\nimages:\n  image: registry:2\n  environment:\n    - REGISTRY_STORAGE_DELETE_ENABLED=false\n";
    expect(only(text, "config-deletes").message).toBe("Service images turns deletes off (line 6).");
  });

  test("without a registry is named as what it is", () => {
    expect(examineRegistryConfig("web:\n  image: nginx\n")).toMatchObject([
      { kind: "unknown", message: expect.stringContaining("compose file") as string },
    ]);
  });
});

describe("manifests of Kubernetes", () => {
  const container = (...lines: readonly string[]): string =>
    [
      "apiVersion: apps/v1",
      "kind: Deployment",
      "spec:",
      "  template:",
      "    spec:",
      "      containers:",
      "        - name: images",
      "          image: registry:2",
      ...lines.map((line) => `          ${line}`),
      "",
    ].join("\n");
  const map = (enabled: boolean): string =>
    `apiVersion: v1\nkind: ConfigMap\ndata:\n  config.yml: |\n    version: 0.1\n    storage:\n      filesystem: {}\n      delete:\n        enabled: ${enabled}\n`;

  test.each([
    ["a variable", container("env: [{name: REGISTRY_STORAGE_DELETE_ENABLED, value: 'true'}]"), "ok"],
    [
      "a variable that is off",
      container("env: [{name: REGISTRY_STORAGE_DELETE_ENABLED, value: 'false'}]"),
      "problem",
    ],
    ["no variable", container(), "problem"],
    [
      "a variable from elsewhere",
      container(
        "env: [{name: REGISTRY_STORAGE_DELETE_ENABLED, valueFrom: {configMapKeyRef: {name: a, key: b}}}]",
      ),
      "unknown",
    ],
    ["variables from elsewhere", container("envFrom: [{configMapRef: {name: a}}]"), "unknown"],
    [
      "a mounted configuration",
      container("volumeMounts: [{name: c, mountPath: /etc/docker/registry}]"),
      "unknown",
    ],
    ["a configuration", map(true), "ok"],
    ["a configuration that turns them off", map(false), "problem"],
    [
      "both",
      `${container("volumeMounts: [{name: c, mountPath: /etc/docker/registry}]")}---\n${map(true)}`,
      "ok",
    ],
    [
      "a list",
      JSON.stringify({
        apiVersion: "v1",
        kind: "List",
        items: [
          { apiVersion: "v1", kind: "Pod", spec: { containers: [{ name: "a", image: "registry:2" }] } },
        ],
      }),
      "problem",
    ],
  ])("with %s", (_, text, kind) => expect(kindsOf(text, "config-deletes")).toEqual([kind]));

  test("name the file and the line within it", () => {
    expect(only(map(false), "config-deletes").message).toBe(
      "config.yml turns deletes off (line 5 of config.yml).",
    );
  });

  test("with a Secret", () => {
    const config = Buffer.from("version: 0.1\nstorage: {inmemory: {}, delete: {enabled: true}}\n").toString(
      "base64",
    );
    expect(
      kindsOf(`apiVersion: v1\nkind: Secret\ndata: {config.yml: ${config}}\n`, "config-deletes"),
    ).toEqual(["ok"]);
  });

  test("of a CronJob, and of a registry's that does not start", () => {
    const spec = {
      containers: [
        { name: "a", image: "registry:2", env: [{ name: "REGISTRY_STORAGE_S3_BUCKET", value: "b" }] },
      ],
    };
    const job = {
      apiVersion: "batch/v1",
      kind: "CronJob",
      spec: { jobTemplate: { spec: { template: { spec } } } },
    };
    expect(kindsOf(JSON.stringify(job), "config-start")).toEqual(["problem"]);
  });

  test("without a registry are named as what they are", () => {
    const [found, ...more] = examineRegistryConfig(
      "apiVersion: v1\nkind: Service\n---\napiVersion: v1\nkind: Ingress\n",
    );
    expect([found?.kind, found?.message, more]).toEqual([
      "unknown",
      expect.stringContaining("(Service, Ingress)"),
      [],
    ]);
  });
});

describe("the values of a chart", () => {
  test.each([
    [
      "deletes by its own switch",
      "persistence: {deleteEnabled: true}\nconfigData: {version: 0.1, storage: {cache: {blobdescriptor: inmemory}}}\n",
      "ok",
    ],
    ["deletes in the configuration", "configData: {storage: {delete: {enabled: true}}}\n", "ok"],
    ["deletes off", "configData: {storage: {delete: {enabled: false}}}\n", "problem"],
    [
      "neither",
      "storage: filesystem\nimage: {repository: registry, tag: '2'}\npersistence: {enabled: true}\n",
      "unknown",
    ],
  ])("with %s", (_, text, kind) => expect(kindsOf(text, "config-deletes")).toEqual([kind]));

  test("of something else are named as what they are", () => {
    expect(examineRegistryConfig("replicaCount: 1\nimage: {repository: nginx}\n")).toMatchObject([
      { kind: "unknown", message: expect.stringContaining("Helm chart") as string },
    ]);
  });
});

test("a prefix, at which neither Docker nor this program asks, is warned of", () => {
  expect(kindsOf(`${config("")}http: {prefix: /registry/}\n`, "config-prefix")).toEqual(["warning"]);
  expect(kindsOf(`${config("")}http: {prefix: /}\n`, "config-prefix")).toEqual([]);
});

test("a file of variables is read as docker run reads it", () => {
  const file = (value: string): string =>
    `# registry\nREGISTRY_HTTP_SECRET=a: b\nexport REGISTRY_STORAGE_DELETE_ENABLED=${value}\n`;
  expect(kindsOf(file("true"), "config-deletes")).toEqual(["ok"]);
  expect(kindsOf(file("false"), "config-deletes")).toEqual(["problem"]);
});

describe("a file of which nothing is known", () => {
  test.each([
    ["a Service of Kubernetes", "apiVersion: v1\nkind: Service\n"],
    ["a compose file without a registry", "services: {web: {image: nginx}}\n"],
    ["a chart's values", "replicaCount: 1\n"],
    ["a policy of this program's", "rules: [{keep: 1}]\n"],
    ["nothing", ""],
  ])("%s is not ready", async (_, text) => {
    const folder = await mkdtemp(join(tmpdir(), "config-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, "file.yml"), text);
    const { result } = await runCheck(undefined, { registryConfig: join(folder, "file.yml") });
    expect(isReady(result.findings)).toBe(false);
  });
});
