import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path/posix";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/settings/table/commands.js";

// docs/architecture.md, "The house": what each floor may import. Floors of one level do not know each other.
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  files: ["core", "files"],
  registry: ["core", "files", "registry"],
  run: ["core", "files", "registry", "run"],
  disk: ["core", "files", "registry", "disk"],
  yaml: ["yaml"],
  doctor: ["core", "registry", "yaml", "doctor"],
  report: ["core", "registry", "report"],
  settings: ["core", "files", "yaml", "settings"],
  commands: ["core", "files", "registry", "run", "disk", "doctor", "report", "settings", "commands"],
  program: ["core", "report", "settings", "commands", "program"],
  action: ["core", "report", "settings", "commands", "program", "action"],
  cli: ["core", "report", "settings", "program", "cli"],
};
// Inside of the core too: names know nothing, a plan knows the policy, results know the plan.
const CORE: Readonly<Record<string, readonly string[]>> = {
  base: [],
  names: ["base"],
  image: ["base", "names"],
  policy: ["base", "names", "image"],
  plan: ["base", "names", "image", "policy"],
  sweep: ["base", "names", "image"],
  progress: ["base", "names", "image", "plan"],
  result: ["base", "names", "image", "policy", "plan", "sweep"],
  journal: ["base", "names", "image", "plan", "result"],
};
const CORE_PACKAGES = ["semver/functions/parse.js", "re2js", "leven"];
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "semver/functions/parse.js": ["core/names/version.ts"],
  re2js: ["core/names/pattern.ts"],
  leven: ["commands/restore.ts", "core/base/near-name.ts", "core/base/words.ts"],
  "@actions/core": ["action/host.ts", "action/main.ts", "action/post.ts"],
  "@actions/github": ["registry/github/api.ts"],
  "@actions/http-client/lib/auth": ["registry/connection/basic.ts"],
  "@aws-sdk/client-s3": ["disk/storage/s3-bucket.ts"],
  valibot: [
    "report/plan-file/read.ts",
    "report/plan-file/schema.ts",
    "run/journal/schema.ts",
    "settings/policy-file/policy-schema.ts",
    "settings/policy-file/policy-structure.ts",
  ],
  execa: ["disk/container/engine.ts", "disk/script/gc-command.ts"],
  "cli-progress": ["report/log/progress-bar.ts"],
};
const MOST_FILES = 16;

async function sources(): Promise<readonly string[]> {
  const entries = await readdir("src", { recursive: true });
  // Windows has other separators.
  return entries.map((name) => name.replaceAll("\\", "/")).filter((name) => name.endsWith(".ts"));
}

async function importsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(join("src", file), "utf8");
  const written = [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";/gms),
    ...text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g),
  ];
  return [...new Set(written.map(([, name = ""]) => name))];
}

/** The files of the source that a file imports, for their values or their types, eagerly or lazily. */
async function neighboursOf(file: string): Promise<readonly string[]> {
  const names = (await importsOf(file)).filter((name) => name.startsWith("."));
  return names.map((name) => normalize(join(dirname(file), name)).replace(/\.js$/, ".ts"));
}

const floorOf = (file: string): string => file.split("/")[0] ?? "";
const roomOf = (file: string): string => file.split("/")[1] ?? "";

test("the arrows between floors run one way", async () => {
  const wrong: string[] = [];
  for (const file of await sources()) {
    const allowed = FLOORS[floorOf(file)] ?? [];
    for (const other of await neighboursOf(file)) {
      if (!allowed.includes(floorOf(other))) wrong.push(`${file} imports ${other}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the arrows between the core's rooms run one way", async () => {
  const wrong: string[] = [];
  for (const file of (await sources()).filter((name) => floorOf(name) === "core")) {
    const allowed = CORE[roomOf(file)];
    for (const other of await neighboursOf(file)) {
      const isAllowed = roomOf(other) === roomOf(file) || allowed?.includes(roomOf(other)) === true;
      if (!isAllowed) wrong.push(`${file} imports ${other}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the core imports semver, re2js, leven and itself alone", async () => {
  const foreign: string[] = [];
  for (const file of (await sources()).filter((name) => floorOf(name) === "core")) {
    for (const name of await importsOf(file)) {
      if (!name.startsWith(".") && !CORE_PACKAGES.includes(name)) foreign.push(`${file} imports ${name}`);
    }
  }
  expect(foreign).toEqual([]);
});

test("no files need each other, be it for a value or a type", async () => {
  const imports = new Map<string, readonly string[]>();
  for (const file of await sources()) imports.set(file, await neighboursOf(file));
  // Whoever imports only what is settled is settled too; what is left at the end stands in a circle, or leads into one.
  const unsettled = new Map(imports);
  for (let before = -1; before !== unsettled.size;) {
    before = unsettled.size;
    for (const [file, others] of unsettled) {
      if (!others.some((other) => unsettled.has(other))) unsettled.delete(file);
    }
  }
  expect([...unsettled.keys()]).toEqual([]);
});

test.each(Object.entries(PACKAGES))("%s is imported where it belongs", async (name, allowed) => {
  const importers: string[] = [];
  for (const file of await sources()) if ((await importsOf(file)).includes(name)) importers.push(file);
  expect(importers.sort()).toEqual(allowed);
});

test("the doors know no single command: all that they need of one is in its row of the table", async () => {
  const named: string[] = [];
  for (const file of (await sources()).filter((name) => ["action", "cli"].includes(floorOf(name)))) {
    const text = await readFile(join("src", file), "utf8");
    const words = COMMANDS.filter((name) => text.includes(`"${name}"`) || text.includes(`/${name}.js"`));
    named.push(...words.map((name) => `${file} names ${name}`));
  }
  expect(named).toEqual([]);
});

test("every file of the source has its place in the house", async () => {
  const astray = (await sources()).filter(
    (file) =>
      FLOORS[floorOf(file)] === undefined ||
      (floorOf(file) === "core" && (file.split("/").length !== 3 || CORE[roomOf(file)] === undefined)),
  );
  expect(astray).toEqual([]);
});

test("a type's name has one meaning: it is declared in one file", async () => {
  const files = new Map<string, string[]>();
  for (const file of await sources()) {
    const text = await readFile(join("src", file), "utf8");
    for (const [, name = ""] of text.matchAll(/^(?:export )?(?:interface|type|class) ([A-Za-z0-9]+)/gm)) {
      files.set(name, [...(files.get(name) ?? []), file]);
    }
  }
  expect([...files].filter(([, all]) => all.length > 1)).toEqual([]);
});

test("a docstring begins with what comes back, not with a question", async () => {
  const questions: string[] = [];
  for (const file of await sources()) {
    const text = await readFile(join("src", file), "utf8");
    for (const [, line = ""] of text.matchAll(
      /^[ \t]*\/\*\*(?: |\n[ \t]*\* )((?:What|Whether|How|Where|Why|Who|Which) .*)$/gm,
    )) {
      questions.push(`${file}: ${line}`);
    }
  }
  expect(questions).toEqual([]);
});

test("no file outgrows its name", async () => {
  const long: string[] = [];
  for (const file of await sources()) {
    const lines = (await readFile(join("src", file), "utf8")).split("\n").length;
    if (lines > 220) long.push(`${file}: ${lines}`);
  }
  expect(long).toEqual([]);
});

test("no folder has more files than one can take in", async () => {
  const files = new Map<string, number>();
  for (const file of await sources()) files.set(dirname(file), (files.get(dirname(file)) ?? 0) + 1);
  expect([...files].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});
