import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { getManifest, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import type { Repo } from "../../scripts/registry-api.mjs";
import { parseReference } from "../../src/core/names/reference.js";
import { CacheFolder } from "../../src/registry/cache/cache-folder.js";
import { filling, listSent, ONE_BY_ONE, useStage } from "../support/github-pruning.js";
import { type Proxied, type Pushed, useFilledRepository } from "../support/proxied.js";
import { applied, runPrune } from "../support/pruning.js";

/** A manifest never changes: what was read once is kept by its digest, and whether it is there is asked each time. */
const filled = useFilledRepository();

let cacheFolder = "";
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "cache-"));
  cacheFolder = join(folder, "manifests");
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** The reads of manifests of a run, up to its second list of the tags: those that its plan is made from. */
function planned({ proxy, repo }: Proxied): readonly string[] {
  const requests = proxy.requests.map(
    ({ method, path }) => `${method} ${path.replace(`/v2/${repo.name}/`, "")}`,
  );
  return requests.filter((name) => /^(?:GET|HEAD) manifests\//.test(name));
}

const packs = async (): Promise<readonly string[]> => readdir(cacheFolder).catch(() => []);

describe("a second run", () => {
  test("reads what is new, and asks whether the rest is there", async () => {
    const made = await filled("1.0.0", "1.1.0", "1.2.0");
    await runPrune({ image: made.image, keep: "3" }, { cacheFolder });
    await pushImage(made.repo, ["1.3.0"]);
    made.proxy.requests.splice(0);
    await runPrune({ image: made.image, keep: "4" }, { cacheFolder });
    expect([...planned(made)].sort()).toEqual([
      "GET manifests/1.3.0",
      "HEAD manifests/1.0.0",
      "HEAD manifests/1.1.0",
      "HEAD manifests/1.2.0",
    ]);
  });

  test("knows the children of an index too", async () => {
    const made = await filled();
    const children = [await pushImage(made.repo, []), await pushImage(made.repo, [])];
    await pushIndex(made.repo, ["1.0.0"], children);
    await runPrune({ image: made.image, keep: "1" }, { cacheFolder });
    made.proxy.requests.splice(0);
    await runPrune({ image: made.image, keep: "1" }, { cacheFolder });
    expect(planned(made).filter((name) => name.startsWith("GET"))).toEqual([]);
    expect(planned(made)).toHaveLength(3);
  });

  test("decides by what a tag points at now", async () => {
    const made = await filled("1.0.0", "1.1.0", "stable");
    await runPrune({ image: made.image, keep: "2" }, { cacheFolder });
    const [doomed] = made.images.values();
    if (doomed === undefined) throw new Error("there is one");
    const moved: Pushed = doomed;
    await fetch(`${made.repo.base}/v2/${made.repo.name}/manifests/stable`, {
      method: "PUT",
      headers: { "content-type": moved.mediaType },
      body: new Uint8Array(moved.bytes),
    });
    const pruned = await runPrune({ image: made.image, keep: "1" }, { cacheFolder });
    expect(pruned.outcome).toMatchObject({ plan: { deletions: [] } });
  });

  test("believes no manifest to be there that is gone", async () => {
    const made = await filled("1.0.0", "1.1.0");
    await runPrune({ image: made.image, keep: "2" }, { cacheFolder });
    const [gone] = made.images.values();
    const url = `${made.repo.base}/v2/${made.repo.name}/manifests/${gone?.digest ?? ""}`;
    expect((await fetch(url, { method: "DELETE" })).status).toBe(202);
    const pruned = await runPrune({ image: made.image, keep: "2" }, { cacheFolder });
    expect(pruned.outcome).toMatchObject({ plan: { verdicts: [{ tag: "1.1.0" }] } });
  });

  test.each([
    ["is another's bytes", (text: string) => text.replaceAll('"size\\":', '"size\\": ')],
    ["is cut off", (text: string) => text.slice(0, text.length / 2)],
    ["is empty", () => ""],
  ])("whose file %s does as if there were none", async (_, change) => {
    const made = await filled("1.0.0", "1.1.0");
    await runPrune({ image: made.image, keep: "2" }, { cacheFolder });
    const [name = ""] = await packs();
    const path = join(cacheFolder, name);
    await writeFile(path, change(await readFile(path, "utf8")));
    expect(applied(await runPrune({ image: made.image, keep: "1" }, { cacheFolder })).deleted).toEqual([
      "1.0.0",
    ]);
  });
});

describe("the folder", () => {
  test("is this user's alone, and so is what is in it", async () => {
    const made = await filled("1.0.0");
    await runPrune({ image: made.image, keep: "1" }, { cacheFolder });
    const [name = ""] = await packs();
    const modes = await Promise.all([cacheFolder, join(cacheFolder, name)].map((path) => stat(path)));
    expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(["700", "600"]);
  });

  test.each([
    [
      "others may write to",
      async () => {
        await mkdir(cacheFolder);
        await chmod(cacheFolder, 0o777);
      },
    ],
    [
      "is a link",
      async () => {
        await mkdir(`${cacheFolder}-real`);
        await symlink(`${cacheFolder}-real`, cacheFolder);
      },
    ],
    ["is a file", () => writeFile(cacheFolder, "")],
  ])("that %s is not used, and the run goes on", async (_, make) => {
    await make();
    const made = await filled("1.0.0", "1.1.0");
    expect(applied(await runPrune({ image: made.image, keep: "1" }, { cacheFolder })).deleted).toEqual([
      "1.0.0",
    ]);
    expect(await packs()).toEqual([]);
  });

  test("loses what no run has used for a month, and what a run that was cut off left", async () => {
    await mkdir(cacheFolder, { mode: 0o700 });
    const days = (count: number): Date => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    for (const [name, age] of [
      ["old.manifests", 40],
      ["young.manifests", 20],
      [".cut-off", 2],
      ["other", 400],
    ] as const) {
      await writeFile(join(cacheFolder, name), "");
      await utimes(join(cacheFolder, name), days(age), days(age));
    }
    const made = await filled("1.0.0");
    await runPrune({ image: made.image, keep: "1" }, { cacheFolder });
    const left = await packs();
    expect(left.filter((name) => name.length < 20).sort()).toEqual(["other", "young.manifests"]);
    expect(left).toHaveLength(3);
  });

  test("has what was read, and the memory has it no more, once it is written", async () => {
    const { repository } = parseReference("registry.example.com/team/app");
    const folder = new CacheFolder(cacheFolder);
    const first = await folder.at("registry.example.com").of(repository);
    expect(await folder.at("registry.example.com").of(repository)).toBe(first);
    await folder.save(Date.now());
    expect(await folder.at("registry.example.com").of(repository)).not.toBe(first);
  });

  test("is written of one repository, and the memory has what others read", async () => {
    const host = "registry.example.com";
    const [app, web] = ["app", "web"].map((name) => parseReference(`${host}/team/${name}`).repository);
    if (app === undefined || web === undefined) throw new Error("two");
    const folder = new CacheFolder(cacheFolder);
    const [first, second] = [await folder.at(host).of(app), await folder.at(host).of(web)];
    await folder.save(Date.now(), { host, repository: app });
    expect(await folder.at(host).of(app)).not.toBe(first);
    expect(await folder.at(host).of(web)).toBe(second);
  });

  test("is left alone with `cache: false`, and another is used where one is named", async () => {
    const made = await filled("1.0.0");
    await runPrune({ image: made.image, keep: "1", cache: "false" }, { cacheFolder });
    expect(await packs()).toEqual([]);
    const named = `${cacheFolder}-named`;
    await runPrune({ image: made.image, keep: "1", "cache-dir": named }, { cacheFolder });
    expect([await packs(), (await readdir(named)).length]).toEqual([[], 1]);
  });
});

describe("on GitHub's registry", () => {
  const onGitHub = filling(useStage());

  test("a second run gets no manifest again but those that are new", async () => {
    const made = await onGitHub();
    await made.prune({ ...ONE_BY_ONE, keep: "5" }, { cacheFolder });
    made.github.registry.requests.splice(0);
    await pushImage(made.pack.repo, ["9.0.0"]);
    made.github.registry.requests.splice(0);
    await made.prune({ ...ONE_BY_ONE, keep: "5" }, { cacheFolder });
    const got = made.registrySent().filter((name) => name.startsWith("GET manifests/"));
    expect(got).toEqual(["GET manifests/9.0.0"]);
  });

  // SOAK_RUNS=1 npx vitest run __tests__/run/remembered.test.ts has 2,000, which takes some 20 seconds.
  const versions = process.env["SOAK_RUNS"] === undefined ? 300 : 2000;
  test(`of ${versions} versions, one new one is got, and each page of them is read`, async () => {
    const made = await onGitHub();
    await addVersions(made.pack.repo, versions);
    await made.prune({ keep: "5000" }, { cacheFolder });
    await pushImage(made.pack.repo, ["9.0.0"]);
    for (const { requests } of [made.github.registry, made.github.api]) requests.splice(0);
    await made.prune({ keep: "5000" }, { cacheFolder });
    const got = made.registrySent().filter((name) => name.startsWith("GET manifests/"));
    expect(got).toEqual(["GET manifests/9.0.0"]);
    const pages = made.apiSent().filter((name) => name.includes("/versions?"));
    expect(pages).toEqual(Array.from({ length: versions / 100 + 1 }, (_, index) => listSent(index + 1)));
  });
});

/** Adds images that share all of their blobs: a manifest each. */
async function addVersions(repo: Repo, count: number): Promise<void> {
  await pushImage(repo, ["2.0.0"]);
  const { mediaType, body } = await getManifest(repo, "2.0.0");
  const manifest = JSON.parse(body.toString()) as object;
  const left = Array.from({ length: count - 5 }, (_, index) => `2.0.${index + 1}`);
  const worker = async (): Promise<void> => {
    for (let tag = left.pop(); tag !== undefined; tag = left.pop()) {
      const made = { ...manifest, annotations: { "org.example.tag": tag } };
      await putManifest(repo, tag, mediaType, Buffer.from(JSON.stringify(made)));
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}
