import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { renderPlot, seriesOf } from "./plot.mjs";
import { render } from "./report.mjs";

/** @typedef {import("./results.mjs").Results} Results */

const DOCS = fileURLToPath(new URL("../docs/", import.meta.url));
const [FROM, TO] = ["<!-- bench -->", "<!-- /bench -->"];

/**
 * The results as Markdown, to read on a terminal.
 * @param {Results} results
 */
export function printed(results) {
  return `${render(results, () => undefined)}\n`;
}

/**
 * Writes the results of all machines into docs/performance.md, between its marks, and a plot for each registry of the first beside it.
 * @param {Results[]} all
 */
export async function writeDocs(all) {
  const path = `${DOCS}performance.md`;
  const now = await readFile(path, "utf8");
  const [from, to] = [now.indexOf(FROM), now.indexOf(TO)];
  if (from === -1 || to === -1) throw new Error(`docs/performance.md has no ${FROM} … ${TO}`);
  const content = all
    .map((results, index) =>
      render(results, (distribution) => (index === 0 ? `performance-${distribution}.svg` : undefined)),
    )
    .join("\n\n");
  const text = `${now.slice(0, from + FROM.length)}\n\n${content}\n\n${now.slice(to)}`;
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  for (const [distribution, parts] of Object.entries(all[0]?.table ?? {})) {
    const columns = Object.values(parts).map(({ value }) => value);
    const title = `Distribution ${distribution}: time as a multiple of ours (less is faster)`;
    await writeFile(`${DOCS}performance-${distribution}.svg`, renderPlot(title, seriesOf(columns)));
  }
}
