import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string | readonly string[];
        readonly permissions?: object;
        readonly steps: readonly Step[];
      }
    >
  >;
}

const FOLDER = ".github/workflows";
const names = await readdir(FOLDER);

async function read(name: string): Promise<{ readonly text: string; readonly workflow: Workflow }> {
  const text = await readFile(join(FOLDER, name), "utf8");
  return { text, workflow: parse(text) as Workflow };
}

describe.each(names)("%s", (name) => {
  test("names each action by a whole commit, and says which version that is", async () => {
    const { text } = await read(name);
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, action = ""]) => action);
    const loose = uses.filter(
      (action) => action !== "./" && !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action),
    );
    expect([uses.length > 0, loose]).toEqual([true, []]);
  });

  test("gives no right to all of it, and leaves no credentials behind a checkout", async () => {
    const { workflow } = await read(name);
    expect(workflow.permissions).toEqual({});
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@") === true);
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });
});

test("the one check that a branch asks for needs each job of CI", async () => {
  const { workflow } = await read("ci.yml");
  const { ci, ...others } = workflow.jobs;
  expect(ci?.needs).toEqual(Object.keys(others));
});

describe("a release", () => {
  test("has rights to write in the job that publishes alone, which waits for all others", async () => {
    const { publish, ...others } = (await read("release.yml")).workflow.jobs;
    expect(publish?.needs).toEqual(Object.keys(others));
    for (const { permissions } of Object.values(others)) expect(permissions).toEqual({ contents: "read" });
  });

  test("runs scripts of package.json that there are, and moves its tags last", async () => {
    const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const jobs = Object.values((await read("release.yml")).workflow.jobs);
    const runs = jobs.flatMap((job) => job.steps.flatMap(({ run = "" }) => (run === "" ? [] : [run])));
    const named = runs.flatMap((text) =>
      [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script),
    );
    expect(named).toEqual(["check", "build:binary"]);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
    expect(runs.findIndex((text) => text.includes("npm publish"))).toBe(runs.length - 2);
    expect(runs.at(-1)).toContain("git/refs/tags/$tag");
  });
});
