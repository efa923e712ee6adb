import * as v from "valibot";
import { SORTS } from "../../core/names/order.js";
import { GROUP_KEYS } from "../../core/names/group.js";
import { POLICY_SETTINGS } from "../table/policy-settings.js";
import { listed } from "../../core/base/words.js";
import { DURATION, SIZE } from "../table/values.js";
import type { Setting } from "../table/setting.js";

const settings: readonly Setting[] = POLICY_SETTINGS;
// The settings say the same of a single rule.
const SAID = Object.fromEntries(settings.map((setting) => [setting.name, setting])) as Readonly<
  Record<(typeof POLICY_SETTINGS)[number]["name"], Setting>
>;

/** What a rule says where nothing is written. */
export const DEFAULTS = { keep: Number(SAID.keep.default), sort: SORTS[0] } as const;

/** What to write where the file, or one of its rules, is something else. */
export const WANTED = {
  file: "rules: and below it a list, each rule after a dash",
  rule: 'a rule, such as tags: "*-alpha.*"',
} as const;

const GLOBS =
  "Globs of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or regular expressions between slashes, such as `/^v1\\./`.";

const rule = v.strictObject(
  {
    name: about(text("a name"), {
      title: "Name",
      description:
        "What the rule is called where a reason is given. No two rules have one name. Without it: its place, from 1.",
      examples: ["alphas"],
    }),
    repositories: about(patterns("every repository"), {
      title: "Repositories",
      description:
        "Patterns of the repositories that the rule is for, with their host or without; all where there is none. " +
        "In a glob `*` stays within one part of the path, and `**` spans any number of them. Quote them.",
      examples: ["team/*", ["team/*", "/^registry\\.example\\.com\\/x\\//"]],
    }),
    tags: about(patterns("every tag"), {
      title: "Tags",
      description: `Patterns of the tags that the rule decides about; every tag where there is none. ${GLOBS} Quote them.`,
      examples: ["*-alpha.*", ["*-alpha.*", "*-beta.*"]],
    }),
    exclude: about(patterns("none"), {
      title: "Exclude",
      description:
        "Patterns of tags: of the rule's tags, those that match one are never deleted, and take none of the places.",
      examples: ["*-alpha.0"],
    }),
    sort: about(v.picklist(SORTS, instead(listed(SORTS, "or"))), {
      title: "Sort",
      description: SAID.sort.help,
      default: DEFAULTS.sort,
    }),
    "group-by": about(groupings(), {
      title: "Group by",
      description: `${SAID["group-by"].help} Without it: channel for semver and prerelease, none for natural and created.`,
      examples: ["channel", ["channel", "minor"], "none"],
    }),
    keep: about(count(), {
      title: "Keep",
      description: SAID.keep.help,
      default: DEFAULTS.keep,
    }),
    "keep-younger-than": about(v.string(instead("a number and its unit, such as 24h or 7d")), {
      title: "Keep younger than",
      description: SAID["keep-younger-than"].help,
      pattern: DURATION,
      examples: ["36h", "7d", "2 weeks"],
    }),
    "max-size": about(size(), {
      title: "Size of each repository",
      description: `${SAID["max-size"].help} It is the whole budget of each repository that the rule is for, and comes before the file's own.`,
      pattern: SIZE,
      examples: ["10GB"],
    }),
  },
  instead(WANTED.rule),
);

/** The shape of a policy file. What its texts mean (patterns, times, sizes) is read elsewhere, with better words than a schema has. */
export const policyDocument = v.pipe(
  v.strictObject(
    {
      exclude: about(patterns("none"), {
        title: "Exclude",
        description: `Patterns of tags that are never deleted, whatever the rules say, and that take none of the places. ${GLOBS} Quote them.`,
        examples: ["*-lts", ["*-lts", "/^v1\\./"]],
      }),
      "max-size": about(size(), {
        title: "Size of each repository",
        description: SAID["max-size"].help,
        pattern: SIZE,
        examples: ["20GB"],
      }),
      rules: v.pipe(
        v.array(rule, instead("a list of rules, each after a dash")),
        v.minLength(1, instead("at least one rule, after a dash")),
        v.metadata({
          title: "Rules",
          description:
            "In order: the first rule that is for a repository, and whose tags match a tag, decides about it. A tag that no rule decides about stays.",
        }),
      ),
    },
    instead(WANTED.file),
  ),
  v.metadata({
    title: "Retention policy of prune-image-tags",
    description: "Which tags of container images stay, by rules.",
  }),
);

/** The keys that there are. */
export const KEYS = {
  file: Object.keys(policyDocument.entries),
  rule: Object.keys(rule.entries),
} as const;

/** Words that say what something is, and what to write instead. */
export function instead(wanted: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => `it is ${described(input)}; write ${wanted}`;
}

function described(input: unknown): string {
  if (input === undefined) return "missing";
  if (input === null || input === "" || (Array.isArray(input) && input.length === 0)) return "empty";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a map";
  return typeof input === "number" ? `the number ${input}` : JSON.stringify(input);
}

/** A version without quotes is a number: `1.10` is 1.1. */
function inQuotes(wanted: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => {
    const isRead = typeof input === "number" || typeof input === "boolean";
    return isRead ? `YAML reads it as ${described(input)}; write it in quotes` : instead(wanted)({ input });
  };
}

/** A property that may be left out, as editors show it, and what else the JSON Schema says of it. */
function about<const Schema extends v.GenericSchema>(
  schema: Schema,
  metadata: { readonly title: string; readonly description: string; readonly [keyword: string]: unknown },
) {
  return v.exactOptional(v.pipe(schema, v.metadata(metadata)));
}

function text(wanted: string) {
  const problem = inQuotes(wanted);
  // One line without spaces at its ends, for it stands in the middle of others.
  return v.pipe(v.string(problem), v.regex(/^\S(?:.*\S)?$/, instead(wanted)));
}

function patterns(absent: string) {
  const wanted = `a pattern in quotes or a list of them, or leave it out for ${absent}`;
  const list = v.array(text("a pattern in quotes"), inQuotes(wanted));
  return v.union([text(wanted), v.pipe(list, v.minLength(1, instead(wanted)))], inQuotes(wanted));
}

function groupings() {
  const key = `(?:${GROUP_KEYS.join("|")})`;
  const one = listed([...GROUP_KEYS, "none"], "or");
  const wanted = `${one}, or a list of them`;
  const word = v.pipe(v.string(instead(one)), v.metadata({ enum: [...GROUP_KEYS, "none"] }));
  return v.union(
    [
      v.pipe(v.string(), v.metadata({ pattern: `^\\s*(?:none|${key}(?:[\\s,]+${key})*)\\s*$` })),
      v.pipe(v.array(word), v.minLength(1, instead(wanted))),
    ],
    instead(wanted),
  );
}

function count() {
  const problem = instead("a whole number without quotes, such as 10");
  return v.pipe(v.number(problem), v.integer(problem), v.minValue(0, problem));
}

function size() {
  return v.string(instead("a number and its unit, such as 500MB or 10GB"));
}
