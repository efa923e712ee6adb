import { GROUP_KEYS } from "../../core/names/group.js";
import { SORTS } from "../../core/names/order.js";
import {
  choiceOf,
  COUNT_VALUE,
  DURATION_VALUE,
  GROUP_BY_VALUE,
  NAME_VALUE,
  patternsOf,
  SIZE_VALUE,
} from "./field-values.js";
import type { RuleFieldTable } from "./rule-field.js";
import { defaultGroupBy } from "./values.js";

const GLOBS =
  "Globs of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or regular expressions between slashes, such as `/^v1\\./`.";

const BUDGET =
  "The most that each repository may take, such as `20GB` or `512 MiB` (units are powers of 1024). Layers that images share count once. " +
  "Images that only `keep` keeps go, the lowest rank first, until the rest fits; a group's newest never goes.";

/**
 * Every field of a rule, by its property in the core, in the order in which a policy file's schema has them. The inputs, the policy file, its schema and the
 * docs' tables are made from this table, so a new field is a row here. `valibot` stays out of it: most runs have no policy file.
 */
export const RULE_FIELDS = {
  name: {
    name: "name",
    value: NAME_VALUE,
    otherwise: "its place, from 1",
    help: "The rule's name, which reasons show. No two rules have the same.",
    examples: ["alphas"],
  },
  repositories: {
    name: "repositories",
    value: patternsOf("repositories", "every repository"),
    otherwise: "all",
    absent: () => [],
    help:
      "Patterns of the repositories that the rule is for, with their host or without. In a glob `*` stays within one part of the path, " +
      "and `**` spans any number of them. Quote them.",
    examples: ["team/*", ["team/*", "/^registry\\.example\\.com\\/x\\//"]],
  },
  tags: {
    name: "tags",
    value: patternsOf("tags", "every tag"),
    otherwise: "all",
    absent: () => [],
    help: `Patterns of the tags that the rule decides about. ${GLOBS} Quote them.`,
    brief: "Patterns of the tags that the rule decides about. Among the inputs this is `include`.",
    examples: ["*-alpha.*", ["*-alpha.*", "*-beta.*"]],
    input: {
      name: "include",
      position: 6,
      help: `Patterns of tags, one a line, such as \`*-alpha.*\`: only tags that match one can be deleted. Quote them in YAML. ${GLOBS}`,
    },
  },
  exclude: {
    name: "exclude",
    value: patternsOf("tags", "none"),
    otherwise: "none",
    absent: () => [],
    help: "Patterns of tags: those of the rule's tags that match one are never deleted, and do not count among the newest.",
    examples: ["*-alpha.0"],
    top: {
      help: `Patterns of tags that are never deleted, whatever the rules say, and that do not count among the newest. ${GLOBS} Quote them.`,
      brief:
        "Patterns of tags that are never deleted, whatever the rules say, and that do not count among the newest.",
      examples: ["*-lts", ["*-lts", "/^v1\\./"]],
    },
    input: {
      position: 7,
      help: "Patterns of tags, one a line: tags that match one are never deleted, and do not count among the newest.",
    },
  },
  sort: {
    name: "sort",
    value: choiceOf(SORTS),
    default: "semver",
    help:
      "How tags are ordered. `semver`: tags that are versions, by SemVer precedence, with rc10 after rc9. `prerelease`: prereleases alone, by their number " +
      "(alpha.74), the newest by version kept as well; a release is never deleted. `natural`: all tags but `latest`, runs of digits as numbers. " +
      "`created`: all tags but `latest`, by the date in the image's configuration. Tags that an order has no place for stay.",
    brief: "`semver`, `prerelease`, `natural` or `created`.",
    input: { position: 2 },
  },
  groupBy: {
    name: "group-by",
    value: GROUP_BY_VALUE,
    otherwise: "channel for semver and prerelease, else none",
    absent: ({ sort }) => defaultGroupBy(sort ?? SORTS[0]),
    help:
      `The groups that keep their newest, by any of ${GROUP_KEYS.map((key) => `\`${key}\``).join(", ")}, commas between them. \`channel\`: releases, alphas, betas, rcs, flavours and so on ` +
      "are a group each. `suffix`: everything behind the version's numbers, as written, is a group, so that jdk11 and jdk21 are two. " +
      "`minor`: the same major.minor; `patch`: the same major.minor.patch. `none`: all candidates are one group.",
    brief: "`channel`, `suffix`, `major`, `minor`, `patch`, several of them, or `none`.",
    examples: ["channel", ["channel", "minor"], "none"],
    input: { position: 3 },
  },
  keep: {
    name: "keep",
    value: COUNT_VALUE,
    default: 10,
    help: "How many of the newest images are kept in each group. Two tags of one image count once. `0` only with `allow-empty`.",
    input: { position: 1 },
  },
  keepYoungerThan: {
    name: "keep-younger-than",
    value: DURATION_VALUE,
    otherwise: "age does not count",
    help:
      "Images that are younger than this stay, such as `36h`, `7d` or `2 weeks`; an image without a date stays too. " +
      "Dates are read only of images that would else go.",
    brief:
      "Younger images stay too: `36h`, `7d`, `2 weeks`, `1 month`. Not `m`, which could be minutes or months.",
    examples: ["36h", "7d", "2 weeks"],
    input: { position: 4 },
  },
  maxSize: {
    name: "max-size",
    value: SIZE_VALUE,
    title: "Size of each repository",
    otherwise: "the file's",
    help: `${BUDGET} It is the whole budget of each repository that the rule is for, and comes before the file's own.`,
    brief:
      "The budget of each repository that the rule is for: of the whole repository, not of the rule's tags.",
    examples: ["10GB"],
    top: {
      otherwise: "no budget",
      help: BUDGET,
      brief: "The most that each repository may take.",
      examples: ["20GB"],
    },
    input: { position: 5, otherwise: "no budget", help: BUDGET },
  },
} as const satisfies RuleFieldTable;
