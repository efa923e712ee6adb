import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { isReady } from "../../src/core/result/finding.js";
import {
  changesSent,
  isVersions,
  type OnGitHub,
  personal,
  pushTags,
  stageOf,
  useStage,
} from "../support/github-pruning.js";
import type { Token } from "../support/github-state.js";
import { type Checked, runCheck } from "./checking.js";

/** What check says of a package on GitHub's registry. */
const stage = useStage();

/** Checks the package, and sees that nothing was sent that could change something. */
async function checked(made: OnGitHub, token: string | undefined = made.token): Promise<Checked> {
  const { github, pack } = made;
  const given = token === "" ? {} : { token };
  const found = await runCheck(pack.image, {
    github: { api: github.apiUrl, registry: github.host, ...given },
  });
  expect([changesSent(made), github.elsewhere.requests]).toEqual([[], []]);
  expect(found.result.image).toBe(pack.image);
  return found;
}

async function filled(token?: Token, linked?: string): Promise<OnGitHub> {
  const made = await stage(token === undefined ? {} : { token });
  await pushTags(made, "1.0.0", "1.1.0");
  made.pack.linked = linked;
  return made;
}

test("a job's token, and a package that is linked", async () => {
  const made = await filled(undefined, "octo/source");
  const { result, secrets } = await checked(made);
  expect(result.findings).toEqual([
    { kind: "ok", check: "signed-in", message: "Signed in with a workflow's or an app's token." },
    { kind: "ok", check: "repository", message: `${made.pack.repo.name} has 2 tags.` },
    {
      kind: "ok",
      check: "linked",
      message: `${made.pack.repo.name} is linked to the repository octo/source.`,
    },
    {
      kind: "unknown",
      check: "deletes",
      message: "Only a delete shows whether this token may delete: GitHub offers no way to ask.",
      fix: expect.stringContaining("permissions: packages: write in the job, and the role Admin") as string,
    },
  ]);
  expect([isReady(result.findings), secrets[0]]).toEqual([true, made.token]);
});

test("a package that is linked to no repository is warned of", async () => {
  const made = await filled();
  await pushTags(made, "1.2.0");
  const { of, kinds, result } = await checked(made);
  expect(of("linked")).toEqual([
    {
      kind: "warning",
      check: "linked",
      message: expect.stringContaining(`${made.pack.repo.name} is linked to no repository`) as string,
      fix: expect.stringMatching(/On the package's page, .*Manage Actions access.*/) as string,
    },
  ]);
  expect([kinds["repository"], of("repository")[0]?.message]).toEqual([
    "ok",
    `${made.pack.repo.name} has 3 tags.`,
  ]);
  expect(isReady(result.findings)).toBe(true);
});

test("a classic token that may delete", async () => {
  const { kinds, of } = await checked(
    await filled(personal("read:packages", "delete:packages"), "octo/source"),
  );
  expect(kinds).toEqual({ "signed-in": "ok", repository: "ok", linked: "ok", deletes: "ok" });
  expect(of("signed-in")[0]?.message).toBe("Signed in with a classic personal access token.");
  expect(of("deletes")[0]?.message).toBe("The token has the scope delete:packages.");
});

test("a classic token that may not delete is a problem", async () => {
  const { kinds, of, result } = await checked(await filled(personal("read:packages"), "octo/source"));
  expect(kinds).toMatchObject({ repository: "ok", linked: "ok", deletes: "problem" });
  expect(of("deletes")[0]).toMatchObject({
    message: expect.stringMatching(/lacks the scope delete:packages \(it has read:packages\)\.$/) as string,
    fix: expect.stringContaining("Add the scope to the token") as string,
  });
  expect(isReady(result.findings)).toBe(false);
});

test("one tag is one, and none is none", async () => {
  const made = await stage();
  await pushTags(made, "1.0.0");
  expect((await checked(made)).of("repository")[0]?.message).toBe(`${made.pack.repo.name} has 1 tag.`);
});

test.each([
  ["a fine-grained one", "github_pat_11ABC", "a fine-grained personal access token"],
  ["another one", "gho_16C7e42F292c", "a token"],
])("%s that GitHub does not take is a problem, and the rest is not asked for", async (_, token, called) => {
  const { result, of } = await checked(await filled(), token);
  expect(result.findings.map(({ check, kind }) => [check, kind])).toEqual([
    ["signed-in", "ok"],
    ["repository", "problem"],
  ]);
  expect(of("signed-in")[0]?.message).toBe(`Signed in with ${called}.`);
  expect(of("repository")[0]?.message).toContain("does not take the token (401");
});

test("a package that is hidden from the token is a problem", async () => {
  const made = await filled();
  made.pack.hiddenFrom.add(made.token);
  const { kinds, of } = await checked(made);
  expect(kinds).toEqual({ "signed-in": "ok", repository: "problem" });
  expect(of("repository")[0]?.fix).toContain("Is the name right, and was something pushed there?");
});

test("what can't be read of the package itself is a problem of the link alone", async () => {
  const made = await filled();
  const when = ({ path }: { readonly path: string }) => /\/packages\/container\/[^/?]+$/.test(path);
  made.github.api.on({ when, act: { kind: "answer", status: 500, body: "{}" } });
  const { kinds, of } = await checked(made);
  expect(kinds).toEqual({ "signed-in": "ok", repository: "ok", linked: "problem", deletes: "unknown" });
  expect(of("linked")[0]?.message).toContain(`answered 500 while looking at ${made.pack.repo.name}`);
});

test("without a token there is nothing to look at, and nothing is sent", async () => {
  const folder = await mkdtemp(join(tmpdir(), "no-docker-"));
  vi.stubEnv("DOCKER_CONFIG", folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
  const made = await filled();
  const { result } = await checked(made, "");
  expect(result.findings[0]).toMatchObject({
    kind: "problem",
    check: "signed-in",
    message: expect.stringContaining("there is no token for") as string,
  });
  expect(result.findings).toHaveLength(2);
  expect([made.apiSent(), made.registrySent(), isReady(result.findings)]).toEqual([[], [], false]);
});

test("a user's own package is looked for at the user's own place", async () => {
  const made = await stage({
    name: `mona/${crypto.randomUUID().slice(0, 8)}`,
    token: personal("read:packages", "delete:packages"),
  });
  made.github.owner("mona", "User");
  await pushTags(made, "1.0.0");
  expect((await checked(made)).kinds).toMatchObject({ repository: "ok", deletes: "ok" });
  expect(made.apiSent()).toEqual([
    "GET /users/mona",
    "GET /user",
    "GET PACKAGE/versions?state=active&per_page=100&page=1",
    "GET PACKAGE",
  ]);
});

test("a limit is waited for, and ends a check where it is too long", async () => {
  const made = await filled();
  const again = stageOf(made.github, made.pack, made.token);
  made.github.secondaryLimit({ when: isVersions, retryAfter: 1 });
  expect((await checked(again)).kinds).toMatchObject({ repository: "ok" });
  made.github.limit({ remaining: 0 });
  expect((await checked(again)).of("repository")[0]?.message).toContain(
    "the requests of this hour are used up",
  );
});
