import { neededIn } from "../../core/image/graph.js";
import type { TagState } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Strays } from "../apply/recheck.js";
import { listAndAsk } from "../observe/beside-list.js";
import { listedStill, manifestReader, readNeeded, type ReadOptions, readTags } from "../observe/observe.js";
import type { RepositoryState } from "./compare.js";

/** The repository as it is read, and what was to stay in it. */
export interface ReadStateOptions extends ReadOptions {
  readonly plan: Plan;
  readonly strays: Strays;
}

/** The tags to read. */
export interface AskedTags {
  readonly isAsked: (tag: Tag) => boolean;
  /** Those of them that are expected to be listed, and are read beside the list. */
  readonly expected: readonly Tag[];
}

/** Reads some of the listed tags, what they need, and the images of kept ones that are not listed, for whether those are gone too says who deleted the tag. */
export async function readState(
  options: ReadStateOptions,
  asked: AskedTags,
): Promise<RepositoryState & { readonly kept: number }> {
  const { plan, strays } = options;
  const { isAsked } = asked;
  const manifests = new Map<Digest, Manifest>();
  const missing = new Set<Digest>();
  const { listed, states } = await listAndRead(options, asked, manifests);
  const now = new Map(states.map((state) => [state.tag, state]));
  const keeps = plan.verdicts.filter(({ kind }) => kind === "keep");
  const isLost = (tag: Tag): boolean => isAsked(tag) && !now.has(tag);
  const lostImages = [
    ...keeps.flatMap(({ tag, digest }) => (isLost(tag) && digest !== undefined ? [digest] : [])),
    ...[...strays].flatMap(([tag, seen]) => (isLost(tag) ? seen : [])),
  ];
  await readNeeded(options, [...lostImages, ...neededIn(manifests)], { manifests, missing });
  const names = new Set(listed);
  return { now, manifests, missing, kept: keeps.filter(({ tag }) => names.has(tag)).length };
}

async function listAndRead(
  options: ReadOptions,
  { isAsked, expected }: AskedTags,
  manifests: Map<Digest, Manifest>,
): Promise<{ readonly listed: readonly Tag[]; readonly states: readonly TagState[] }> {
  const { listed, found } = await listAndAsk(options, expected, manifestReader(options, expected.length));
  const asked = listed.filter(isAsked);
  const unread = asked.filter((tag) => !found.has(tag));
  const others = new Map((await readTags(options, unread, manifests)).map((state) => [state.tag, state]));
  const states = asked.map((tag): TagState => {
    const read = found.get(tag);
    if (read === undefined) return others.get(tag) ?? { tag };
    manifests.set(read.digest, read.manifest);
    return { tag, digest: read.digest };
  });
  return { listed, states: await listedStill(options, states) };
}
