import { marked } from "marked";

const COLOURS = {
  light: {
    text: "#1f2328",
    back: "#ffffff",
    line: "#d1d9e0",
    soft: "#f6f8fa",
    mark: "#818b981f",
    link: "#0969da",
    CAUTION: "#cf222e",
    WARNING: "#9a6700",
  },
  dark: {
    text: "#f0f6fc",
    back: "#0d1117",
    line: "#3d444d",
    soft: "#151b23",
    mark: "#656c7633",
    link: "#4493f8",
    CAUTION: "#f85149",
    WARNING: "#d29922",
  },
};

/**
 * A page with Markdown as GitHub shows it in a job summary. It tells its own height in data-height.
 * @param {string} markdown
 * @param {"light" | "dark"} scheme
 */
export function pageOf(markdown, scheme) {
  const colour = COLOURS[scheme];
  const html = marked
    .parse(markdown, { async: false, gfm: true })
    .replaceAll(
      /<blockquote>\s*<p>\[!(CAUTION|WARNING)\]\s*/g,
      (_, /** @type {"CAUTION" | "WARNING"} */ kind) =>
        `<blockquote class="${kind}"><p class="title">${kind === "CAUTION" ? "Caution" : "Warning"}</p><p>`,
    );
  const alerts = /** @type {const} */ (["CAUTION", "WARNING"]).map(
    (kind) =>
      `.${kind} { border-color: ${colour[kind]}; color: ${colour.text} } .${kind} .title { color: ${colour[kind]}; font-weight: 500 }`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 24px; background: ${colour.back}; color: ${colour.text};
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, "Liberation Sans", Arial, sans-serif, "Noto Color Emoji" }
h3, h4 { font-weight: 600; line-height: 1.25; margin: 20px 0 14px } h3 { font-size: 1.25em } h4 { font-size: 1em } body > :first-child { margin-top: 0 }
p, table, pre, blockquote, ul, details { margin: 0 0 14px } ul { padding-left: 2em }
table { border-collapse: collapse; display: block; overflow: auto } th { font-weight: 600 }
th, td { border: 1px solid ${colour.line}; padding: 6px 13px } tr:nth-child(2n) td { background: ${colour.soft} }
code { background: ${colour.mark}; border-radius: 6px; padding: .2em .4em; font: 85% "Liberation Mono", monospace; white-space: break-spaces }
pre { background: ${colour.soft}; border-radius: 6px; padding: 16px; font: 85%/1.45 "Liberation Mono", monospace; overflow: auto }
blockquote { border-left: .25em solid ${colour.line}; padding: 0 1em; color: ${colour.text} } blockquote > :last-child { margin-bottom: 0 }
blockquote p.title { margin-bottom: 6px } summary { cursor: pointer }
${alerts.join("\n")}
</style><body>${html}<script>document.body.dataset.height = String(Math.ceil(document.documentElement.getBoundingClientRect().height))</script>`;
}
