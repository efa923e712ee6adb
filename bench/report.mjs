import { growthOf, MOST_GROWTH } from "./parsers.mjs";
import { paysFrom } from "./threshold.mjs";

/** @typedef {import("./results.mjs").Results} Results */
/** @typedef {import("./table.mjs").Column} Column */
/** @typedef {import("./table.mjs").Row} Row */
/**
 * @template Value
 * @typedef {import("./results.mjs").Part<Value>} Part
 */

/**
 * All results as Markdown.
 * @param {Results} results
 * @param {(distribution: string) => string | undefined} plotOf returns the address of a registry's plot
 */
export function render(results, plotOf) {
  const tables = Object.entries(results.table).flatMap(([distribution, parts]) => {
    const plot = plotOf(distribution);
    const picture =
      plot === undefined ? [] : [`![Time as a multiple of ours, by the number of tags](${plot})`];
    return [`#### Distribution ${nameOf(distribution)}`, renderTable(Object.values(parts)), ...picture];
  });
  const columns = Object.values(results.table).flatMap(Object.values);
  const hasPushes = Object.keys(results.everyPush).length > 0;
  return [
    `## On ${results.machine["CPU"] ?? "a machine"}, ${results.machine["cores"] ?? "?"} cores`,
    renderMachine(results),
    ...(columns.length > 0 ? ["### Side by side", renderContenders(columns), ...tables] : []),
    ...renderLatency(results.latency),
    ...part("### A first run", results.firstRun, renderFirstRun),
    ...part("### When untagging first pays", results.threshold, renderThreshold),
    ...(hasPushes ? ["### Every push after that", renderEveryPush(results.everyPush)] : []),
    ...part("### On a disk and on S3", results.storage, renderStorage),
    ...part("### A whole registry", results.wholeRegistry, renderWholeRegistry),
    ...part("### Memory", results.memory, renderMemory),
    ...part("### Planning", results.planning, renderPlanning),
    ...part("### Reading what others wrote", results.parsers, renderParsers),
  ].join("\n\n");
}

/** @param {string} distribution */
function nameOf(distribution) {
  return distribution === "2.8" ? "2.8.2" : distribution;
}

/**
 * @template Value
 * @param {string} heading
 * @param {Part<Value> | undefined} found
 * @param {(value: Value) => string} renderValue
 */
function part(heading, found, renderValue) {
  return found === undefined ? [] : [heading, renderValue(found.value), source(found)];
}

/** @param {Omit<Part<unknown>, "value">} found */
function source({ date, command }) {
  return `(\`${command}\`, ${date})`;
}

/** @param {Pick<Results, "machine" | "versions">} results */
function renderMachine({ machine, versions }) {
  return rows(["", ""], Object.entries({ ...machine, ...versions }));
}

/**
 * A table with the times of all contenders as multiples of ours, and their numbers of requests.
 * @param {Part<Column>[]} parts one for each size
 */
export function renderTable(parts) {
  const columns = parts.map(({ value }) => value);
  const names = [...new Set(columns.flatMap((column) => column.rows.map(({ name }) => name)))];
  const heads = columns.map(({ size, keep }) => `${size} tags, ${size - keep} go`);
  const body = names.map((name) => [name, ...columns.map((column) => cell(column, name))]);
  const runs = columns.map(({ size, rows: [first] }) => `${first?.runs ?? 0} at ${size} tags`).join(", ");
  const sources = [...new Set(parts.map(source))].join(", ");
  const isFar = columns.some(({ rows: all }) => all.some(({ waves }) => waves !== undefined));
  const counted = isFar
    ? "the number of requests, in so many waves (each waited for an answer to the one before)"
    : "the number of requests";
  const own = columns
    .map(({ size, rows: [first] }) => `${Math.round(first?.ms ?? 0)} ms at ${size} tags`)
    .join(", ");
  const note = `Time as a multiple of ours, medians; in brackets ${counted}. Ours: ${own}. Runs: ${runs}; one where a rival took more than four times as long as ours. ${sources}`;
  return [rows(["", ...heads], body), note].join("\n\n");
}

/**
 * @param {Column} column
 * @param {string} name
 */
function cell({ rows: all }, name) {
  const row = all.find((each) => each.name === name);
  const reference = all.find((each) => each.name === "ours");
  if (row === undefined || reference === undefined) return "–";
  if (row.wrong !== undefined) return `failed: ${row.wrong}`;
  const ratio = row === reference ? "**1**" : (row.ms / reference.ms).toFixed(2);
  return `${row.ended ? "> " : ""}${ratio}${traffic(row)}`;
}

/** @param {Row} row */
function traffic({ requests, waves, ended }) {
  if (requests === undefined || (ended && waves !== undefined)) return "";
  return waves === undefined ? ` (${requests})` : ` (${requests} in ${waves})`;
}

/** @param {Results["latency"]} latency */
function renderLatency(latency) {
  const tables = Object.entries(latency).flatMap(([distribution, parts]) => {
    const all = Object.values(parts);
    const rtts = [...new Set(all.map(({ value }) => value.rttMs))];
    return rtts.flatMap((rttMs) => [
      `#### Distribution ${nameOf(distribution)}, a round trip of ${rttMs} ms`,
      renderTable(all.filter(({ value }) => value.rttMs === rttMs)),
    ]);
  });
  return tables.length > 0 ? ["### Over a network", ...tables] : [];
}

/** @param {import("./storage.mjs").Stored[]} stored */
function renderStorage(stored) {
  const body = stored.map(({ what, disk, s3 }) => [
    what,
    "**1**",
    (s3 / disk).toFixed(2),
    `${Math.round(disk)} ms`,
  ]);
  return rows(["", "on a disk", "on S3 (versitygw)", "a disk takes"], body);
}

/** @param {import("./whole-registry.mjs").WholeRegistry} value */
function renderWholeRegistry({ repositories, tags, going, sampled, seconds, peakMiB }) {
  const body = [
    ["ours, `host/**`", "**1**"],
    [`ours, a process for each (${sampled} measured)`, (seconds.each / seconds.all).toFixed(1)],
    [`\`repositories\`, which shares them out`, (seconds.shards / seconds.all).toFixed(2)],
  ];
  const said = `${repositories} repositories of ${tags} tags, in ${going} of which one goes: ${seconds.all.toFixed(1)} s, and ${Math.ceil(peakMiB)} MiB at most.`;
  return `${said}\n\n${rows(["", "time"], body)}`;
}

/** @param {Part<Column>[]} parts */
function renderContenders(parts) {
  const all = parts.flatMap(({ value }) => value.rows);
  const what = new Map(all.map((row) => [row.name, row.what]));
  return rows(["", "what it does"], [...what]);
}

/**
 * @param {Record<string, Part<import("./every-push.mjs").EveryPush>>} found
 */
export function renderEveryPush(found) {
  const body = Object.entries(found).map(([distribution, { value }]) => {
    const { requests, allowed, ms, rounds } = value;
    const own = `${Math.round(ms.ours - ms.floor)} ms`;
    const ratios = [ms.floor / ms.ours, ms.empty / ms.ours].map((ratio) => ratio.toFixed(2));
    return [nameOf(distribution), `${requests} of ${allowed}`, own, ...ratios, `${rounds}`];
  });
  const heads = ["registry", "requests, of at most", "own time", "the floor", "an empty Node", "rounds"];
  const sources = [...new Set(Object.values(found).map(source))].join(", ");
  const note = `Own time is ours less the floor; the floor and an empty Node are multiples of ours. ${sources}`;
  return `${rows(heads, body)}\n\n${note}`;
}

/** @param {import("./first-run.mjs").FirstRun} value */
function renderFirstRun({ size, keep, rounds, requests, ms }) {
  const direct =
    ms.direct === undefined
      ? []
      : [["ours, digest by digest (`--untag never`), run once", (ms.direct / ms.ours).toFixed(2)]];
  const table = rows(
    ["", "time"],
    [["ours", "**1**"], ["the floor", (ms.floor / ms.ours).toFixed(2)], ...direct],
  );
  const over = (ms.ours / ms.floor).toFixed(2);
  return `Distribution 3.1.1, ${size} tags down to ${keep}, medians of ${rounds}, ${requests} requests: ${over} times the floor's time.\n\n${table}`;
}

/** @param {{ rounds: number, steps: import("./threshold.mjs").Step[] }} value */
function renderThreshold({ rounds, steps }) {
  const pays = paysFrom(steps);
  const body = steps.map(({ victims, untagFirst, direct }) => [
    `${victims}`,
    (direct / untagFirst).toFixed(2),
    `${Math.round(direct - untagFirst)} ms`,
  ]);
  const table = rows(["tags that go", "digest by digest, as a multiple of untagging first", "saved"], body);
  const said =
    pays === undefined ? "It never paid." : `Of these, untagging first was faster from ${pays} on.`;
  return `Distribution 3.1.1, ten tags stay, medians of ${rounds}. ${said}\n\n${table}`;
}

/** @param {import("./memory.mjs").Peaks[]} peaks */
function renderMemory(peaks) {
  const body = peaks.map(({ tags, dry, real }) => [`${tags}`, ...renderPeak(dry), ...renderPeak(real)]);
  const names = ["most memory", "requests", "time"];
  return rows(
    ["tags", ...names.map((name) => `dry run: ${name}`), ...names.map((name) => `prune: ${name}`)],
    body,
  );
}

/** @param {import("./memory.mjs").Peak} peak */
function renderPeak({ peak, requests, seconds }) {
  return [`${Math.ceil(peak)} MiB`, `${requests}`, `${seconds.toFixed(1)} s`];
}

/** @param {{ rounds: number, steps: import("./planning.mjs").Planned[] }} value */
function renderPlanning({ rounds, steps }) {
  const body = steps.map(({ tags, ms }, index) => {
    const before = steps[index - 1];
    const grown = before === undefined ? "" : (ms / before.ms).toFixed(2);
    const wanted = before === undefined ? "" : (work(tags) / work(before.tags)).toFixed(2);
    return [`${tags}`, `${Math.round(ms)} ms`, grown, wanted];
  });
  const table = rows(["tags", "time", "times the one before", "n log n would be"], body);
  return `Medians of ${rounds}, each in a process of its own.\n\n${table}`;
}

/** @param {import("./parsers.mjs").Parsers} value */
function renderParsers({ sizes, rounds, growths }) {
  const body = growths.map((growth) => {
    const grown = growthOf(growth);
    const flag = grown > MOST_GROWTH ? " (!)" : "";
    const times = growth.perByte.map((ns) => (ns < 10 ? ns.toFixed(1) : ns.toFixed(0)));
    return [growth.parser, growth.shape, ...times, `${grown.toFixed(2)}${flag}`];
  });
  const heads = sizes.map((size) => `${size / 1000} kB`);
  const table = rows(["text", "shape", ...heads, "growth"], body);
  const what = `Nanoseconds a byte: of the fastest try in a process the median of ${rounds} processes. The growth is what a byte takes at ${heads.at(-1)}, divided by what it takes at ${heads[0]} or ${heads[1]}, whichever is more; (!) if it is above ${MOST_GROWTH}.`;
  return `${what}\n\n${table}`;
}

/** @param {number} tags */
function work(tags) {
  return tags * Math.log(tags);
}

/**
 * @param {string[]} heads
 * @param {string[][]} body
 */
function rows(heads, body) {
  const lines = [heads, heads.map(() => "---"), ...body];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
