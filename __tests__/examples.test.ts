import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";

const example = (name: string): Promise<string> => readFile(join("examples", name), "utf8");

/** Returns what a file of __tests__/fixtures/schemas/ says against each of these documents. */
async function problemsOf(schema: string, documents: readonly unknown[]): Promise<readonly unknown[]> {
  const text = await readFile(`__tests__/fixtures/schemas/${schema}.json`, "utf8");
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(text) as object);
  return documents.flatMap((document) => (validate(document) === true ? [] : (validate.errors ?? [])));
}

type Value = Readonly<Record<string, unknown>>;
const kinds = async (): Promise<readonly Value[]> =>
  parseAllDocuments(await example("kubernetes-cronjob.yaml")).map((document) => document.toJS() as Value);

/** The value with one of its keys, at any depth, replaced. */
function withKey(value: unknown, key: string, other: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withKey(item, key, other));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? other : withKey(item, key, other)]),
  );
}

describe("kubernetes-cronjob.yaml", () => {
  test("is what Kubernetes' API knows", async () => {
    const documents = await kinds();
    expect(documents.map(({ kind }) => kind)).toEqual(["Secret", "PersistentVolumeClaim", "CronJob"]);
    expect(await problemsOf("kubernetes", documents)).toEqual([]);
  });

  test("mounts volumes that there are, of a claim that there is, and reads a secret that there is", async () => {
    const [secret, claim, job] = await kinds();
    const text = JSON.stringify(job);
    const named = (pattern: RegExp): readonly string[] =>
      [...text.matchAll(pattern)].map(([, name = ""]) => name);
    expect(named(/"claimName":"(.*?)"/g)).toEqual([(claim?.["metadata"] as Value)["name"]]);
    expect(named(/"secretRef":\{"name":"(.*?)"/g)).toEqual([(secret?.["metadata"] as Value)["name"]]);
    expect(named(/"name":"(\w+)","mountPath"/g)).toEqual(
      named(/"name":"(\w+)","(?:persistentVolumeClaim|emptyDir)"/g),
    );
  });

  test.each([
    ["schedule", "every night"],
    ["restartPolicy", "Always"],
    ["concurrencyPolicy", "None"],
    ["args", [10]],
    ["apiVersion", "batch/v1beta1"],
    ["claimName", 1],
    ["drop", "ALL"],
    ["memory", "256 MB"],
  ])("its schema tells that %s may not be %j", async (key, other) => {
    expect(
      await problemsOf(
        "kubernetes",
        (await kinds()).map((one) => withKey(one, key, other)),
      ),
    ).not.toEqual([]);
  });
});

describe("compose.yaml", () => {
  test("is what the Compose Specification knows", async () => {
    expect(await problemsOf("compose", [parse(await example("compose.yaml"))])).toEqual([]);
  });

  test("has in the container of the collection the registry's own storage, at the same place, and the engine", async () => {
    const { services, volumes } = parse(await example("compose.yaml")) as {
      readonly services: Readonly<Record<"registry" | "reclaim", { readonly volumes: readonly string[] }>>;
      readonly volumes: Value;
    };
    const [storage = ""] = services.registry.volumes;
    expect(services.reclaim.volumes).toEqual(["/var/run/docker.sock:/var/run/docker.sock", storage]);
    expect(Object.keys(volumes)).toEqual([storage.split(":")[0]]);
  });

  test.each([
    ["restart", "nightly"],
    ["ports", ["5000"]],
    ["network_mode", "machine"],
    ["volumes", "storage"],
    ["build", "."],
    ["services", {}],
  ])("its schema tells that %s may not be %j", async (key, other) => {
    expect(
      await problemsOf("compose", [withKey(parse(await example("compose.yaml")), key, other)]),
    ).not.toEqual([]);
  });
});

test("every example says in its first lines, one or two, what it is for and what to change", async () => {
  const others = /\.sh$|^image-retention\.yml$|^README\.md$/;
  for (const name of (await readdir("examples")).filter((file) => !others.test(file))) {
    const lines = (await example(name)).split("\n");
    const end = lines.findIndex((line) => !/^(?:#|\/\/) /.test(line));
    // Four more say how to get the program, where the file can't do so itself.
    const gets = lines[2]?.startsWith("# Get a release's single file once") === true;
    expect([name, end]).toEqual([name, gets ? 6 : 2]);
    expect([name, lines[1]]).toEqual([name, expect.stringMatching(/\b(?:[Cc]hange|Nothing to change)\b/)]);
  }
});

test("every way to get the program is one that there is", async () => {
  const ways = /prune-image-tags(?:@|:|\.mjs)[\w.]*/g;
  const found = new Set<string>();
  for (const name of await readdir("examples")) {
    for (const [way] of (await example(name)).matchAll(ways)) found.add(way);
  }
  expect([...found].sort()).toEqual([
    "prune-image-tags.mjs",
    "prune-image-tags.mjs.sha256",
    "prune-image-tags:0",
    "prune-image-tags@0",
    "prune-image-tags@v0",
  ]);
});

test("examples/README.md names every example, and nothing that is not there", async () => {
  const names = (await readdir("examples")).filter((name) => name !== "README.md");
  const text = await example("README.md");
  const linked = [...text.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, name = ""]) => name);
  expect(linked.sort()).toEqual(names.sort());
});
