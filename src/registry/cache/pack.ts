import { isObject, parseJson, textAt } from "../../core/base/json.js";
import { ACCEPTED_MEDIA_TYPES } from "../../core/image/media-type.js";
import { type Digest, isDigest, type Tag } from "../../core/names/reference.js";
import { contentDigest } from "../distribution/content-digest.js";
import type { RememberedManifests } from "../port/manifest-cache.js";

// A line of a pack: a manifest, or the digest that a tag pointed at.
const FORMAT = "prune-image-tags manifests 1";
/** The most bytes of a pack: the manifests of some ten thousand images. A repository with more is read anew each time, or a run's memory would hold them all. */
export const MOST_PACK_BYTES = 16 * 1024 * 1024;

/** The manifests of one repository that earlier runs read, as a text. What this run does not use is not written again, so it does not grow without an end. */
export class Pack implements RememberedManifests {
  readonly #bodies = new Map<Digest, string>();
  readonly #tags = new Map<Tag, Digest>();
  readonly #usedBodies = new Map<Digest, string>();
  readonly #usedTags = new Map<Tag, Digest>();
  #usedBytes = 0;
  /** True if the next run could learn from this one. */
  #isNews = false;

  /** @param text as `text` made it; a line that is none is passed over */
  constructor(text: string) {
    const [first, ...lines] = text.split("\n");
    if (first !== FORMAT) return;
    for (const line of lines) {
      const entry = parseJson(line);
      const digest = textAt(entry, "digest");
      if (digest === undefined || !isDigest(digest)) continue;
      const [body, tag] = [textAt(entry, "body"), textAt(entry, "tag")];
      if (body !== undefined) this.#bodies.set(digest, body);
      // A hint: whatever it is, it is compared with digests alone.
      else if (tag !== undefined) this.#tags.set(tag as Tag, digest);
    }
  }

  digestOf(tag: Tag): Digest | undefined {
    return this.#tags.get(tag);
  }

  bytesOf(digest: Digest): Buffer | undefined {
    const body = this.#bodies.get(digest);
    if (body === undefined) return undefined;
    const bytes = Buffer.from(body, "utf8");
    return contentDigest("sha256", bytes) === digest ? bytes : undefined;
  }

  note({ digest, body, tag }: { readonly digest: Digest; readonly body: Buffer; readonly tag?: Tag }): void {
    const text = body.toString("utf8");
    // What is written down is proven by its digest when it is read.
    if (!saysItsType(text) || !Buffer.from(text, "utf8").equals(body)) return;
    this.#isNews ||=
      this.#bodies.get(digest) !== text || (tag !== undefined && this.#tags.get(tag) !== digest);
    if (!this.#usedBodies.has(digest)) this.#usedBytes += text.length;
    if (this.#usedBytes > MOST_PACK_BYTES) this.#usedBodies.clear();
    else this.#usedBodies.set(digest, text);
    if (tag !== undefined) this.#usedTags.set(tag, digest);
  }

  /** Returns the text for the next run; `undefined` where it is the same, or would be too long. */
  text(): string | undefined {
    const hasLess = this.#usedBodies.size < this.#bodies.size || this.#usedTags.size < this.#tags.size;
    if (!this.#isNews && !hasLess) return undefined;
    const lines = [FORMAT];
    for (const [digest, body] of this.#usedBodies) lines.push(JSON.stringify({ digest, body }));
    for (const [tag, digest] of this.#usedTags) lines.push(JSON.stringify({ tag, digest }));
    const text = `${lines.join("\n")}\n`;
    // What is written down may be longer than what it stands for.
    return this.#usedBytes > MOST_PACK_BYTES || text.length > MOST_PACK_BYTES ? undefined : text;
  }
}

/** True if a body says itself what it is: the digest does not cover what a registry sends it as. Schema 1 says nothing that counts. */
function saysItsType(text: string): boolean {
  const body = parseJson(text);
  const type = isObject(body) ? body["mediaType"] : undefined;
  return typeof type === "string" && ACCEPTED_MEDIA_TYPES.includes(type);
}
