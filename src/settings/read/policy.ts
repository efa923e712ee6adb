import { OR_WHAT, type Policies, type ScopedRule, UNTAG_WAYS } from "../../core/policy/policy.js";
import { namesAnImage, parseProtected, type Protected, scanProtected } from "../../core/policy/in-use.js";
import { SORTS } from "../../core/names/order.js";
import { SAID_BY_POLICY } from "../table/policy-settings.js";
import type { SettingReader } from "./setting-reader.js";
import { defaultGroupBy, parseDuration, parseGroupBy } from "../table/values.js";

/** Reads what stays, from the settings or from the policy file that they name; what is wrong is in the reader's problems. */
export function readPolicies(read: SettingReader): Policies {
  const allowEmpty = read.boolean("allow-empty");
  const untaggedOlderThan = read.duration("untagged-older-than");
  return {
    ...(read.text("policy") === "" ? readOwn(read, allowEmpty) : readFromFile(read, allowEmpty)),
    protect: readProtected(read),
    allowEmpty,
    orphans: read.choice("orphans", OR_WHAT),
    dangling: read.choice("dangling", OR_WHAT),
    untag: read.choice("untag", UNTAG_WAYS),
    ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
  };
}

type Said = Pick<Policies, "rules" | "exclude" | "maxSize">;

const NOTHING_SAID: Said = { rules: [], exclude: [] };

function readOwn(read: SettingReader, allowEmpty: boolean): Said {
  const maxSize = read.size("max-size");
  return {
    rules: [readRule(read, allowEmpty)],
    exclude: read.patterns("exclude"),
    ...(maxSize === undefined ? {} : { maxSize }),
  };
}

function readRule(read: SettingReader, allowEmpty: boolean): ScopedRule {
  const keep = read.count("keep");
  if (keep === 0 && !allowEmpty) {
    read.problem("keep", "0 would delete every candidate; write 1 or more, or allow-empty: true as well");
  }
  const sort = read.choice("sort", SORTS);
  const keys = read.value("group-by", (text) => parseGroupBy(text.split(/[\s,]+/)));
  const youngerThan = read.value("keep-younger-than", (text) => parseDuration(text));
  return {
    repositories: [],
    tags: read.patterns("include"),
    exclude: [],
    // What is wrong stops the run before it is used.
    keep: keep ?? Infinity,
    sort,
    groupBy: keys ?? defaultGroupBy(sort),
    ...(youngerThan === undefined ? {} : { keepYoungerThan: youngerThan }),
  };
}

function readFromFile(read: SettingReader, allowEmpty: boolean): Said {
  for (const name of SAID_BY_POLICY) {
    if (!read.isGiven(name)) continue;
    read.problem(name, "there is a policy file, which says that; write it there, or leave policy out");
  }
  const source = read.file("policy");
  if (source === undefined) return NOTHING_SAID;
  const file = source.read(source.text, { allowEmpty });
  if (file.kind === "read") return file.policy;
  for (const problem of file.problems) read.problem("policy", `${read.text("policy")}, ${problem}`);
  return NOTHING_SAID;
}

function readProtected(read: SettingReader): readonly Protected[] {
  const listed = read.list("protect", parseProtected, /[\r\n,]+/).flat();
  const printed = read.file("protect-from")?.text;
  const found = printed === undefined ? [] : scanProtected(printed);
  if (printed !== undefined && !namesAnImage(found)) {
    read.problem(
      "protect-from",
      `${read.text("protect-from")} names no image of a registry, such as registry.example.com/team/app:1.4.9; did the command that wrote it fail? Where nothing is in use, leave protect-from out`,
    );
  }
  return [...listed, ...found];
}
