import { pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { newRepository } from "../support/pruning.js";
import type { Pushed } from "../support/proxied.js";
import { signatureOf } from "../support/restoring.js";
import type { Random } from "./random.js";

/** A repository that is filled at random, with all kinds of images that a prune treats in their own ways. */
export async function fillAtRandom(base: string, random: Random): Promise<ReturnType<typeof newRepository>> {
  const repo = newRepository(base);
  const shared = await pushImage(repo, []);
  const images: Pushed[] = [];
  const count = 4 + random.int(4);
  for (let number = 1; number <= count; number += 1) {
    const tag = `3.3.0-alpha.${String(number)}`;
    const image = random.chance(0.4)
      ? await pushIndex(repo, [tag], [shared, await pushImage(repo, [])])
      : await pushImage(repo, [tag]);
    images.push(image);
    if (random.chance(0.3)) await pushImage(repo, [signatureOf(image, ".sig")]);
    if (random.chance(0.3)) await attach(repo, image);
  }
  if (random.chance(0.5)) await rename(repo, random.pick(images), "latest");
  if (random.chance(0.5)) await rename(repo, random.pick(images), "3.2.0");
  return repo;
}

/** Attaches an SBOM to an image, with the fallback index that lists it. */
async function attach(repo: ReturnType<typeof newRepository>, subject: Pushed): Promise<void> {
  const { mediaType, digest, size } = subject;
  const sbom = await pushImage(repo, [], { subject: { mediaType, digest, size } });
  await pushIndex(repo, [signatureOf(subject)], [sbom]);
}

async function rename(
  repo: ReturnType<typeof newRepository>,
  { mediaType, bytes }: Pushed,
  tag: string,
): Promise<void> {
  await putManifest(repo, tag, mediaType, bytes);
}
