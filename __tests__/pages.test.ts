import { access, readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseCommandLine } from "../src/cli/arguments.js";
import { BadInputError } from "../src/core/base/errors.js";
import { VERSION } from "../src/program/about.js";
import { OUTPUTS } from "../src/report/run/outputs.js";
import { readPolicyFile } from "../src/settings/policy-file/policy-file.js";
import { parsePattern } from "../src/core/names/pattern.js";
import { COMMANDS, DEFAULT_COMMAND } from "../src/settings/table/commands.js";
import { type SettingName, SETTINGS } from "../src/settings/table/settings.js";
import { anchorsOf, commandLinesIn, linksOf, type Page, readPages, wordsIn } from "./support/pages.js";
import type { Block } from "./support/recipes.js";
import { readSettings } from "./support/settings.js";

/** Files that documents name and that are still to come: take each out of here when it is there. */
const TO_COME: readonly string[] = [];

/** The current majors of other people's actions. */
const MAJORS: Readonly<Record<string, string>> = {
  "actions/cache": "v5",
  "actions/checkout": "v7",
  "actions/download-artifact": "v8",
  "actions/upload-artifact": "v7",
  "docker/build-push-action": "v7",
  "docker/login-action": "v4",
  "docker/metadata-action": "v6",
  "docker/setup-buildx-action": "v4",
  "prune-image-tags/prune-image-tags": "v0",
};

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on?: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const pages = await readPages();
/** `docs/policies.md` has tests of its own. */
const blocks = pages
  .filter(({ path }) => path !== "docs/policies.md")
  .flatMap(({ path, blocks: own }) => own.map((block) => ({ path, block })));

function pageAt(path: string): Page {
  const page = pages.find((known) => known.path === path);
  if (page === undefined) throw new Error(`There is no ${path}`);
  return page;
}

function isOurs({ uses }: Step): boolean {
  return uses?.startsWith("prune-image-tags/") === true;
}

/** A step's settings, with a plausible text for each expression. @param steps those of its job, of which one may say which image it is */
function settingsOf(step: Step, steps: readonly Step[] = []): Readonly<Record<string, string>> {
  const images = steps.map(({ with: inputs }) => inputs?.["images"]).find((value) => value !== undefined);
  const image = (typeof images === "string" ? images : "registry.example.com/team/app").replace(
    /\$\{\{.*?\}\}/,
    "octo/app",
  );
  return Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => valueOf(expression, image)),
    ]),
  );
}

/** Reads a step's settings, all of which there have to be. */
function readKnown(settings: Readonly<Record<string, string>>): void {
  const known: readonly string[] = SETTINGS.map(({ name }) => name);
  expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
  expect(readSettings(settings)).toBeDefined();
}

function valueOf(expression: string, image: string): string {
  if (expression.endsWith("outputs.tags")) return `${image}:1.2.3`;
  if (expression.endsWith("sha256")) return "0".repeat(64);
  if (expression === "inputs.tags") return "1.2.3";
  return "value";
}

const workflows = pages.flatMap(({ path, blocks: own }) =>
  own.flatMap(({ info, heading, text }) =>
    /^yaml\b/.test(info) && /^jobs:/m.test(text)
      ? [{ path: `${path}: ${heading}`, workflow: parse(text) as Workflow, text }]
      : [],
  ),
);

test("README has 1,500 words at the most, and its first screen has the try, the picture and the step", () => {
  const { text } = pageAt("README.md");
  expect(wordsIn(text)).toBeLessThanOrEqual(1500);
  const [screen = ""] = text.split("## Contents");
  expect(screen.split("\n").length).toBeLessThan(45);
  for (const part of ["<picture>", "npx prune-image-tags check", "--dry-run", "keep: 10", "!cancelled()"]) {
    expect(screen).toContain(part);
  }
});

test("README links every document for users", () => {
  const linked = linksOf(pageAt("README.md")).map(({ file }) => file);
  const wanted = pages
    .map(({ path }) => path)
    .filter((path) => !["README.md", "docs/mutation.md"].includes(path));
  expect(wanted.filter((path) => !linked.includes(path))).toEqual([]);
});

test("every link leads somewhere, to its heading too", async () => {
  const links = pages.flatMap(linksOf);
  expect(links.length).toBeGreaterThan(80);
  const broken: string[] = [];
  for (const { from, file, anchor } of links) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    const page = pages.find(({ path }) => path === file);
    const hasAnchor = anchor === undefined || (page !== undefined && anchorsOf(page).includes(anchor));
    if ((!isThere && !TO_COME.includes(file)) || !hasAnchor) broken.push(`${from}: ${file}#${anchor ?? ""}`);
  }
  expect(broken).toEqual([]);
});

test("every picture is shown, light and dark", async () => {
  const pictures = (await readdir("docs/images")).map((name) => `docs/images/${name}`);
  const shown = new Set(pages.flatMap(linksOf).map(({ file }) => file));
  expect(pictures.length).toBeGreaterThanOrEqual(10);
  expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
});

describe("each workflow in the documents", () => {
  test("is one of several", () => {
    expect(workflows.map(({ path }) => path)).toEqual([
      "README.md: After each push",
      "README.md: The disk, every night",
      "docs/getting-started.md: Images on ghcr.io",
      "docs/policies.md: A whole registry",
      "docs/undo.md: In a workflow",
    ]);
  });

  test.each(workflows)("is whole: $path", ({ workflow }) => {
    expect(workflow.on).toBeDefined();
    expect(workflow.permissions).toBeDefined();
    const push = workflow.on?.["push"];
    if (push !== undefined) {
      expect(push).toEqual({ branches: expect.anything() as unknown, tags: expect.anything() as unknown });
    }
  });

  test.each(workflows)("has a step of ours with settings that are understood: $path", ({ workflow }) => {
    const own = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.filter(isOurs).map((step) => settingsOf(step, steps)),
    );
    expect(own).toHaveLength(1);
    // A policy file is not there: what it may say is in policies.test.ts.
    for (const settings of own) {
      readKnown(Object.fromEntries(Object.entries(settings).filter(([name]) => name !== "policy")));
    }
    // Where nothing was pushed, that is a warning and no error, whatever else is set.
    for (const settings of own.filter(({ image, command }) => image !== undefined && command === undefined)) {
      expect(readSettings({ ...settings, image: "" })).toMatchObject({ images: [], globs: [] });
    }
  });

  test.each(workflows)("has the current majors of actions: $path", ({ workflow }) => {
    const uses = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => step.uses ?? []),
    );
    for (const used of uses) {
      const [name = "", version] = used.split("@");
      expect([name, version]).toEqual([name, MAJORS[name]]);
    }
  });

  test.each(workflows)("prunes after a failed push too, and uploads its journal: $path", ({ workflow }) => {
    for (const { steps } of Object.values(workflow.jobs)) {
      const at = steps.findIndex((step) => isOurs(step) && (step.with?.["command"] ?? "prune") === "prune");
      if (at === -1) continue;
      expect(steps[at]?.if).toBe("${{ !cancelled() }}");
      expect(steps[at + 1]?.uses).toContain("upload-artifact");
      expect(steps[at + 1]?.with?.["path"]).toBe("${{ steps.prune.outputs.journal }}");
    }
  });

  test.each(workflows)("names outputs that there are: $path", ({ workflow, text }) => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const known: readonly string[] = OUTPUTS.map(({ name }) => name);
    const named = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)];
    for (const [, id, output = ""] of named) {
      const step = steps.find((each) => each.id === id);
      expect(step).toBeDefined();
      if (step !== undefined && isOurs(step)) expect(known).toContain(output);
    }
  });
});

test("the step on README's first screen, and other settings by themselves, are understood", () => {
  const parts = blocks.filter(({ block }) => block.info === "yaml" && !/^jobs:/m.test(block.text));
  const kinds = parts.map(({ path, block }) => `${path}: ${readPart(block)}`);
  expect(kinds).toEqual([
    "README.md: step",
    "README.md: permissions",
    "docs/disk.md: settings",
    "docs/getting-started.md: job",
    "docs/install.md: job",
  ]);
});

/** Returns the kind of a part of a workflow, having read the settings in it. */
function readPart({ text }: Block): string {
  const part: unknown = parse(text);
  if (Array.isArray(part)) {
    for (const step of part as readonly Step[]) readKnown(settingsOf(step));
    return "step";
  }
  const fields = part as Readonly<Record<string, unknown>>;
  if ("permissions" in fields) return "permissions";
  if ("gc-command" in fields) {
    readSettings({
      command: "reclaim",
      registry: "registry.example.com",
      "gc-command": String(fields["gc-command"]),
    });
    return "settings";
  }
  return "prune" in fields ? "job" : "?";
}

test("every policy file in the documents is one", () => {
  for (const { block } of blocks.filter(({ block: { text } }) => /^rules:/m.test(text))) {
    expect(readPolicyFile(block.text, { allowEmpty: false })).toMatchObject({ kind: "read" });
  }
});

const inBlocks = blocks.flatMap(({ path, block }) =>
  commandLinesIn(block).map((words) => ({ path, line: words.join(" "), words })),
);
const inProse = pages
  .filter(({ path }) => path !== "docs/policies.md" && path !== "CHANGELOG.md")
  .flatMap(({ path, text }) =>
    [...text.replace(/^ *```.*?^ *```$/gms, "").matchAll(/`(npx prune-image-tags [^`]+)`/g)].flatMap(
      ([, code = ""]) =>
        commandLinesIn({ text: code }).map((words) => ({ path, line: words.join(" "), words })),
    ),
  );

describe("each command line in the documents is understood", () => {
  test("of which there are several", () => {
    expect(inBlocks.length).toBeGreaterThan(18);
    expect(inBlocks.map(({ path }) => path)).toContain("docs/undo.md");
  });

  test.each([...inBlocks, ...inProse])("$path: $line", ({ words }) => {
    const line = parseCommandLine(words);
    expect(["wrong", "nothing"]).not.toContain(line.kind);
    if (line.kind !== "run") return;
    expect(line.problems).toEqual([]);
    const read = (): unknown =>
      readSettings({ ...line.raw, command: line.command }, { files: { parsePattern } });
    expect(read).not.toThrow(BadInputError);
  });
});

test("each command for the registry that speaks plain HTTP says so", () => {
  const plain = [...inBlocks, ...inProse].filter(
    ({ words }) => words[0] !== "restore" && words.some((word) => word.startsWith("192.168.1.121:5000")),
  );
  expect(plain.length).toBeGreaterThan(6);
  expect(plain.filter(({ line }) => !line.includes("--plain-http 192.168.1.121:5000"))).toEqual([]);
});

test("a release's address names this version, and its image's tags are of those that a release has", async () => {
  const names = (await readdir("examples")).map((name) => `examples/${name}`);
  const examples = await Promise.all(names.map((name) => readFile(name, "utf8")));
  const texts = [...pages.map(({ text }) => text), ...examples].join("\n");
  const [major = "", minor = ""] = VERSION.split(".");
  const addresses = [...texts.matchAll(/releases\/download\/v([\w.]+)/g)].map(([, version]) => version);
  expect([addresses.length > 3, new Set(addresses)]).toEqual([true, new Set([VERSION])]);
  const tags = [...texts.matchAll(/ghcr\.io\/prune-image-tags\/prune-image-tags:([\w.]+)/g)];
  const known = [major, `${major}.${minor}`, VERSION, "latest"];
  expect(tags.map(([, tag = ""]) => tag).filter((tag) => !known.includes(tag))).toEqual([]);
});

describe("docs/coming-from.md", () => {
  const rows = pageAt("docs/coming-from.md")
    .text.split("\n")
    .filter((row) => row.startsWith("| ") && !row.startsWith("| there") && !row.startsWith("| ---"))
    .map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));

  test.each(rows)("|%s %s", (_, __, here = "") => {
    const codes = [...here.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
    const written = codes.map((code) => /^([a-z0-9-]+)(?:: (.+))?$/.exec(code)?.slice(1) ?? ["", ""]);
    const known: readonly string[] = SETTINGS.map(({ name }) => name);
    for (const [name = ""] of written) expect(known).toContain(name);
    const given = written.flatMap(([name = "", value]) =>
      value === undefined ? [] : [[name as SettingName, value.replace(/^"(.*)"$/, "$1")] as const],
    );
    // Those that are fields of the policy, each by itself.
    const raw = Object.fromEntries(given);
    if (raw["command"] !== undefined || JSON.stringify(raw).includes("…")) return;
    const image = (raw["image"] ?? "ghcr.io/octo/app").replace("OWNER", "octo").replace("ACCOUNT", "octo");
    const read = (): unknown =>
      readSettings({ ...raw, image: image.replace("PACKAGE", "app") }, { files: { parsePattern } });
    expect(read).not.toThrow();
  });
});

test("the documents name commands that there are", async () => {
  const reference = await readFile("docs/reference.md", "utf8");
  for (const command of COMMANDS) expect(reference).toContain(`\`${command}\``);
  expect(reference).toContain(`\`${DEFAULT_COMMAND}\` where there is none`);
});
