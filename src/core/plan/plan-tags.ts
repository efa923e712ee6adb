import type { Tag } from "../names/reference.js";
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
