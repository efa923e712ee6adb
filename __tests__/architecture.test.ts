import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

// docs/architecture.md, "The house": what each floor may import. Floors of one level do not know each other.
const DOORS = ["about.ts", "command-line.ts", "help.ts", "stop.ts"];
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  registry: ["core", "registry"],
  run: ["core", "registry", "run"],
  disk: ["core", "registry", "disk"],
  yaml: ["yaml"],
  doctor: ["core", "registry", "yaml", "doctor"],
  report: ["core", "registry", "report"],
  settings: ["core", "yaml", "settings"],
  commands: ["core", "registry", "run", "disk", "doctor", "report", "settings", "commands"],
  doors: ["core", "report", "settings", "commands", "doors"],
};
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "semver/functions/parse.js": ["core/version.ts"],
  picomatch: ["core/glob.ts"],
  re2js: ["core/pattern.ts"],
  leven: ["commands/restore.ts", "core/words.ts"],
  "@actions/core": [
    "action-deletions.ts",
    "action-door.ts",
    "action-post.ts",
    "action-reclaim.ts",
    "action.ts",
  ],
  "@actions/github": ["registry/github-api.ts"],
  "@actions/http-client": ["registry/exchange.ts", "registry/http.ts"],
  "@aws-sdk/client-s3": ["disk/s3-bucket.ts"],
  valibot: [
    "report/plan-schema.ts",
    "report/read-plan.ts",
    "run/journal-record.ts",
    "settings/policy-schema.ts",
    "settings/policy-structure.ts",
  ],
  execa: ["disk/engine.ts", "disk/gc-command.ts"],
  "cli-progress": ["report/progress-bar.ts"],
};

async function sources(): Promise<readonly string[]> {
  const entries = await readdir("src", { recursive: true });
  return entries.filter((name) => name.endsWith(".ts"));
}

async function importsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(join("src", file), "utf8");
  const written = [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";/gms),
    ...text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g),
  ];
  return [...new Set(written.map(([, name = ""]) => name))];
}

function floorOf(file: string): string {
  if (DOORS.includes(file) || /^(?:action|cli)\b/.test(file)) return "doors";
  return file.split("/")[0] ?? "";
}

test("the arrows between folders run one way", async () => {
  const wrong: string[] = [];
  for (const file of await sources()) {
    const allowed = LEVELS[floorOf(file)] ?? [];
    for (const name of await importsOf(file)) {
      if (!name.startsWith(".")) continue;
      const other = normalize(join(dirname(file), name)).replace(/\.js$/, ".ts");
      if (!allowed.includes(floorOf(other))) wrong.push(`${file} imports ${other}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the core imports semver, picomatch, re2js, leven and itself alone", async () => {
  const foreign: string[] = [];
  for (const file of (await sources()).filter((name) => name.startsWith("core/"))) {
    for (const name of await importsOf(file)) {
      if (
        !name.startsWith("./") &&
        !["semver/functions/parse.js", "picomatch", "re2js", "leven"].includes(name)
      ) {
        foreign.push(`${file} imports ${name}`);
      }
    }
  }
  expect(foreign).toEqual([]);
});

test.each(Object.entries(PACKAGES))("%s is imported where it belongs", async (name, allowed) => {
  const importers: string[] = [];
  for (const file of await sources()) if ((await importsOf(file)).includes(name)) importers.push(file);
  expect(importers.sort()).toEqual(allowed);
});

test("every file of the source has its place in the house", async () => {
  expect((await sources()).filter((file) => LEVELS[floorOf(file)] === undefined)).toEqual([]);
});

test("no file outgrows its name", async () => {
  const long: string[] = [];
  for (const file of await sources()) {
    const lines = (await readFile(join("src", file), "utf8")).split("\n").length;
    if (lines > 220) long.push(`${file}: ${lines}`);
  }
  expect(long).toEqual([]);
});
