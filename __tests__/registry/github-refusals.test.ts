import { describe, expect, onTestFinished, test, vi } from "vitest";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pullImage } from "../../scripts/images.mjs";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import {
  changesSent,
  isVersions,
  type OnGitHub,
  personal,
  pushTags,
  stageOf,
  toldBy,
  useStage,
} from "../support/github-pruning.js";
import type { Token } from "../support/github-state.js";
import { applied, failed, type Pruned } from "../support/pruning.js";

/** What GitHub refuses, what is said of it, and what was deleted all the same. */
const stage = useStage();

const KEEPS_ONE = { keep: "1" };

/** A package of three images, of which a prune would take two. */
async function filled(token?: Token): Promise<OnGitHub> {
  const made = await stage(token === undefined ? {} : { token });
  await pushTags(made, "1.0.0", "1.1.0", "1.2.0");
  return made;
}

/** Prunes, and sees that nothing was deleted; what was said, on one line. */
async function refusedWholly(
  made: OnGitHub,
  raw: RawSettings = {},
): Promise<{ readonly pruned: Pruned; readonly said: string }> {
  const before = made.pack.versions();
  const pruned = await made.prune({ ...KEEPS_ONE, ...raw });
  expect(made.pack.versions()).toEqual(before);
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pullImage(made.pack.repo, tag);
  const said = toldBy(pruned.outcome);
  // Whoever reads the end of the log alone is told as well.
  for (const line of said.split("\n")) expect(failureText(pruned.result)).toContain(line);
  return { pruned, said };
}

const ADMIN_STEP = "Give the repository that this runs in the role Admin";

describe("before anything is decided", () => {
  test("a token that is none", async () => {
    const { github, pack, ...made } = await filled();
    const bad = stageOf(github, pack, "ghs_notatoken");
    const { pruned, said } = await refusedWholly(bad);
    expect(failed(pruned).error.message).toBe(
      `${github.api.host} does not take the token (401, "Bad credentials") while looking for octo`,
    );
    expect(said).toContain("Has it run out, or is it another GitHub's? Give github-token, or sign in");
    expect([statusOf(pruned.result), changesSent({ github })]).toEqual(["failed", []]);
    expect(made.registrySent()).toEqual([]);
  });

  test.each<{ readonly name: string; readonly token: Token; readonly words: string; readonly step: string }>([
    {
      name: "a job without packages: read",
      token: { kind: "actions", packages: "none" },
      words: "Resource not accessible by integration",
      step: "permissions: packages: read (to delete: write).\nA package that another repository pushed must let this one in",
    },
    {
      name: "a classic token without read:packages",
      token: personal("repo"),
      words: "You need at least read:packages scope to get a package's versions.",
      step: "The token needs the scope read:packages, and its owner must be let see the package.",
    },
  ])("$name", async ({ token, words, step }) => {
    const made = await filled(token);
    const { pruned, said } = await refusedWholly(made);
    expect(failed(pruned).error.message).toBe(
      `${made.github.api.host} says no (403, "${words}") while listing the versions of ${made.pack.repo.name}`,
    );
    expect(said).toContain(step);
    expect([statusOf(pruned.result), changesSent(made)]).toEqual(["failed", []]);
  });

  test("a fine-grained token, which GitHub Packages takes from nobody", async () => {
    const { github, pack } = await filled();
    const made = stageOf(github, pack, "github_pat_11ABC");
    const answer = (status: number, body: object) =>
      ({
        kind: "answer",
        status,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }) as const;
    github.api.on({
      when: isVersions,
      act: answer(403, { message: "Resource not accessible by personal access token" }),
    });
    github.api.on({
      when: ({ path }) => path.startsWith("/user"),
      act: answer(200, { login: "octo", type: "Organization" }),
    });
    const { pruned, said } = await refusedWholly(made);
    expect(said).toContain("GitHub Packages takes no fine-grained personal access tokens. Use github.token");
    expect(said).toContain("Resource not accessible by personal access token");
    expect([statusOf(pruned.result), changesSent(made)]).toEqual(["failed", []]);
  });

  test("a package that is hidden from the token looks as if it were not there", async () => {
    const made = await filled();
    made.pack.hiddenFrom.add(made.token);
    const { pruned, said } = await refusedWholly(made);
    expect(failed(pruned).error.message).toBe(
      `${made.github.api.host} finds no ${made.pack.repo.name}, or does not show it to this token (404)`,
    );
    expect(said).toContain("Is the name right, and was something pushed there?\nGive the job the right");
    expect(said).toContain("Manage Actions access");
    expect([statusOf(pruned.result), changesSent(made)]).toEqual(["failed", []]);
  });

  test("an owner that is not there", async () => {
    const made = await filled();
    const image = `${made.github.host}/nobody/app`;
    const { pruned, said } = await refusedWholly(made, { image });
    expect(failed(pruned).repository).toBe(image);
    expect(said).toContain(
      `${made.github.api.host} finds no nobody, or does not show it to this token (404)`,
    );
    expect(said).toContain("Is the name right");
    expect(made.apiSent()).toEqual(["GET /users/nobody"]);
    expect([statusOf(pruned.result), made.registrySent()]).toEqual(["failed", []]);
  });

  test("an owner that is neither a user nor an organization", async () => {
    const made = await filled();
    const body = JSON.stringify({ login: "octo", type: "Bot" });
    made.github.api.on({
      when: ({ path }) => path === "/users/octo",
      act: { kind: "answer", status: 200, headers: { "content-type": "application/json" }, body },
    });
    const { pruned, said } = await refusedWholly(made);
    expect(said).toContain("can't be trusted: it says of octo that it is Bot");
    expect([statusOf(pruned.result), made.apiSent()]).toEqual(["failed", ["GET /users/octo"]]);
  });

  test("no token at all: nothing is sent, and both ways to one are named", async () => {
    const made = await filled();
    const folder = await mkdtemp(join(tmpdir(), "no-docker-"));
    vi.stubEnv("DOCKER_CONFIG", folder);
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    });
    const { pruned, said } = await refusedWholly(made, { "github-token": "" });
    expect(said).toContain(
      `there is no token for ${made.github.host}, and GitHub lists packages to nobody without one`,
    );
    expect(said).toContain("In a workflow, leave github-token at its default.");
    expect(said).toContain(`docker login ${made.github.host} with a classic personal access token`);
    expect(statusOf(pruned.result)).toBe("failed");
    expect([made.apiSent(), made.registrySent()]).toEqual([[], []]);
  });
});

describe("before anything is deleted", () => {
  test.each([
    ["no scope of packages but to read", ["read:packages"], "read:packages"],
    ["those to push", ["repo", "write:packages"], "repo, write:packages"],
  ])("a classic token with %s", async (_, scopes, has) => {
    const made = await filled(personal(...scopes));
    const { pruned, said } = await refusedWholly(made);
    expect(failed(pruned).error.message).toBe(
      `the personal access token for ${made.github.api.host} lacks the scope delete:packages (it has ${has})`,
    );
    expect(said).toContain(
      "Nothing was deleted. Add the scope to the token, or use github.token in a workflow.",
    );
    expect([statusOf(pruned.result), changesSent(made)]).toEqual(["failed", []]);
  });

  test("a classic token with the scopes that it takes deletes", async () => {
    const made = await filled(personal("read:packages", "delete:packages"));
    expect(applied(await made.prune(KEEPS_ONE)).deleted).toEqual(["1.1.0", "1.0.0"]);
    expect(made.left()).toEqual(["1.2.0"]);
  });
});

describe("at the first DELETE, of which there is no other", () => {
  test.each<{
    readonly name: string;
    readonly set?: Partial<Pick<OnGitHub["pack"], "admin" | "linked">>;
    readonly token?: Token;
    readonly words: readonly string[];
  }>([
    {
      name: "a job with packages: read alone",
      token: { kind: "actions", packages: "read" },
      words: [
        '(403, "Resource not accessible by integration")',
        "the job's token may not change packages",
        "Give the job the right: permissions: packages: write (in a workflow that another calls, in the caller too).",
        "If it has it, the package must give this repository the role Admin",
      ],
    },
    {
      name: "a repository without the role Admin, told by 403",
      set: { admin: 403 },
      words: ['(403, "You must have admin rights to this package.")', ADMIN_STEP],
    },
    {
      name: "a repository without the role Admin, told by 404",
      set: { admin: 404, linked: "octo/source" },
      words: [
        "and says that it is not there (404)",
        "That is how it says no to who is no admin of the package.",
        "is linked to the repository octo/source.",
        ADMIN_STEP,
        "Its page: https://github.com/orgs/octo/packages/container/package/app-",
      ],
    },
    {
      name: "a package that is linked to no repository",
      set: { admin: 404 },
      words: ["and says that it is not there (404)", "is linked to no repository.", ADMIN_STEP],
    },
    {
      name: "a classic token's owner who is no admin",
      set: { admin: 403 },
      token: personal("read:packages", "delete:packages"),
      words: [
        '(403, "You must have admin rights to this package.")',
        "The token needs the scopes read:packages and delete:packages",
        "its owner must administer the package",
      ],
    },
  ])("$name", async ({ set, token, words }) => {
    const made = await filled(token);
    Object.assign(made.pack, set);
    const { pruned, said } = await refusedWholly(made, { concurrency: "1" });
    for (const word of words) expect(said).toContain(word);
    const { deletions, stopped, deleted, harm } = applied(pruned);
    expect(deletions.map(({ kind }) => kind)).toEqual(["failed", "spared"]);
    expect([deleted, harm, stopped?.message]).toEqual([
      [],
      [],
      expect.stringContaining(
        "the registry refuses to delete, as it would every other, so the run stopped there",
      ),
    ]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(changesSent(made)).toHaveLength(1);
  });

  test("with several at once, no more are sent than were begun before the first answer", async () => {
    const made = await stage({ token: { kind: "actions", packages: "read" } });
    await pushTags(made, ...Array.from({ length: 8 }, (_, number) => `1.${number}.0`));
    const { deletions } = applied(await made.prune({ keep: "1", concurrency: "3" }));
    const kinds = deletions.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "spared").length).toBeGreaterThanOrEqual(4);
    expect(new Set(kinds)).toEqual(new Set(["failed", "spared"]));
    expect(made.left()).toHaveLength(8);
  });
});
