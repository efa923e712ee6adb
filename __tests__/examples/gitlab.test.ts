import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTags } from "../../scripts/images.mjs";
import {
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
import { useGitLab } from "../support/gitlab-ci-local.js";

/** The pipelines of examples/, checked and run by gitlab-ci-local on this machine, with a `docker` and an `npx` that know what they ask for. */
const gitlab = useGitLab();
const guarded = useGuarded();

/** The variables that GitLab, or a project's settings, would set. */
const VARIABLES: Readonly<Record<string, (made: Guarded) => Readonly<Record<string, string>>>> = {
  "gitlab-own-registry.yml": () => ({ REGISTRY_USERNAME: USER.username, REGISTRY_PASSWORD: USER.password }),
  "gitlab-registry.yml": ({ host, image }) => ({
    CI_REGISTRY: host,
    CI_REGISTRY_IMAGE: image,
    CI_REGISTRY_USER: USER.username,
    CI_REGISTRY_PASSWORD: USER.password,
  }),
};

/** An example for this repository. A service is a container, so the one in which Docker would run is left out. */
async function pipelineFor(name: string, { image }: Guarded): Promise<string> {
  const text = await example(name);
  expect(text).toContain('\n  services: ["docker:29-dind"]\n');
  return text.replace(/\n {2}services: .*/, "").replace("registry.example.com/team/app", image);
}

describe.each(Object.keys(VARIABLES))("%s", (name) => {
  const variables = VARIABLES[name] ?? (() => ({}));
  test("as it stands, on the default branch, pushes its tag and deletes nothing", async ({ skip }) => {
    const run = gitlab(skip);
    const made = guarded();
    await pushTags(made, ...alphas(11));
    const ended = await run(await pipelineFor(name, made), { variables: variables(made) });
    expect(ended.log).toMatch(/PASS .*prune/);
    expect(ended.code).toBe(0);
    expect(await listTags(made.repo)).toEqual(sorted([...alphas(11), "main"]));
    expect(ended.log).not.toContain(USER.password);
  });

  test("on a tag, keeps ten alphas and the journal", async ({ skip }) => {
    const run = gitlab(skip);
    const made = guarded();
    await pushTags(made, "main", "3.2.0", ...alphas(11));
    const pipeline = withoutDryRun(await pipelineFor(name, made));
    const ended = await run(pipeline, { tag: "v3.3.0-alpha.12", variables: variables(made) });
    expect(ended.code).toBe(0);
    expect(await listTags(made.repo)).toEqual(sorted(["main", "3.2.0", "v3.3.0-alpha.12", ...alphas(11, 3)]));
    expect(ended.artifacts).toEqual(["prune/prune-journal.ndjson"]);
    expect(await readFile(join(ended.folder, ended.artifacts[0] ?? ""), "utf8")).toContain("3.3.0-alpha.1");
  });
});

test("gitlab-whole-registry.yml prunes each repository of the registry, and has a job too many where there are few", async ({
  skip,
}) => {
  const run = gitlab(skip);
  const made = guarded();
  const team = made.repo.name.split("/")[0] ?? "";
  const others = ["one", "two"].map((name) => guardedAs(made, `${team}/${name}`));
  await pushTags(made, ...alphas(12));
  for (const other of others) await pushTags(other, ...alphas(11));
  const text = withoutDryRun(await example("gitlab-whole-registry.yml"));
  // The registry of the tests is shared.
  const pipeline = text
    .replace("registry.example.com", made.host)
    .replace("$REGISTRY/**", `$REGISTRY/${team}/**`);
  const variables = { REGISTRY_USERNAME: USER.username, REGISTRY_PASSWORD: USER.password };
  const ended = await run(pipeline, { variables });
  expect(ended.code, ended.log).toBe(0);
  expect(await listTags(made.repo)).toEqual(sorted(alphas(12, 3)));
  for (const { repo } of others) expect(await listTags(repo)).toEqual(sorted(alphas(11, 2)));
  expect(ended.log).not.toContain(USER.password);
});

test("gitlab-own-registry.yml prunes after a failed push too, and the pipeline is red", async ({ skip }) => {
  const run = gitlab(skip);
  const made = guarded();
  await pushTags(made, ...alphas(11));
  const pipeline = withoutDryRun(await pipelineFor("gitlab-own-registry.yml", made));
  const variables = VARIABLES["gitlab-own-registry.yml"]?.(made) ?? {};
  const ended = await run(pipeline, { variables, env: { PUSH_FAILS: "1" } });
  expect(ended.code).not.toBe(0);
  expect(await listTags(made.repo)).toEqual(sorted(alphas(11, 2)));
});

test("the two pipelines differ in the registry and its user alone", async () => {
  const [own, theirs] = await Promise.all(["gitlab-own-registry.yml", "gitlab-registry.yml"].map(example));
  const alike = (own ?? "")
    .replace(/\nvariables:\n.*\n/, "")
    .replaceAll("$IMAGE", "$CI_REGISTRY_IMAGE")
    .replace("${IMAGE%%/*}", "$CI_REGISTRY")
    .replaceAll("$REGISTRY_USERNAME", "$CI_REGISTRY_USER")
    .replaceAll("$REGISTRY_PASSWORD", "$CI_REGISTRY_PASSWORD");
  const withoutHead = (text: string): string => text.replace(/^(?:# .*\n)+/, "").replaceAll(/\s+#.*/g, "");
  expect(withoutHead(alike)).toBe(withoutHead(theirs ?? ""));
});
