import type { Plan } from "../../core/plan/plan.js";
import { stayingImages } from "../../core/plan/plan-tags.js";
import { count } from "../../core/base/count.js";

/** The number of images that stay though a tag of theirs goes, as a suffix: ` (2 images stay)`; empty for none. */
export function stayingSuffix(images: number): string {
  return images === 0 ? "" : ` (${count(images, "image")} ${images === 1 ? "stays" : "stay"})`;
}

/** One line about these images, with an example; empty if there is none. */
export function aboutStaying(plan: Plan): readonly string[] {
  const untagged = plan.verdicts.flatMap((verdict) =>
    verdict.kind === "untag" && verdict.digest !== undefined ? [verdict] : [],
  );
  const [example] = [...untagged.filter((verdict) => verdict.with !== undefined), ...untagged];
  if (example === undefined) return [];
  const images = stayingImages(plan).length;
  const tags =
    untagged.length === 1
      ? "1 tag goes without its image"
      : `${untagged.length} tags go without their images`;
  const stay = images === 1 ? "1 image stays" : `${images} images stay`;
  const under = example.with === undefined ? "" : ` under ${example.with}`;
  return [
    `${tags}, and ${stay}, such as that of ${example.tag}${under}: that frees no space. untag: never keeps such tags`,
  ];
}
