import { describe, expect, test } from "vitest";
import { getManifest, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { type LocalHub, pushDaily, useDockerHub } from "../support/docker-hub.js";
import { toldBy } from "../support/github-pruning.js";
import { applied, failed, type Pruned } from "../support/pruning.js";
import type { Answer, RecordedRequest } from "../support/proxy.js";
import { ends, only, runRestore } from "../support/restoring.js";

/** A prune of Docker Hub: a local server that follows its published API, in front of a real Distribution. */
const start = useDockerHub();

const kindsOf = (pruned: Pruned): readonly string[] => applied(pruned).deletions.map(({ kind }) => kind);
const expectDone = (pruned: Pruned): void => {
  const { notes, harm, stopped, unproven } = applied(pruned);
  expect([kindsOf(pruned).every((kind) => kind === "deleted"), notes, harm, stopped, unproven]).toEqual([
    true,
    [],
    [],
    undefined,
    undefined,
  ]);
};
const tagsOf = (place: ReturnType<LocalHub["place"]>): readonly string[] =>
  [...place.state.tags.keys()].sort();
const isTagDelete = ({ method, path }: RecordedRequest): boolean =>
  method === "DELETE" && path.includes("/tags/") && !path.includes("prune-image-tags-check-");
const gets = ({ registry }: LocalHub): readonly RecordedRequest[] =>
  registry.requests.filter(({ method, path }) => method === "GET" && path.includes("/manifests/"));

describe("a prune of Docker Hub", () => {
  test("by the dates of pushes deletes tags by the API, then images by the registry, and reads no configuration", async ({
    skip,
  }) => {
    const hub = await start(skip);
    const place = hub.place();
    // In an order that no name gives.
    const [old = "", kept = ""] = await pushDaily(place, "zeta", "beta", "alpha");
    const pruned = await hub.prune({ image: place.image, include: "*", sort: "created", keep: "2" });
    expect(kindsOf(pruned)).toEqual(["deleted"]);
    expectDone(pruned);
    expect(tagsOf(place)).toEqual(["alpha", "beta"]);
    expect((await getManifest(place.repo, old)).status).toBe(404);
    await pullImage(place.repo, kept);
    expect(hub.registry.requests.filter(({ path }) => path.includes("/blobs/"))).toEqual([]);
    expect(hub.api.requests.filter(isTagDelete).map(({ path }) => path)).toEqual([
      `/v2/repositories/${place.repo.name}/tags/zeta/`,
    ]);
  });

  test("reads each manifest once, for a GET counts as a pull", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(place.repo, [tag, `${tag}-again`]);
    await hub.prune({ image: place.image, keep: "1", include: "*" });
    const read = gets(hub).map(({ path }) => path);
    const there = read.filter((path) => !path.endsWith(`sha256:${"0".repeat(64)}`));
    // What was deleted is asked for once more.
    expect(new Set(there).size).toBe(there.length);
    expect(there.filter((path) => !path.includes("sha256:")).length).toBeLessThanOrEqual(3);
  });

  test("leaves the tags that share an image with a kept one out of harm's way", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    const { digest } = await pushImage(place.repo, ["1.0.0", "stable"]);
    await pushImage(place.repo, ["1.1.0"]);
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    expect(kindsOf(pruned)).toEqual(["deleted"]);
    expect(tagsOf(place)).toEqual(["1.1.0", "stable"]);
    await pullImage(place.repo, digest);
  });

  test("deletes an index, then its children, but none of another's", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    const [own, shared] = [await pushImage(place.repo, []), await pushImage(place.repo, [])];
    await pushIndex(place.repo, ["1.0.0"], [own, shared]);
    await pushIndex(place.repo, ["1.1.0"], [shared]);
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    expectDone(pruned);
    expect((await getManifest(place.repo, own.digest)).status).toBe(404);
    await pullImage(place.repo, "1.1.0");
  });

  test("does not delete a child that an index without a tag lists, and says why", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    const child = await pushImage(place.repo, []);
    await pushIndex(place.repo, ["1.0.0"], [child]);
    await pushIndex(place.repo, [], [child], { annotations: { made: "before" } });
    await pushImage(place.repo, ["1.1.0"]);
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    expect(kindsOf(pruned)).toEqual(["deleted", "failed"]);
    expect(toldBy(applied(pruned))).toContain("Image Management");
    await pullImage(place.repo, child.digest);
    expect(tagsOf(place)).toEqual(["1.1.0"]);
  });

  test("sees a tag that the API's pages do not have, and the registry's list has", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(place.repo, [tag]);
    const change = (answer: Answer): Answer => {
      const page = JSON.parse(answer.body.toString()) as { results: { name: string }[] };
      const results = page.results.filter(({ name }) => name !== "1.1.0");
      return { ...answer, body: Buffer.from(JSON.stringify({ ...page, results })) };
    };
    hub.api.on({ when: ({ path }) => path.includes("/tags?"), act: { kind: "change", change } });
    await hub.prune({ image: place.image, keep: "2" });
    expect(tagsOf(place)).toEqual(["1.1.0", "1.2.0"]);
  });

  test("waits for a deletion that takes effect late", async ({ skip }) => {
    const hub = await start(skip, { lateFor: 3 });
    const place = hub.place();
    await pushImage(place.repo, ["1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    expectDone(pruned);
    expect(applied(pruned).notes).toEqual([]);
    expect(tagsOf(place)).toEqual(["1.1.0"]);
  });

  test("a tag that its list shows a while longer, and that points at nothing, is gone", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    const { digest } = await pushImage(place.repo, ["1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    const change = (answer: Answer): Answer => {
      const page = JSON.parse(answer.body.toString()) as { results: { name: string }[] };
      const others = page.results.filter(({ name }) => name !== "1.0.0");
      const results = [...others, { name: "1.0.0", digest, tag_status: "active" }];
      return { ...answer, body: Buffer.from(JSON.stringify({ ...page, results })) };
    };
    hub.api.on({ when: ({ path }) => path.includes("/tags?"), act: { kind: "change", change } });
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    expectDone(pruned);
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(tagsOf(place)).toEqual(["1.1.0"]);
  });

  test("a tag that is pushed onto a doomed image after the look keeps it", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    const image = await pushImage(place.repo, ["1.0.0"], { seed: "doomed" });
    await pushImage(place.repo, ["1.1.0"]);
    hub.api.on({
      when: isTagDelete,
      times: 1,
      act: { kind: "before", run: () => pushImage(place.repo, ["precious"], { seed: "doomed" }) },
    });
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    expect(tagsOf(place)).toEqual(["1.1.0", "precious"]);
    await pullImage(place.repo, image.digest);
    expect(kindsOf(pruned)).toEqual(["failed"]);
    expect(toldBy(applied(pruned))).toContain("its tags are gone");
  });

  test("a tag that is moved straight before its deletion stays", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    await pushImage(place.repo, ["1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    const look = ({ method, path }: RecordedRequest): boolean =>
      method === "HEAD" && path.endsWith("/manifests/1.0.0");
    // The first is the batch's look, the second that straight before the deletion.
    let looks = 0;
    hub.registry.on({
      when: (request) => look(request) && (looks += 1) === 2,
      act: { kind: "before", run: () => pushImage(place.repo, ["1.0.0"], { seed: "moved" }) },
    });
    await hub.prune({ image: place.image, keep: "1" });
    expect(looks).toBeGreaterThanOrEqual(2);
    expect(tagsOf(place)).toEqual(["1.0.0", "1.1.0"]);
    await pullImage(place.repo, "1.0.0");
  });
});

describe("Docker Hub's limits", () => {
  test("too few pulls stop the run before one is used up", async ({ skip }) => {
    const hub = await start(skip, { pulls: 2 });
    const place = hub.place();
    for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(place.repo, [tag]);
    const { error } = failed(await hub.prune({ image: place.image, keep: "1" }));
    expect(error).toMatchObject({ kind: "rate-limited" });
    expect(error.message).toMatch(/at least 3 images .* 2 more/);
    expect(hub.world.pulls).toBe(0);
    expect(hub.registry.requests.filter(({ method }) => method === "DELETE")).toEqual([]);
  });

  test("pulls that run out while it reads stop the run, in the Hub's words", async ({ skip }) => {
    const hub = await start(skip, { pulls: 2 });
    const place = hub.place();
    await pushIndex(
      place.repo,
      ["1.0.0"],
      [await pushImage(place.repo, []), await pushImage(place.repo, [])],
    );
    await pushImage(place.repo, ["1.1.0"]);
    const { error } = failed(await hub.prune({ image: place.image, keep: "1" }));
    expect(error).toMatchObject({ kind: "rate-limited" });
    expect(tagsOf(place)).toEqual(["1.0.0", "1.1.0"]);
  });

  test("a limit of the API is waited for, as long as it says", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    await pushImage(place.repo, ["1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    hub.world.limit = { left: 1, until: Date.now() + 1500 };
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    expectDone(pruned);
    expect(pruned.events).toContainEqual(expect.objectContaining({ kind: "limit-met" }));
    expect(tagsOf(place)).toEqual(["1.1.0"]);
  });
});

describe("who may not", () => {
  const CASES: readonly (readonly [
    string,
    Parameters<typeof start>[1],
    Readonly<Record<string, string>>,
    RegExp,
  ])[] = [
    ["a wrong password", {}, { password: "wrong" }, /does not take the password/],
    ["a token that may only read", { scope: "read" }, {}, /forbidden with personal access token/],
  ];
  test.for(CASES)("%s deletes nothing", async ([, options, raw, words], { skip }) => {
    const hub = await start(skip, options);
    const place = hub.place();
    await pushImage(place.repo, ["1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    const { outcome } = await hub.prune({ image: place.image, keep: "1", ...raw });
    expect(toldBy(outcome)).toMatch(words);
    expect(toldBy(outcome)).toContain("access token");
    expect(tagsOf(place)).toEqual(["1.0.0", "1.1.0"]);
  });

  test("an immutable tag stays, and is told as one", async ({ skip }) => {
    const hub = await start(skip, { immutable: /^1\.0/ });
    const place = hub.place();
    const { digest } = await pushImage(place.repo, ["1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    const { outcome } = await hub.prune({ image: place.image, keep: "1" });
    expect(toldBy(outcome)).toContain("immutable tags");
    expect(tagsOf(place)).toEqual(["1.0.0", "1.1.0"]);
    await pullImage(place.repo, digest);
  });

  test("a password goes to the API and to the token server that is Docker's, and nowhere else", async ({
    skip,
  }) => {
    const hub = await start(skip);
    const place = hub.place();
    await pushImage(place.repo, ["1.0.0"]);
    const stranger = "http://127.0.0.1:9/token";
    hub.registry.on({
      when: ({ path, headers }) => path.startsWith("/v2/") && headers.authorization === undefined,
      act: {
        kind: "answer",
        status: 401,
        headers: { "www-authenticate": `Bearer realm="${stranger}",service="s"` },
      },
    });
    const { error } = failed(await hub.prune({ image: place.image, keep: "1" }));
    expect(error).toMatchObject({ kind: "unsafe-realm" });
    expect(error.message).toContain("127.0.0.1:9");
    const secret = Buffer.from(`${hub.credentials.username}:${hub.credentials.password}`).toString("base64");
    expect(hub.registry.requests.filter(({ headers }) => headers.authorization?.includes(secret))).toEqual(
      [],
    );
  });
});

describe("an official image", () => {
  test.for(["alpine", "docker.io/alpine", "docker.io/library/alpine", "index.docker.io/alpine"])(
    "is found as %s",
    async (image, { skip }) => {
      const hub = await start(skip);
      const place = hub.place("library/alpine");
      for (const tag of ["3.1.0", "3.2.0"]) await pushImage(place.repo, [tag]);
      const { outcome } = await hub.prune({ image, keep: "1", "dry-run": "true" });
      expect(outcome).toMatchObject({
        kind: "planned",
        plan: { repository: "library/alpine", deletions: [{ tags: ["3.1.0"] }] },
      });
      // It is Docker's, so who is not of Docker may not.
      const { outcome: real } = await hub.prune({ image, keep: "1" });
      expect(toldBy(real)).toContain("forbidden with personal access token");
      expect(tagsOf(place)).toEqual(["3.1.0", "3.2.0"]);
    },
  );
});

describe("an undo", () => {
  const undo = async (hub: LocalHub, pruned: Pruned): ReturnType<typeof runRestore> =>
    runRestore(pruned.result.journal ?? "", { login: hub.credentials, dockerHub: hub.addresses });

  test("pushes back an image with its tags, by the registry alone", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    const { digest } = await pushImage(place.repo, ["1.0.0", "v1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    const pruned = await hub.prune({ image: place.image, keep: "1", include: "*" });
    expect(tagsOf(place)).toEqual(["1.1.0"]);
    const { result } = await undo(hub, pruned);
    expect(ends(only(result))).toEqual({ "1.0.0": "restored", "v1.0.0": "restored" });
    expect(tagsOf(place)).toEqual(["1.0.0", "1.1.0", "v1.0.0"]);
    await pullImage(place.repo, digest);
    expect(hub.api.requests.filter(({ method }) => method === "PUT")).toEqual([]);
  });

  test("of an image whose layers are not kept any more fails, and writes nothing", async ({ skip }) => {
    const hub = await start(skip);
    const place = hub.place();
    await pushImage(place.repo, ["1.0.0"]);
    await pushImage(place.repo, ["1.1.0"]);
    const pruned = await hub.prune({ image: place.image, keep: "1" });
    hub.registry.on({
      when: ({ path }) => path.includes("/blobs/"),
      act: {
        kind: "answer",
        status: 404,
        headers: { "content-type": "application/json" },
        body: '{"errors":[{"code":"BLOB_UNKNOWN","message":"blob unknown to registry"}]}',
      },
    });
    const { result } = await undo(hub, pruned);
    expect(ends(only(result))).toEqual({ "1.0.0": "lost" });
    expect(hub.registry.requests.filter(({ method }) => method === "PUT")).toEqual([]);
    expect(tagsOf(place)).toEqual(["1.1.0"]);
  });
});
