import { describe, expect, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import { restoreFailure, restoreStatus } from "../../src/report/verbs/restore.js";
import { describeRestored } from "../../src/report/verbs/restore-rows.js";
import { shortDigest } from "../../src/report/words/wording.js";
import { statusOf } from "../../src/report/run/result.js";
import {
  changed,
  changesSent,
  digestsLeft,
  idOf,
  type OnGitHub,
  personal,
  pushTags,
  stageOf,
  type StageOptions,
  useStage,
} from "../support/github-pruning.js";
import { hoursAgo } from "../support/policies.js";
import type { Pushed } from "../support/proxied.js";
import type { RecordedRequest } from "../support/proxy.js";
import { ends, only, runRestore } from "../support/restoring.js";

/** What a prune took on GitHub comes back, by GitHub's own hand where it can. */
const stage = useStage();

interface Taken extends OnGitHub {
  readonly journal: string;
  readonly index: Pushed;
  readonly children: readonly Pushed[];
  readonly untagged: Pushed;
  readonly restore: (options?: Parameters<typeof runRestore>[1]) => ReturnType<typeof runRestore>;
}

/** Of an index, an image, and one without a tag, a prune has left nothing; 2.0.0 stays. */
async function taken(options: StageOptions = {}): Promise<Taken> {
  const made = await stage(options);
  const { repo } = made.pack;
  const children = [await pushImage(repo, []), await pushImage(repo, [])];
  const index = await pushIndex(repo, ["1.0.0", "1.0.1"], children);
  const untagged = await pushImage(repo, []);
  made.pack.aged(untagged.digest, { created: hoursAgo(99) });
  await pushTags(made, "1.1.0", "2.0.0");
  const { result } = await made.prune({ keep: "1", "untagged-older-than": "2d" });
  expect([statusOf(result), made.left()]).toEqual(["done", ["2.0.0"]]);
  made.github.api.requests.splice(0);
  made.github.registry.requests.splice(0);
  return { ...made, ...restoring(made, result.journal ?? ""), index, children, untagged };
}

/** Of one image that a prune has taken, there is nothing; 2.0.0 stays. */
async function takenOne(options: StageOptions = {}): Promise<OnGitHub & Pick<Taken, "journal" | "restore">> {
  const made = await stage(options);
  await pushTags(made, "1.1.0", "2.0.0");
  const { result } = await made.prune({ keep: "1" });
  expect(made.left()).toEqual(["2.0.0"]);
  made.github.api.requests.splice(0);
  return { ...made, ...restoring(made, result.journal ?? "") };
}

function restoring(made: OnGitHub, journal: string): Pick<Taken, "journal" | "restore"> {
  const github = { api: made.github.apiUrl, registry: made.github.host, token: made.token };
  return { journal, restore: (options = {}) => runRestore(journal, { github, ...options }) };
}

const TAGS = ["1.0.0", "1.0.1", "1.1.0", "2.0.0"];

/** A page of what was deleted. */
const isDeletedPage = ({ path }: RecordedRequest): boolean => path.includes("state=deleted");
const isRestore = ({ method, path }: RecordedRequest): boolean =>
  method === "POST" && path.endsWith("/restore");
const isPut = ({ method }: RecordedRequest): boolean => method === "PUT";

describe("a restore", () => {
  test.each([
    ["with its tags", true, 0],
    ["and writes the tags itself, where they do not come back", false, 3],
  ])("has GitHub bring back every version %s", async (_, restoresTags, puts) => {
    const made = await taken({ restoresTags });
    const { result } = await made.restore();
    expect([restoreStatus(result), restoreFailure(result)]).toEqual(["done", ""]);
    expect(ends(only(result))).toEqual({
      "1.0.0": "restored",
      "1.1.0": "restored",
      "1.0.1": "restored",
    });
    expect(only(result).digests).toMatchObject([{ digest: made.untagged.digest, kind: "restored" }]);
    expect(await listTags(made.pack.repo)).toEqual(TAGS);
    for (const tag of [...TAGS, made.untagged.digest]) await pullImage(made.pack.repo, tag);
    expect((await getManifest(made.pack.repo, "1.0.0")).body).toEqual(made.index.bytes);
    expect(made.left()).toEqual(["-", "-", "-", "1.0.0 1.0.1", "1.1.0", "2.0.0"]);
    expect(made.github.api.requests.filter(isRestore)).toHaveLength(5);
    expect(made.github.registry.requests.filter(isPut)).toHaveLength(puts);
  });

  test("again has nothing to do, and asks GitHub for nothing but the tags", async () => {
    const made = await taken();
    await made.restore();
    made.github.api.requests.splice(0);
    const { result } = await made.restore();
    expect([restoreStatus(result), new Set(Object.values(ends(only(result))))]).toEqual([
      "done",
      new Set(["already-there"]),
    ]);
    expect([made.apiSent(), made.github.registry.requests.filter(isPut)]).toEqual([[], []]);
  });

  test("brings back a part before what contains it, and what has a tag after all its parts", async () => {
    const made = await taken();
    const ids = new Map(
      [made.index, ...made.children].map((each) => [
        `PACKAGE${idOf(made, each.digest)}/restore`,
        each.digest,
      ]),
    );
    await made.restore({ wanted: ["1.0.0"] });
    const order = made.apiSent().flatMap((line) => ids.get(line.replace("POST ", "")) ?? []);
    expect([order.length, order.at(-1)]).toEqual([3, made.index.digest]);
    expect(made.left()).toEqual(["-", "-", "1.0.0 1.0.1", "2.0.0"]);
  });

  test("that is dry writes nothing, asks for no right to write, and says what would be", async () => {
    const made = await taken();
    const { result } = await made.restore({ dryRun: true });
    expect([restoreStatus(result), new Set(Object.values(ends(only(result))))]).toEqual([
      "done",
      new Set(["would-restore"]),
    ]);
    expect([changesSent(made), made.left()]).toEqual([[], ["2.0.0"]]);
    expect(JSON.stringify(made.github.registry.requests)).not.toMatch(/push|delete/);
  });

  test("of what was deleted twice brings back the later", async () => {
    const made = await takenOne();
    await pushImage(made.pack.repo, ["1.1.0"], { seed: "twice" });
    await made.prune({ keep: "1" });
    const twice = await pushImage(made.pack.repo, ["1.1.0"], { seed: "twice" });
    const path = idOf(made, twice.digest);
    const { result: pruned } = await made.prune({ keep: "1" });
    expect(made.pack.versions().filter(({ digest }) => digest === twice.digest)).toHaveLength(2);
    const { restore } = restoring(made, pruned.journal ?? "");
    expect(restoreStatus((await restore()).result)).toBe("done");
    expect(made.apiSent().filter((line) => line.startsWith("POST"))).toEqual([`POST PACKAGE${path}/restore`]);
  });

  test("leaves a tag that was pushed since where it is", async () => {
    const made = await taken();
    const since = await pushImage(made.pack.repo, ["1.0.0"]);
    const { result } = await made.restore();
    expect(ends(only(result))).toEqual({ "1.0.0": "moved", "1.1.0": "restored", "1.0.1": "restored" });
    expect((await getManifest(made.pack.repo, "1.0.0")).digest).toBe(since.digest);
    expect((await getManifest(made.pack.repo, "1.0.1")).digest).toBe(made.index.digest);
    expect(restoreStatus(result)).toBe("partly-failed");
    for (const tag of TAGS) await pullImage(made.pack.repo, tag);
  });

  test("leaves a tag that is pushed just before it is written", async () => {
    const made = await taken({ restoresTags: false });
    const { repo } = made.pack;
    const id = idOf(made, made.index.digest);
    let since: Pushed | undefined;
    made.github.api.on({
      when: ({ path }) => path.endsWith(`${id}/restore`),
      times: 1,
      act: { kind: "after", run: async () => (since = await pushImage(repo, ["1.0.0"])) },
    });
    const { result } = await made.restore();
    expect(ends(only(result))["1.0.0"]).toBe("moved");
    expect((await getManifest(repo, "1.0.0")).digest).toBe(since?.digest);
  });
});

describe("a version that GitHub keeps no more", () => {
  function forget({ github }: OnGitHub, ...digests: readonly string[]): void {
    const change = changed((versions) => versions.filter(({ name }) => !digests.includes(name)));
    github.api.on({ when: isDeletedPage, act: { kind: "change", change } });
  }

  test("is written from the journal, as long as its layers are there", async () => {
    const made = await taken();
    forget(made, made.index.digest);
    const { result } = await made.restore({ wanted: ["1.0.0"] });
    expect([restoreStatus(result), ends(only(result))]).toEqual(["done", { "1.0.0": "restored" }]);
    expect((await getManifest(made.pack.repo, "1.0.0")).body).toEqual(made.index.bytes);
    await pullImage(made.pack.repo, "1.0.0");
    expect(made.github.api.requests.filter(isRestore)).toHaveLength(2);
    expect(made.github.registry.requests.filter(isPut).length).toBeGreaterThan(0);
  });

  test("is lost where its layers are gone as well, and is not touched; what is left to restore is", async () => {
    const made = await taken();
    const [child] = made.children;
    forget(made, made.index.digest, ...made.children.map(({ digest }) => digest));
    const { config } = JSON.parse(child?.bytes.toString() ?? "{}") as { config: { digest: string } };
    made.github.registry.on({
      when: ({ path }) => path.endsWith(config.digest),
      act: {
        kind: "answer",
        status: 404,
        headers: { "content-type": "application/json" },
        body: '{"errors":[{"code":"BLOB_UNKNOWN"}]}',
      },
    });
    const { result } = await made.restore();
    expect(ends(only(result))).toEqual({ "1.0.0": "lost", "1.1.0": "restored", "1.0.1": "lost" });
    expect(restoreStatus(result)).toBe("partly-failed");
    const lost = only(result).tags.find(({ kind }) => kind === "lost");
    expect(lost && describeRestored(lost)).toContain(`${shortDigest(config.digest)}, a part of it`);
    expect(digestsLeft(made).has(made.index.digest)).toBe(false);
    expect(made.left()).toEqual(["-", "1.1.0", "2.0.0"]);
  });

  test("or that GitHub can't list leaves all as it is", async () => {
    const made = await takenOne();
    made.github.api.on({ when: isDeletedPage, act: { kind: "answer", status: 500, body: "{}" } });
    const { result } = await made.restore();
    expect([restoreStatus(result), changesSent(made), made.left()]).toEqual(["failed", [], ["2.0.0"]]);
    expect(restoreFailure(result)).toContain("answered 500 while listing the versions of");
  });
});

describe("a restore that is refused", () => {
  test.each([
    [403, '(403, "You must have admin rights to this package.")'],
    [404, "and says that it is not there (404) while restoring version"],
  ] as const)("for want of the role Admin (%i) says so, and tries no more", async (admin, words) => {
    const made = await takenOne();
    made.pack.admin = admin;
    const { result } = await made.restore();
    expect([restoreStatus(result), made.left()]).toEqual(["failed", ["2.0.0"]]);
    expect(restoreFailure(result)).toContain(words);
    expect(restoreFailure(result)).toContain("role Admin");
    expect(made.github.api.requests.filter(isRestore)).toHaveLength(1);
  });

  test.each([
    ["a job that may only read", { kind: "actions", packages: "read" }, "permissions: packages: write"],
    [
      "a person who may only delete",
      personal("read:packages", "delete:packages"),
      "to restore also write:packages",
    ],
  ] as const)("to %s says what it takes", async (_, kind, words) => {
    const made = await takenOne();
    const weak = stageOf(made.github, made.pack, made.github.token(kind));
    const { result } = await restoring(weak, made.journal).restore();
    expect([restoreStatus(result), made.left()]).toEqual(["failed", ["2.0.0"]]);
    expect(restoreFailure(result)).toContain(words);
  });

  test("to write the tags says so, with the images back", async () => {
    const made = await takenOne({ restoresTags: false });
    made.github.registry.on({
      when: isPut,
      act: {
        kind: "answer",
        status: 403,
        headers: { "content-type": "application/json" },
        body: '{"errors":[{"code":"DENIED"}]}',
      },
    });
    const { result } = await made.restore({ wanted: ["1.1.0"] });
    expect([restoreStatus(result), ends(only(result))]).toEqual(["failed", { "1.1.0": "failed" }]);
    expect(restoreFailure(result)).toMatch(/403|denied|right/i);
    expect(made.left()).toEqual(["-", "2.0.0"]);
  });
});

describe("a restore that GitHub answers oddly", () => {
  test("though it is done (502) is done", async () => {
    const made = await takenOne();
    made.github.api.on({
      when: isRestore,
      times: 1,
      act: {
        kind: "change",
        change: (answer) => ({ ...answer, status: 502, body: Buffer.from("Bad gateway") }),
      },
    });
    const { result } = await made.restore({ wanted: ["1.1.0"] });
    expect([restoreStatus(result), restoreFailure(result)]).toEqual(["done", ""]);
    expect(made.left()).toEqual(["1.1.0", "2.0.0"]);
  });

  test("by saying that it is done where it is not is none", async () => {
    const made = await takenOne();
    made.github.api.on({ when: isRestore, act: { kind: "answer", status: 204 } });
    const { result } = await made.restore({ wanted: ["1.1.0"] });
    expect([restoreStatus(result), made.left()]).toEqual(["failed", ["2.0.0"]]);
    expect(restoreFailure(result)).toContain("the registry said that it brought");
  });

  test("by taking a tag along that points elsewhere by now says so", async () => {
    const made = await takenOne();
    const lost = made.pack.versions().find(({ tags }) => tags.includes("1.1.0"));
    const other = await pushImage(made.pack.repo, ["1.1.0"]);
    made.github.api.on({
      when: isRestore,
      act: {
        kind: "after",
        run: async () => {
          const { body, mediaType } = await getManifest(made.pack.repo, lost?.digest ?? "");
          await putManifest(made.pack.repo, "1.1.0", mediaType, body);
        },
      },
    });
    const { result } = await made.restore({ wanted: ["1.1.0"] });
    expect([restoreStatus(result), ends(only(result))]).toEqual(["failed", { "1.1.0": "failed" }]);
    expect(restoreFailure(result)).toContain(`and had pointed at ${other.digest} until then`);
  });

  test("waits for a limit, and says so", async () => {
    const made = await takenOne();
    made.github.secondaryLimit({ when: isRestore, retryAfter: 1 });
    const { result, events } = await made.restore({ wanted: ["1.1.0"] });
    expect(restoreStatus(result)).toBe("done");
    expect(events).toContainEqual(expect.objectContaining({ kind: "limit-met", limit: "secondary" }));
    expect(made.github.api.requests.filter(isRestore)).toHaveLength(2);
  });
});
