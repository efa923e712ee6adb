import { readDate } from "../../core/image/date.js";
import { isObject, textAt } from "../../core/base/json.js";
import { type Digest, isDigest, isTag, type Tag } from "../../core/names/reference.js";
import type { GitHubAnswer } from "./api.js";
import { odd } from "../beside/odd.js";
import { type Asked, githubRefusal } from "./refusals.js";

/** A version of a container package: a manifest. */
export interface PackageVersion {
  readonly id: number;
  readonly digest: Digest;
  readonly tags: readonly Tag[];
  /** The time of its push, in milliseconds since 1970. */
  readonly created: number;
  /** The time of its last change, in milliseconds since 1970: a tag that moves away from it is such a change. */
  readonly changed: number;
}

/** The most items that GitHub puts on a page. */
export const PAGE = 100;
const MAX_PAGES = 10_000;

/**
 * Returns the items of all pages of a list. Pages are asked for by their numbers: a Link header is believed that there is a next page, and not at which address.
 * @throws {RegistryError | UnsureError} where one is refused, or is no list
 */
export async function pages(
  ask: (page: number) => Promise<GitHubAnswer>,
  asked: Asked,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await ask(page);
    if (answer.status !== 200) throw githubRefusal(answer, asked);
    if (!Array.isArray(answer.data)) throw odd(asked.host, "a list is none");
    items.push(...(answer.data as readonly unknown[]));
    const link = String(answer.headers["link"] ?? "");
    if (answer.data.length < PAGE && !/\brel="?next\b/i.test(link)) return items;
  }
  throw odd(asked.host, "its pages have no end");
}

/** Reads a version from GitHub's description of it. @throws {UnsureError} where it is no container's */
export function decodeVersion(host: string, version: unknown): PackageVersion {
  const metadata = isObject(version) ? version["metadata"] : undefined;
  const container = isObject(metadata) ? metadata["container"] : undefined;
  const tags = isObject(container) ? container["tags"] : undefined;
  const id = isObject(version) ? version["id"] : undefined;
  const digest = textAt(version, "name") ?? "";
  const dates = ["created_at", "updated_at"].map((key) => readDate(textAt(version, key)));
  const [created, updated] = dates;
  const isWhole =
    Number.isSafeInteger(id) && isDigest(digest) && Array.isArray(tags) && tags.every(isTagText);
  if (!isWhole || created === undefined || updated === undefined) {
    throw odd(host, "there is something in the list of versions that is none of a container's");
  }
  return {
    id: Number(id),
    digest,
    tags: tags.filter(isTagText),
    created,
    changed: Math.max(created, updated),
  };
}

function isTagText(text: unknown): text is Tag {
  return typeof text === "string" && isTag(text);
}
