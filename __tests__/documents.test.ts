import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { NAME, VERSION } from "../src/program/about.js";
import { FLAG_NAMES } from "../src/cli/flags.js";
import { renderHelp } from "../src/cli/help.js";
import { TOPICS } from "../src/settings/table/topics.js";
import { readSettings } from "./support/settings.js";
import { OUTPUTS } from "../src/report/run/outputs.js";
import { SETTINGS } from "../src/settings/table/settings.js";
import { renderManPage } from "./support/man.js";
import { tableOf } from "./support/recipes.js";
import { renderRegistryTable } from "./support/registry-rows.js";
import { sourceTexts } from "./support/source-errors.js";
import { renderFindings, renderProblems, renderTroubles } from "./support/troubles.js";
import { renderWarnings } from "./support/warnings.js";
import {
  expectFile,
  expectText,
  renderActionYml,
  OUTPUT_TOPICS,
  renderFirstInputs,
  renderInputTables,
  renderOutputTables,
  withSection,
} from "./support/documents.js";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

describe("the settings table says the same as", () => {
  test("action.yml", async () => await expectFile("action.yml", renderActionYml));

  test("the reference's tables", async () => {
    await expectFile("docs/reference.md", (now) =>
      withSection(withSection(now, "inputs", renderInputTables()), "outputs", renderOutputTables()),
    );
  });

  test("README's table of the first inputs: their names and defaults", async () => {
    await expectFile("README.md", (now) =>
      withSection(now, "first inputs", renderFirstInputs(tableOf(now, "first inputs"))),
    );
  });

  test("the topics: each setting and each output is in one", () => {
    const names = SETTINGS.map(({ name }) => name);
    expect(TOPICS.flatMap(({ settings }) => settings).sort()).toEqual([...names].sort());
    const outputs = OUTPUTS.map(({ name }) => name);
    expect(OUTPUT_TOPICS.flatMap(([, topic]) => topic).sort()).toEqual([...outputs].sort());
  });

  test("the flags: one of the same name for every input but the command, which is the first word", () => {
    const inputs = SETTINGS.map(({ name }) => name).filter((name) => name !== "command");
    expect(FLAG_NAMES.slice(0, inputs.length)).toEqual(inputs);
    for (const name of FLAG_NAMES) {
      expect(renderHelp()).toMatch(new RegExp(`^ {2}(-., )?--${name}( |$)`, "m"));
    }
  });
});

test("docs/registries.md has the contract suite's own list of registries", async () => {
  await expectFile("docs/registries.md", (now) => withSection(now, "tried", renderRegistryTable()));
});

test("the man page is made from the same tables as --help", async () => {
  await expectText("man/prune-image-tags.1", renderManPage());
});

test("action.yml names the runtime, the bundle, a branding and every output", async () => {
  const action = parse(await readFile("action.yml", "utf8")) as Record<string, unknown>;
  expect(action["runs"]).toEqual({
    using: "node24",
    main: "dist/index.js",
    post: "dist/post.js",
    "post-if": "always()",
  });
  expect(action["branding"]).toEqual({ icon: "scissors", color: "green" });
  expect(Object.keys(action["outputs"] as object)).toEqual(OUTPUTS.map(({ name }) => name));
});

test("docs/troubleshooting.md has every error of the source, every problem of a setting, what check finds, and the warnings", async () => {
  const sections = [
    ["errors", renderTroubles()],
    ["problems", renderProblems()],
    ["findings", renderFindings()],
    ["warnings", renderWarnings()],
  ] as const;
  await expectFile("docs/troubleshooting.md", (now) =>
    sections.reduce((text, [name, content]) => withSection(text, name, content), now),
  );
});

test("every heading of docs/troubleshooting.md is a text of the source", async () => {
  const document = await readFile("docs/troubleshooting.md", "utf8");
  const [part = ""] = document.split("## What docker says");
  const headings = [...part.matchAll(/^### (.+)$/gm)].map(([, heading = ""]) => heading);
  expect(headings.length).toBeGreaterThanOrEqual(30);
  const texts = sourceTexts();
  const unknown = headings.filter((heading) => {
    const parts = heading.split("…").map((text) =>
      text
        .trim()
        .replace(/^[(:,]+|[(:,]+$/g, "")
        .trim(),
    );
    const certain = parts.filter((text) => text.length > 3);
    return !texts.some((text) => certain.every((wanted) => text.includes(wanted)));
  });
  expect(unknown).toEqual([]);
});

test("the program's name and version are package.json's", async () => {
  const { name, version, bin } = JSON.parse(await readFile("package.json", "utf8")) as Record<
    string,
    unknown
  >;
  expect({ name, version, bin }).toEqual({ name: NAME, version: VERSION, bin: { [NAME]: "dist/cli.js" } });
});

describe("examples/plan-and-apply.yml", () => {
  async function readSteps(): Promise<readonly Step[]> {
    const { jobs } = parse(await readFile("examples/plan-and-apply.yml", "utf8")) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
    };
    return Object.values(jobs).flatMap(({ steps }) => steps);
  }

  test("has settings that are understood", async () => {
    const own = (await readSteps()).filter(({ uses }) => uses?.startsWith("prune-image-tags/") === true);
    const filled = own.map((step) =>
      Object.fromEntries(
        Object.entries(step.with ?? {}).map(([name, value]) => [
          name,
          String(value).replace(/\$\{\{ needs\.plan\.outputs\.sha256 \}\}/, "0".repeat(64)),
        ]),
      ),
    );
    expect(filled.map((raw) => readSettings(raw))).toMatchObject([
      { command: "prune", dryRun: true },
      { command: "apply", planSha256: "0".repeat(64), images: [{ repository: "team/app" }] },
    ]);
  });

  test("names outputs that there are", async () => {
    const text = await readFile("examples/plan-and-apply.yml", "utf8");
    const named = [...text.matchAll(/steps\.\w+\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(named).toEqual(["plan-sha256", "deleted-count", "plan", "journal", "journal"]);
    const outputs: readonly string[] = OUTPUTS.map(({ name }) => name);
    expect(named.filter((name) => !outputs.includes(name ?? ""))).toEqual([]);
  });
});
