/** A fenced block of a Markdown document. */
export interface Block {
  /** The words behind the opening fence: the language, and further words. */
  readonly info: string;
  readonly text: string;
  /** The heading above it. */
  readonly heading: string;
  /** The index of its first line of text; `to` is that of its closing fence. */
  readonly from: number;
  readonly to: number;
}

/** A policy, the files that it needs, and the outputs that it has for lists of names. */
export interface Recipe {
  readonly heading: string;
  /** The action's inputs, or a policy file. */
  readonly yaml: string;
  /** The files' texts by name. */
  readonly files: ReadonlyMap<string, string>;
  /** At least one output that has to be printed. */
  readonly outputs: readonly Output[];
}

/** The block with the output for a list of names. */
export interface Output {
  readonly block: Block;
  /** The names for standard input: those of the list above the block, or else those in the output itself. */
  readonly names: readonly string[];
}

const FENCE = /^(?<indent> *)```(?<info>.*)$/;

/** The fenced blocks of a document, those in lists too. */
export function blocksOf(document: string): readonly Block[] {
  const lines = document.split("\n");
  const fences = lines.flatMap((line, index) => {
    const { info, indent } = FENCE.exec(line)?.groups ?? {};
    return info === undefined || indent === undefined ? [] : [{ info, indent: indent.length, index }];
  });
  return fences.flatMap(({ info, indent, index }, place) => {
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
          .map((line) => `${line.slice(indent)}\n`)
          .join(""),
        heading: before.at(-1)?.replace(/^#+ /, "") ?? "",
      },
    ];
  });
}

/** The recipes of a document: each `yaml` block without further words, with the `text` blocks of its section up to the next recipe. */
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

/** The document with other texts in these blocks. */
export function withTexts(document: string, texts: ReadonlyMap<Block, string>): string {
  const lines = document.split("\n");
  // From the end, so that the line numbers of earlier blocks stay right.
  const latestFirst = [...texts].sort(([a], [b]) => b.from - a.from);
  for (const [{ from, to }, text] of latestFirst) {
    lines.splice(from, to - from, ...text.trimEnd().split("\n"));
  }
  return lines.join("\n");
}

/** The rows of the table between `<!-- name -->` and `<!-- /name -->`, without its head. */
export function tableOf(document: string, name: string): readonly (readonly string[])[] {
  const [, section = ""] = new RegExp(`<!-- ${name} -->(.*)<!-- /${name} -->`, "s").exec(document) ?? [];
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}
