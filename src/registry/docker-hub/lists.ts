import { readDate } from "../../core/image/date.js";
import { isObject, textAt } from "../../core/base/json.js";
import {
  type Digest,
  isDigest,
  isRepositoryName,
  isTag,
  type RepositoryName,
  type Tag,
} from "../../core/names/reference.js";
import { odd } from "../beside/odd.js";
import type { HubAnswer } from "./answer.js";
import type { HubApi } from "./api.js";
import { hubRefusal } from "./refusals.js";

/** A tag as Docker Hub lists it. */
export interface HubTag {
  readonly tag: Tag;
  /** Absent where the list does not say it. */
  readonly digest?: Digest;
  /** The time of its last push, in milliseconds since 1970. */
  readonly pushed?: number;
}

// The most that it puts on a page.
const PAGE = 100;
const MAX_PAGES = 10_000;

/** Returns the path of a repository in the API. */
export function pathOf(repository: RepositoryName): string {
  const [namespace = "", name = ""] = repository.split("/");
  return `/v2/namespaces/${namespace}/repositories/${name}`;
}

/** Lists all tags through all pages. They are by number, so one that somebody deletes meanwhile can hide another. @throws {RegistryError | UnsureError} */
export async function listHubTags(api: HubApi, repository: RepositoryName): Promise<readonly HubTag[]> {
  const asked = { host: api.host, name: repository, doing: `listing the tags of ${repository}` };
  const items = await itemsOf(api, `${pathOf(repository)}/tags`, (answer) => hubRefusal(answer, asked));
  return items.map((item) => decodeTag(api.host, item));
}

/** Lists all repositories of a namespace. @throws {RegistryError | UnsureError} */
export async function listHubRepositories(
  api: HubApi,
  namespace: string,
): Promise<readonly RepositoryName[]> {
  const asked = { host: api.host, name: namespace, doing: `listing the repositories of ${namespace}` };
  const path = `/v2/namespaces/${namespace}/repositories`;
  const items = await itemsOf(api, path, (answer) => hubRefusal(answer, asked));
  return items.map((item) => {
    const name = `${namespace}/${textAt(item, "name") ?? ""}`;
    if (isRepositoryName(name)) return name;
    throw odd(api.host, "there is something in the list of repositories that is none");
  });
}

/** Returns what is on all pages of a list, each asked for by its number: an address that an answer names is not followed. */
async function itemsOf(
  api: HubApi,
  path: string,
  refusalOf: (answer: HubAnswer) => Error,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await api.ask({ method: "GET", path: `${path}?page=${page}&page_size=${PAGE}` });
    // Deletions of others can have made the list shorter than it said.
    if (answer.status === 404 && page > 1) return items;
    if (answer.status !== 200) throw refusalOf(answer);
    const { data } = answer;
    const results = isObject(data) ? data["results"] : undefined;
    if (!isObject(data) || !Array.isArray(results)) throw odd(api.host, "a list is none");
    items.push(...(results as readonly unknown[]));
    if (textAt(data, "next") === undefined) return items;
  }
  throw odd(api.host, "its pages have no end");
}

function decodeTag(host: string, item: unknown): HubTag {
  const tag = textAt(item, "name") ?? "";
  if (!isTag(tag)) throw odd(host, "there is something in the list of tags that is none");
  const digest = textAt(item, "digest");
  const pushed = readDate(textAt(item, "tag_last_pushed")) ?? readDate(textAt(item, "last_updated"));
  return {
    tag,
    ...(digest !== undefined && isDigest(digest) ? { digest } : {}),
    ...(pushed === undefined ? {} : { pushed }),
  };
}
