import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { tryPolicy } from "../src/commands/try.js";
import { explain } from "../src/core/policy/explain.js";
import type { Snapshot } from "../src/core/image/graph.js";
import { exceededLimit } from "../src/core/plan/deletion-limit.js";
import { patternUses } from "../src/core/policy/pattern-use.js";
import { plan } from "../src/core/plan/make-plan.js";
import { policyFor, type RetentionPolicy } from "../src/core/policy/policy.js";
import { type Digest, parseReference } from "../src/core/names/reference.js";
import { readTagName } from "../src/core/names/version.js";
import { parsePattern } from "../src/core/names/pattern.js";
import { readPolicyFile } from "../src/settings/policy-file/policy-file.js";
import { readPruneSettings, readSettings } from "./support/settings.js";
import { contentDigest } from "../src/registry/distribution/content-digest.js";
import { renderExplanations } from "../src/report/verbs/explain.js";
import { describeError } from "../src/report/words/outcomes.js";
import { renderTrial } from "../src/report/verbs/trial.js";
import { SORTS } from "../src/core/names/order.js";
import type { TrySettings } from "../src/settings/read/try.js";
import type { SettingFiles } from "../src/settings/read/setting-files.js";
import type { RawSettings } from "../src/settings/read/setting-reader.js";
import {
  expectFile,
  POLICY_SCHEMA_URL,
  renderFileKeyTable,
  renderRuleKeyTable,
  withSection,
} from "./support/documents.js";
import { propertyRuns } from "./support/property-runs.js";
import { type Block, blocksOf, type Recipe, recipesOf, tableOf, withTexts } from "./support/recipes.js";
import { tag } from "./support/snapshots.js";

const PATH = "docs/policies.md";
/** "Today is 20 November 2026 in all of them." */
const NOW = Date.UTC(2026, 10, 20, 12);
const IMAGE = "registry.example.com/team/app";
const isUpdating = process.env["UPDATE_DOCS"] === "1";

const document = await readFile(PATH, "utf8");
const blocks = blocksOf(document);
const recipes = recipesOf(blocks);

type Fields = Readonly<Record<string, unknown>>;

/** Inputs as a workflow hands them over: texts, all of them. */
function asInputs(fields: Fields): RawSettings {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}

/** What is printed of a recipe for these names, and, where there is a guard, what a run says of it. */
function printed(recipe: Recipe, block: Block, names: readonly string[]): string {
  const fields = parse(recipe.yaml) as Fields;
  const said: RawSettings = "rules" in fields ? { policy: "policy.yml" } : asInputs(fields);
  const [, repository] = /^(\S+): /.exec(block.text) ?? [];
  // A recipe for certain repositories is for the one that the output names.
  const raw: RawSettings =
    "rules" in fields && repository !== undefined ? { ...said, image: repository } : said;
  const files = filesOf(raw, recipe);
  if (raw["max-deletions"] === undefined) {
    const settings = readSettings({ ...raw, command: "try" }, { files });
    if (settings.command !== "try") throw new Error("another command");
    return renderTrial(tryPolicy(settings, names.join("\n"), NOW));
  }
  const { images, policies, maxDeletions } = readPruneSettings({ image: IMAGE, ...raw }, { files });
  const settings: TrySettings = { command: "try", images, policies };
  const trial = tryPolicy(settings, names.join("\n"), NOW);
  const refused = maxDeletions === undefined ? undefined : exceededLimit(trial.plan, maxDeletions);
  return `${renderTrial(trial)}${refused === undefined ? "" : `\n${describeError(refused)}\n`}`;
}

function filesOf(raw: RawSettings, { yaml, files }: Recipe): SettingFiles {
  const name = raw["protect-from"];
  const inUse = name === undefined ? undefined : files.get(name);
  return {
    policy: { text: yaml, read: readPolicyFile },
    parsePattern,
    ...(name === undefined
      ? {}
      : { "protect-from": inUse === undefined ? { problem: `${name} is no block` } : { text: inUse } }),
  };
}

/** What a dry run or `explain` prints, which reads a registry: by what stands behind the fence. */
const READ_FROM_A_REGISTRY: Readonly<Record<string, () => string>> = {
  "text explain": () => {
    const snapshot = snapshotOf(["2.1.0", "2.0.1", "2.0.0", "1.4.9", "1.4.8"]);
    const { policies } = readPruneSettings({ image: IMAGE, keep: "2" });
    const explanation = explain(tag("1.4.9"), snapshot, policyOf(policies));
    if (explanation === undefined) throw new Error("not there");
    return renderExplanations([{ repository: IMAGE, tag: tag("1.4.9"), explanation }]);
  },
  "text shared, untags yes": () => released("yes"),
  "text shared, untags no": () => released("no"),
};

function released(untags: "yes" | "no"): string {
  const recipe = recipes.find(({ outputs, heading }) => outputs.length === 0 && heading === RELEASED);
  const { policies } = readPruneSettings({
    image: IMAGE,
    ...asInputs(parse(recipe?.yaml ?? "") as Fields),
  });
  const tags = ["1.4.0", "1.4.0-rc.3", "1.4.0-rc.2", "1.5.0-rc.1"];
  const snapshot = snapshotOf(tags, { "1.4.0-rc.3": "1.4.0" });
  const decided = plan({ ...snapshot, untags }, policyOf(policies));
  return renderTrial({
    repository: IMAGE,
    plan: decided,
    patterns: patternUses(snapshot, policyOf(policies)),
    sizes: new Map(),
    reclaimable: { bytes: 0, isLeast: true },
  });
}

/** The table of recipes: what its rows say of tags and needs, and what is written in each row's recipe. */
function renderRecipeTable(written: string): string {
  const rows = tableOf(written, "recipes").map(([example = "", need = ""]) => {
    const heading = /^\[(.+)\]/.exec(need)?.[1];
    const yaml = recipes.find((recipe) => recipe.heading === heading)?.yaml ?? "rules:";
    const lines = yaml.trimEnd().replaceAll("|", "\\|").split("\n");
    const said = yaml.includes("rules:") ? "a policy file" : lines.map((line) => `\`${line}\``).join("<br>");
    return `| \`${example}\` | ${need} | ${said} |`;
  });
  return ["| a tag | what is wanted | what to write |", "| --- | --- | --- |", ...rows].join("\n");
}

const RELEASED = "A candidate that was released as it was";

function policyOf(policies: Parameters<typeof policyFor>[1]): RetentionPolicy {
  return policyFor({ host: "registry.example.com", repository: "team/app" }, policies);
}

/** A repository with these tags, each an image of its own, save those that name another's. */
function snapshotOf(tags: readonly string[], aliases: Readonly<Record<string, string>> = {}): Snapshot {
  const images = tags.map((name) => ({ tag: tag(name), digest: digestOf(aliases[name] ?? name) }));
  return {
    repository: parseReference(IMAGE).repository,
    tags: images,
    manifests: new Map(images.map(({ digest }) => [digest, { kind: "image" as const }])),
    missing: new Set(),
    namedTags: new Set(),
    namedDigests: new Set(),
    leftovers: new Set(),
    referrers: new Map(),
    dates: new Map(),
    now: NOW,
  };
}

function digestOf(name: string): Digest {
  const digest = contentDigest("sha256", Buffer.from(name));
  if (digest === undefined) throw new Error("SHA-256 is registered");
  return digest;
}

/** The anchor of a heading, as GitHub makes it. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}

test("docs/policies.md has what is printed, the tables of a policy file's keys, and prettier's form", async () => {
  await expectFile(PATH, (written) => {
    const withRecipes = withSection(written, "recipes", renderRecipeTable(written));
    const withKeys = withSection(withRecipes, "file keys", renderFileKeyTable());
    const now = withSection(withKeys, "rule keys", renderRuleKeyTable());
    const found = blocksOf(now);
    const outputs = recipesOf(found).flatMap((recipe) =>
      recipe.outputs.map(({ block, names }) => [block, printed(recipe, block, names)] as const),
    );
    const read = found.flatMap((block) => {
      const render = READ_FROM_A_REGISTRY[block.info];
      return render === undefined ? [] : [[block, render()] as const];
    });
    return withTexts(now, new Map([...outputs, ...read]));
  });
});

describe.skipIf(isUpdating)(
  "a recipe prints what the document says, in whatever order the tags are listed",
  () => {
    const runs = recipes.flatMap((recipe) =>
      recipe.outputs.map((output, index) => ({
        name: recipe.outputs.length > 1 ? `${recipe.heading} (${index + 1})` : recipe.heading,
        recipe,
        output,
      })),
    );

    test.each(runs)("$name", ({ recipe, output: { block, names } }) => {
      const all = { minLength: names.length, maxLength: names.length };
      fc.assert(
        fc.property(fc.shuffledSubarray([...names], all), (shuffled) => {
          expect(printed(recipe, block, shuffled)).toBe(block.text);
        }),
        // A fifth each, for they are many.
        { numRuns: Math.ceil(propertyRuns() / 5) },
      );
    });
  },
);

describe("the document", () => {
  test("has many recipes, each with names and an output", () => {
    expect(new Set(recipes.map(({ heading }) => heading)).size).toBeGreaterThan(35);
    expect(recipes.filter(({ outputs }) => outputs.length === 0).map(({ heading }) => heading)).toEqual([
      RELEASED,
    ]);
    const poor = recipes.filter(({ outputs }) =>
      outputs.some(({ names, block }) => names.length < 4 || !/^ {2}delete /m.test(block.text)),
    );
    expect(poor.map(({ heading }) => heading)).toEqual([]);
  });

  test("has every recipe in the table at its top, in their order, each with a tag of its own", () => {
    const rows = tableOf(document, "recipes");
    const headings = [...new Set(recipes.map(({ heading }) => heading))];
    expect(rows.map(([, need = ""]) => /^\[(.+)\]/.exec(need)?.[1])).toEqual(headings);
    for (const [example = "", need = ""] of rows) {
      const [, heading = "", anchor] = /^\[(.+)\]\(#([\w-]+)\)$/.exec(need) ?? [];
      expect(slugOf(heading)).toBe(anchor);
      const texts = blocks.filter((block) => block.heading === heading && block.info.startsWith("text"));
      expect(texts.flatMap(({ text }) => text.split(/\s+/))).toContain(example);
    }
  });

  test("has no block that no test knows", () => {
    const known = [
      "yaml",
      "yaml workflow",
      "yaml schema",
      "sh",
      "text",
      ...Object.keys(READ_FROM_A_REGISTRY),
    ];
    const files = /^text \S+\.txt$/;
    expect(
      blocks.map(({ info }) => info).filter((info) => !known.includes(info) && !files.test(info)),
    ).toEqual([]);
    const outputs = new Set(recipes.flatMap(({ outputs: each }) => each.map(({ block }) => block.from)));
    expect(blocks.filter(({ info, from }) => info === "text" && !outputs.has(from))).toEqual([]);
  });

  test("has each sort, and each input that says what stays", () => {
    const said = recipes.map(({ yaml }) => parse(yaml) as Fields);
    const sorts = new Set(said.map((fields) => fields["sort"] ?? SORTS[0]));
    expect([...sorts].sort()).toEqual([...SORTS].sort());
    const names = new Set(said.flatMap((fields) => Object.keys(fields)));
    for (const name of ["keep", "group-by", "keep-younger-than", "max-size", "include", "exclude"]) {
      expect(names).toContain(name);
    }
    for (const name of ["protect", "protect-from", "max-deletions", "image", "rules"]) {
      expect(names).toContain(name);
    }
  });

  test("has workflows whose inputs are understood", () => {
    const workflows = blocks.filter(({ info }) => info === "yaml workflow");
    expect(workflows.length).toBeGreaterThan(0);
    for (const { text } of workflows) {
      const { jobs } = parse(text) as {
        readonly jobs: Readonly<
          Record<string, { readonly steps: readonly { readonly uses?: string; readonly with?: Fields }[] }>
        >;
      };
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      const own = steps.filter(({ uses = "" }) => uses.startsWith("prune-image-tags/"));
      expect(own).toHaveLength(1);
      const policy = recipes.find(({ yaml }) => yaml.includes("repositories:"))?.yaml ?? "";
      const files = { policy: { text: policy, read: readPolicyFile } };
      expect(readSettings(asInputs(own[0]?.with ?? {}), { files })).toMatchObject({ command: "prune" });
    }
  });

  test("names the schema at its address", () => {
    const [schema] = blocks.filter(({ info }) => info === "yaml schema");
    expect(schema?.text).toBe(`# yaml-language-server: $schema=${POLICY_SCHEMA_URL}\n`);
  });

  test("says what names are read as", () => {
    const rows = tableOf(document, "channels");
    expect(rows.length).toBeGreaterThan(10);
    const read = rows.map(([name = ""]) => {
      const { kind, ...rest } = readTagName(name);
      return [name, kind === "other" ? "neither" : kind, "channel" in rest ? rest.channel : ""];
    });
    expect(rows).toEqual(read);
  });
});
