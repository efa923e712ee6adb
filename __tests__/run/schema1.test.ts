import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { payloadOf, pushSchema1, signed } from "../../scripts/schema1.mjs";
import { resolvedTags } from "../support/contract-schema1.js";
import { useDistribution } from "../support/distributions.js";
import { isDelete, stageOf } from "../support/proxied.js";
import type { Answer } from "../support/proxy.js";
import { applied, failed, runPrune } from "../support/pruning.js";
import { ends, only, runRestore } from "../support/restoring.js";

/** Images of Docker before 1.10. What Distribution 2.1 to 2.8 does with them is in the contract. */
const stage = useDistribution("2.8", { schema1: true });

test("signatures that are others at each read are no other image, for a prune and for its undo", async ({
  skip,
}) => {
  const { repo, image, proxy } = await stage(skip);
  const bodies = new Set<string>();
  const change = (answer: Answer): Answer => {
    if (answer.status !== 200 || answer.body.length === 0) return answer;
    const body = signed(payloadOf(answer.body));
    bodies.add(body.toString());
    return { ...answer, headers: { ...answer.headers, "content-length": String(body.length) }, body };
  };
  proxy.on({
    when: ({ method, path }) => method === "GET" && path.includes("/manifests/"),
    act: { kind: "change", change },
  });
  await pushSchema1(repo, "1.0.0");
  await pushSchema1(repo, "1.0.1");
  const pruned = await runPrune({ image, keep: "1" });
  expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], notes: [], harm: [] });
  const { result } = await runRestore(pruned.result.journal ?? "");
  expect(ends(only(result))).toEqual({ "1.0.0": "restored" });
  expect(bodies.size).toBeGreaterThan(3);
  expect(await resolvedTags(repo)).toEqual(["1.0.0", "1.0.1"]);
});

test("Distribution 3 can't read it: nothing is decided, and what is said to help does", async ({ skip }) => {
  const binary = await findDistribution3(console.warn);
  if (binary === undefined) return skip("Distribution 3.1.1 can't be built here");
  const storage = await mkdtemp(join(tmpdir(), "schema1-"));
  onTestFinished(() => rm(storage, { recursive: true, force: true }));
  const two = await startRegistry({ storage, schema1: true, readOnly: false });
  const { repo: pushed } = await stageOf(two);
  await pushSchema1(pushed, "1.0.0");
  for (const tag of ["1.0.1", "1.0.2"]) await pushImage(pushed, [tag]);
  await two.stop();
  const three = await startRegistry({ storage, binary, readOnly: false });
  onTestFinished(() => three.stop());
  const { proxy } = await stageOf(three);
  const repo = { base: three.url, name: pushed.name };
  const image = `${proxy.host}/${pushed.name}`;
  const { error } = failed(await runPrune({ image, keep: "1" }));
  expect(error.message).toContain("is an image of schema 1");
  expect(error.nextStep).toContain("Delete that tag by its name");
  expect(proxy.requests.filter(isDelete)).toEqual([]);
  expect(await listTags(repo)).toEqual(["1.0.0", "1.0.1", "1.0.2"]);
  await fetch(`${repo.base}/v2/${repo.name}/manifests/1.0.0`, { method: "DELETE" });
  expect(applied(await runPrune({ image, keep: "1" })).deleted).toEqual(["1.0.1"]);
  expect(await listTags(repo)).toEqual(["1.0.2"]);
});
