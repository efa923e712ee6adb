import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { useDistribution } from "../support/distributions.js";
import { isDelete, isProbe, pulledTags, type Stage } from "../support/proxied.js";
import type { RecordedRequest } from "../support/proxy.js";
import { applied, failed, type Pruned, runPrune } from "../support/pruning.js";
import { ANSWERS, says } from "../support/refusal-answers.js";

/** The refusals of products that can't be had in a test: a local server that answers as their documents and users say, in front of a real Distribution. */
const start = useDistribution("3.1.1");

interface Refusal {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function refuse(
  { proxy }: Pick<Stage, "proxy">,
  when: (request: RecordedRequest) => boolean,
  { status, body, headers = {} }: Refusal,
): void {
  const all = { "content-type": "application/json", ...headers };
  proxy.on({ when, act: { kind: "answer", status, headers: all, body: JSON.stringify(body) } });
}

/** Fills a repository with three images, of which a prune deletes two. */
async function filled(made: Stage): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const tag of ["1.0.0", "1.0.1", "1.0.2"]) digests.push((await pushImage(made.repo, [tag])).digest);
  return digests;
}

const prune = ({ image }: Stage): Promise<Pruned> => runPrune({ image, keep: "1", concurrency: "1" });

function firstError(pruned: Pruned): unknown {
  return applied(pruned).deletions.flatMap((each) => (each.kind === "failed" ? [each.error] : []))[0];
}

describe("a product that refuses to delete an image", () => {
  test.for(ANSWERS)("%s: it stays, and its words and next step are told", async (of, { skip }) => {
    const [, status, body, kind, step] = of;
    const made = await start(skip);
    const [first = ""] = await filled(made);
    refuse(made, (request) => isDelete(request) && request.path.endsWith(first), { status, body });
    const pruned = await prune(made);
    const error = kind === "rate-limited" ? failed(pruned).error : firstError(pruned);
    expect(error).toMatchObject({ kind, nextStep: expect.stringMatching(step) as string });
    // Where it says no to whoever asks, nothing more is sent.
    const isForAll = kind === "rate-limited" || kind === "forbidden";
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", ...(isForAll ? ["1.0.1"] : []), "1.0.2"]);
  });

  test.for(ANSWERS)("%s: as the answer to the probe it stops the run", async (of, { skip }) => {
    const [, status, body, kind, step] = of;
    const made = await start(skip);
    await filled(made);
    refuse(made, isProbe, { status, body });
    const { error } = failed(await prune(made));
    expect(error).toMatchObject({ kind, nextStep: expect.stringMatching(step) as string });
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.0.1", "1.0.2"]);
  });
});

describe("a product that deletes nothing here", () => {
  test.for([
    ["Artifactory", { "x-jfrog-version": "Artifactory/7.90.1 79001900" }, /virtual repository/],
    ["Nexus", { server: "Nexus/3.89.0-09 (PRO)" }, /proxy or group/],
    ["GitLab", { "gitlab-container-registry-version": "4.14.0-gitlab" }, /gitlab\.rb/],
    ["Distribution", {}, /REGISTRY_STORAGE_DELETE_ENABLED/],
  ] as const)("%s is told in its own words", async ([, headers, step], { skip }) => {
    const made = await start(skip);
    await filled(made);
    const body = says("UNSUPPORTED", "The operation is unsupported.");
    refuse(made, ({ method }) => method === "DELETE", { status: 405, body, headers });
    const { error } = failed(await prune(made));
    expect(error).toMatchObject({ kind: "deletes-off", nextStep: expect.stringMatching(step) as string });
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.0.1", "1.0.2"]);
  });
});

test("an image that nobody may pull (Harbor) is not decided about, nor is anything beside it", async ({
  skip,
}) => {
  const made = await start(skip);
  await filled(made);
  const body = says("PROJECTPOLICYVIOLATION", "current image with 12 vulnerabilities cannot be pulled");
  const isRead = ({ method, path }: RecordedRequest): boolean =>
    ["GET", "HEAD"].includes(method) && path.endsWith("/manifests/1.0.1");
  refuse(made, isRead, { status: 412, body });
  const { error } = failed(await prune(made));
  expect(error.nextStep).toContain("allowlist");
  expect(made.proxy.requests.filter(isDelete)).toEqual([]);
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.0.1", "1.0.2"]);
});
