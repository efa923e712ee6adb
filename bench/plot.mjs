/** A contender's line: a point for each size at which it ran; `isDashed` tells two lines of the same colour apart. */
/** @typedef {{ name: string, colour: string, isDashed: boolean, points: { size: number, ratio: number, ended: boolean }[] }} Series */

const FRAME = { left: 60, top: 40, width: 400, height: 300 };
const WIDTH = 680;
const HEIGHT = 390;

/** Colours that colour-blind people can tell apart too (Okabe and Ito, https://jfly.uni-koeln.de/color/). */
const COLOURS = {
  ours: "#000000",
  "the floor": "#999999",
  curl: "#d55e00",
  regctl: "#0072b2",
  crane: "#009e73",
  skopeo: "#cc79a7",
};

/**
 * The lines of a table. A contender without any valid result has none.
 * @param {import("./table.mjs").Column[]} columns by size
 * @returns {Series[]}
 */
export function seriesOf(columns) {
  const names = [...new Set(columns.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const all = names.map((name) => ({
    name,
    colour: colourOf(name),
    isDashed: name.endsWith("loop") && !name.startsWith("curl"),
    points: columns.flatMap(({ size, rows }) => {
      const row = rows.find((each) => each.name === name);
      const reference = rows.find((each) => each.name === "ours");
      if (row === undefined || reference === undefined || row.wrong !== undefined) return [];
      return [{ size, ratio: row.ms / reference.ms, ended: row.ended }];
    }),
  }));
  return all.filter(({ points }) => points.length > 0);
}

/** @param {string} name */
function colourOf(name) {
  const found = Object.entries(COLOURS).find(([start]) => name.startsWith(start));
  return found?.[1] ?? "#555555";
}

/**
 * A plot of time as a multiple of ours, on a logarithmic scale, by the number of tags.
 * @param {string} title
 * @param {Series[]} series
 * @returns {string} SVG
 */
export function renderPlot(title, series) {
  const points = series.flatMap((each) => each.points);
  const sizes = [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b);
  const scale = scaleOf(points.map(({ ratio }) => ratio));
  const x = (/** @type {number} */ size) =>
    FRAME.left + (FRAME.width * (sizes.indexOf(size) + 0.5)) / sizes.length;
  const parts = [
    `<text x="${FRAME.left}" y="20" font-weight="bold">${title}</text>`,
    ...scale.ticks.map((tick) => gridLine(tick, scale.y(tick))),
    ...sizes.map((size) => text(x(size), FRAME.top + FRAME.height + 20, "middle", `${size} tags`)),
    ...series.map((each) => renderSeries(each, x, scale.y)),
    ...[...series].sort(byLast).map(renderLegend),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

/**
 * @param {number[]} ratios
 * @returns {{ ticks: number[], y: (ratio: number) => number }}
 */
function scaleOf(ratios) {
  const all = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const low = all.findLast((tick) => tick <= Math.min(1, ...ratios)) ?? 0.1;
  const high = all.find((tick) => tick >= Math.max(2, ...ratios)) ?? 100;
  const share = (/** @type {number} */ ratio) => Math.log(ratio / low) / Math.log(high / low);
  return {
    ticks: all.filter((tick) => tick >= low && tick <= high),
    y: (ratio) => FRAME.top + FRAME.height * (1 - Math.min(1, Math.max(0, share(ratio)))),
  };
}

/**
 * @param {number} tick
 * @param {number} y
 */
function gridLine(tick, y) {
  const [from, to] = [FRAME.left, FRAME.left + FRAME.width];
  const line = `<line x1="${from}" y1="${y.toFixed(1)}" x2="${to}" y2="${y.toFixed(1)}" stroke="#dddddd"/>`;
  return line + text(from - 8, y + 4, "end", `× ${tick}`);
}

/**
 * @param {Series} series
 * @param {(size: number) => number} x
 * @param {(ratio: number) => number} y
 */
function renderSeries({ colour, isDashed, points }, x, y) {
  const places = points.map(({ size, ratio, ended }) => ({
    at: `${x(size).toFixed(1)},${y(ratio).toFixed(1)}`,
    ended,
  }));
  const dash = isDashed ? ' stroke-dasharray="5 4"' : "";
  const line = `<polyline points="${places.map(({ at }) => at).join(" ")}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`;
  return [line, ...places.map(({ at, ended }) => mark(at, ended, colour))].join("\n");
}

/**
 * A dot, or an arrow that points up if the run was ended at its limit.
 * @param {string} at
 * @param {boolean} ended
 * @param {string} colour
 */
function mark(at, ended, colour) {
  const [cx, cy] = at.split(",");
  if (!ended) return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`;
  return `<path d="M${cx} ${cy} m-5 4 l5 -10 l5 10 z" fill="${colour}"/>`;
}

/** Sorts by the last point, the slowest first, so that the legend has the order of the plot. @type {(a: Series, b: Series) => number} */
function byLast(a, b) {
  return (b.points.at(-1)?.ratio ?? 0) - (a.points.at(-1)?.ratio ?? 0);
}

/**
 * @param {Series} series
 * @param {number} index
 */
function renderLegend({ name, colour, isDashed }, index) {
  const [x, y] = [FRAME.left + FRAME.width + 20, FRAME.top + 10 + index * 22];
  const dash = isDashed ? ' stroke-dasharray="5 4"' : "";
  const line = `<line x1="${x}" y1="${y}" x2="${x + 30}" y2="${y}" stroke="${colour}" stroke-width="2"${dash}/>`;
  return line + text(x + 38, y + 4, "start", name);
}

/**
 * @param {number} x
 * @param {number} y
 * @param {"start" | "middle" | "end"} anchor
 * @param {string} content
 */
function text(x, y, anchor, content) {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#333333">${content}</text>`;
}
