import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { describeReason } from "../../src/report/words/reasons.js";
import { useDistribution } from "../support/distributions.js";
import {
  ECR_KEYS,
  type EcrBehind,
  type EcrFaults,
  type EcrRequest,
  startEcrApi,
} from "../support/ecr-api.js";
import type { Proxied } from "../support/proxied.js";
import { tag } from "../support/snapshots.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/** Amazon ECR: a local server that follows its published API, in front of a real Distribution 3.1.1 that refuses to delete a tag in the standard way. */
const start = useDistribution("3.1.1");
const ALL = ["1.0.0", "1.1.0", "stable"];

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", ECR_KEYS.id);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", ECR_KEYS.secret);
  vi.stubEnv("AWS_SESSION_TOKEN", ECR_KEYS.token);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

interface Ecr extends Proxied {
  readonly digest: string;
  readonly requests: readonly EcrRequest[];
  readonly prune: () => Promise<Pruned>;
}

/** 1.0.0, which goes, is the image of `stable`, which stays; 1.1.0 is the newest. */
async function startEcr(made: Proxied, faults: EcrFaults = {}): Promise<Ecr> {
  const { proxy, repo, image } = made;
  const { digest } = await pushImage(repo, ["1.0.0", "stable"]);
  await pushImage(repo, ["1.1.0"]);
  proxy.on({
    when: ({ method, path }) => method === "DELETE" && /\/manifests\/(?!sha256:)/.test(path),
    act: {
      kind: "answer",
      status: 405,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ errors: [{ code: "UNSUPPORTED", message: "The operation is unsupported." }] }),
    },
  });
  const { place, requests } = await startEcrApi(behind(repo.base), faults);
  return { ...made, digest, requests, prune: () => runPrune({ image, keep: "1" }, {}, { ecr: place }) };
}

function behind(base: string): EcrBehind {
  const urlOf = (repository: string, tag: string): string => `${base}/v2/${repository}/manifests/${tag}`;
  const accept =
    "application/vnd.oci.image.manifest.v1+json,application/vnd.docker.distribution.manifest.v2+json";
  return {
    digestOf: async (repository, tag) => {
      const { ok, headers } = await fetch(urlOf(repository, tag), { method: "HEAD", headers: { accept } });
      return ok ? (headers.get("docker-content-digest") ?? undefined) : undefined;
    },
    untag: async (repository, tag) => {
      await fetch(urlOf(repository, tag), { method: "DELETE" });
    },
  };
}

const tagsOf = async ({ repo }: Proxied): Promise<readonly string[]> => [...(await listTags(repo))].sort();

/** Why a tag stays, in words. */
function reasonOf(pruned: Pruned, tag: string): string {
  const verdict = applied(pruned).plan.verdicts.find((one) => one.tag === tag);
  return verdict === undefined ? "no verdict" : describeReason(verdict);
}

describe("ECR's API", () => {
  test("deletes a tag whose image another tag keeps, after one that nobody gave", async ({ skip }) => {
    const ecr = await startEcr(await start(skip));
    const pruned = await ecr.prune();
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted"]);
    expect(await tagsOf(ecr)).toEqual(["1.1.0", "stable"]);
    await pullImage(ecr.repo, ecr.digest);
    expect(ecr.requests.map(({ tag }) => tag)).toEqual([expect.not.stringMatching(/^\d/), "1.0.0"]);
  });

  test("gets a signature; neither it nor the registry gets the secret, and a log masks secret and token", async ({
    skip,
  }) => {
    const ecr = await startEcr(await start(skip));
    const pruned = await ecr.prune();
    expect(pruned.secrets).toEqual(expect.arrayContaining([ECR_KEYS.secret, ECR_KEYS.token]));
    const { id, secret, token } = ECR_KEYS;
    expect(JSON.stringify(ecr.requests)).not.toContain(secret);
    const atRegistry = JSON.stringify(ecr.proxy.requests);
    for (const own of [id, secret, token]) expect(atRegistry).not.toContain(own);
    const told = JSON.stringify([pruned.result, pruned.events]);
    for (const own of [secret, token]) expect(told).not.toContain(own);
  });

  test("is not asked for a tag that was moved after the look", async ({ skip }) => {
    const ecr = await startEcr(await start(skip));
    // The list of the batch's look has been answered by then, and 1.0.0 is asked for once more, straight before.
    let seen = 0;
    ecr.proxy.on({
      when: ({ method, path }) => method === "HEAD" && path.endsWith("/manifests/1.0.0") && (seen += 1) === 2,
      act: { kind: "before", run: () => pushImage(ecr.repo, ["1.0.0"]) },
    });
    const pruned = await ecr.prune();
    expect(applied(pruned).deletions).toMatchObject([{ kind: "spared", reason: { kind: "tags-moved" } }]);
    expect(await tagsOf(ecr)).toEqual(ALL);
    expect(ecr.requests).toHaveLength(1);
  });

  test("says at which image a tag was that somebody moved in the moment of its deletion", async ({
    skip,
  }) => {
    const made = await start(skip);
    let moved = "";
    const before = async (): Promise<void> => {
      moved = (await pushImage(made.repo, ["1.0.0"])).digest;
    };
    const ecr = await startEcr(made, { before });
    const [only] = applied(await ecr.prune()).deletions;
    const message = expect.stringContaining(moved) as string;
    expect(only).toMatchObject({ kind: "failed", error: { kind: "unproven", message } });
  });

  test("is not asked for the last tag of an image that stays as a part of an index", async ({ skip }) => {
    const ecr = await startEcr(await start(skip));
    const { repo, proxy } = ecr;
    await pushIndex(repo, ["2.0.0"], [ecr.digest]);
    // stable goes to the index after the plan, when the batch looks at the tags again.
    proxy.on({
      when: ({ method, path }) => method === "HEAD" && path.endsWith("/manifests/stable"),
      times: 1,
      act: { kind: "before", run: () => pushIndex(repo, ["stable"], [ecr.digest]) },
    });
    const pruned = await ecr.prune();
    const last = applied(pruned).deletions.find(({ deletion }) => deletion.tags.includes(tag("1.0.0")));
    expect(last).toMatchObject({ kind: "spared", reason: { kind: "last-tag" } });
    expect(await tagsOf(ecr)).toContain("1.0.0");
    await pullImage(repo, ecr.digest);
  });

  test("may break off: what is gone is deleted", async ({ skip }) => {
    const ecr = await startEcr(await start(skip), { breaks: true });
    expect(applied(await ecr.prune()).deletions.map(({ kind }) => kind)).toEqual(["deleted"]);
    expect(await tagsOf(ecr)).toEqual(["1.1.0", "stable"]);
  });

  test.for(["ImageReferencedByManifestList", "ImageTagDoesNotMatchDigest", "KmsError"])(
    "tells its failure %s, and the tag stays",
    async (failure, { skip }) => {
      const ecr = await startEcr(await start(skip), { failure });
      const [only] = applied(await ecr.prune()).deletions;
      const message = expect.stringContaining(failure) as string;
      expect(only).toMatchObject({
        kind: "failed",
        isUndone: true,
        error: { kind: "not-deletable", message },
      });
      expect(await tagsOf(ecr)).toEqual(ALL);
    },
  );
});

describe("the tag stays, and is told why,", () => {
  test.for<[string, EcrFaults, NodeJS.ProcessEnv, RegExp]>([
    [
      "without keys",
      {},
      { AWS_ACCESS_KEY_ID: "" },
      /AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set/,
    ],
    ["with a wrong id", {}, { AWS_ACCESS_KEY_ID: "AKIAWRONG" }, /does not take the keys/],
    ["with a wrong secret", {}, { AWS_SECRET_ACCESS_KEY: "wrong" }, /does not take the keys/],
    ["with the token of another session", {}, { AWS_SESSION_TOKEN: "other" }, /does not take the keys/],
    [
      "without the right",
      { error: { status: 403, type: "AccessDeniedException" } },
      {},
      /ecr:BatchDeleteImage/,
    ],
    [
      "without the right (400)",
      { error: { status: 400, type: "AccessDeniedException" } },
      {},
      /ecr:BatchDeleteImage/,
    ],
    ["where it says yes to a tag that nobody gave", { saysYes: true }, {}, /does not show/],
    ["where it fails", { error: { status: 500, type: "ServerException" } }, {}, /does not show/],
  ])("%s", async ([, faults, environment, why], { skip }) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const ecr = await startEcr(await start(skip), faults);
    const pruned = await ecr.prune();
    expect(reasonOf(pruned, "1.0.0")).toMatch(why);
    expect(await tagsOf(ecr)).toEqual(ALL);
    expect(ecr.requests.filter(({ tag }) => ALL.includes(tag))).toEqual([]);
  });
});

test("a host that is not ECR's gets no signature, whatever keys there are", async ({ skip }) => {
  const made = await start(skip);
  const ecr = await startEcr(made);
  const { secrets } = await runPrune({ image: ecr.image, keep: "1" });
  // They are told to be masked where they are first used.
  expect(secrets).not.toContain(ECR_KEYS.secret);
  expect(ecr.requests).toEqual([]);
  expect(JSON.stringify(made.proxy.requests)).not.toContain(ECR_KEYS.id);
  expect(await tagsOf(ecr)).toEqual(ALL);
});
