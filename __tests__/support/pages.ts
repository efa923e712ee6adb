import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path/posix";
import { blocksOf, type Block } from "./recipes.js";

/** A document for people. */
export interface Page {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** All documents for people, by their paths. */
export async function readPages(): Promise<readonly Page[]> {
  const docs = (await readdir("docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`);
  const paths = [
    ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md"],
    ...["examples/README.md", ...docs],
  ];
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, "utf8");
      return { path, text, blocks: blocksOf(text) };
    }),
  );
}

/** A page's text without its fenced blocks. */
function proseOf({ text }: Pick<Page, "text">): string {
  return text.replace(/^ *```.*?^ *```$/gms, "");
}

/** A link to a file of the repository, with the anchor that it names. */
export interface Link {
  readonly from: string;
  readonly file: string;
  readonly anchor?: string;
}

/** The links of a page to files of the repository, pictures too. */
export function linksOf(page: Page): readonly Link[] {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, "``");
  const written = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)];
  return written.flatMap(([, markdown, html]) => {
    const target = markdown ?? html ?? "";
    if (/^[a-z]+:/.test(target)) return [];
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page.path : normalize(join(dirname(page.path), path));
    return [{ from: page.path, file, ...(anchor === undefined ? {} : { anchor }) }];
  });
}

/** The anchors of a page, as GitHub makes them of its headings. */
export function anchorsOf(page: Pick<Page, "text">): readonly string[] {
  const seen = new Map<string, number>();
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => {
    const slug = title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

/** The number of words of a text: whatever has a letter or a digit in it. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The words of a command line, as a shell splits it; what it would put in for a variable is a plausible text. */
export function shellWords(line: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"])+/g)) {
    if (/^(?:[|&;]|\d?>|<|#)/.test(word)) break;
    words.push(word.replace(/'[^']*'|"[^"]*"|\\./g, (quoted) => quoted.replace(/^['"\\]|['"]$/g, "")));
  }
  return words.map(withValues);
}

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/\$\{?(?:CI_REGISTRY_IMAGE|IMAGE)\}?/g, "registry.example.com/team/app"],
  [/\$\{?(?:CI_COMMIT_TAG|CI_COMMIT_REF_SLUG|TAG)\}?/g, "1.2.3"],
  [/\$\{?\w+\}?/g, "value"],
];

function withValues(word: string): string {
  return VALUES.reduce((text, [name, value]) => text.replace(name, value), word);
}

const STARTS =
  /(?:^|[\s;&|])(?:npx (?:--yes )?prune-image-tags(?:@\S+)?|node \S*prune-image-tags\.mjs|prune-image-tags|node dist\/cli\.js|ghcr\.io\/prune-image-tags\/prune-image-tags:\S+) /;

/** The arguments of each command line of ours in a block of any language. */
export function commandLinesIn({ text }: Pick<Block, "text">): readonly (readonly string[])[] {
  const lines = text.replace(/ *\\\\?\n\s*/g, " ").split("\n");
  return lines
    .filter((line) => !/^\s*(?:#|\/\/)/.test(line))
    .flatMap((line) => {
      const start = STARTS.exec(line);
      return start === null ? [] : [shellWords(line.slice(start.index + start[0].length))];
    });
}
