import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pushImage, type Repo } from "../../scripts/images.mjs";

const DAYS = 24 * 60 * 60 * 1000;

/** A repository whose `main` was pushed twice, the first time ten days ago, and one whose only tag is deleted. */
export async function litter(
  base: string,
  storage: string,
): Promise<{ readonly repo: Repo; readonly old: { readonly digest: string } }> {
  const repo = { base, name: "team/app" };
  const old = await pushImage(repo, ["main"], { seed: "main, old" });
  const now = await pushImage(repo, ["main", "1.0.0"], { seed: "main, new" });
  const manifests = join(storage, "docker/registry/v2/repositories/team/app/_manifests");
  const hex = (digest: string): string => digest.replace("sha256:", "");
  const longAgo = new Date(Date.now() - 10 * DAYS);
  for (const link of [
    `revisions/sha256/${hex(old.digest)}/link`,
    `tags/main/index/sha256/${hex(old.digest)}/link`,
    `tags/main/index/sha256/${hex(now.digest)}/link`,
    "tags/main/current/link",
  ]) {
    await utimes(join(manifests, link), longAgo, longAgo);
  }
  const gone = { base, name: "team/gone" };
  const { digest } = await pushImage(gone, ["1.0.0"], { seed: "gone" });
  await fetch(`${base}/v2/team/gone/manifests/${digest}`, { method: "DELETE" });
  // What is younger than a second may belong to a push that is under way.
  await sleep(1100);
  return { repo, old };
}

/** What a registry lists of its repositories. */
export async function catalog(base: string): Promise<unknown> {
  return (await fetch(`${base}/v2/_catalog`)).json();
}
