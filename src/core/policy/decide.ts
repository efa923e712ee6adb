import { inOrderOfCutting, roomFor, sizeWithout } from "./budget.js";
import type { Budget, Decision, PropagatedVerdicts } from "./decision.js";
import type { Snapshot } from "../image/graph.js";
import { type Facts, factsOf } from "./facts.js";
import { type OwnVerdict, ownVerdictOf, overBudget, unreadDates } from "./own-verdict.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest } from "../names/reference.js";
import type { Ranked, Standing } from "./ranks.js";
import { propagateKeeps } from "./propagate.js";
import { goes } from "./verdict.js";

/** A standing with the verdict that the tag has by it alone. */
interface Judged {
  readonly standing: Standing;
  readonly own: OwnVerdict;
}

/** Decides about every tag. A reason to keep a tag wins over every reason to delete it. */
export function decide(places: readonly Standing[], snapshot: Snapshot, policy: RetentionPolicy): Decision {
  const facts = factsOf(snapshot, policy);
  const judged = places.map((standing) => ({ standing, own: ownVerdictOf(standing, facts) }));
  const decision = unlessYoung(judged, facts);
  const { maxSize } = policy;
  if (maxSize === undefined || decision.unread.length > 0) return decision;
  return withinBudget(judged, { facts, decision, maxSize });
}

/** Decides without the budget. A tag that would go, and whose image may turn out to be young, stays as long as the date was not read. */
function unlessYoung(judged: readonly Judged[], facts: Facts): Decision {
  const settled = propagateKeeps(
    judged.map(({ own }) => own),
    facts,
  );
  if (facts.policy.rules.every(({ keepYoungerThan }) => keepYoungerThan === undefined)) {
    return { ...settled, unread: [] };
  }
  const going = new Set(settled.verdicts.filter(goes).map(({ tag }) => tag));
  const doubtful = judged.flatMap(({ standing }) => {
    const unread = going.has(standing.tag) ? unreadDates(standing, facts.snapshot) : [];
    return unread.length === 0 ? [] : [{ standing, unread }];
  });
  if (doubtful.length === 0) return { ...settled, unread: [] };
  const waiting = new Set(doubtful.map(({ standing }) => standing));
  const patient = judged.map(({ standing, own }): OwnVerdict => {
    if (own.kind !== "delete" || !waiting.has(standing)) return own;
    return { ...own, kind: "keep", reason: { kind: "date-unread" } };
  });
  return { ...propagateKeeps(patient, facts), unread: doubtful.flatMap(({ unread }) => unread) };
}

interface Budgeting {
  readonly facts: Facts;
  /** The decision without the budget. */
  readonly decision: Decision;
  readonly maxSize: number;
}

/** Decides with the budget: what it has no room for goes. */
function withinBudget(judged: readonly Judged[], { facts, decision, maxSize }: Budgeting): Decision {
  const { snapshot } = facts;
  const cuttable = cuttableOf(judged);
  const without = (fits: ReadonlySet<Digest>): PropagatedVerdicts => {
    const cut = new Set<Standing["place"]>(cuttable.filter(({ digest }) => !fits.has(digest)));
    return propagateKeeps(
      judged.map(({ standing, own }) => cutVerdict(standing, own, { cut, maxSize })),
      facts,
    );
  };
  const least = without(new Set());
  const images = [...new Set(cuttable.map(({ digest }) => digest))];
  // An image that stays anyhow needs no room: to delete a tag of it would free nothing.
  const fits = new Set(images.filter((image) => !least.doomed.has(image)));
  const crowd = images.filter((image) => !fits.has(image));
  const room = roomFor(crowd, least.doomed, { snapshot, maxSize });
  if (room.unmeasured.length > 0) return { ...decision, unmeasured: room.unmeasured };
  for (const image of room.fits) fits.add(image);
  const budgetOf = ({ doomed }: PropagatedVerdicts): Budget => ({
    maxSize,
    least: sizeWithout(least.doomed, snapshot),
    stays: sizeWithout(doomed, snapshot),
  });
  if (images.every((image) => fits.has(image))) return { ...decision, budget: budgetOf(decision) };
  // Young images stay whatever the budget is, so all ages are to be known before it is shared out.
  const unread = judged.flatMap(({ standing }) => unreadDates(standing, snapshot));
  if (unread.length > 0) return { ...decision, unread };
  const settled = without(fits);
  return { ...settled, unread: [], budget: budgetOf(settled) };
}

/** Returns the places that only their rank keeps, which the budget may delete, in the order in which they get room. */
function cuttableOf(judged: readonly Judged[]): readonly Ranked[] {
  const newest = judged.flatMap(({ standing: { place }, own }) =>
    place.kind === "ranked" && own.kind === "keep" && own.reason.kind === "newest" ? [place] : [],
  );
  return inOrderOfCutting(newest);
}

function cutVerdict(
  { tag, place }: Standing,
  own: OwnVerdict,
  { cut, maxSize }: { readonly cut: ReadonlySet<Standing["place"]>; readonly maxSize: number },
): OwnVerdict {
  if (place.kind !== "ranked" || !cut.has(place)) return own;
  return { kind: "delete", tag, digest: place.digest, reason: overBudget(place, maxSize) };
}
