import { describe, expect, test } from "vitest";
import { pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import {
  changesSent,
  filling,
  listSent,
  ONE_BY_ONE,
  digestsLeft,
  idOf,
  isDelete,
  type OnGitHub,
  useStage,
} from "../support/github-pruning.js";
import { applied } from "../support/pruning.js";

/** Every request that a run makes, to GitHub's API and to its registry. */
const filled = filling(useStage());

const OWNER = "GET /users/octo";
/** The scopes that bearer tokens were asked for. */
function scopesAsked({ github }: OnGitHub): readonly string[] {
  return github.registry.requests
    .filter(({ path }) => path.startsWith("/token"))
    .map(({ path }) => new URL(path, "http://localhost").searchParams.get("scope") ?? "");
}

describe("a dry run", () => {
  test("makes these requests and no others", async () => {
    const made = await filled();
    const { children, index, kept } = made;
    const pruned = await made.prune({ ...ONE_BY_ONE, "dry-run": "true" });
    expect(statusOf(pruned.result)).toBe("done");
    expect(made.apiSent()).toEqual([OWNER, listSent()]);
    // The first is refused, and says where to get a token.
    expect(made.registrySent()).toEqual([
      "GET tags/list",
      "GET /token",
      "GET tags/list",
      "GET manifests/1.0.0",
      "GET manifests/1.1.0",
      ...children.map(({ digest }) => `GET manifests/${digest}`),
    ]);
    expect(scopesAsked(made)).toEqual([`repository:${made.pack.repo.name}:pull`]);
    expect([made.github.elsewhere.requests, changesSent(made)]).toEqual([[], []]);
    expect([...digestsLeft(made)].sort()).toEqual(
      [...children, index, kept].map(({ digest }) => digest).sort(),
    );
  });
});

describe("a prune", () => {
  test("makes these requests and no others", async () => {
    const made = await filled();
    const { children, index } = made;
    const ids = [index, ...children].map(({ digest }) => idOf(made, digest));
    const pruned = await made.prune(ONE_BY_ONE);
    expect([applied(pruned).deletions.length, statusOf(pruned.result)]).toEqual([3, "done"]);
    expect(made.apiSent()).toEqual([
      ...[OWNER, listSent(), listSent()],
      ...ids.map((id) => `DELETE PACKAGE${id}`),
      listSent(),
    ]);
    expect(made.registrySent()).toEqual([
      ...["GET tags/list", "GET /token", "GET tags/list"],
      ...["GET manifests/1.0.0", "GET manifests/1.1.0"],
      ...children.map(({ digest }) => `GET manifests/${digest}`),
      ...["GET tags/list", "HEAD manifests/1.0.0", "HEAD manifests/1.1.0"],
      ...["GET tags/list", "HEAD manifests/1.1.0"],
    ]);
    expect(scopesAsked(made)).toEqual([`repository:${made.pack.repo.name}:pull`]);
    expect(made.github.elsewhere.requests).toEqual([]);
  });

  test("with nothing to delete changes nothing, and looks once", async () => {
    const made = await filled();
    expect(applied(await made.prune({ keep: "2" })).deletions).toEqual([]);
    expect([made.apiSent(), changesSent(made)]).toEqual([[OWNER, listSent()], []]);
  });

  test("names the tool, and asks for GitHub's own kind of JSON", async () => {
    const made = await filled();
    await made.prune(ONE_BY_ONE);
    for (const { headers } of made.github.api.requests) {
      expect(headers["user-agent"]).toMatch(/^prune-image-tags\/test/);
      expect(headers.accept).toContain("application/vnd.github");
    }
  });

  test.each(["1", "8"])(
    "downloads each manifest once, whatever points at it (%s at once)",
    async (concurrency) => {
      const made = await filled();
      const { repo } = made.pack;
      const { mediaType, bytes } = made.kept;
      for (const tag of ["latest", "1.1", "1"]) await putManifest(repo, tag, mediaType, bytes);
      await pushIndex(repo, ["1.2.0"], [made.kept, await pushImage(repo, [])]);
      await pushImage(repo, []);
      made.github.secondaryLimit({ when: isDelete, nth: 2, retryAfter: 0 });
      expect(applied(await made.prune({ keep: "1", concurrency })).harm).toEqual([]);
      const digests = new Set(made.pack.versions().map(({ digest }) => digest));
      expect(Object.fromEntries(made.pack.downloads)).toEqual(
        Object.fromEntries([...digests].map((digest) => [digest, 1])),
      );
    },
  );
});
