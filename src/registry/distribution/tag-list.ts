import { UnsureError } from "../../core/base/errors.js";
import { isTag, type RepositoryName, type Tag } from "../../core/names/reference.js";
import type { Call } from "./requests.js";
import type { HttpResponse } from "../http/message.js";
import { namesOn, type PagedList, pagesOf, refuseTooMany } from "../http/pages.js";
import { isPage, saysNotThere } from "./words/answers.js";
import { refusal } from "./refusals.js";

const LONGEST_NAME = 128;
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
    ask: (page) =>
      call(repository, { method: "GET", path: page, accept: ["application/json"], precedesMany: true }),
  };
  const tags = new Set<Tag>();
  for await (const { isFirst, response } of pagesOf(list)) {
    if (isFirst && saysNotThere("tags", response)) return undefined;
    if (response.status !== 200) throw refusal(host, response, `listing the tags of ${repository}`);
    for (const tag of decodeTags(list, response, repository)) tags.add(tag);
    refuseTooMany(list, tags.size);
  }
  return [...tags];
}

function decodeTags(list: PagedList, response: HttpResponse, repository: RepositoryName): readonly Tag[] {
  if (isPage(response)) throw refusal(list.base.host, response, "listing tags");
  const aboutStray = (name: string): UnsureError => strayTag(list, repository, name);
  return namesOn(list, response, { isName: isTag, what: "a tag", aboutStray });
}

/** Makes the error for what is listed and can be no tag. Distribution lists whatever stands in the folder of its tags (measured, 2.8.2 and 3.1.1). */
function strayTag({ base }: PagedList, repository: RepositoryName, name: string): UnsureError {
  const shown = JSON.stringify(name)
    .slice(1, -1)
    .replace(/[^\u0020-\u007e]/g, "?")
    .slice(0, LONGEST_NAME);
  return new UnsureError(
    `the list of tags that ${base.host} sent can't be trusted: there is something in it that is not a tag, ${shown}`,
    `If the registry's files are on a disk, it is docker/registry/v2/repositories/${repository}/_manifests/tags/${shown}, which no registry has put there ` +
      "(a NAS makes @eaDir, macOS .DS_Store, a file system lost+found). Take it away, and run again; nothing is decided on such a list.",
  );
}
