import { pushImage, pushIndex } from "../../scripts/images.mjs";
import type { Pushed } from "./proxied.js";

type Repo = Parameters<typeof pushImage>[0];
type Named = { readonly digest: string };

/** The tag that cosign gives an image's signature (`.sig`), attestation (`.att`) or SBOM (`.sbom`), and the OCI's fallback tag (nothing). */
export function attachmentTag({ digest }: Named, suffix: ".sig" | ".att" | ".sbom" | "" = ".sig"): string {
  return `${digest.replace(":", "-")}${suffix}`;
}

/** An image, the tags of its attachments, and the attachments themselves. */
export interface Signed {
  readonly image: Pushed;
  readonly tags: readonly string[];
  readonly attachments: readonly Pushed[];
}

/** Attaches a signature, an attestation and an SBOM, as cosign does. */
export async function attach(repo: Repo, image: Pushed): Promise<Signed> {
  const tags = ([".sig", ".att", ".sbom"] as const).map((suffix) => attachmentTag(image, suffix));
  const attachments: Pushed[] = [];
  for (const tag of tags) attachments.push(await pushImage(repo, [tag]));
  return { image, tags, attachments };
}

/** Pushes an untagged manifest that refers to another by its `subject`. */
export function pushReferrer(repo: Repo, { mediaType, digest, size }: Pushed): Promise<Pushed> {
  return pushImage(repo, [], { subject: { mediaType, digest, size } });
}

/** Attaches untagged manifests as clients do if a registry has no referrers API: an index of them under the fallback tag. */
export async function attachByFallback(repo: Repo, image: Pushed): Promise<Signed> {
  const referrers = [await pushReferrer(repo, image), await pushReferrer(repo, image)];
  const tag = attachmentTag(image, "");
  const index = await pushIndex(repo, [tag], referrers);
  return { image, tags: [tag], attachments: [index, ...referrers] };
}
