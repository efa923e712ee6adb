import { UnsureError } from "../core/errors.js";
import { isObject, parseJson } from "../core/json.js";
import { isTag, type RepositoryName, type Tag } from "../core/reference.js";
import type { Call } from "./distribution.js";
import type { HttpResponse } from "./http.js";
import { nextPage } from "./link.js";
import { isHtml, isRegistrys404, refusal } from "./refusals.js";

// Without `n`: 3.1.x on S3 loses tags when it pages (measured), and 2.8 does not page at all.
const PATH = "tags/list";
const MAX_PAGES = 10_000;

/**
 * All tags, through all pages (distribution spec, "Listing Tags"), each once; `undefined` where the registry does not know the repository.
 * @throws {RegistryError | UnsureError} where the list can't be trusted to be whole
 */
export async function listTags(
  base: URL,
  call: Call,
  repository: RepositoryName,
): Promise<readonly Tag[] | undefined> {
  const { host } = base;
  const tags = new Set<Tag>();
  let page: string | URL | undefined = PATH;
  for (let pages = 0; page !== undefined; pages += 1) {
    if (pages === MAX_PAGES) throw truncated(host, "its pages have no end");
    const response = await call(repository, { method: "GET", path: page, accept: ["application/json"] });
    if (pages === 0 && isRegistrys404(response)) return undefined;
    if (response.status !== 200) throw refusal(host, response, `listing the tags of ${repository}`);
    for (const tag of decodeTags(host, response)) tags.add(tag);
    page = nextPage(response, base.origin);
  }
  return [...tags];
}

function decodeTags(host: string, response: HttpResponse): readonly Tag[] {
  if (isHtml(response)) throw refusal(host, response, "listing tags");
  const body = parseJson(response.body.toString("utf8"));
  if (!isObject(body) || !("tags" in body)) throw truncated(host, "it is not the JSON that the API asks for");
  const { tags } = body;
  // Distribution 2.8 says null where the last tag was deleted.
  if (tags === null) return [];
  if (!Array.isArray(tags)) throw truncated(host, "it is not a list");
  return tags.map((tag: unknown) => {
    if (typeof tag === "string" && isTag(tag)) return tag;
    throw truncated(host, "there is something in it that is not a tag");
  });
}

function truncated(host: string, why: string): UnsureError {
  return new UnsureError(
    `the list of tags that ${host} sent can't be trusted: ${why}`,
    "Nothing is decided on part of a list. Look at the registry and what stands in front of it, and run again.",
  );
}
