import { randomBytes } from "node:crypto";
import { onTestFinished, describe, expect, test } from "vitest";
import { listTags, pullImage, pushImage, putManifest } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { useStage } from "../support/github-pruning.js";
import { bytesOf } from "../support/policies.js";
import type { Proxied, Pushed } from "../support/proxied.js";
import { type Action, type Answer, type RecordedRequest, startProxy } from "../support/proxy.js";
import { applied, failed, type Pruned, runPrune } from "../support/pruning.js";

/** A budget rests on the sizes that the registry itself gives, and not on those that a manifest claims. */

const PIB = 2 ** 50;
const TAGS = ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0"];

type Repo = Proxied["repo"];

interface Layered {
  readonly layers: readonly { readonly digest: string; readonly size: number }[];
}

/** Pushes an image whose manifest claims another size for its layer. */
async function pushClaiming(repo: Repo, tag: string, size: number): Promise<Pushed> {
  const image = await pushImage(repo, [], { layers: [randomBytes(1000)] });
  const content = JSON.parse(image.bytes.toString()) as Layered;
  const layers = content.layers.map((layer) => ({ ...layer, size }));
  const bytes = Buffer.from(JSON.stringify({ ...content, layers }));
  await putManifest(repo, tag, image.mediaType, bytes);
  return { ...image, bytes };
}

/** Six images of a layer each, and a seventh, which is the newest and claims 4 PiB. */
async function fill(repo: Repo): Promise<readonly Pushed[]> {
  const images: Pushed[] = [];
  for (const tag of TAGS) images.push(await pushImage(repo, [tag], { layers: [randomBytes(1000)] }));
  return [...images, await pushClaiming(repo, "1.6.0", 4 * PIB)];
}

const isSizeOf = ({ method, path }: RecordedRequest): boolean =>
  method === "HEAD" && path.includes("/blobs/");
const sizesAsked = ({ proxy }: Pick<Proxied, "proxy">): readonly string[] =>
  proxy.requests.filter(isSizeOf).map(({ path }) => path);
const prune = ({ image }: Pick<Proxied, "image">, maxSize: number | string): Promise<Pruned> =>
  runPrune({ image, keep: "10", "max-size": typeof maxSize === "number" ? `${maxSize}B` : maxSize });

const withoutLength = (headers: Answer["headers"]): Answer["headers"] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "content-length"));
const layerOf = (image: Pushed | undefined): string =>
  (JSON.parse(image?.bytes.toString() ?? "") as Layered).layers[0]?.digest ?? "none";

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test("a manifest that claims a layer of 4 PiB deletes nothing that keep keeps", async ({ skip }) => {
    const made = await stage(skip);
    await fill(made.repo);
    const pruned = await prune(made, "1GB");
    expect(applied(pruned)).toMatchObject({ deleted: [], plan: { notices: [] } });
    expect(statusOf(pruned.result)).toBe("done");
    for (const tag of [...TAGS, "1.6.0"]) expect(await listTags(made.repo)).toContain(tag);
    // A configuration and a layer of each, once.
    expect(new Set(sizesAsked(made)).size).toBe(14);
    expect(sizesAsked(made)).toHaveLength(14);
  });

  test("beside it as many stay as there is room for by the true sizes", async ({ skip }) => {
    const made = await stage(skip);
    const images = await fill(made.repo);
    const claimed = images.at(-1);
    const truth = bytesOf(images.slice(4)) - 4 * PIB + 1000;
    expect(claimed).toBeDefined();
    const pruned = await prune(made, truth);
    expect(await listTags(made.repo)).toEqual(["1.4.0", "1.5.0", "1.6.0"]);
    expect(applied(pruned).plan.budget).toMatchObject({ stays: { bytes: truth, isLeast: false } });
    await pullImage(made.repo, "1.5.0");
  });

  test("where all fits by the claims nothing is asked, and otherwise no more than up to the first that does not fit", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const images: Pushed[] = [];
    for (const tag of TAGS) images.push(await pushImage(made.repo, [tag], { layers: [randomBytes(1000)] }));
    await prune(made, bytesOf(images));
    expect(sizesAsked(made)).toEqual([]);
    await prune(made, bytesOf(images.slice(4)));
    expect(await listTags(made.repo)).toEqual(["1.4.0", "1.5.0"]);
    // Of the two that stay, and of the one that does not fit.
    expect(sizesAsked(made)).toHaveLength(6);
  });

  test("what is not certain about a size deletes nothing: it counts as nothing, or stops the repository", async ({
    skip,
  }) => {
    const answered = (status: number, headers: Record<string, string>, body = ""): Action => ({
      kind: "answer",
      status,
      headers,
      body,
    });
    const huge = `${4 * PIB}`;
    const json = { "content-type": "application/json" };
    const cases: readonly [string, Action, "stays" | "stops"][] = [
      [
        "no length",
        {
          kind: "change",
          change: (answer) => ({ ...answer, headers: withoutLength(answer.headers) }),
        },
        "stays",
      ],
      [
        "another blob",
        answered(200, { "content-length": huge, "docker-content-digest": `sha256:${"a".repeat(64)}` }),
        "stays",
      ],
      ["a web page", answered(200, { "content-length": huge, "content-type": "text/html" }), "stays"],
      ["404 in JSON, of a blob that is there", answered(404, json), "stays"],
      ["500", answered(500, {}), "stops"],
      ["403", answered(403, {}), "stops"],
      ["405", answered(405, {}), "stops"],
      ["a reset", { kind: "reset" }, "stops"],
    ];
    for (const [name, act, outcome] of cases) {
      const made = await stage(skip);
      const layer = layerOf((await fill(made.repo)).at(-1));
      made.proxy.on({ when: (request) => isSizeOf(request) && request.path.endsWith(layer), act });
      const pruned = await prune(made, "1GB");
      if (outcome === "stops") expect(failed(pruned).error.nextStep, name).not.toBe("");
      else expect(applied(pruned).deleted, name).toEqual([]);
      expect(await listTags(made.repo), name).toHaveLength(7);
    }
  });

  test("a 404 that is not the registry's stops the repository, and one that is counts nothing", async ({
    skip,
  }) => {
    for (const [code, outcome] of [
      ["BLOB_UNKNOWN", "applied"],
      ["", "failed"],
    ] as const) {
      const made = await stage(skip);
      const layer = layerOf((await fill(made.repo)).at(-1));
      const body = code === "" ? "not found" : JSON.stringify({ errors: [{ code, message: "unknown" }] });
      const headers = { "content-type": "application/json" };
      const when = ({ path }: RecordedRequest): boolean => path.endsWith(`/blobs/${layer}`);
      made.proxy.on({ when, act: { kind: "answer", status: 404, headers, body } });
      expect((await prune(made, "1GB")).outcome.kind).toBe(outcome);
      expect(await listTags(made.repo)).toHaveLength(7);
    }
  });

  test("a registry that redirects to its storage is followed there, without credentials", async ({
    skip,
  }) => {
    const made = await stage(skip);
    await fill(made.repo);
    const storage = await startProxy(made.repo.base);
    onTestFinished(() => storage.stop());
    const when = isSizeOf;
    const redirect = (path: string): Action => ({
      kind: "answer",
      status: 307,
      headers: { location: `${storage.url}${path}` },
    });
    for (const { path } of await pathsOf(made)) {
      made.proxy.on({ when: (request) => when(request) && request.path === path, act: redirect(path) });
    }
    expect(applied(await prune(made, "1GB")).deleted).toEqual([]);
    expect(storage.requests.filter(isSizeOf)).toHaveLength(14);
    storage.on({ when, act: { kind: "answer", status: 403 } });
    expect(applied(await prune(made, "1GB")).deleted).toEqual([]);
  });
});

/** The requests for sizes that a dry run sends. */
async function pathsOf(made: Proxied): Promise<readonly RecordedRequest[]> {
  await runPrune({ image: made.image, keep: "10", "max-size": "1GB", "dry-run": "true" });
  return made.proxy.requests.filter(isSizeOf);
}

describe("on GitHub's registry", () => {
  const stage = useStage();

  test("too, a manifest that claims 4 PiB deletes nothing that keep keeps", async () => {
    const made = await stage();
    await fill(made.pack.repo);
    const pruned = await made.prune({ keep: "10", "max-size": "1GB" });
    expect(applied(pruned).deleted).toEqual([]);
    expect(made.left()).toEqual(expect.arrayContaining([...TAGS, "1.6.0"]));
  });
});
