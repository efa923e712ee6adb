import { expect, onTestFinished, test } from "vitest";
import { pushImage, type Repo } from "../../scripts/images.mjs";
import { parseReference } from "../../src/core/names/reference.js";
import { openRegistry } from "../../src/registry/open.js";
import type { Registry } from "../../src/registry/port/registry.js";
import { digest, tag } from "../support/contract.js";
import { type GitHub, type GitHubPackage, useGitHub } from "../support/github.js";
import type { Answer, RecordedRequest } from "../support/proxy.js";

/** What GitHub's lists say and what its registry serves need not be of one moment. */
const start = useGitHub();

interface Opened {
  readonly hub: GitHub;
  readonly pack: GitHubPackage;
  readonly repo: Repo;
  readonly port: Registry;
  readonly repository: ReturnType<typeof parseReference>["repository"];
}

async function open(): Promise<Opened> {
  const hub = await start();
  const pack = hub.package();
  const { host, repository } = parseReference(pack.image);
  const token = hub.token({ kind: "actions", packages: "write" });
  const port = await openRegistry({
    host,
    plainHttp: [],
    concurrency: 4,
    userAgent: "prune-image-tags/test",
    onSecret: () => undefined,
    rights: ["pull", "push", "delete"],
    account: { kind: "github", api: hub.apiUrl, token },
  });
  onTestFinished(() => {
    port.close();
  });
  return { hub, pack, repo: pack.repo, port, repository };
}

const isTagList = ({ path }: RecordedRequest): boolean => path.includes("/tags/list");

test("a tag that was deleted is not listed, though the registry still lists and serves it", async () => {
  const { hub, repo, port, repository } = await open();
  const old = await pushImage(repo, ["1.0.0"]);
  await pushImage(repo, ["1.1.0"]);
  // Signs in: the first answer is a 401.
  await port.listTags(repository);
  const served: Answer[] = [];
  const isOld = ({ path }: RecordedRequest): boolean => path.endsWith("/manifests/1.0.0");
  hub.registry.on({
    when: isTagList,
    times: 1,
    act: { kind: "after", run: (_, answer) => served.push(answer) },
  });
  hub.registry.on({ when: isOld, times: 1, act: { kind: "after", run: (_, answer) => served.push(answer) } });
  await port.listTags(repository);
  await port.readManifest(repository, tag("1.0.0"));
  await port.deleteManifest(repository, digest(old.digest));
  const [list, manifest] = served;
  if (list === undefined || manifest === undefined) throw new Error("both were asked for");
  hub.registry.on({ when: isTagList, act: { kind: "change", change: () => list } });
  hub.registry.on({ when: isOld, act: { kind: "change", change: () => manifest } });
  expect(await port.listTags(repository)).toEqual(["1.1.0"]);
});

test("of a digest that was deleted twice, the last version comes back", async () => {
  const { pack, repo, port, repository } = await open();
  await pushImage(repo, ["1.1.0"]);
  for (const round of [1, 2]) {
    const { digest: again } = await pushImage(repo, ["1.0.0"], { seed: "the same" });
    expect(pack.versions().filter((version) => version.digest === again)).toHaveLength(round);
    await port.listTags(repository);
    await port.deleteManifest(repository, digest(again));
  }
  const versions = pack.versions().filter(({ deleted }) => deleted);
  const last = Math.max(...versions.map(({ id }) => id));
  const [lost] = [...(await port.listDeleted(repository))];
  if (lost === undefined) throw new Error("one was deleted");
  await port.undelete(repository, lost);
  expect(pack.versions().find((version) => version.digest === lost && !version.deleted)?.id).toBe(last);
});

test("a tag that moves between two readings is read as it is then, though both images are known", async () => {
  const { repo, port, repository } = await open();
  const [one, other] = [await pushImage(repo, ["1.0.0"], { seed: "one" }), await pushImage(repo, ["1.1.0"])];
  await port.listTags(repository);
  expect((await port.readManifest(repository, tag("1.0.0")))?.digest).toBe(one.digest);
  expect((await port.readManifest(repository, tag("1.1.0")))?.digest).toBe(other.digest);
  await pushImage(repo, ["1.1.0"], { seed: "one" });
  expect((await port.readManifest(repository, tag("1.1.0")))?.digest).toBe(one.digest);
});

test("a tag that moved between its listing and its first reading is no word on the image that it was listed for", async () => {
  const { repo, port, repository } = await open();
  const before = await pushImage(repo, ["1.0.0", "stays"]);
  await port.listTags(repository);
  const after = await pushImage(repo, ["1.0.0"]);
  expect((await port.readManifest(repository, tag("1.0.0")))?.digest).toBe(after.digest);
  expect((await port.readManifest(repository, tag("stays")))?.digest).toBe(before.digest);
  expect((await port.readManifest(repository, digest(before.digest)))?.digest).toBe(before.digest);
});
