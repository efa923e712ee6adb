import type { Notice, Plan } from "../../core/plan/plan.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import { some } from "./outcomes.js";
import { count } from "../../core/base/count.js";
import { exactDuration } from "../../core/base/duration.js";
import type { SizedPlan } from "./records.js";
import { amount, size } from "./wording.js";

/** The sentence for a notice of a plan: numbers, one example, and the setting that helps. */
export function describeNotice(notice: Notice): string {
  switch (notice.kind) {
    case "no-candidates":
      return (
        `no tag is a candidate for deletion, so nothing is ever deleted: ${none(notice.tags)}. Check sort, include and exclude: ` +
        "under semver only versions such as 1.2.3 are candidates, under prerelease only prereleases such as 1.2.3-alpha.4."
      );
    case "unplaced":
      return (
        `${notice.tags.length} of ${notice.of} tags are no versions, such as ${notice.example}: they have no place in the order, and never go. ` +
        "A rule of their own with sort: created or natural gives them one; exclude says that they are to stay."
      );
    case "endless-channels":
      return (
        `${count(notice.channels.length, "channel")} have images of only one version${suchAs(notice.channels)}. ` +
        "If these are branches, there will always be more of them, and each keeps its newest; group-by: none counts them together."
      );
    case "flavours":
      return describeFlavours(notice);
    case "undated":
      return describeUndated(notice);
    case "unordered":
      return (
        `${count(notice.tags.length, "tag")} never ${notice.tags.length === 1 ? "goes" : "go"}, because nothing says which is newer${suchAs(notice.tags)}. ` +
        "Their names say the same, and their images have no date, or one date. Images with dates go by these, and then sort: created and keep-younger-than can decide too."
      );
    case "newly-read":
      return (
        `${count(notice.tags.length, "tag")} that ${notice.tags.length === 1 ? "goes has" : "go have"} four numbers or a word behind a dot${suchAs(notice.tags)}. ` +
        "Earlier versions of this program never deleted such tags; exclude keeps them."
      );
    case "pushed-beyond":
      return describePushedBeyond(notice);
    case "over-budget":
      return (
        `what must stay takes ${amount(notice.least, 2)}, more than max-size (${size(notice.maxSize, 2)}), so only that is left, each group's newest included. ` +
        "The plan says why each tag stays."
      );
  }
}

/** The notices of every plan, as `--json` prints them: each with its sentence. */
export function noticeRecords(
  plans: readonly Pick<SizedPlan, "repository" | "plan">[],
): readonly (Notice & { readonly repository: string; readonly text: string })[] {
  return plans.flatMap(({ repository, plan }) =>
    plan.notices.map((notice) => ({ repository, text: describeNotice(notice), ...notice })),
  );
}

type NoticeOf<Kind extends Notice["kind"]> = Extract<Notice, { readonly kind: Kind }>;

/** One example as a suffix. */
function suchAs([first, ...others]: readonly string[]): string {
  if (first === undefined) return "";
  return others.length === 0 ? `: ${first}` : `, such as ${first}`;
}

function none(tags: readonly string[]): string {
  return tags.length === 1 ? `there is only ${tags.join("")}` : `none of ${tags.length}${suchAs(tags)}`;
}

function describeFlavours({ versions }: NoticeOf<"flavours">): string {
  const [first, ...others] = versions;
  if (first === undefined) return "";
  const { group, takes, of, tag } = first;
  const gone = versions.flatMap((each) => each.gone);
  const more = others.length === 0 ? "" : ` (and so in ${count(others.length, "other group")})`;
  return (
    `one version takes ${takes} of ${of} places of ${group}${more} by flavours that differ in a number, such as ${tag}, ` +
    `and ${count(gone.length, "tag")} of other versions ${gone.length === 1 ? "goes" : "go"} for it. group-by: suffix counts each flavour apart.`
  );
}

function describeUndated({ tags, by }: NoticeOf<"undated">): string {
  const [stay, take, it] = tags.length === 1 ? ["stays", "takes", "it"] : ["stay", "take", "they"];
  const place = by.includes("sort") ? `, and ${take} no place` : `, for ${it} may be young`;
  const settings = by.map((setting) => (setting === "sort" ? "sort: created" : setting)).join(" and ");
  return (
    `${count(tags.length, "tag")} without a date ${stay}${place}${suchAs(tags)}. ${settings} ${by.length === 1 ? "needs" : "need"} dates that can be believed: ` +
    "build such images with one, or order them by name (sort: semver or natural, without keep-younger-than)."
  );
}

function describePushedBeyond({ tags }: NoticeOf<"pushed-beyond">): string {
  const [first, ...others] = tags;
  if (first === undefined) return "";
  const { tag, group, rank, keep, youngerThan } = first;
  const when =
    youngerThan === undefined ? "at the next push" : `when it is older than ${exactDuration(youngerThan)}`;
  const more =
    others.length === 0
      ? ""
      : `So ${others.length === 1 ? "does" : "do"} ${count(others.length, "other tag")} of this push. `;
  return (
    `${tag} was just pushed and is number ${rank} of ${group}, beyond the newest ${keep}: it goes ${when}. ${more}` +
    "If it is the newest, older numbers hold its place: exclude them, delete them once, or order by sort: created."
  );
}

/** A line with a repository's size and its budget; empty if it has no budget, or if no size is known. */
export function describeBudget({ budget }: Plan): readonly string[] {
  if (budget === undefined || budget.stays.bytes === 0) return [];
  return [`what stays takes ${amount(budget.stays, 2)}; max-size is ${size(budget.maxSize, 2)}`];
}

/** A sentence with the patterns that match nothing: a misspelt pattern protects nothing, or deletes nothing. */
export function describeUnused(patterns: readonly PatternUse[]): string {
  return `Nothing matches ${some(patterns.map(({ setting, text }) => `${text} (${setting})`))}.`;
}
