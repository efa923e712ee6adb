import { expect, test } from "vitest";
import { COMMAND_TABLE } from "../../src/program/commands.js";
import { runReclaim } from "../../src/program/reclaim.js";
import { readSettings as readAll } from "../../src/settings/read/read-settings.js";
import { QUIET_DOOR } from "../support/quiet-door.js";
import { readSettings } from "../support/settings.js";

/** A reclaim of a storage that is not there, as far as it comes; and the questions that it asked. */
async function reclaimed(raw: Readonly<Record<string, string>>, answer?: boolean) {
  const settings = readSettings({ command: "reclaim", storage: "/nowhere/at/all", offline: "true", ...raw });
  if (settings.command !== "reclaim") throw new Error("the command is reclaim");
  const asked: string[] = [];
  const ask = (question: string): Promise<boolean> => {
    asked.push(question);
    return Promise.resolve(answer === true);
  };
  const running = runReclaim(settings, { ...QUIET_DOOR, ...(answer === undefined ? {} : { ask }) });
  const error: unknown = await running.catch((thrown: unknown) => thrown);
  return { asked, error };
}

const begun = { message: expect.stringContaining("/nowhere/at/all") as string };
const QUESTION = "This will remove what garbage collection left behind in /nowhere/at/all. Go on?";

test("a reclaim asks before it does anything, and does nothing after a no", async () => {
  const said = await reclaimed({}, false);
  expect(said).toMatchObject({ asked: [QUESTION], error: { message: "You said no, so nothing was done" } });
  expect(await reclaimed({}, true)).toMatchObject({ asked: [QUESTION], error: begun });
});

test("a reclaim asks nothing in a dry run, nor where nobody is there", async () => {
  expect(await reclaimed({ "dry-run": "true" }, false)).toMatchObject({ asked: [], error: begun });
  expect(await reclaimed({})).toMatchObject({ asked: [], error: begun });
});

test("the question of a reclaim names all that it will do", async () => {
  const registry = { registry: "r.test", offline: "false" };
  const by = async (raw: Readonly<Record<string, string>>): Promise<string> =>
    (await reclaimed({ ...registry, ...raw }, false)).asked.join("");
  expect(await by({ "gc-container": "hub" })).toContain(
    ", and stop hub, collect its garbage and start it again. Go",
  );
  expect(await by({ "gc-command": "true" })).toContain(", and run gc-command. Go on?");
});

test("try fails where there is no standard input, and says so", async () => {
  const raw = { command: "try", image: "r.test/team/app" };
  const run = readAll(raw, (name) => COMMAND_TABLE[name].prepare);
  await expect(run(QUIET_DOOR)).rejects.toThrow("a step has none of");
});
