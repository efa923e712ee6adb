import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { openDoor, writeSummary } from "../../src/action/host.js";
import type { Door } from "../../src/program/door.js";
import { runReclaim } from "../../src/program/reclaim.js";

type Environment = Readonly<Record<string, string | undefined>>;

function doorIn(environment: Environment): Door {
  const none = { GITHUB_REPOSITORY: undefined, GITHUB_RUN_ID: undefined, GITHUB_SERVER_URL: undefined };
  const action = { GITHUB_ACTION_REPOSITORY: undefined, GITHUB_ACTION_REF: undefined };
  for (const [name, value] of Object.entries({ ...none, ...action, ...environment })) vi.stubEnv(name, value);
  return openDoor(() => Promise.resolve(false));
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test.each<[Environment, string | undefined]>([
  [{ GITHUB_REPOSITORY: "o/r", GITHUB_RUN_ID: "42" }, "https://github.com/o/r/actions/runs/42"],
  [
    { GITHUB_REPOSITORY: "o/r", GITHUB_RUN_ID: "42", GITHUB_SERVER_URL: "https://ghe.test" },
    "https://ghe.test/o/r/actions/runs/42",
  ],
  [{ GITHUB_REPOSITORY: "o/r" }, undefined],
  [{ GITHUB_RUN_ID: "42" }, undefined],
  [{}, undefined],
])("a run of %j has the address %s", (environment, address) => {
  expect(doorIn(environment).runUrl).toBe(address);
});

test.each<[Environment, object]>([
  [
    { GITHUB_ACTION_REPOSITORY: "o/a", GITHUB_ACTION_REF: "v1", GITHUB_RUN_ID: "42" },
    { uses: "o/a@v1", run: "42" },
  ],
  [{ GITHUB_ACTION_REPOSITORY: "o/a", GITHUB_ACTION_REF: "" }, {}],
  [{ GITHUB_ACTION_REPOSITORY: "", GITHUB_ACTION_REF: "v1", GITHUB_RUN_ID: "x" }, {}],
])("a step of %j was started so: %j", async (environment, wanted) => {
  expect(await doorIn(environment).startedAs()).toEqual({ kind: "step", ...wanted });
});

test("a summary is written where the runner has a file for it, and nothing is said where it has none", async () => {
  const folder = await mkdtemp(join(tmpdir(), "summary-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.stubEnv("GITHUB_STEP_SUMMARY", "");
  writeSummary("none");
  vi.stubEnv("GITHUB_STEP_SUMMARY", join(folder, "summary"));
  writeSummary("text");
  expect(await readFile(join(folder, "summary"), "utf8")).toBe("text");
  expect(said).not.toHaveBeenCalled();
});

test("a reclaim that a person says no to does nothing, and has said what it would do", async () => {
  const asked: string[] = [];
  const ask = (question: string): Promise<boolean> => {
    asked.push(question);
    return Promise.resolve(false);
  };
  const door = { ...doorIn({}), ask };
  const settings = { dryRun: false, sweep: { storage: "/srv/registry" } } as unknown as Parameters<
    typeof runReclaim
  >[0];
  await expect(runReclaim(settings, door)).rejects.toThrow("You said no, so nothing was done");
  expect(asked).toEqual([
    expect.stringContaining("remove what garbage collection left behind in /srv/registry"),
  ]);
});
