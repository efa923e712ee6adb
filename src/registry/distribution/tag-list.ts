import { isTag, type RepositoryName, type Tag } from "../../core/names/reference.js";
import type { Call } from "./requests.js";
import type { HttpResponse } from "../http/message.js";
import { namesOn, type PagedList, pagesOf, refuseTooMany } from "../http/pages.js";
import { isPage, saysNotThere } from "./words/answers.js";
import { refusal } from "./refusals.js";

// Without `n`: 3.1.x on S3 loses tags when it pages (measured), and 2.8 does not page at all.
const PATH = "tags/list";

/**
 * Lists all tags, through all pages (distribution spec, "Listing Tags"), each once; `undefined` where the registry does not know the repository.
 * @throws {RegistryError | UnsureError} where the list can't be trusted to be whole
 */
export async function listTags(
  base: URL,
  call: Call,
  repository: RepositoryName,
): Promise<readonly Tag[] | undefined> {
  const { host } = base;
  const list: PagedList = {
    of: "tags",
    base,
    first: PATH,
    ask: (page) => call(repository, { method: "GET", path: page, accept: ["application/json"] }),
  };
  const tags = new Set<Tag>();
  for await (const { isFirst, response } of pagesOf(list)) {
    if (isFirst && saysNotThere("tags", response)) return undefined;
    if (response.status !== 200) throw refusal(host, response, `listing the tags of ${repository}`);
    for (const tag of decodeTags(list, response)) tags.add(tag);
    refuseTooMany(list, tags.size);
  }
  return [...tags];
}

function decodeTags(list: PagedList, response: HttpResponse): readonly Tag[] {
  if (isPage(response)) throw refusal(list.base.host, response, "listing tags");
  return namesOn(list, response, { isName: isTag, what: "a tag" });
}
