import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const PARTS = "dist/parts";

/** Runs a door, and tells which files of `dist/` its process loads, by their paths below it, sorted. */
export async function loadedBy(
  run: (env: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "prune-loaded-"));
  try {
    const list = join(folder, "urls");
    await run({ NODE_OPTIONS: `--import=${script(registering(list))}` });
    const urls = (await readFile(list, "utf8")).trimEnd().split("\n");
    const paths = urls.filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url));
    return [...new Set(paths.map((path) => relative("dist", path)))].sort();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A module that has the URL of each module written to a file, as Node loads it (https://nodejs.org/api/module.html#customization-hooks). */
function registering(list: string): string {
  const hooks = `import { appendFileSync } from "node:fs";
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + "\\n");
      return next(url, context);
    }`;
  return `import { register } from "node:module"; register(${JSON.stringify(script(hooks))});`;
}

function script(text: string): string {
  return `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
}

/** The one file of `dist/parts/` that a text stands in, by its path below `dist/`. */
export async function partWith(text: string): Promise<string> {
  const names = await readdir(PARTS);
  const texts = await Promise.all(names.map((name) => readFile(join(PARTS, name), "utf8")));
  const found = names.filter((_, index) => texts[index]?.includes(text) === true);
  if (found.length !== 1) throw new Error(`"${text}" stands in ${found.join(", ") || "no file"}`);
  return join("parts", found[0] ?? "");
}

/** The files that a door loads to start, by their paths below `dist/`, sorted: its starter, the main part, and the parts that the main one names for it. */
export async function startOf(door: "action" | "cli" | "post", starter: string): Promise<readonly string[]> {
  const main = await readFile(join(PARTS, "index.js"), "utf8");
  const [line] = new RegExp(`^const ${door} = .*$`, "m").exec(main) ?? [];
  if (line === undefined) throw new Error(`the main part has no door ${door}`);
  return [starter, "parts/index.js", ...partsNamedIn(line)].sort();
}

/** The parts that a text of the bundle may load, by their paths below `dist/`. */
export function partsNamedIn(text: string): readonly string[] {
  return [...text.matchAll(/__(?:nccwpck|webpack)_require__\.e\((?:\/\* import\(\) \*\/ )?(\d+)\)/g)].map(
    ([, id = ""]) => `parts/${id}.index.js`,
  );
}

/** How many bytes these files of `dist/` have, by their paths below it. */
export async function bytesOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join("dist", path))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
