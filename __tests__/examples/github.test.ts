import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { OWN, useAct, type WorkflowRun } from "../support/act.js";
import {
  addressedTo,
  alphas,
  example,
  type Guarded,
  guardedAs,
  pushTags,
  sorted,
  useGuarded,
  USER,
  withoutDryRun,
} from "../support/examples.js";
import { useStage } from "../support/github-pruning.js";
import { ACTIONS } from "../support/stand-ins/actions.mjs";

/** The workflows of examples/, run by act on this machine: their steps, this action as it is built, and small stand-ins for other people's actions. */
const act = useAct();
const guarded = useGuarded();
const stage = useStage();

const SECRETS = { REGISTRY_USERNAME: USER.username, REGISTRY_PASSWORD: USER.password };
const onTag = (tag: string) => ({ event: "push", payload: { ref: `refs/tags/${tag}` } }) as const;
const onBranch = (branch: string) => ({ event: "push", payload: { ref: `refs/heads/${branch}` } }) as const;

/** An example whose image is in this repository. */
async function exampleFor(name: string, made: Pick<Guarded, "image" | "host">): Promise<string> {
  return addressedTo(made, await example(name));
}

describe("github-after-push.yml", () => {
  const NEW = "3.3.0-alpha.12";

  test("as it stands, on a branch, pushes the branch's tag, deletes nothing, and says what would go", async ({
    skip,
  }) => {
    const run = act(skip);
    const made = guarded();
    await pushTags(made, "3.2.0", ...alphas(11));
    const workflow = await exampleFor("github-after-push.yml", made);
    const ended = await run(workflow, { ...onBranch("main"), secrets: SECRETS });
    expect([ended.code, ended.artifacts]).toEqual([0, []]);
    expect(ended.log).toMatch(/would be deleted|Would delete/i);
    expect(await listTags(made.repo)).toEqual(sorted(["main", "3.2.0", ...alphas(11)]));
  });

  test("on a tag, keeps ten alphas, what it just pushed, and the journal", async ({ skip }) => {
    const run = act(skip);
    const made = guarded();
    await pushTags(made, "main", "3.2.0", ...alphas(11));
    const workflow = withoutDryRun(await exampleFor("github-after-push.yml", made));
    const ended = await run(workflow, { ...onTag(`v${NEW}`), secrets: SECRETS });
    expect(ended.code).toBe(0);
    expect(await listTags(made.repo)).toEqual(sorted(["main", "3.2.0", ...alphas(12, 3)]));
    expect(await journalOf(ended, "prune-journal")).toContain("3.3.0-alpha.1");
  });

  test("prunes after a failed push too, and the job is red", async ({ skip }) => {
    const run = act(skip);
    const made = guarded();
    await pushTags(made, ...alphas(11));
    const workflow = withoutDryRun(await exampleFor("github-after-push.yml", made));
    const ended = await run(workflow, { ...onTag(`v${NEW}`), secrets: SECRETS, env: { PUSH_FAILS: "1" } });
    expect(ended.code).not.toBe(0);
    expect(await listTags(made.repo)).toEqual(sorted(alphas(11, 2)));
    expect(ended.artifacts).toHaveLength(1);
  });

  test("is no workflow that runs for another branch, or for a tag that is no version", async () => {
    const { on } = parse(await example("github-after-push.yml")) as { readonly on: unknown };
    expect(on).toEqual({ push: { branches: ["main"], tags: ["v*"] } });
  });
});

test("github-ghcr.yml deletes through GitHub's API, with the job's own token", async ({ skip }) => {
  const run = act(skip);
  const { github, pack, token, left } = await stage({ name: "octo/app" });
  for (const tag of ["main", ...alphas(11)]) await pushImage(pack.repo, [tag]);
  // act says itself where GitHub's API is, so the step is told.
  const where = `github-api-url: ${github.apiUrl}\n          github-registry: ${github.host}`;
  const text = (await example("github-ghcr.yml")).replaceAll("ghcr.io", github.host);
  const workflow = text.replace("dry-run: true", where);
  expect(workflow).not.toBe(text);
  const ended = await run(workflow, {
    ...onTag("v3.3.0-alpha.12"),
    secrets: { GITHUB_TOKEN: token },
    env: { PUSH_TO: pack.repo.base },
  });
  expect(ended.code).toBe(0);
  expect(left()).toEqual(sorted(["main", ...alphas(12, 3)]));
  expect(await journalOf(ended, "prune-journal")).toContain("3.3.0-alpha.1");
  const { permissions } = parse(text) as { readonly permissions: unknown };
  expect(permissions).toEqual({ contents: "read", packages: "write" });
});

test("github-ghcr-nightly.yml downloads in its second night no manifest that it had in the first", async ({
  skip,
}) => {
  const run = act(skip);
  const { github, pack, token, left, registrySent } = await stage({ name: "octo/nightly" });
  for (const tag of alphas(11)) await pushImage(pack.repo, [tag]);
  const where = `github-api-url: ${github.apiUrl}\n          github-registry: ${github.host}`;
  const dry = (await example("github-ghcr-nightly.yml"))
    .replaceAll("ghcr.io/octo/app", `${github.host}/octo/nightly`)
    .replace("dry-run: true", `dry-run: true\n          ${where}`);
  const caches = await mkdtemp(join(tmpdir(), "prune-caches-"));
  onTestFinished(() => rm(caches, { recursive: true, force: true }));
  const night = async (workflow: string): Promise<readonly string[]> => {
    const before = registrySent().length;
    const env = { PUSH_TO: pack.repo.base, CACHES: caches };
    const ended = await run(workflow, { event: "workflow_dispatch", secrets: { GITHUB_TOKEN: token }, env });
    expect(ended.code, ended.log).toBe(0);
    const sent = registrySent().slice(before);
    return sent.filter((line) => line.startsWith("GET manifests/"));
  };
  expect(await night(dry)).toHaveLength(11);
  await pushImage(pack.repo, ["3.3.0-alpha.12"]);
  expect(await night(dry)).toEqual(["GET manifests/3.3.0-alpha.12"]);
  expect(left()).toEqual(sorted(alphas(12)));
  await night(withoutDryRun(dry));
  expect(left()).toEqual(sorted(alphas(12, 3)));
});

test("github-whole-registry.yml prunes each repository of the registry, in jobs of about the same work", async ({
  skip,
}) => {
  const run = act(skip);
  const made = guarded();
  const team = made.repo.name.split("/")[0] ?? "";
  const others = ["one", "two", "three"].map((name) => guardedAs(made, `${team}/${name}`));
  await pushTags(made, ...alphas(12));
  for (const other of others) await pushTags(other, ...alphas(11));
  // The registry of the tests is shared.
  const text = withoutDryRun(await exampleFor("github-whole-registry.yml", made)).replace(
    "/** #",
    `/${team}/** #`,
  );
  const workflow = text.replace("shards: 8", "shards: 2");
  expect(workflow).not.toBe(text);
  const ended = await run(workflow, { event: "workflow_dispatch", secrets: SECRETS });
  expect(ended.code).toBe(0);
  expect(await listTags(made.repo)).toEqual(sorted(alphas(12, 3)));
  for (const { repo } of others) expect(await listTags(repo)).toEqual(sorted(alphas(11, 2)));
  expect(ended.artifacts.map((path) => path.split("/")[0])).toEqual(["prune-journal-1", "prune-journal-2"]);
});

test("plan-and-apply.yml carries out what was planned, and leaves the journal", async ({ skip }) => {
  const run = act(skip);
  const made = guarded();
  await pushTags(made, ...alphas(12));
  const workflow = await exampleFor("plan-and-apply.yml", made);
  const secrets = { ...SECRETS, REGISTRY_READER: USER.username, REGISTRY_READER_PASSWORD: USER.password };
  const ended = await run(workflow, { event: "workflow_dispatch", secrets });
  expect(ended.code).toBe(0);
  expect(await listTags(made.repo)).toEqual(sorted(alphas(12, 3)));
  expect(ended.artifacts).toEqual([expect.stringMatching(/^prune-journal\//), "prune-plan/plan.json"]);

  const again = await run(workflow, { event: "workflow_dispatch", secrets });
  expect([again.code, again.artifacts]).toEqual([0, ["prune-plan/plan.json"]]);
});

describe("github-pull-request.yml", () => {
  const payload = (repository: string) => ({
    action: "closed",
    number: 1,
    repository: { full_name: "octo/app" },
    pull_request: {
      number: 1,
      head: { ref: "login", repo: { full_name: repository } },
      base: { ref: "main" },
    },
  });
  const OTHERS = ["1.0.0", "latest", "main", "pr-12", "pr-12-9f3c2e1", "pr-2"];

  test("deletes the tags of the pull request that closed, and no other's", async ({ skip }) => {
    const run = act(skip);
    const made = guarded();
    await pushTags(made, ...OTHERS, "pr-1", "pr-1-9f3c2e1");
    const workflow = withoutDryRun(await exampleFor("github-pull-request.yml", made));
    const ended = await run(workflow, {
      event: "pull_request",
      payload: payload("octo/app"),
      secrets: SECRETS,
    });
    expect(ended.code).toBe(0);
    expect(await listTags(made.repo)).toEqual(OTHERS);
    expect(await journalOf(ended, "prune-journal")).toContain("pr-1-9f3c2e1");
  });

  test("does nothing for a fork's", async ({ skip }) => {
    const run = act(skip);
    const made = guarded();
    await pushTags(made, ...OTHERS, "pr-1");
    const workflow = withoutDryRun(await exampleFor("github-pull-request.yml", made));
    await run(workflow, { event: "pull_request", payload: payload("mona/app"), secrets: SECRETS });
    expect(await listTags(made.repo)).toEqual(sorted([...OTHERS, "pr-1"]));
  });
});

test("github-matrix.yml prunes each part by its own policy", async ({ skip }) => {
  const run = act(skip);
  const { host } = guarded();
  const [app, base, tool, other] = ["team/app", "base/debian", "tools/builder", "else/where"].map((name) =>
    guardedAs({ host }, name),
  ) as [Guarded, Guarded, Guarded, Guarded];
  await pushTags(app, ...alphas(12));
  await pushTags(base, ...[1, 2, 3, 4].map((patch) => `12.1.${patch}`), "12.2.1");
  await pushTags(tool, ...alphas(6));
  await pushTags(other, ...alphas(12));
  const workflow = withoutDryRun(
    (await example("github-matrix.yml")).replaceAll("registry.example.com", host),
  );
  const ended = await run(workflow, { event: "schedule", secrets: SECRETS });
  expect(ended.code).toBe(0);
  expect(await listTags(app.repo)).toEqual(sorted(alphas(12, 3)));
  expect(await listTags(base.repo)).toEqual(["12.1.2", "12.1.3", "12.1.4", "12.2.1"]);
  expect(await listTags(tool.repo)).toEqual(sorted(alphas(6, 2)));
  expect(await listTags(other.repo)).toHaveLength(12);
  expect(ended.artifacts.map((file) => file.split("/")[0])).toEqual(
    ["base", "team", "tools"].map((name) => `prune-journal-${name}`),
  );
});

async function journalOf({ artifacts, folder }: WorkflowRun, artifact: string): Promise<string> {
  const [file = ""] = artifacts.filter((name) => name.startsWith(`${artifact}/`) && name.endsWith(".ndjson"));
  return readFile(join(folder, file), "utf8");
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string }[] }>>;
}

test("every workflow is whole, and names actions that are known here alone, so that nothing is fetched", async () => {
  const names = (await readdir("examples")).filter(
    (name) => name.endsWith(".yml") && !/^(gitlab|image-retention)/.test(name),
  );
  expect(names).toHaveLength(8);
  for (const name of names) {
    const { on, permissions, concurrency, jobs } = parse(await example(name)) as Workflow;
    expect([name, on, permissions, concurrency]).not.toContain(undefined);
    const uses = Object.values(jobs).flatMap(({ steps }) => steps.map((step) => step.uses ?? ""));
    expect(uses.filter((action) => action !== OWN && !Object.hasOwn(ACTIONS, action))).toEqual([]);
    expect(uses).toContain(OWN);
  }
});
