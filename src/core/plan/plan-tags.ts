import type { Digest, Tag } from "../names/reference.js";
import { goes } from "../policy/verdict.js";
import type { Plan } from "./plan.js";

/** Returns the tags of a plan that go, with their image or without it, in the order decided. */
export function goingTags({ verdicts }: Pick<Plan, "verdicts">): readonly Tag[] {
  return verdicts.filter(goes).map(({ tag }) => tag);
}

/** Returns the tags of a plan that stay, in the order decided. */
export function stayingTags({ verdicts }: Pick<Plan, "verdicts">): readonly Tag[] {
  return verdicts.filter((verdict) => !goes(verdict)).map(({ tag }) => tag);
}

/** Returns the images that stay though a tag of theirs goes, each once. @param gone the tags that went; by default all that the plan deletes */
export function stayingImages(plan: Plan, gone: readonly Tag[] = goingTags(plan)): readonly Digest[] {
  const names = new Set(gone);
  const digests = plan.verdicts.flatMap((verdict) =>
    verdict.kind === "untag" && names.has(verdict.tag) ? (verdict.digest ?? []) : [],
  );
  return [...new Set(digests)];
}
