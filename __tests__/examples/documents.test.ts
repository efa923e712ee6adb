import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { useAct, type WorkflowRun } from "../support/act.js";
import {
  addressedTo,
  alphas,
  documented,
  type Guarded,
  guardedAs,
  pushTags,
  sorted,
  useGuarded,
  USER,
  withoutDryRun,
} from "../support/examples.js";
import { useStage } from "../support/github-pruning.js";
import { useGitLab } from "../support/gitlab-ci-local.js";

/** The workflows that stand in the documents, run as those of examples/ are. README's nightly one is in reclaim.test.ts. */
const act = useAct();
const gitlab = useGitLab();
const guarded = useGuarded();
const stage = useStage();

const SECRETS = { REGISTRY_USERNAME: USER.username, REGISTRY_PASSWORD: USER.password };
const pushOf = (ref: string) => ({ event: "push", payload: { ref }, secrets: SECRETS }) as const;

async function journalOf({ artifacts, folder }: WorkflowRun): Promise<string> {
  expect(artifacts).toEqual([expect.stringMatching(/^prune-journal\/.*\.ndjson$/)]);
  return readFile(join(folder, artifacts[0] ?? ""), "utf8");
}

describe("README's workflow after each push", () => {
  const workflow = (made: Guarded): Promise<string> =>
    documented("README.md", "After each push", "yaml").then((text) => addressedTo(made, text));

  test("as it stands deletes nothing; without its dry run it keeps ten, and docs/undo.md's puts one back", async ({
    skip,
  }) => {
    const run = act(skip);
    const made = guarded();
    await pushTags(made, "3.2.0", ...alphas(11));
    const dry = await run(await workflow(made), pushOf("refs/heads/main"));
    expect([dry.code, dry.artifacts]).toEqual([0, []]);
    expect(await listTags(made.repo)).toEqual(sorted(["main", "3.2.0", ...alphas(11)]));

    const ended = await run(withoutDryRun(await workflow(made)), pushOf("refs/tags/v3.3.0-alpha.12"));
    expect(ended.code).toBe(0);
    expect(await journalOf(ended)).toContain("3.3.0-alpha.1");
    expect(await listTags(made.repo)).toEqual(sorted(["main", "3.2.0", ...alphas(12, 3)]));

    const undo = addressedTo(made, await documented("docs/undo.md", "In a workflow", "yaml"));
    const undone = await run(undo, {
      event: "workflow_dispatch",
      payload: { inputs: { run: "1", tags: "3.3.0-alpha.2" } },
      secrets: SECRETS,
      env: { ARTIFACTS: ended.folder },
    });
    expect(undone.code).toBe(0);
    expect(await listTags(made.repo)).toEqual(sorted(["main", "3.2.0", ...alphas(12, 2)]));
  });

  test("warns where nothing is pushed, and deletes nothing", async ({ skip }) => {
    const run = act(skip);
    const made = guarded();
    await pushTags(made, ...alphas(11));
    const { log } = await run(withoutDryRun(await workflow(made)), pushOf("refs/tags/vnext"));
    expect(log).toContain("image is empty, so there is nothing to do");
    expect(await listTags(made.repo)).toEqual(sorted(alphas(11)));
  });
});

test("docs/getting-started.md's workflow for ghcr.io deletes through GitHub's API, with the job's own token", async ({
  skip,
}) => {
  const run = act(skip);
  const { github, pack, token, left } = await stage({ name: "octo/app" });
  for (const tag of ["main", ...alphas(11)]) await pushImage(pack.repo, [tag]);
  const where = `github-api-url: ${github.apiUrl}\n          github-registry: ${github.host}`;
  const text = await documented("docs/getting-started.md", "Images on ghcr.io", "yaml");
  const ended = await run(text.replaceAll("ghcr.io", github.host).replace("dry-run: true", where), {
    ...pushOf("refs/tags/v3.3.0-alpha.12"),
    secrets: { GITHUB_TOKEN: token },
    env: { PUSH_TO: pack.repo.base },
  });
  expect(ended.code).toBe(0);
  expect(left()).toEqual(sorted(["main", ...alphas(12, 3)]));
  expect(await journalOf(ended)).toContain("3.3.0-alpha.1");
});

test("docs/policies.md's workflow prunes a whole registry by the policy file below it", async ({ skip }) => {
  const run = act(skip);
  const { host } = guarded();
  const [app, base] = [guardedAs({ host }, "team/app"), guardedAs({ host }, "base/debian")];
  await pushTags(app, ...alphas(12));
  await pushTags(base, "12.1.0", "12.1.1", "12.2.0", "13.0.0");
  const policy = await documented("docs/policies.md", "A whole registry", "yaml");
  const text = addressedTo(app, await documented("docs/policies.md", "A whole registry", "yaml workflow"));
  // Repositories of other tests are on this registry too.
  const workflow = withoutDryRun(text.replace("/**", "/{team,base}/*"));
  const files = { ".github/image-retention.yml": policy };
  const ended = await run(workflow, { event: "schedule", secrets: SECRETS, files });
  expect(ended.code).toBe(0);
  expect(await listTags(app.repo)).toEqual(sorted(alphas(12, 3)));
  expect(await listTags(base.repo)).toEqual(["12.1.1", "12.2.0", "13.0.0"]);
  expect(await journalOf(ended)).toContain("12.1.0");
});

test("docs/getting-started.md's job for GitLab keeps ten alphas, and the journal", async ({ skip }) => {
  const run = gitlab(skip);
  const made = guarded();
  await pushTags(made, ...alphas(12));
  const job = withoutDryRun(addressedTo(made, await documented("docs/getting-started.md", "GitLab", "yaml")));
  const ended = await run(job, { tag: "3.3.0-alpha.12", variables: SECRETS });
  expect([ended.code, ended.artifacts]).toEqual([0, ["prune/prune-journal.ndjson"]]);
  expect(await listTags(made.repo)).toEqual(sorted(alphas(12, 3)));
});
