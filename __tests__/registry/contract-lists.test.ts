import { describe, expect, test } from "vitest";
import { getManifest, pullImage, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { parseReference } from "../../src/core/names/reference.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import {
  aDistribution,
  digest,
  gitHubs,
  NOWHERE,
  type Opening,
  type Stage,
  tag,
  twinOf,
} from "../support/contract.js";
import type { Answer } from "../support/proxy.js";

/** What `Registry` promises of lists that not every registry has: of what has no tag, and of what was deleted. */
const { job, person, forgetful } = gitHubs();
const DISTRIBUTIONS = [aDistribution("2.8"), aDistribution("3.1.1")];
const named = <Of extends { readonly name: string }>(kinds: readonly Of[]): (readonly [string, Of])[] =>
  kinds.map((kind) => [kind.name, kind] as const);

function gitHubOf({ gitHub }: Stage) {
  if (gitHub === undefined) throw new Error("it is no GitHub");
  return gitHub;
}

/** Leaves a digest out of a package's versions, as happens to one that slips between two pages. */
function hide(made: Stage, name: string, own: string): void {
  const change = (answer: Answer): Answer => {
    const all = JSON.parse(answer.body.toString()) as readonly { readonly name: string }[];
    return { ...answer, body: Buffer.from(JSON.stringify(all.filter((version) => version.name !== own))) };
  };
  const list = `/packages/container/${name.split("/")[1] ?? ""}/versions?`;
  gitHubOf(made).hub.api.on({ when: ({ path }) => path.includes(list), act: { kind: "change", change } });
}

const FORBIDDEN = { kind: "forbidden" };
const KEPT = { kind: "not-deletable" };

const sorted = (texts: Iterable<string> = []): readonly string[] => [...texts].sort();

describe.each(named(DISTRIBUTIONS))("%s, which lists neither", (_, { stage }) => {
  test("does not say what has no tag", async ({ skip }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["1.0.0"]);
    await pushImage(made.repo, []);
    expect(await (await made.open()).listUntagged(made.repository)).toBeUndefined();
  });

  test("lists all repositories, each once", async ({ skip }) => {
    const made = await stage(skip);
    const places = [made, made.another()];
    for (const { repo } of places) await pushImage(repo, ["1.0.0"]);
    const listed = await (await made.open()).listRepositories(new Set());
    expect(listed).toEqual(expect.arrayContaining(places.map(({ repo }) => repo.name)));
    expect(new Set(listed).size).toBe(listed.length);
  });

  test("brings nothing back", async ({ skip }) => {
    const made = await stage(skip);
    const { digest: own } = await pushImage(made.repo, ["1.0.0"]);
    const port = await made.open();
    expect(await port.deleteManifest(made.repository, digest(own))).toBe("deleted");
    expect(await port.listDeleted(made.repository)).toEqual(new Set());
    await expect(port.undelete(made.repository, digest(own))).rejects.toThrow("in no list");
    expect((await getManifest(made.repo, own)).status).toBe(404);
  });
});

describe.each(named([job, person]))("%s: what has no tag", (_, { stage }) => {
  test.for(["were listed before", "were not"])(
    "is listed, all of it, with its last change (tags %s)",
    async (how, { skip }) => {
      const made = await stage(skip);
      const { pack } = gitHubOf(made);
      const child = await pushImage(made.repo, []);
      await pushIndex(made.repo, ["1.0.0"], [child]);
      const alone = await pushImage(made.repo, []);
      const lost = await pushImage(made.repo, ["latest"]);
      await pushImage(made.repo, ["latest"]);
      const [old, older] = [new Date("2024-02-03T04:05:06Z"), new Date("2023-02-03T04:05:06Z")];
      pack.aged(child.digest, { created: older });
      pack.aged(alone.digest, { created: older, updated: old });
      pack.aged(lost.digest, { created: old, updated: older });
      const port = await made.open();
      if (how === "were listed before") await port.listTags(made.repository);
      const listed = await port.listUntagged(made.repository);
      expect(Object.fromEntries(listed ?? [])).toEqual({
        [child.digest]: older.getTime(),
        [alone.digest]: old.getTime(),
        [lost.digest]: old.getTime(),
      });
    },
  );

  test("is listed from all pages", async ({ skip }) => {
    const made = await stage(skip);
    const image = await pushImage(made.repo, ["1.0.0"]);
    const twins = Array.from({ length: 130 }, (__, number) => twinOf(image, String(number)));
    for (const twin of twins) await putManifest(made.repo, twin.digest, twin.mediaType, twin.body);
    const listed = await (await made.open()).listUntagged(made.repository);
    expect(sorted(listed?.keys())).toEqual(sorted(twins.map((twin) => twin.digest)));
  });

  test("is what has none since the tags were listed", async ({ skip }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["1.0.0"]);
    const old = await pushImage(made.repo, []);
    const port = await made.open();
    await port.listTags(made.repository);
    expect([...((await port.listUntagged(made.repository)) ?? new Map()).keys()]).toEqual([old.digest]);
    const fresh = await pushImage(made.repo, []);
    await port.deleteManifest(made.repository, digest(old.digest));
    await port.listTags(made.repository);
    expect([...((await port.listUntagged(made.repository)) ?? new Map()).keys()]).toEqual([fresh.digest]);
  });
});

describe.each(named([job, person, forgetful]))("%s: what was deleted", (_, kind) => {
  const { stage } = kind;

  test("is listed, whoever deleted it, and nothing else", async ({ skip }) => {
    const made = await stage(skip);
    const [kept, own, others] = [
      await pushImage(made.repo, ["1.2.0"]),
      await pushImage(made.repo, ["1.0.0"]),
      await pushImage(made.repo, []),
    ];
    const port = await made.open();
    await port.listTags(made.repository);
    expect(await port.listDeleted(made.repository)).toEqual(new Set());
    await port.deleteManifest(made.repository, digest(own.digest));
    await made.remove(others.digest);
    const listed = await port.listDeleted(made.repository);
    expect(sorted(listed)).toEqual(sorted([own.digest, others.digest]));
    expect(await made.tags()).toEqual(["1.2.0"]);
    await pullImage(made.repo, kept.digest);
  });

  test("comes back byte for byte, and with its tags or not; then it can go again", async ({ skip }) => {
    const made = await stage(skip);
    const child = await pushImage(made.repo, []);
    const index = await pushIndex(made.repo, ["1.0.0", "v1"], [child]);
    await pushImage(made.repo, ["2.0.0"]);
    const port = await made.open();
    await port.listTags(made.repository);
    const all = [digest(index.digest), digest(child.digest)] as const;
    for (const one of all) expect(await port.deleteManifest(made.repository, one)).toBe("deleted");
    await port.listDeleted(made.repository);
    for (const one of [...all].reverse()) await port.undelete(made.repository, one);
    expect(await port.readManifest(made.repository, all[0])).toMatchObject({ body: index.bytes });
    expect(await port.readManifest(made.repository, all[1])).toMatchObject({ body: child.bytes });
    const back = kind === forgetful ? ["2.0.0"] : ["1.0.0", "2.0.0", "v1"];
    expect(sorted(await port.listTags(made.repository))).toEqual(back);
    expect(await made.tags()).toEqual(back);
    expect(await port.listDeleted(made.repository)).toEqual(new Set());
    expect(await port.deleteManifest(made.repository, all[0])).toBe("deleted");
    expect(await made.tags()).toEqual(["2.0.0"]);
  });

  test("and was pushed again since is another, which can be deleted too", async ({ skip }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["2.0.0"]);
    const image = await pushImage(made.repo, ["1.0.0"]);
    const port = await made.open();
    await port.listTags(made.repository);
    await port.deleteManifest(made.repository, digest(image.digest));
    await putManifest(made.repo, "1.0.0", image.mediaType, image.bytes);
    expect(await port.readManifest(made.repository, tag("1.0.0"))).toMatchObject({ digest: image.digest });
    expect(await port.deleteManifest(made.repository, digest(image.digest))).toBe("deleted");
    expect(await made.tags()).toEqual(["2.0.0"]);
  });

  test("is all that comes back", async ({ skip }) => {
    const made = await stage(skip);
    const { digest: own } = await pushImage(made.repo, ["1.0.0"]);
    const port = await made.open();
    await port.listDeleted(made.repository);
    for (const one of [digest(own), NOWHERE]) {
      await expect(port.undelete(made.repository, one)).rejects.toThrow("in no list");
    }
  });
});

describe("GitHub alone", () => {
  test.for(["one after the other", "at once"])(
    "counts one download of a manifest, however often it is read (%s)",
    async (how, { skip }) => {
      const made = await job.stage(skip);
      const { pack } = gitHubOf(made);
      const { digest: own } = await pushImage(made.repo, ["1.0.0", "v1.0.0", "latest"]);
      const port = await made.open();
      const tags = (await port.listTags(made.repository)) ?? [];
      const read = async (reference: (typeof tags)[number]) =>
        (await port.readManifest(made.repository, reference))?.digest;
      const digests: unknown[] = [];
      if (how === "at once") digests.push(...(await Promise.all(tags.map(read))));
      else for (const name of tags) digests.push(await read(name));
      expect(digests).toEqual([own, own, own]);
      expect(pack.downloads.get(own)).toBe(1);
    },
  );

  test("lists a tag that its pages of versions hide", async ({ skip }) => {
    const made = await job.stage(skip);
    await pushImage(made.repo, ["2.0.0"]);
    const { digest: own } = await pushImage(made.repo, ["hidden"]);
    hide(made, made.repo.name, own);
    const port = await made.open();
    expect(sorted(await port.listTags(made.repository))).toEqual(["2.0.0", "hidden"]);
  });

  test("lists such a tag, though its image was deleted in another package", async ({ skip }) => {
    const made = await job.stage(skip);
    const other = made.another();
    const { repository } = parseReference(other.image);
    for (const repo of [made.repo, other.repo]) await pushImage(repo, ["2.0.0"]);
    await pushImage(made.repo, ["1.0.0"], { seed: "both" });
    const { digest: own } = await pushImage(other.repo, ["hidden"], { seed: "both" });
    hide(made, other.repo.name, own);
    const port = await made.open();
    expect(await port.deleteManifest(made.repository, digest(own))).toBe("deleted");
    expect(sorted(await port.listTags(repository))).toEqual(["2.0.0", "hidden"]);
  });

  test("lists no tag that went with its image, though the registry still has it", async ({ skip }) => {
    const made = await job.stage(skip);
    const image = await pushImage(made.repo, ["1.0.0"]);
    await pushImage(made.repo, ["2.0.0"]);
    const port = await made.open();
    await port.listTags(made.repository);
    await port.deleteManifest(made.repository, digest(image.digest));
    // Behind GitHub's back, as a registry that lags would have it.
    const base = gitHubOf(made).hub.registry;
    const body = JSON.stringify({ name: made.repo.name, tags: ["1.0.0", "2.0.0"] });
    base.on({
      when: ({ path, headers }) => path.endsWith("/tags/list") && headers.authorization !== undefined,
      act: { kind: "answer", status: 200, headers: { "content-type": "application/json" }, body },
    });
    base.on({
      when: ({ method, path }) => method !== "DELETE" && path.endsWith("/manifests/1.0.0"),
      act: {
        kind: "answer",
        status: 200,
        headers: { "content-type": image.mediaType, "docker-content-digest": image.digest },
        body: image.bytes,
      },
    });
    expect(await port.listTags(made.repository)).toEqual(["2.0.0"]);
  });

  test("deletes nothing that it does not list, and does not say that it is gone", async ({ skip }) => {
    const made = await job.stage(skip);
    await pushImage(made.repo, ["2.0.0"]);
    const { digest: own } = await pushImage(made.repo, ["1.0.0"]);
    hide(made, made.repo.name, own);
    const port = await made.open();
    await expect(port.deleteManifest(made.repository, digest(own))).rejects.toThrow("in no list");
    expect(made.deletions()).toEqual([]);
    expect(await made.tags()).toEqual(["1.0.0", "2.0.0"]);
  });

  const refused: readonly (readonly [string, Opening, true | 403 | 404])[] = [
    ["a job that may only read", { token: { kind: "actions", packages: "read" } }, true],
    ["no admin of the package, in words", {}, 403],
    ["no admin of the package, which is said not to be there", {}, 404],
  ];
  test.for(refused)("refuses to delete and restore for who is %s", async ([, opening, admin], { skip }) => {
    const made = await job.stage(skip);
    const { pack } = gitHubOf(made);
    const images = [await pushImage(made.repo, ["1.0.0"]), await pushImage(made.repo, ["0.9.0"])];
    await pushImage(made.repo, ["2.0.0"]);
    const [there, gone] = images.map((image) => digest(image.digest));
    await made.remove(gone ?? NOWHERE);
    pack.admin = admin;
    const port = await made.open(opening);
    await port.listTags(made.repository);
    expect(await port.listDeleted(made.repository)).toEqual(new Set([gone]));
    await expect(port.deleteManifest(made.repository, there ?? NOWHERE)).rejects.toMatchObject(FORBIDDEN);
    await expect(port.undelete(made.repository, gone ?? NOWHERE)).rejects.toMatchObject(FORBIDDEN);
    expect(await made.tags()).toEqual(["1.0.0", "2.0.0"]);
  });

  test("takes no manifest from who may only read", async ({ skip }) => {
    const made = await job.stage(skip);
    const image = await pushImage(made.repo, ["1.0.0"]);
    const port = await made.open({ token: { kind: "actions", packages: "read" } });
    const twin = twinOf(image);
    for (const reference of [tag("1.1.0"), tag("1.0.0"), twin.digest]) {
      await expect(port.putManifest(made.repository, reference, twin)).rejects.toMatchObject(FORBIDDEN);
    }
    expect(await made.tags()).toEqual(["1.0.0"]);
    expect((await getManifest(made.repo, "1.0.0")).digest).toBe(image.digest);
    expect((await getManifest(made.repo, twin.digest)).status).toBe(404);
  });

  test("keeps the last version, and the last that has a tag", async ({ skip }) => {
    const made = await job.stage(skip);
    const { digest: own } = await pushImage(made.repo, ["1.0.0"]);
    const port = await made.open();
    await expect(port.deleteManifest(made.repository, digest(own))).rejects.toMatchObject(KEPT);
    await pushImage(made.repo, []);
    await expect(port.deleteManifest(made.repository, digest(own))).rejects.toMatchObject(KEPT);
    expect(await made.tags()).toEqual(["1.0.0"]);
  });

  test.for([
    [["read:packages", "write:packages"], "forbidden"],
    [["read:packages", "delete:packages"], undefined],
  ] as const)(
    "proves of a person's token with the scopes %j what is known",
    async ([scopes, kind], { skip }) => {
      const made = await person.stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const port = await made.open({ token: { kind: "personal", login: "mona", scopes } });
      await port.listTags(made.repository);
      const proof = await port.proveDeletes(made.repository).catch((error: unknown) => error);
      expect((proof as RegistryError | undefined)?.kind).toBe(kind);
      expect(made.deletions()).toEqual([]);
    },
  );

  test("lists the packages of an owner for a person, and of nobody else; and none for a job", async ({
    skip,
  }) => {
    const made = await person.stage(skip);
    const other = made.another();
    for (const { repo } of [made, other]) await pushImage(repo, ["1.0.0"]);
    await pushImage(gitHubOf(made).hub.package().repo, ["1.0.0"]);
    const port = await made.open();
    const names = [made, other].map(({ repo }) => repo.name);
    expect(sorted(await port.listRepositories(new Set(["mona"])))).toEqual(sorted(names));
    expect(await port.listRepositories(new Set(["mona", "octo"]))).toHaveLength(3);
    const jobs = await made.open({ token: { kind: "actions", packages: "write" } });
    await expect(jobs.listRepositories(new Set(["mona"]))).rejects.toBeInstanceOf(RegistryError);
  });
});
