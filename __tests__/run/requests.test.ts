import { describe, expect, test } from "vitest";
import { pushImage, pushIndex } from "../../scripts/images.mjs";
import { useDistribution } from "../support/distributions.js";
import type { Proxied, Stage } from "../support/proxied.js";
import { applied, runPrune } from "../support/pruning.js";
import { startTokenStage } from "../support/token-registry.js";

/** What a push costs the registry afterwards: eleven tags, of which one goes. */
const TAGS = Array.from({ length: 11 }, (_, index) => `3.3.0-alpha.${index + 1}`);

/** Each request, by its method and its path below the repository. */
function requestsOf({ proxy, repo }: Pick<Stage, "proxy" | "repo">): readonly string[] {
  return proxy.requests.map(({ method, path }) => `${method} ${path.replace(`/v2/${repo.name}/`, "")}`);
}

const isOfManifest = (name: string): boolean => /^(?:GET|HEAD) manifests\//.test(name);

/** What is asked besides the manifests, without what differs from run to run, sorted: some of it is asked at once. */
function othersOf(made: Pick<Stage, "proxy" | "repo">): readonly string[] {
  return requestsOf(made)
    .filter((name) => !isOfManifest(name))
    .map((name) => name.replace(/sha256:(?!0{64}).{64}/, "…").replace(/(?<=check-).+/, "…"))
    .sort();
}

/** How often each manifest is asked for by this method, at the most. */
function mostOf(made: Pick<Stage, "proxy" | "repo">, method: string): number {
  const names = requestsOf(made).filter((name) => isOfManifest(name) && name.startsWith(method));
  return Math.max(...names.map((name) => names.filter((other) => other === name).length));
}

type Repo = Proxied["repo"];

async function pushPlain(repo: Repo): Promise<number> {
  for (const tag of TAGS) await pushImage(repo, [tag]);
  return TAGS.length;
}

/** As buildx pushes them: an index each, with an image and an attestation. */
async function pushIndexes(repo: Repo): Promise<number> {
  for (const tag of TAGS) {
    await pushIndex(repo, [tag], [await pushImage(repo, []), await pushImage(repo, [])]);
  }
  return 3 * TAGS.length;
}

const REST = [
  "GET tags/list",
  "GET referrers/…",
  `DELETE manifests/sha256:${"0".repeat(64)}`,
  "GET tags/list",
  "DELETE manifests/…",
  "GET tags/list",
].sort();

async function prune(made: Pick<Stage, "image">): Promise<void> {
  const image = `${made.image}:${TAGS.at(-1) ?? ""}`;
  expect(applied(await runPrune({ image, keep: "10" })).deleted).toEqual([TAGS[0]]);
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test.for([
    ["one image each", pushPlain, REST],
    ["an index of two each", pushIndexes, [...REST, "DELETE manifests/…", "DELETE manifests/…"].sort()],
  ] as const)(
    "with %s a manifest is asked for three times at the most, and little else",
    async ([, push, rest], { skip }) => {
      const made = await stage(skip);
      const manifests = await push(made.repo);
      await prune(made);
      expect(othersOf(made)).toEqual(rest);
      expect(made.proxy.requests.length).toBeLessThanOrEqual(3 * manifests + 8);
      // Read for the plan, and at the end.
      expect(mostOf(made, "GET")).toBe(2);
      // What was read is not fetched again to see that a tag still points at it.
      expect(mostOf(made, "HEAD")).toBe(1);
    },
  );
});

test("signing in costs two more, a refusal and a token for the whole run", async () => {
  const made = await startTokenStage();
  const manifests = await pushPlain(made.repo);
  await prune(made);
  expect(othersOf(made)).toEqual(["GET tags/list", ...REST].sort());
  expect(made.tokens.requests).toHaveLength(1);
  expect(made.proxy.requests.length + made.tokens.requests.length).toBeLessThanOrEqual(3 * manifests + 8);
});
