// Parses texts of several sizes, in a process of its own, and prints the nanoseconds a byte as JSON: node parse-once.mjs COMPILED SIZES.
// COMPILED is the compiled src/. Each text has the shape that its parser could take longest for.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder = "", sizes = ""] = process.argv;
/** @param {string} file */
const load = (file) => import(pathToFileURL(join(folder, file)).href);

const { parseReference } = await load("core/names/reference.js");
const { parsePattern, parseRepositoryPattern } = await load("core/names/pattern.js");
const { parseImageGlob } = await load("core/names/image-glob.js");
const { readTagName, nameReader } = await load("core/names/version.js");
const { parseProtected } = await load("core/policy/in-use.js");
const { readCreated } = await load("core/image/created.js");
const { decodeManifest } = await load("core/image/manifest.js");
const { readCollection } = await load("core/result/collection.js");
const { readManifestFile } = await load("core/sweep/manifest.js");
const { parsePath } = await load("core/sweep/path.js");
const { parseJson } = await load("core/base/json.js");
const { parseChallenge } = await load("registry/connection/challenge.js");
const { dockerCredentials } = await load("registry/connection/credentials.js");
const { nextPage } = await load("registry/http/link.js");
const { readPlanFile } = await load("report/plan-file/read.js");
const { linesOf } = await load("run/journal/lines.js");
const { decodeRecord } = await load("run/journal/schema.js");
const { readRecords } = await load("core/journal/journal.js");
const { readPolicyFile } = await load("settings/policy-file/policy-file.js");
const { parseDuration, parseSize } = await load("settings/table/values.js");
const { readSettings } = await load("settings/read/read-settings.js");
const { COMMAND_TABLE } = await load("program/commands.js");
const { readYaml } = await load("yaml/yaml-source.js");

/**
 * The piece again and again, with its number for `#`, up to a length.
 * @param {string} piece
 * @param {number} length
 */
function repeated(piece, length) {
  const pieces = [];
  for (let at = 0, index = 0; at < length; index += 1) {
    const one = piece.replaceAll("#", `${index}`);
    pieces.push(one);
    at += one.length;
  }
  return pieces.join("");
}

/** @param {number} number */
const digest = (number) => `sha256:${number.toString(16).padStart(64, "0")}`;

/**
 * Values made of numbers, joined by commas, so many that the text has some length.
 * @param {number} length
 * @template T
 * @param {(number: number) => T} make
 */
function listOf(length, make) {
  const one = JSON.stringify(make(1000)).length + 1;
  return Array.from({ length: Math.ceil(length / one) }, (_, index) => make(index));
}

const OCI = "application/vnd.oci.image";
const INDEX = `${OCI}.index.v1+json`;
const IMAGE = `${OCI}.manifest.v1+json`;
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+json";
/** @param {number} number */
const child = (number) => ({ mediaType: IMAGE, digest: digest(number), size: 7 });

/** @param {string} link */
const page = (link) =>
  nextPage(
    { status: 200, headers: { link }, body: Buffer.alloc(0), url: new URL("http://h:5000/v2/a/tags/list") },
    "http://h:5000",
    "tags",
  );

/** @param {string} text */
function collect(text) {
  const reader = readCollection();
  for (const line of text.split("\n")) reader.line(line);
  return reader.report();
}

/** @param {Record<string, string>} raw */
const settings = (raw) =>
  readSettings(raw, (/** @type {string} */ command) => COMMAND_TABLE[command].read, {
    files: { parsePattern },
  });

const temporary = mkdtempSync(join(tmpdir(), "parse-once-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
process.env["DOCKER_CONFIG"] = temporary;

/** @param {string} text */
async function readJournal(text) {
  const path = join(temporary, "journal");
  writeFileSync(path, text);
  const file = await open(path);
  const records = [];
  for await (const line of linesOf(file)) records.push(decodeRecord(parseJson(line ?? "")));
  await file.close();
  return readRecords(records.filter((record) => record !== undefined));
}

/** @param {string} text */
function readDocker(text) {
  writeFileSync(join(temporary, "config.json"), text);
  return dockerCredentials("h:5000");
}

/** @param {number} number */
const deletion = (number) => ({
  repository: "h:1/a",
  kind: "manifest",
  digest: digest(number),
  tags: [`1.0.${number}`],
  parents: [],
  after: [],
  orphanOf: [],
});

/** @param {number} length */
const planOf = (length) =>
  JSON.stringify({
    schema: 2,
    tool: "t",
    created: "2024-01-01T00:00:00.000Z",
    verdicts: listOf(length / 2, (number) => ({
      repository: "h:1/a",
      tag: `1.0.${number}`,
      digest: digest(number),
      verdict: "delete",
    })),
    deletions: listOf(length / 2, deletion),
  });

/**
 * A parser, a shape of its text, a text of some length in this shape, and the parsing of it.
 * @type {[string, string, (length: number) => string, (text: string) => unknown][]}
 */
const CASES = [
  [
    "settings",
    "many images, one a line",
    (n) => repeated("h:5000/team/app#:1\n", n),
    (image) => settings({ image }),
  ],
  ["settings", "images with commas only", (n) => ",".repeat(n), (image) => settings({ image })],
  ["settings", "bad images", (n) => repeated("h:5000/A#,", n), (image) => settings({ image })],
  [
    "settings",
    "many patterns",
    (n) => repeated("a#-*\n", n),
    (exclude) => settings({ image: "h/a", exclude }),
  ],
  ["settings", "bad patterns", (n) => repeated("{#\n", n), (exclude) => settings({ image: "h/a", exclude })],
  [
    "settings",
    "many groups",
    (n) => repeated("channel,", n),
    (by) => settings({ image: "h/a", "group-by": by }),
  ],
  [
    "settings",
    "references in use",
    (n) => repeated("h/a:#\n", n),
    (protect) => settings({ image: "h/a", protect }),
  ],
  [
    "settings",
    "a name that is no choice",
    (n) => "semve".repeat(n / 5),
    (sort) => settings({ image: "h/a", sort }),
  ],
  ["durations", "digits", (n) => "9".repeat(n), parseDuration],
  ["durations", "many parts", (n) => "1h ".repeat(n / 3), parseDuration],
  ["durations", "spaces", (n) => `1${" ".repeat(n)}x`, parseDuration],
  ["sizes", "digits", (n) => `${"9".repeat(n)}GB`, parseSize],
  ["sizes", "spaces", (n) => `1${" ".repeat(n)}x`, parseSize],
  ["references", "many parts", (n) => `h:5000/${"a/".repeat(n / 2)}a`, parseReference],
  ["references", "separators", (n) => `h:5000/a${"-".repeat(n)}!`, parseReference],
  ["references", "underscores", (n) => `h:5000/${"a__".repeat(n / 3)}!`, parseReference],
  ["references", "dots of a host", (n) => `${"a.".repeat(n / 2)}!/a`, parseReference],
  ["references in use", "many at-signs", (n) => "@".repeat(n), parseProtected],
  ["references in use", "a long name", (n) => `${"a/".repeat(n / 2)}b:1`, parseProtected],
  ["patterns of tags", "stars", (n) => "*a".repeat(n / 2), (text) => parsePattern(text)],
  ["patterns of tags", "nested braces", (n) => "{".repeat(n / 2) + "}".repeat(n / 2), parsePattern],
  ["patterns of tags", "alternatives", (n) => `{${repeated("a#,", n)}b}`, parsePattern],
  ["patterns of tags", "classes", (n) => "[a-z]".repeat(n / 5), parsePattern],
  [
    "patterns of tags",
    "a regular expression of groups",
    (n) => `/${"(".repeat(n / 2)}${")".repeat(n / 2)}/`,
    parsePattern,
  ],
  ["patterns of tags", "a regular expression of choices", (n) => `/${repeated("a#|", n)}b/`, parsePattern],
  ["patterns of tags", "repetitions", (n) => `/${"a{9}".repeat(n / 4)}/`, parsePattern],
  ["patterns of repositories", "double stars", (n) => "**/".repeat(n / 3), parseRepositoryPattern],
  ["patterns of images", "double stars", (n) => `h/${"**/".repeat(n / 3)}a`, parseImageGlob],
  ["patterns of images", "braces", (n) => `h/${"{a,b}".repeat(n / 5)}`, parseImageGlob],
  ["names of tags", "digits", (n) => repeated(`${"9".repeat(127)} `, n), readNames],
  ["names of tags", "numbers with dots", (n) => repeated(`${"1.".repeat(63)} `, n), readNames],
  ["names of tags", "words with dashes", (n) => repeated(`1.2.3${"-rc.1".repeat(24)} `, n), readNames],
  ["names of tags", "hashes", (n) => repeated(`1.2.3${"-1a2b3c4".repeat(15)} `, n), readNames],
  ["names of tags", "dashes", (n) => repeated(`a${"-".repeat(125)}1 `, n), readNames],
  ["names of tags", "underscores", (n) => repeated(`1.2.3${"_1".repeat(61)} `, n), readNames],
  [
    "names of many tags",
    "commits of one branch",
    (n) => repeated("main-#-1a2b3c4 ", n),
    (text) => {
      const names = text.split(" ");
      return names.map(nameReader(names));
    },
  ],
  ["YAML", "nested lists", (n) => "[".repeat(n / 2) + "]".repeat(n / 2), (text) => readYaml(text, "1.2")],
  ["YAML", "nested blocks", (n) => nestedBlocks(n), (text) => readYaml(text, "1.2")],
  [
    "YAML",
    "anchors and aliases",
    (n) => `a: &a [1]\nb:\n${repeated("- *a\n", n)}`,
    (text) => readYaml(text, "1.2"),
  ],
  ["YAML", "many keys", (n) => repeated("k#: 1\n", n), (text) => readYaml(text, "1.2")],
  ["YAML", "one key again and again", (n) => repeated("k: 1\n", n), (text) => readYaml(text, "1.2")],
  ["YAML", "errors", (n) => repeated("k#: [\n", n), (text) => readYaml(text, "1.2")],
  ["YAML", "quotes", (n) => `a: "${"\\n".repeat(n / 2)}"`, (text) => readYaml(text, "1.2")],
  ["YAML", "spaces", (n) => `a:${" ".repeat(n)}b`, (text) => readYaml(text, "1.2")],
  [
    "policy files",
    "many rules",
    (n) => `rules:\n${repeated('  - {name: r#, tags: "a#-*", keep: 3}\n', n)}`,
    readPolicy,
  ],
  ["policy files", "many patterns", (n) => `exclude:\n${repeated('  - "a#-*"\n', n)}`, readPolicy],
  ["policy files", "unknown names", (n) => repeated("keap#: 1\n", n), readPolicy],
  [
    "policy files",
    "one rule's name",
    (n) => `rules:\n${repeated('  - {name: r, tags: "*"}\n', n)}`,
    readPolicy,
  ],
  ["plans", "deletions", planOf, readPlanFile],
  ["plans", "nested", (n) => "[".repeat(n / 2) + "]".repeat(n / 2), readPlanFile],
  [
    "journals",
    "deletions",
    (n) =>
      listOf(n, (number) => ({ kind: "deletion", repository: "h:1/a", deletion: deletion(number) }))
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(""),
    readJournal,
  ],
  ["journals", "empty lines", (n) => "\n".repeat(n), readJournal],
  ["journals", "one long line", (n) => `{"kind":"manifest","body":"${"A".repeat(n)}"}`, readJournal],
  [
    "Docker's configuration",
    "many hosts",
    (n) =>
      JSON.stringify({ auths: Object.fromEntries(listOf(n, (k) => [`https://h${k}/v1/`, { auth: "" }])) }),
    readDocker,
  ],
  [
    "Docker's configuration",
    "one long name",
    (n) => JSON.stringify({ auths: { [`https://${"/".repeat(n)}`]: {} } }),
    readDocker,
  ],
  [
    "challenges",
    "many parameters",
    (n) => `Bearer ${repeated('p#="v",', n)}realm="https://h/t"`,
    parseChallenge,
  ],
  ["challenges", "many schemes", (n) => repeated("Negotiate, ", n), parseChallenge],
  ["challenges", "quotes", (n) => `Bearer realm="${'\\"'.repeat(n / 2)}`, parseChallenge],
  ["challenges", "commas", (n) => `Bearer ${",".repeat(n)}`, parseChallenge],
  ["challenges", "spaces", (n) => `Bearer a${" ".repeat(n)}b`, parseChallenge],
  ["challenges", "tokens without values", (n) => `Bearer ${"a ".repeat(n / 2)}`, parseChallenge],
  ["Link headers", "many links", (n) => repeated("</v2/a?#>; rel=prev, ", n), page],
  ["Link headers", "open brackets", (n) => "<".repeat(n), page],
  ["Link headers", "parameters", (n) => `</v2/a>${repeated("; p#=1", n)}`, page],
  ["Link headers", "quotes", (n) => `</v2/a>; rel="${'\\"'.repeat(n / 2)}`, page],
  ["Link headers", "semicolons", (n) => `</v2/a>${";".repeat(n)}`, page],
  ["Link headers", "spaces", (n) => `</v2/a>${" ".repeat(n)}x`, page],
  [
    "manifests",
    "an index of many",
    (n) => JSON.stringify({ schemaVersion: 2, manifests: listOf(n, child) }),
    (text) => decodeManifest(INDEX, parseJson(text)),
  ],
  [
    "manifests",
    "many layers",
    (n) => JSON.stringify({ schemaVersion: 2, config: child(0), layers: listOf(n, child) }),
    (text) => decodeManifest(IMAGE, parseJson(text)),
  ],
  [
    "manifests",
    "nested",
    (n) => `{"manifests":${"[".repeat(n / 2)}${"]".repeat(n / 2)}}`,
    (text) => decodeManifest(INDEX, parseJson(text)),
  ],
  [
    "manifests",
    "schema 1",
    (n) =>
      JSON.stringify({ schemaVersion: 1, fsLayers: listOf(n, (k) => ({ blobSum: digest(k) })), history: [] }),
    (text) => decodeManifest(SCHEMA1, parseJson(text)),
  ],
  [
    "manifests",
    "annotations",
    (n) =>
      JSON.stringify({
        schemaVersion: 2,
        manifests: [],
        annotations: Object.fromEntries(listOf(n, (k) => [`a${k}`, ""])),
      }),
    (text) => decodeManifest(INDEX, parseJson(text)),
  ],
  [
    "stored manifests",
    "an index of many",
    (n) => JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: listOf(n, child) }),
    readManifestFile,
  ],
  [
    "configurations",
    "a long date",
    (n) => JSON.stringify({ created: "2024-01-01T00:00:00.".padEnd(n, "0") }),
    readCreated,
  ],
  [
    "configurations",
    "many values",
    (n) => JSON.stringify({ history: listOf(n, (k) => ({ created: k })) }),
    readCreated,
  ],
  [
    "output of a collection",
    "manifests",
    (n) => `a\n${repeated(`a: marking manifest ${digest(7)} #\n`, n)}`,
    collect,
  ],
  ["output of a collection", "blobs", (n) => repeated("blob eligible for deletion: sha256:#\n", n), collect],
  ["output of a collection", "one long line", (n) => `a: marking ${"manifest ".repeat(n / 9)}`, collect],
  ["output of a collection", "colons", (n) => ": ".repeat(n / 2), collect],
  [
    "paths of a storage",
    "many parts",
    (n) => `/docker/registry/v2/repositories/${"a/".repeat(n / 2)}link`,
    (path) => parsePath({ path, kind: "file" }),
  ],
  [
    "paths of a storage",
    "_manifests again and again",
    (n) => `/docker/registry/v2/repositories/${"_manifests/".repeat(n / 11)}`,
    (path) => parsePath({ path, kind: "file" }),
  ],
  ["paths of a storage", "slashes", (n) => "/".repeat(n), (path) => parsePath({ path, kind: "file" })],
];

/** Names have 128 characters at most. @param {string} text */
function readNames(text) {
  return text.split(" ").map(readTagName);
}

/** @param {string} text */
function readPolicy(text) {
  return readPolicyFile(text, { allowEmpty: false });
}

/**
 * Blocks in blocks: their text grows as the square of their depth.
 * @param {number} length
 */
function nestedBlocks(length) {
  const depth = Math.floor(Math.sqrt(2 * length));
  return Array.from({ length: depth }, (_, index) => `${" ".repeat(index)}k:\n`).join("");
}

/**
 * What is refused takes its time, too.
 * @param {(text: string) => unknown} parse
 * @param {string} text
 */
async function tried(parse, text) {
  try {
    await parse(text);
  } catch {
    // It is bad on purpose.
  }
}

// As long as that is measured, or as often, whichever ends it first.
const MOST_MS = 60;
const MOST_TIMES = 200;
// A size is left out if it would take longer than this even if the time grew with the length alone.
const MOST_ONCE_MS = 4000;

const growths = [];
for (const [parser, shape, make, parse] of CASES) {
  /** @type {number[]} */
  const perByte = [];
  for (const size of sizes.split(",").map(Number)) {
    const before = (perByte.at(-1) ?? 0) * size * 1e-6;
    if (before > MOST_ONCE_MS) {
      perByte.push(perByte.at(-1) ?? 0);
      continue;
    }
    const text = make(size);
    const took = [];
    const begin = performance.now();
    do {
      const start = performance.now();
      await tried(parse, text);
      took.push(performance.now() - start);
    } while (performance.now() - begin < MOST_MS && took.length < MOST_TIMES);
    // The fastest, for others use the machine, too; of several processes the median counts.
    perByte.push((Math.min(...took) * 1e6) / size);
  }
  growths.push({ parser, shape, perByte });
}
console.log(JSON.stringify(growths));
