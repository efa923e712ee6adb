import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { listTags } from "../../scripts/images.mjs";
import { onPath } from "../../scripts/programs.mjs";
import {
  alphas,
  documented,
  example,
  type Guarded,
  pushTags,
  shellSteps,
  useGuarded,
  USER,
  withoutDryRun,
} from "../support/examples.js";
import { writeDocker, writeNpx, writeProgram } from "../support/programs.js";

/** The shell steps of examples/Jenkinsfile, as Jenkins runs them, by each shell that an agent's `sh` may be. */
const guarded = useGuarded();
// Each shell with the container, which is what most of the script is about, and each agent with one shell.
const CASES = [
  ["sh -xe", "no Node"],
  ["dash -xe", "no Node"],
  ["bash --posix -xe", "no Node"],
  ["dash -xe", "Node and npx"],
  ["sh -xe", "Node 18"],
] as const;
// What a machine without Node has for these steps.
const TOOLS = ["id", "printenv", "cat", "uname", "mkdir"];

interface Agent {
  readonly folder: string;
  readonly run: (
    script: string,
    env?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly code: number; readonly log: string }>;
}

/** An agent on which these programs are, and none other. */
async function agentWith(shell: readonly string[], programs: (bin: string) => Promise<void>): Promise<Agent> {
  const folder = await mkdtemp(join(tmpdir(), "prune-jenkins-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [bin, work, home] = ["bin", "work", "home"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([bin, work, home].map((place) => mkdir(place)));
  for (const tool of TOOLS) await symlink(onPath(tool) ?? "", join(bin, tool));
  await writeDocker(bin);
  await programs(bin);
  const [program = "", ...flags] = shell;
  return {
    folder,
    run: (script, env = {}) =>
      new Promise((done) => {
        const given = {
          PATH: bin,
          HOME: home,
          BUILD_NUMBER: "12",
          DOCKER_RUNS: join(folder, "runs"),
          ...env,
        };
        execFile(
          onPath(program) ?? "",
          [...flags, "-c", script],
          { cwd: work, env: given },
          (error, stdout, stderr) => {
            done({ code: error === null ? 0 : Number(error.code), log: stdout + stderr });
          },
        );
      }),
  };
}

const node = (bin: string): Promise<void> => symlink(process.execPath, join(bin, "node"));
const AGENTS = {
  "Node and npx": async (bin) => {
    await node(bin);
    await writeNpx(bin);
  },
  "no Node": () => Promise.resolve(),
  "Node 18": (bin) =>
    writeProgram(
      bin,
      "node",
      `exec "${process.execPath}" --eval "Object.defineProperty(process, 'versions', { value: { node: '18.19.0' } }); $2"`,
    ),
} satisfies Readonly<Record<string, (bin: string) => Promise<void>>>;

let text: string;
beforeAll(async () => {
  text = await example("Jenkinsfile");
});

/** The two steps for this repository, and the image that they build. */
function stepsFor({ host, repo }: Guarded, dryRun: boolean) {
  const whole = text.replaceAll("192.168.1.121:5000", host).replaceAll("team/app", repo.name);
  const [push = "", prune = ""] = shellSteps(dryRun ? whole : withoutDryRun(whole));
  const [, image = ""] = /IMAGE = "(.*)"/.exec(whole) ?? [];
  const env = { IMAGE: image.replace("${BUILD_NUMBER}", "12") };
  const [first = "", second = ""] = [...text.matchAll(/usernamePassword\((.*?)\)/g)].map(
    ([, bound = ""]) => bound,
  );
  return { push, prune, env: { push: { ...env, ...boundBy(first) }, prune: { ...env, ...boundBy(second) } } };
}

/** The variables that a binding of credentials sets. */
function boundBy(binding: string): Readonly<Record<string, string>> {
  const nameOf = (kind: string): string => new RegExp(`${kind}Variable: '(\\w+)'`).exec(binding)?.[1] ?? "";
  return { [nameOf("username")]: USER.username, [nameOf("password")]: USER.password };
}

test.for(CASES)(
  "%s, on an agent with %s: pushes, keeps ten alphas, and leaves the journal",
  async ([line, kind], { skip }) => {
    const shell = line.split(" ");
    if (onPath(shell[0] ?? "") === undefined) skip(`${shell[0] ?? ""} is not here`);
    const made = guarded();
    await pushTags(made, "3.2.0", ...alphas(11));
    const agent = await agentWith(shell, AGENTS[kind]);
    const { push, prune, env } = stepsFor(made, false);
    expect(await agent.run(push, env.push)).toMatchObject({ code: 0 });
    expect(await listTags(made.repo)).toHaveLength(13);
    const ended = await agent.run(prune, env.prune);
    expect(ended).toMatchObject({ code: 0 });
    expect(await listTags(made.repo)).toEqual(["3.2.0", ...alphas(12, 3)].sort());
    expect(ended.log).not.toContain(USER.password);
    expect(existsSync(join(agent.folder, "runs"))).toBe(kind !== "Node and npx");

    const [, archived = ""] =
      /\n {4}cleanup \{[^}]*\n {6}archiveArtifacts artifacts: "(.*?)"/.exec(text) ?? [];
    const file = archived.replace("${BUILD_NUMBER}", "12");
    expect(await readdir(join(agent.folder, "work"))).toEqual([file]);
    expect(await readFile(join(agent.folder, "work", file), "utf8")).toContain("3.3.0-alpha.1");
  },
);

test("docs/getting-started.md's pipeline does the same, by npx and by its line for a container", async () => {
  const path = "docs/getting-started.md";
  const [step = ""] = shellSteps(await documented(path, "Jenkins", "groovy"));
  const line = await documented(path, "Jenkins", "sh");
  for (const [script, kind] of [
    [step, "Node and npx"],
    [line, "no Node"],
  ] as const) {
    const made = guarded();
    await pushTags(made, "3.2.0", ...alphas(12));
    const agent = await agentWith(["sh", "-xe"], AGENTS[kind]);
    const { env } = stepsFor(made, false);
    const here = script.replaceAll("192.168.1.121:5000", made.host);
    expect(await agent.run(withoutDryRun(here), env.prune)).toMatchObject({ code: 0 });
    expect(await listTags(made.repo)).toEqual(["3.2.0", ...alphas(12, 3)].sort());
    expect(await readdir(join(agent.folder, "work"))).toEqual([
      expect.stringMatching(/^prune-journal.*ndjson$/),
    ]);
  }
});

test("in a container it is told the same: plain HTTP, the dry run, the journal", async () => {
  const made = guarded();
  await pushTags(made, ...alphas(12));
  const agent = await agentWith(["sh", "-xe"], AGENTS["no Node"]);
  const { prune, env } = stepsFor(made, true);
  expect(await agent.run(prune, env.prune)).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(join(agent.folder, "runs"), "utf8"))).toEqual([
    `${made.image}:3.3.0-alpha.12`,
    ...["--plain-http", made.host, "--include", "*-alpha.*", "--keep", "10"],
    ...["--journal", "prune-journal-12.ndjson", "--dry-run"],
  ]);
  expect(await listTags(made.repo)).toHaveLength(12);
});

test("a push that fails ends its stage, and what is always done prunes", async () => {
  const made = guarded();
  await pushTags(made, ...alphas(11));
  const agent = await agentWith(["sh", "-xe"], AGENTS["no Node"]);
  const { push, prune, env } = stepsFor(made, false);
  expect((await agent.run(push, { ...env.push, PUSH_FAILS: "1" })).code).not.toBe(0);
  expect(await agent.run(prune, env.prune)).toMatchObject({ code: 0 });
  expect(await listTags(made.repo)).toEqual([...alphas(11, 2)].sort());
  expect(text).toMatch(/post \{\s+always \{[\s\S]*prune-image-tags/);
});
