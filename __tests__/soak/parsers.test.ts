import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { readCreated } from "../../src/core/image/created.js";
import { decodeManifest } from "../../src/core/image/manifest.js";
import { parseImageGlob } from "../../src/core/names/image-glob.js";
import { parsePattern, parseRepositoryPattern } from "../../src/core/names/pattern.js";
import { parseReference } from "../../src/core/names/reference.js";
import { readTagName } from "../../src/core/names/version.js";
import { parseProtected } from "../../src/core/policy/in-use.js";
import { isEmptyRegistry, readCollection } from "../../src/core/result/collection.js";
import { readManifestFile } from "../../src/core/sweep/manifest.js";
import { parsePath } from "../../src/core/sweep/path.js";
import { parseJson } from "../../src/core/base/json.js";
import { parseChallenges } from "../../src/registry/connection/challenge.js";
import { nextPage } from "../../src/registry/http/link.js";
import { readPlanFile } from "../../src/report/plan-file/read.js";
import { PLAN_SCHEMA } from "../../src/report/plan-file/write.js";
import { decodeRecord } from "../../src/run/journal/schema.js";
import { readPolicyFile } from "../../src/settings/policy-file/policy-file.js";
import { parseDuration, parseSize } from "../../src/settings/table/values.js";
import { readYaml } from "../../src/yaml/yaml-source.js";
import { propertyRuns } from "../support/property-runs.js";
import { readSettings } from "../support/settings.js";

/**
 * Every reader of text from outside, fed with what it expects, damaged at random, and with anything: it returns, or throws an error for the user.
 * `npm run test:soak` tries 100,000 texts for each.
 */
const DIGEST = `sha256:${"ab".repeat(32)}`;
const DESCRIPTOR = { mediaType: "application/vnd.oci.image.manifest.v1+json", digest: DIGEST, size: 7 };
const INDEX = JSON.stringify({
  schemaVersion: 2,
  mediaType: "application/vnd.oci.image.index.v1+json",
  manifests: [DESCRIPTOR],
  annotations: { "org.opencontainers.image.created": "2024-01-01T00:00:00Z" },
});
const IMAGE = JSON.stringify({
  schemaVersion: 2,
  config: { ...DESCRIPTOR, mediaType: "application/vnd.oci.image.config.v1+json" },
  layers: [DESCRIPTOR],
  subject: DESCRIPTOR,
});
const SCHEMA1 = JSON.stringify({
  schemaVersion: 1,
  fsLayers: [{ blobSum: DIGEST }],
  history: [{ v1Compatibility: '{"created":"2024-01-01T00:00:00Z"}' }],
});
const PLAN = JSON.stringify({
  schema: PLAN_SCHEMA,
  tool: "t",
  created: "2024-01-01T00:00:00.000Z",
  verdicts: [
    { repository: "h:1/a", tag: "1.0.0", digest: DIGEST, verdict: "delete" },
    { repository: "h:1/a", tag: "1.1.0", digest: `sha256:${"cd".repeat(32)}`, verdict: "keep" },
  ],
  deletions: [
    {
      repository: "h:1/a",
      kind: "manifest",
      digest: DIGEST,
      tags: ["1.0.0"],
      parents: [],
      after: [],
      orphanOf: [],
    },
  ],
});
const RECORD = JSON.stringify({
  kind: "manifest",
  repository: "h:1/a",
  digest: DIGEST,
  mediaType: DESCRIPTOR.mediaType,
  body: "e30=",
});
const POLICY =
  'exclude: "*-lts"\nmax-size: 10GB\nrules:\n  - name: &a alphas\n    tags: ["*-alpha.*", "/^v1/i"]\n    keep: 3\n    sort: prerelease\n    keep-younger-than: 7d\n';
const COLLECTION = `team/app\nteam/app: marking manifest ${DIGEST} \nteam/app: marking blob ${DIGEST}\n\n2 blobs marked, 1 blobs and 0 manifests eligible for deletion\nblob eligible for deletion: ${DIGEST}\n`;

const page = (link: string): unknown =>
  nextPage(
    {
      status: 200,
      headers: { link },
      body: Buffer.alloc(0),
      url: new URL("http://127.0.0.1:5000/v2/a/tags/list"),
    },
    "http://127.0.0.1:5000",
    "tags",
  );

interface Parser {
  readonly name: string;
  readonly samples: readonly [string, ...string[]];
  readonly parse: (text: string) => unknown;
}

const PARSERS: readonly Parser[] = [
  {
    name: "references",
    samples: ["http://h:5000/team/app:1.0.0", `h.example/a/b:latest@${DIGEST}`, "[::1]:5000/a"],
    parse: parseReference,
  },
  { name: "patterns of images", samples: ["h:5000/team/**", "https://h/{a,b}/*"], parse: parseImageGlob },
  {
    name: "patterns of tags",
    samples: ["*-alpha.*", "{v,}[0-9]*", "/^v1\\.(?:2|3)$/i"],
    parse: (text) => parsePattern(text).matches("3.3.0-alpha.74"),
  },
  {
    name: "patterns of repositories",
    samples: ["team/*", "**/app", "/^team/"],
    parse: (text) => parseRepositoryPattern(text).matches("team/app"),
  },
  {
    name: "names of tags",
    samples: [
      "3.3.0-alpha.74",
      "21.0.4_7-jdk-alpine",
      "feature-PROJ-123-login-57-1a2b3c4",
      "1.2.3-14-g2414721",
    ],
    parse: readTagName,
  },
  {
    name: "references in use",
    samples: ["h/team/app:1", `registry/app@${DIGEST}`],
    parse: parseProtected,
  },
  { name: "durations", samples: ["36h", "2 weeks", "1.5d"], parse: parseDuration },
  { name: "sizes", samples: ["10GB", "1.5 TiB"], parse: parseSize },
  {
    name: "settings",
    samples: ["h:5000/team/app:1.0.0", "3", "semver", "channel, minor", "true"],
    parse: (text) =>
      readSettings(
        {
          image: text,
          keep: text,
          sort: text,
          "group-by": text,
          exclude: text,
          "dry-run": text,
          "max-size": text,
        },
        { files: { parsePattern } },
      ),
  },
  {
    name: "manifests",
    samples: [INDEX, IMAGE, SCHEMA1],
    parse: (text) => [INDEX, IMAGE, SCHEMA1].map((own) => decodeQuietly(typeOf(own), text)),
  },
  { name: "stored manifests", samples: [INDEX, IMAGE, SCHEMA1], parse: readManifestFile },
  {
    name: "configurations",
    samples: ['{"created":"2024-01-01T00:00:00Z","os":"linux"}'],
    parse: readCreated,
  },
  { name: "policy files", samples: [POLICY], parse: (text) => readPolicyFile(text, { allowEmpty: false }) },
  {
    name: "YAML",
    samples: [POLICY, "a: &x [1, 2]\nb: *x\n<<: {c: 1}\n"],
    parse: (text) => [readYaml(text, "1.1"), readYaml(text, "1.2")],
  },
  { name: "plans", samples: [PLAN], parse: readPlanFile },
  { name: "journals", samples: [RECORD], parse: (text) => decodeRecord(parseJson(text)) },
  {
    name: "challenges",
    samples: [
      'Bearer realm="https://h/token",service="h",scope="repository:a:pull"',
      'Negotiate, Basic realm="x, y=z"',
    ],
    parse: parseChallenges,
  },
  {
    name: "Link headers",
    samples: [
      '</v2/a/tags/list?n=100&last=b>; rel="next"',
      '<http://127.0.0.1:5000/x>; rel=next; title="a,b"',
    ],
    parse: page,
  },
  { name: "output of a collection", samples: [COLLECTION], parse: collect },
  {
    name: "paths of a storage",
    samples: [
      `/docker/registry/v2/repositories/team/app/_manifests/revisions/sha256/${"ab".repeat(32)}/link`,
      `/docker/registry/v2/blobs/sha256/ab/${"ab".repeat(32)}/data`,
    ],
    parse: (path) => parsePath({ path, kind: "file" }),
  },
];

function typeOf(sample: string): string {
  if (sample === SCHEMA1) return "application/vnd.docker.distribution.manifest.v1+json";
  return sample === INDEX ? "application/vnd.oci.image.index.v1+json" : DESCRIPTOR.mediaType;
}

function decodeQuietly(mediaType: string, text: string): unknown {
  try {
    return decodeManifest(mediaType, parseJson(text));
  } catch (error) {
    expectOurs(error);
    return undefined;
  }
}

function collect(text: string): unknown {
  const reader = readCollection();
  for (const line of text.split("\n")) reader.line(line);
  return [reader.report(), isEmptyRegistry(text)];
}

function expectOurs(error: unknown): void {
  expect(error).toBeInstanceOf(PruneError);
}

const HOSTILE = [
  "\0",
  "\r",
  "\n",
  '"',
  "\\",
  "..",
  "/",
  "[",
  "{",
  "}",
  "(",
  "*",
  "&a",
  "*a",
  "__proto__",
  "constructor",
  "9".repeat(400),
  "-".repeat(64),
  "\u202e",
  "\u0085",
  "\ud800",
  "null",
  "1e999",
  "é",
];

/** A sample in which some pieces are left out, doubled, or replaced by hostile ones. */
function damaged(samples: readonly [string, ...string[]]): fc.Arbitrary<string> {
  const cut = fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 12 }),
    by: fc.oneof(
      fc.constant(""),
      fc.constantFrom(...HOSTILE),
      fc.string({ maxLength: 5 }),
      fc.constant(undefined),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(cut, { minLength: 1, maxLength: 4 }))
    .map(([sample, cuts]) =>
      cuts.reduce((text, { from, length, by }) => {
        const start = Math.floor(from * text.length);
        const piece = text.slice(start, start + length);
        return text.slice(0, start) + (by ?? piece + piece) + text.slice(start + length);
      }, sample),
    );
}

describe("whatever is read, it is read or refused", () => {
  test.each(PARSERS)("$name", ({ samples, parse }) => {
    const texts = fc.oneof(
      fc.constantFrom(...samples),
      damaged(samples),
      fc.string({ unit: "binary", maxLength: 200 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parse(text);
        } catch (error) {
          expectOurs(error);
        }
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  // A text is right for some settings only.
  test.each(PARSERS.filter(({ name }) => name !== "settings"))(
    "$name: a sample is read",
    ({ samples, parse }) => {
      for (const sample of samples) expect(() => parse(sample)).not.toThrow();
    },
  );
});
