import { count } from "../../core/base/count.js";
import { listed } from "../../core/base/words.js";
import { stayingTags } from "../../core/plan/plan-tags.js";
import { type SizedPlan, totalReclaimable } from "../words/records.js";
import { amount } from "../words/wording.js";

const MOST_NAMES = 4;

/** The question before a deletion, with what is at stake: tags, images without a tag, bytes, and repositories by their names. @param then what follows the deletion */
export function deletionQuestion(plans: readonly SizedPlan[], then = ""): string {
  const deletions = plans.flatMap(({ plan }) => plan.deletions);
  const tags = deletions.flatMap((deletion) => deletion.tags).length;
  const bare = deletions.filter((deletion) => deletion.tags.length === 0 && deletion.parents.length === 0);
  const things = [
    ...(tags > 0 || bare.length === 0 ? [count(tags, "tag")] : []),
    ...(bare.length === 0 ? [] : [`${count(bare.length, "image")} without a tag`]),
  ];
  const freed = totalReclaimable(plans);
  const bytes = freed.bytes === 0 ? "" : ` (${amount(freed)})`;
  const staying = plans.flatMap(({ plan }) => stayingTags(plan)).length;
  const stay = `${count(staying, "tag")} ${staying === 1 ? "stays" : "stay"}.`;
  return `Delete ${listed(things, "and")}${bytes} from ${places(plans)}${then}? ${stay}`;
}

function places(plans: readonly SizedPlan[]): string {
  const names = plans.map(({ repository }) => repository);
  if (names.length === 1) return names.join("");
  const more = names.length - MOST_NAMES;
  const shown = more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names;
  return `${names.length} repositories (${listed(shown, "and")})`;
}
