import { stringify } from "yaml";
import { OUTPUTS } from "../../src/report/outputs.js";
import { type Setting, SETTINGS } from "../../src/settings.js";

const settings: readonly Setting[] = SETTINGS;

/** `action.yml` as the tables of settings and outputs have it. */
export function renderActionYml(): string {
  const inputs = settings.map(({ name, help, default: value, otherwise }) => [
    name,
    {
      description: help,
      required: otherwise === "required",
      ...(value === undefined ? {} : { default: value }),
    },
  ]);
  const outputs = OUTPUTS.map(({ name, help }) => [name, { description: help }]);
  const action = {
    name: "Prune Image Tags",
    description:
      "After a push to a private container registry, delete all but the newest N tags of the image, without harm to anything kept.",
    author: "Prune Image Tags maintainers",
    branding: { icon: "scissors", color: "green" },
    inputs: Object.fromEntries(inputs) as unknown,
    outputs: Object.fromEntries(outputs) as unknown,
    runs: { using: "node24", main: "dist/index.js", post: "dist/post.js", "post-if": "always()" },
  };
  return `# Made from src/settings.ts and src/report/outputs.ts by: npm run docs\n${stringify(action, { lineWidth: 110 })}`;
}

/** README's table of inputs. */
export function renderInputTable(): string {
  const rows = settings.map(({ name, default: value, otherwise, help }) => {
    const shown = value === undefined ? (otherwise ?? "") : `\`${value}\``;
    return `| \`${name}\` | ${shown} | ${cell(help)} |`;
  });
  return ["| input | default | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

/** README's table of outputs. */
export function renderOutputTable(): string {
  const rows = OUTPUTS.map(({ name, help }) => `| \`${name}\` | ${cell(help)} |`);
  return ["| output | meaning |", "| --- | --- |", ...rows].join("\n");
}

/** A text with the part between `<!-- name -->` and `<!-- /name -->` replaced. */
export function withSection(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`README.md has no section ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
