import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { getManifest } from "../../scripts/images.mjs";
import { isDelete, type Stage } from "./proxied.js";
import type { Answer, RecordedRequest, Rule } from "./proxy.js";

const CAPITALS = `sha256:${"A".repeat(64)}`;

/** The answers of Distribution 2.5.2 to the two questions for its age, as measured; those of 2.6.2 are the same but for the last. */
export const OLD_ANSWERS = {
  capitals: {
    status: 404,
    body: JSON.stringify({
      errors: [
        {
          code: "MANIFEST_UNKNOWN",
          message: "manifest unknown",
          detail: { Name: "team/app", Revision: CAPITALS },
        },
      ],
    }),
  },
  push: { status: 400, body: pushRefusal(true) },
  pushTo26: { status: 400, body: pushRefusal(false) },
} as const;

function pushRefusal(namesLayer: boolean): string {
  const unknown = (digit: string): object => ({
    code: "MANIFEST_BLOB_UNKNOWN",
    message: "blob unknown to registry",
    detail: `sha256:${digit.repeat(64)}`,
  });
  const address = [{ code: "UNKNOWN", message: "unknown error", detail: {} }, unknown("1")];
  return JSON.stringify({ errors: [unknown("0"), ...(namesLayer ? address : [])] });
}

export const asksForAge = ({ method, path }: RecordedRequest): boolean =>
  method === "GET" && path.endsWith(`/manifests/${CAPITALS}`);
export const asksByPush = ({ method, path }: RecordedRequest): boolean =>
  method === "PUT" && /\/manifests\/sha256:/.test(path);

/** An answer in JSON, in the place of the registry. */
export function answering(
  when: Rule["when"],
  { status, body }: { readonly status: number; readonly body: string },
): Rule {
  return { when, act: { kind: "answer", status, headers: { "content-type": "application/json" }, body } };
}

/** Has the registry's proxy answer as 2.5.2 does where that tells how old it is. */
export function pretendToBeOld({ proxy }: Pick<Stage, "proxy">): void {
  proxy.on(answering(asksForAge, OLD_ANSWERS.capitals));
  proxy.on(answering(asksByPush, OLD_ANSWERS.push));
}

/**
 * Has a registry on a disk delete as 2.5.2 does on S3: with the tags of a deleted digest all whose names begin with theirs. They are removed from the disk, for 2.8
 * deletes no tag alone.
 * @param isAsked true for the requests that do so; by default every deletion
 */
export function deleteByPrefix(
  { proxy, repo, storage }: Pick<Stage, "proxy" | "repo" | "storage">,
  isAsked: (request: RecordedRequest) => boolean = () => true,
): void {
  const folder = join(storage, "docker/registry/v2/repositories", repo.name, "_manifests/tags");
  const takeAlong = async ({ path }: RecordedRequest): Promise<void> => {
    const tags = await readdir(folder);
    const digests = await Promise.all(tags.map(async (tag) => (await getManifest(repo, tag)).digest));
    const own = tags.filter((_, index) => path.endsWith(`/${digests[index] ?? "none"}`));
    const others = tags.filter((tag) => own.some((start) => tag.startsWith(start) && tag !== start));
    for (const tag of others) await rm(join(folder, tag), { recursive: true });
  };
  proxy.on({
    when: (request) => isDelete(request) && isAsked(request),
    act: { kind: "before", run: takeAlong },
  });
}

/** An answer whose body is a web page of something in front of the registry. */
export const PAGE: Pick<Answer, "status"> & { readonly body: string } = {
  status: 403,
  body: "<html><body>Forbidden</body></html>",
};
