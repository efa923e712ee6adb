import { readFile, writeFile } from "node:fs/promises";
import { toJsonSchema } from "@valibot/to-json-schema";
import { format, resolveConfig } from "prettier";
import { expect } from "vitest";
import { stringify } from "yaml";
import { NAME, VERSION } from "../../src/program/about.js";
import { policyDocument } from "../../src/settings/policy-file/policy-schema.js";
import { OUTPUTS } from "../../src/report/run/outputs.js";
import { SETTINGS } from "../../src/settings/table/settings.js";
import { FIELD_ROWS, TOP_ROWS } from "../../src/settings/table/rule-values.js";
import { TOPICS } from "../../src/settings/table/topics.js";
import { COMMANDS } from "../../src/settings/table/commands.js";
import type { Setting } from "../../src/settings/table/setting.js";

const settings: readonly Setting[] = SETTINGS;

/** The URL at which editors find the policy file's schema: that of the tag by which workflows use the action. */
export const POLICY_SCHEMA_URL = `https://raw.githubusercontent.com/${NAME}/${NAME}/v${VERSION.replace(/\..*/, "")}/policy.schema.json`;

/** Expects a file to have the rendered content; `npm run docs` writes it instead. */
export async function expectFile(path: string, render: (now: string) => string): Promise<void> {
  const now = await readFile(path, "utf8").catch(() => "");
  const wanted = await format(render(now), { ...(await resolveConfig(path)), filepath: path });
  if (process.env["UPDATE_DOCS"] === "1") await writeFile(path, wanted);
  else expect(now).toBe(wanted);
}

/** Expects a file that has no formatter to have a text; `npm run docs` writes it instead. */
export async function expectText(path: string, wanted: string): Promise<void> {
  if (process.env["UPDATE_DOCS"] === "1") await writeFile(path, wanted);
  else expect(await readFile(path, "utf8").catch(() => "")).toBe(wanted);
}

/** The text of `action.yml`, made from the tables of settings and outputs. */
export function renderActionYml(): string {
  const inputs = settings.map(({ name, help, default: fixed, inAction, otherwise }) => [
    name,
    {
      description: help,
      required: otherwise === "required",
      ...(inAction === undefined && fixed === undefined ? {} : { default: inAction ?? fixed }),
    },
  ]);
  const outputs = OUTPUTS.map(({ name, help }) => [name, { description: help }]);
  const action = {
    name: "Prune Image Tags",
    description:
      "After a push to a container registry of your own, or to ghcr.io, delete all but the newest N tags of the image, without harm to anything kept.",
    author: "Prune Image Tags maintainers",
    branding: { icon: "scissors", color: "green" },
    inputs: Object.fromEntries(inputs) as unknown,
    outputs: Object.fromEntries(outputs) as unknown,
    runs: { using: "node24", main: "dist/index.js", post: "dist/post.js", "post-if": "always()" },
  };
  return `# Made from src/settings/table/settings.ts and src/report/run/outputs.ts by: npm run docs\n${stringify(action, { lineWidth: 110 })}`;
}

/** The text of `policy.schema.json`: the policy file's structure as a JSON Schema. */
export function renderPolicySchema(): string {
  const schema = toJsonSchema(policyDocument, { target: "draft-07" });
  const { $schema, title, ...rest } = schema;
  const comment = "Made from src/settings/table/rule-fields.ts by: npm run docs";
  return JSON.stringify({ $schema, $id: POLICY_SCHEMA_URL, title, $comment: comment, ...rest });
}

/** The reference's tables of inputs, one for each topic. */
export function renderInputTables(): string {
  const parts = TOPICS.map(({ title, settings: names }) => {
    const rows = names.flatMap((name) => settings.filter((setting) => setting.name === name).map(inputRow));
    return [`### ${title}`, "", "| input | default | meaning |", "| --- | --- | --- |", ...rows].join("\n");
  });
  return parts.join("\n\n");
}

function inputRow({ name, help, commands, ...setting }: Setting): string {
  const takers = commands.length === COMMANDS.length ? "" : ` _(${commands.join(", ")})_`;
  return `| \`${name}\` | ${defaultOf(setting)} | ${cell(help)}${takers} |`;
}

/** The default of a setting, as the tables show it. */
function defaultOf({ default: value, otherwise }: Pick<Setting, "default" | "otherwise">): string {
  return value === undefined ? (otherwise ?? "") : `\`${value}\``;
}

/** README's table of the inputs that people use first: what it says of them, with their defaults. */
export function renderFirstInputs(rows: readonly (readonly string[])[]): string {
  const written = rows.map(([wanted = "", , meaning = ""]) => {
    const setting = settings.find(({ name }) => name === wanted);
    if (setting === undefined) throw new Error(`There is no input ${wanted}`);
    return `| \`${wanted}\` | ${defaultOf(setting)} | ${meaning} |`;
  });
  return ["| input | default | what it is for |", "| --- | --- | --- |", ...written].join("\n");
}

type OutputName = (typeof OUTPUTS)[number]["name"];

/** The outputs that serve the same end. */
export const OUTPUT_TOPICS: readonly (readonly [title: string, names: readonly OutputName[]])[] = [
  ["Tags and repositories", ["deleted", "kept", "skipped", "unproven", "missing"]],
  ["Of `repositories`", ["matrix"]],
  ["Numbers", ["deleted-count", "deleted-untagged-count", "kept-count", "reclaimable-bytes", "freed-bytes"]],
  ["Files", ["plan", "plan-sha256", "journal"]],
];

/** The reference's tables of outputs, one for each topic. */
export function renderOutputTables(): string {
  const parts = OUTPUT_TOPICS.map(([title, names]) => {
    const rows = names.flatMap((wanted) =>
      OUTPUTS.filter(({ name }) => name === wanted).map(
        ({ name, help }) => `| \`${name}\` | ${cell(help)} |`,
      ),
    );
    return [`### ${title}`, "", "| output | meaning |", "| --- | --- |", ...rows].join("\n");
  });
  return parts.join("\n\n");
}

/** docs/policies.md's table of the keys at the top of a policy file. */
export function renderFileKeyTable(): string {
  const rows = TOP_ROWS.map(({ name, brief, help, otherwise = "", top }) =>
    keyRow(name, top?.otherwise ?? otherwise, top?.brief ?? top?.help ?? brief ?? help),
  );
  return keyTable([...rows, keyRow("rules", "required", "A list of rules, at least one.")]);
}

/** docs/policies.md's table of the keys of a rule. */
export function renderRuleKeyTable(): string {
  return keyTable(
    FIELD_ROWS.map(({ name, brief, help, otherwise, default: value }) =>
      keyRow(name, otherwise ?? `\`${value}\``, brief ?? help),
    ),
  );
}

function keyTable(rows: readonly string[]): string {
  return ["| key | without it | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function keyRow(name: string, without: string, meaning: string): string {
  return `| \`${name}\` | ${cell(without)} | ${cell(meaning)} |`;
}

/** The text with `content` between `<!-- name -->` and `<!-- /name -->`. */
export function withSection(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`There is no section ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
