import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { listTags, pushImage, pushIndex } from "../../scripts/images.mjs";
import { failureText } from "../../src/report/run/failure.js";
import { viewDeletions } from "../../src/report/verbs/prune.js";
import { useDistribution } from "../support/distributions.js";
import { isList, isRead, type Proxied } from "../support/proxied.js";
import { type Pruned, runPrune } from "../support/pruning.js";

/** What can't be read in one repository is its own error: nothing is deleted there, the other repositories of the run are pruned, and the report has both. */
const OCI_INDEX = "application/vnd.oci.image.index.v1+json";

const fill = async ({ repo }: Proxied): Promise<void> => {
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
};

const prune = (...repositories: readonly Proxied[]): Promise<Pruned> =>
  runPrune({ image: repositories.map(({ image }) => image).join(","), keep: "1" });

/** Prunes both, and returns what is said of the first, in which nothing may be deleted. */
async function failureOfFirst(bad: Proxied, good: Proxied): Promise<string> {
  const before = await listTags(bad.repo);
  const { result } = await prune(bad, good);
  expect(result.outcomes.map(({ kind }) => kind)).toEqual(["failed", "applied"]);
  expect(await listTags(bad.repo)).toEqual(before);
  expect(await listTags(good.repo)).toEqual(["1.1.0"]);
  const view = viewDeletions({ result, file: { plan: "", planSha256: "" } });
  expect(view.status).toBe("partly-failed");
  expect(JSON.parse(view.json())).toMatchObject({ deleted: [`${good.image}:1.0.0`] });
  expect((await view.summary?.()) ?? "").toContain(bad.repo.name);
  return failureText(result);
}

describe("on Distribution 2.8", () => {
  const stage = useDistribution("2.8");

  test("a manifest whose JSON is 12,000 deep", async ({ skip }) => {
    const [bad, good] = [await stage(skip), await stage(skip)];
    for (const made of [bad, good]) await fill(made);
    const [open, close] = ["[".repeat(12_000), "]".repeat(12_000)];
    const body = `{"schemaVersion":2,"mediaType":"${OCI_INDEX}","manifests":${open}${close}}`;
    const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
    const headers = { "content-type": OCI_INDEX, "docker-content-digest": digest };
    bad.proxy.on({ when: isRead("1.0.0"), act: { kind: "answer", status: 200, headers, body } });
    expect(await failureOfFirst(bad, good)).toContain("of 1.0.0, a manifest can't be understood");
  });

  test("a chain of nested indexes, deeper than any tool makes them", async ({ skip }) => {
    const [bad, good] = [await stage(skip), await stage(skip)];
    for (const made of [bad, good]) await fill(made);
    let inner = await pushImage(bad.repo, []);
    for (let depth = 1; depth <= 102; depth += 1) inner = await pushIndex(bad.repo, [], [inner]);
    await pushIndex(bad.repo, ["1.2.0"], [inner]);
    expect(await failureOfFirst(bad, good)).toContain("an index has another in it, more than 100 deep");
  });

  test.for([
    ["the list of tags", isList, "it is not the JSON that the API asks for"],
    ["a manifest", isRead("1.0.0"), "its bytes are not what its digest says"],
  ] as const)("gzip that nobody asked for: %s", async ([, when, said], { skip }) => {
    const [bad, good] = [await stage(skip), await stage(skip)];
    for (const made of [bad, good]) await fill(made);
    bad.proxy.on({
      when: (request) => request.method === "GET" && when(request),
      act: {
        kind: "change",
        change: (answer) => ({
          ...answer,
          headers: { ...answer.headers, "content-encoding": "gzip" },
          body: gzipSync(answer.body),
        }),
      },
    });
    expect(await failureOfFirst(bad, good)).toContain(said);
    expect(bad.proxy.requests.map(({ headers }) => headers["accept-encoding"])).not.toContain("gzip");
  });

  test("a bomb of gzip stays as small as it is sent", async ({ skip }) => {
    const [bad, good] = [await stage(skip), await stage(skip)];
    for (const made of [bad, good]) await fill(made);
    const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024, " "));
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    bad.proxy.on({ when: isList, act: { kind: "answer", status: 200, headers, body: bomb } });
    const before = process.memoryUsage.rss();
    await failureOfFirst(bad, good);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
  });
});
