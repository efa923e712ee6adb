import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { digest, tag } from "../support/contract.js";
import { openPort, useDistribution } from "../support/distributions.js";
import { page, says } from "../support/front.js";
import { NO_DIGEST, isRead, type Stage } from "../support/proxied.js";
import type { Action, Answer, RecordedRequest } from "../support/proxy.js";

const isManifest = ({ path }: RecordedRequest): boolean => path.includes("/manifests/");
const isBlob = ({ path }: RecordedRequest): boolean => path.includes("/blobs/sha256:");
const NOWHERE = digest(NO_DIGEST);
const OTHER = digest(`sha256:${"1".repeat(64)}`);

/** Makes every 404 of the registry as another product says it. */
function as(body: string): Action {
  return {
    kind: "change",
    change: (answer: Answer) => (answer.status === 404 ? { ...answer, body: Buffer.from(body) } : answer),
  };
}

const HARBOR = '{"errors":[{"code":"NOT_FOUND","message":"artifact not found"}]}';

const FRONTS: readonly [string, Action][] = [
  ["a gateway's list of errors", says(404, { errors: [{ status: "404" }] })],
  ["an empty list of errors", says(404, { errors: [] })],
  ["another API's code", says(404, { errors: [{ code: "NOT_FOUND" }] })],
  ["a code beside the registry's", says(404, { errors: [{ code: "MANIFEST_UNKNOWN" }, { code: "ROUTE" }] })],
  ["the word for a blob", says(404, { errors: [{ code: "BLOB_UNKNOWN" }] })],
  ["another API's word", says(404, { code: "MANIFEST_UNKNOWN" })],
  ["nothing", says(404)],
  ["a text", says(404, "404 page not found", "text/plain")],
  ["a page", page(404)],
  ["410 in the registry's words", says(410, { errors: [{ code: "MANIFEST_UNKNOWN" }] })],
];

describe.each(["2.8", "3.1.1"] as const)("in front of Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  async function one(made: Stage) {
    const pushed = await pushImage(made.repo, ["1.0.0", "latest"]);
    return { pushed, ...(await openPort(made)) };
  }

  test.for(FRONTS)("a manifest is not gone by 404 with %s", async ([, act], { skip }) => {
    const made = await stage(skip);
    const { port, repository } = await one(made);
    await port.readManifest(repository, tag("1.0.0"));
    made.proxy.on({ when: isRead("latest"), act });
    await expect(port.readManifest(repository, tag("latest"))).rejects.toThrow("reading");
    await expect(port.resolveTag(repository, tag("latest"))).rejects.toThrow("reading");
    made.proxy.clear();
    expect(await port.readManifest(repository, tag("1.1.0"))).toBeUndefined();
  });

  test.for(FRONTS)("nor where all manifests are answered so: 404 with %s", async ([, act], { skip }) => {
    const made = await stage(skip);
    const { port, repository } = await one(made);
    made.proxy.on({ when: isManifest, act });
    await expect(port.readManifest(repository, tag("latest"))).rejects.toThrow("reading");
    made.proxy.clear();
    await port.readManifest(repository, tag("1.0.0"));
    made.proxy.on({ when: isManifest, act });
    await expect(port.readManifest(repository, tag("latest"))).rejects.toThrow("reading");
  });

  test.for(FRONTS.filter(([name]) => name !== "the word for a blob"))(
    "a blob is not gone by 404 with %s",
    async ([, act], { skip }) => {
      const made = await stage(skip);
      const { port, repository } = await one(made);
      made.proxy.on({ when: isBlob, act });
      await expect(port.readBlob(repository, OTHER)).rejects.toThrow("reading");
      await expect(port.readsBlob(repository, OTHER)).rejects.toThrow("reading");
    },
  );

  test.for([
    ["NORA, without a body", ""],
    ["Harbor, by its own word", HARBOR],
  ])("a manifest is gone as %s, says of one that can't exist", async ([, body = ""], { skip }) => {
    const made = await stage(skip);
    const { port, repository } = await one(made);
    made.proxy.on({ when: (request) => isManifest(request) || isBlob(request), act: as(body) });
    // Not before anything has shown that the registry itself answers.
    await expect(port.readManifest(repository, tag("1.1.0"))).rejects.toThrow("reading");
    await port.readManifest(repository, tag("1.0.0"));
    expect(await port.readManifest(repository, tag("1.1.0"))).toBeUndefined();
    expect(await port.resolveTag(repository, tag("1.1.0"))).toBeUndefined();
    expect(await port.readManifest(repository, OTHER)).toBeUndefined();
    expect(await port.readBlob(repository, OTHER)).toBeUndefined();
    await expect(port.proveDeletes(repository)).resolves.toBeUndefined();
    // Once in vain; then of each kind twice, with one that is there in between.
    const probes = made.proxy.requests.filter(
      ({ method, path }) => method === "GET" && path.endsWith(NOWHERE),
    );
    expect(probes).toHaveLength(1 + 2 * 2);
  });

  test("nor by what is said of such a thing where what is there is not answered", async ({ skip }) => {
    const made = await stage(skip);
    const { pushed, port, repository } = await one(made);
    await port.readManifest(repository, tag("1.0.0"));
    made.proxy.on({ when: isRead(pushed.digest), act: says(404) });
    made.proxy.on({ when: isManifest, act: as("") });
    await expect(port.readManifest(repository, tag("1.1.0"))).rejects.toThrow("reading");
  });

  test("nor in another form than that", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository } = await one(made);
    made.proxy.on({ when: isRead("1.2.0"), act: says(404, HARBOR) });
    made.proxy.on({ when: isRead("1.3.0"), act: { ...says(404), headers: { server: "nginx" } } as Action });
    made.proxy.on({ when: isManifest, act: as("") });
    await port.readManifest(repository, tag("1.0.0"));
    expect(await port.readManifest(repository, tag("1.1.0"))).toBeUndefined();
    await expect(port.readManifest(repository, tag("1.2.0"))).rejects.toThrow("reading");
    await expect(port.readManifest(repository, tag("1.3.0"))).rejects.toThrow("reading");
  });

  test("a repository that was emptied can be restored where 404 has no body", async ({ skip }) => {
    const made = await stage(skip);
    const { port, repository } = await openPort(made);
    made.proxy.on({ when: ({ path }) => path.endsWith("/tags/list"), act: says(200, { tags: [] }) });
    made.proxy.on({ when: isManifest, act: as("") });
    expect(await port.readManifest(repository, OTHER)).toBeUndefined();
  });
});
