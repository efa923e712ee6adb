import { plan } from "../../src/core/plan/make-plan.js";
import { goes } from "../../src/core/policy/verdict.js";
import { policy, type PolicyParts, snapshot } from "./snapshots.js";

/** One push of a history, and what is to go when the repository is pruned after it. */
export interface Push {
  readonly date: number;
  /** All tags that the push gives its image. */
  readonly tags: readonly string[];
  /** A tag that has the image already; absent where it is a new one. */
  readonly from?: string;
  readonly deletes: readonly string[];
}

/** Reads a history, a push a line: `2026-03-01  1.4.0 latest  from 1.4.0-rc.3  deletes 1.1.0`. `#` begins a comment. */
export function historyOf(text: string): readonly Push[] {
  const lines = text.split("\n").map((line) => line.replace(/ *#.*$/, "").trim());
  return lines.filter((line) => line !== "").map(pushOf);
}

function pushOf(line: string): Push {
  const parts =
    /^(?<day>\d{4}-\d\d-\d\d) +(?<tags>.+?)(?: +from (?<from>\S+))?(?: +deletes (?<deletes>.+))?$/;
  const { day = "", tags = "", from, deletes = "" } = parts.exec(line)?.groups ?? {};
  if (Number.isNaN(Date.parse(day))) throw new Error(`not a push: ${line}`);
  return {
    date: Date.parse(day),
    tags: tags.split(/ +/),
    ...(from === undefined ? {} : { from }),
    deletes: deletes.split(/ +/).filter((tag) => tag !== ""),
  };
}

/** The registry of a history. */
export interface Circumstances {
  /** True where a tag can be deleted by itself, as on Distribution 3. */
  readonly untags?: boolean;
  /** True where images have no dates. */
  readonly undated?: boolean;
  /** True where the registry lists the tags in the opposite order. */
  readonly reversed?: boolean;
}

/** A push, what the prune after it deleted, and what the repository has then. */
export interface Step {
  readonly push: Push;
  readonly deleted: readonly string[];
  readonly left: readonly string[];
  /** The kinds of its notices. */
  readonly notices: readonly string[];
}

/** Prunes after every push, as the action does: the pushed tags are named, and what was deleted is gone from the next list. */
export function pruneAfterEach(
  pushes: readonly Push[],
  settings: PolicyParts,
  circumstances: Circumstances = {},
): readonly Step[] {
  const tags = new Map<string, string>();
  const dates = new Map<string, number>();
  return pushes.map((push, index) => {
    const image = (push.from === undefined ? undefined : tags.get(push.from)) ?? `image ${index}`;
    if (!dates.has(image)) dates.set(image, push.date);
    for (const tag of push.tags) tags.set(tag, image);
    const { verdicts, notices } = plan(
      { ...snapshot(partsOf({ tags, dates, push }, circumstances)), now: push.date },
      policy(settings),
    );
    const deleted = verdicts.filter(goes).map(({ tag }) => tag as string);
    for (const tag of deleted) tags.delete(tag);
    const kinds = notices.map(({ kind }) => kind);
    return { push, deleted: deleted.sort(), left: [...tags.keys()].sort(), notices: kinds };
  });
}

function partsOf(
  {
    tags,
    dates,
    push,
  }: { tags: ReadonlyMap<string, string>; dates: ReadonlyMap<string, number>; push: Push },
  { untags = false, undated = false, reversed = false }: Circumstances,
): Parameters<typeof snapshot>[0] {
  const listed = [...tags];
  const images = new Set(tags.values());
  return {
    tags: Object.fromEntries(reversed ? listed.reverse() : listed),
    created: Object.fromEntries(
      [...images].map((image) => [image, undated ? null : (dates.get(image) ?? null)]),
    ),
    namedTags: push.tags,
    untags: untags ? "yes" : "no",
  };
}
