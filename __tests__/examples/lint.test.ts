import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { onPath } from "../../scripts/programs.mjs";
import { findWorkflows, lintWorkflows } from "../../scripts/workflows.mjs";
import { readPages } from "../support/pages.js";

const workflows = await findWorkflows();

test("there are workflows in documents too", () => {
  const documents = workflows.filter(({ isFile }) => !isFile).map(({ name }) => name);
  expect(documents.map((name) => name.replace(/,.*/, ""))).toEqual([
    "docs/getting-started.md",
    "docs/policies.md",
    "docs/undo.md",
    "README.md",
    "README.md",
  ]);
});

test("actionlint has nothing against any of them", async ({ skip }) => {
  const said = await lintWorkflows(workflows, console.warn);
  if (said === undefined) return skip("actionlint can't be built here");
  expect(said).toBe("");
  const [first] = workflows.filter(({ isFile }) => !isFile);
  const text = (first?.text ?? "").replace("steps.prune.outputs", "steps.prine.outputs");
  expect(await lintWorkflows([{ name: "broken", text, isFile: false }], console.warn)).toContain("prine");
}, 900_000);

const scripts = (await readPages()).flatMap(({ path, blocks }) =>
  blocks.flatMap(({ info, heading, text }) => (info === "sh" ? [{ path, heading, text }] : [])),
);

/** What a shell says against a script that it reads and does not run. */
function complaintOf(shell: string, text: string): string {
  return spawnSync(shell, ["-n"], { input: text, encoding: "utf8" }).stderr;
}

test.for(["sh", "dash", "bash"])("%s reads each script of the documents", (shell, { skip }) => {
  if (onPath(shell) === undefined) skip(`${shell} is not here`);
  expect(scripts.length).toBeGreaterThan(20);
  const wrong = scripts.map((script) => ({ ...script, complaint: complaintOf(shell, script.text) }));
  expect(wrong.filter(({ complaint }) => complaint !== "")).toEqual([]);
  expect(complaintOf(shell, "storage=$(docker inspect registry")).not.toBe("");
});
