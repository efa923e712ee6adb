/** A fenced block of a Markdown document. */
export interface Block {
  /** What stands behind the fence: the language, and what else is said of the block. */
  readonly info: string;
  readonly text: string;
  /** The heading that it stands under. */
  readonly heading: string;
  /** The lines of its text, from and up to. */
  readonly from: number;
  readonly to: number;
}

/** A policy, the files that go with it, and what it makes of some names. */
export interface Recipe {
  readonly heading: string;
  /** The inputs, or a policy file. */
  readonly yaml: string;
  /** By name. */
  readonly files: ReadonlyMap<string, string>;
  /** At least one, each to be printed. */
  readonly outputs: readonly Output[];
}

/** What is printed for some names. */
export interface Output {
  readonly block: Block;
  /** As standard input has them: those of the list before it, else those of the output itself. */
  readonly names: readonly string[];
}

const FENCE = /^```(?<info>.*)$/;

/** The fenced blocks of a document. */
export function blocksOf(document: string): readonly Block[] {
  const lines = document.split("\n");
  const fences = lines.flatMap((line, index) => {
    const info = FENCE.exec(line)?.groups?.["info"];
    return info === undefined ? [] : [{ info, index }];
  });
  return fences.flatMap(({ info, index }, place) => {
    const end = fences[place + 1];
    if (place % 2 === 1 || end === undefined) return [];
    const before = lines.slice(0, index).filter((line) => /^##+ /.test(line));
    const from = index + 1;
    return [
      {
        info,
        from,
        to: end.index,
        text: lines
          .slice(from, end.index)
          .map((line) => `${line}\n`)
          .join(""),
        heading: before.at(-1)?.replace(/^#+ /, "") ?? "",
      },
    ];
  });
}

/** The recipes: each `yaml` block without a word behind it, with the `text` blocks up to the next one of its section. */
export function recipesOf(blocks: readonly Block[]): readonly Recipe[] {
  const starts = blocks.flatMap(({ info }, index) => (info === "yaml" ? [index] : []));
  return starts.flatMap((start, place) => {
    const yaml = blocks[start];
    if (yaml === undefined) return [];
    const section = blocks.filter(({ heading }) => heading === yaml.heading);
    const own = blocks.slice(start, starts[place + 1]).filter((block) => section.includes(block));
    const files = new Map(
      section.flatMap(({ info, text }) => {
        const name = /^text (\S+\.txt)$/.exec(info)?.[1];
        return name === undefined ? [] : [[name, text] as const];
      }),
    );
    const outputs = own.filter(({ info }) => info === "text").map((block) => outputOf(block, own));
    return [{ heading: yaml.heading, yaml: yaml.text, files, outputs }];
  });
}

function outputOf(block: Block, own: readonly Block[]): Output {
  const list = own.findLast(({ info, from }) => info === "text tags.txt" && from < block.from);
  const names =
    list === undefined
      ? [...block.text.matchAll(/^ {2}(?:keep|delete) +(\S+)/gm)].flatMap(([, name]) => name ?? [])
      : list.text.trimEnd().split("\n");
  return { block, names };
}

/** The document with these texts in place of those of its blocks. */
export function withTexts(document: string, texts: ReadonlyMap<Block, string>): string {
  const lines = document.split("\n");
  // From the end, so that the places before stay what they are.
  const latestFirst = [...texts].sort(([a], [b]) => b.from - a.from);
  for (const [{ from, to }, text] of latestFirst) {
    lines.splice(from, to - from, ...text.trimEnd().split("\n"));
  }
  return lines.join("\n");
}

/** The table between `<!-- name -->` and `<!-- /name -->`, row by row, without its head. */
export function tableOf(document: string, name: string): readonly (readonly string[])[] {
  const [, section = ""] = new RegExp(`<!-- ${name} -->(.*)<!-- /${name} -->`, "s").exec(document) ?? [];
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}
