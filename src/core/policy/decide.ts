import { inOrderOfCutting, roomFor, sizeWithout } from "./budget.js";
import type { Budget, Decision, Settled } from "./decision.js";
import type { Snapshot } from "../image/graph.js";
import { type Leaning, leaningOf, overBudget, type Rules, rulesOf, unreadDates } from "./own-verdict.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest } from "../names/reference.js";
import type { Ranked, Standing } from "./ranks.js";
import { settle } from "./propagate.js";
import { goes } from "./verdict.js";

/** A standing, and which way its tag leans. */
interface Leant {
  readonly standing: Standing;
  readonly leaning: Leaning;
}

/** Decides about every tag. Whatever keeps a tag wins over whatever would delete it. */
export function decide(places: readonly Standing[], snapshot: Snapshot, policy: RetentionPolicy): Decision {
  const rules = rulesOf(snapshot, policy);
  const leant = places.map((standing) => ({ standing, leaning: leaningOf(standing, rules) }));
  const decision = unlessYoung(leant, rules);
  const { maxSize } = policy;
  if (maxSize === undefined || decision.unread.length > 0) return decision;
  return withinBudget(leant, { rules, decision, maxSize });
}

/** Settles; but what would go and may turn out to be young stays as long as its date was not read. */
function unlessYoung(leant: readonly Leant[], rules: Rules): Decision {
  const settled = settle(
    leant.map(({ leaning }) => leaning),
    rules,
  );
  if (rules.policy.rules.every(({ keepYoungerThan }) => keepYoungerThan === undefined)) {
    return { ...settled, unread: [] };
  }
  const going = new Set(settled.verdicts.filter(goes).map(({ tag }) => tag));
  const doubtful = leant.flatMap(({ standing }) => {
    const unread = going.has(standing.tag) ? unreadDates(standing, rules.snapshot) : [];
    return unread.length === 0 ? [] : [{ standing, unread }];
  });
  if (doubtful.length === 0) return { ...settled, unread: [] };
  const waiting = new Set(doubtful.map(({ standing }) => standing));
  const patient = leant.map(({ standing, leaning }): Leaning => {
    if (leaning.kind !== "delete" || !waiting.has(standing)) return leaning;
    return { ...leaning, kind: "keep", reason: { kind: "date-unread" } };
  });
  return { ...settle(patient, rules), unread: doubtful.flatMap(({ unread }) => unread) };
}

interface Budgeting {
  readonly rules: Rules;
  /** What is decided without the budget. */
  readonly decision: Decision;
  readonly maxSize: number;
}

/** Settles, with everything going that there is no room for. */
function withinBudget(leant: readonly Leant[], { rules, decision, maxSize }: Budgeting): Decision {
  const { snapshot } = rules;
  const cuttable = cuttableOf(leant);
  const without = (fits: ReadonlySet<Digest>): Settled => {
    const cut = new Set<Standing["place"]>(cuttable.filter(({ digest }) => !fits.has(digest)));
    return settle(
      leant.map(({ standing, leaning }) => cutLeaning(standing, leaning, { cut, maxSize })),
      rules,
    );
  };
  const least = without(new Set());
  const images = [...new Set(cuttable.map(({ digest }) => digest))];
  // What stays anyhow takes no room: to take a tag from it would free nothing.
  const fits = new Set(images.filter((image) => !least.doomed.has(image)));
  const crowd = images.filter((image) => !fits.has(image));
  for (const image of roomFor(crowd, least.doomed, { snapshot, maxSize })) fits.add(image);
  const budgetOf = ({ doomed }: Settled): Budget => ({
    maxSize,
    least: sizeWithout(least.doomed, snapshot),
    stays: sizeWithout(doomed, snapshot),
  });
  if (images.every((image) => fits.has(image))) return { ...decision, budget: budgetOf(decision) };
  // Young images stay whatever the budget is, so all ages are to be known before it is shared out.
  const unread = leant.flatMap(({ standing }) => unreadDates(standing, snapshot));
  if (unread.length > 0) return { ...decision, unread };
  const settled = without(fits);
  return { ...settled, unread: [], budget: budgetOf(settled) };
}

/** What only its rank keeps, and the budget may take, in the order in which it gets room. */
function cuttableOf(leant: readonly Leant[]): readonly Ranked[] {
  const newest = leant.flatMap(({ standing: { place }, leaning }) =>
    place.kind === "ranked" && leaning.kind === "keep" && leaning.reason.kind === "newest" ? [place] : [],
  );
  return inOrderOfCutting(newest);
}

function cutLeaning(
  { tag, place }: Standing,
  leaning: Leaning,
  { cut, maxSize }: { readonly cut: ReadonlySet<Standing["place"]>; readonly maxSize: number },
): Leaning {
  if (place.kind !== "ranked" || !cut.has(place)) return leaning;
  return { kind: "delete", tag, digest: place.digest, reason: overBudget(place, maxSize) };
}
