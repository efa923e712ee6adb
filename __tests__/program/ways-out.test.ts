import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as action from "../../src/action/host.js";
import * as terminal from "../../src/cli/terminal.js";
import { commandsIn, HOSTILE, OBEYED } from "../support/hostile.js";

/** Every way out of both doors, with every hostile text by itself. */

const SECRET = "hunter22";
action.outlet.add(SECRET);
terminal.outlet.add(SECRET);

/** Returns what is written to standard output and standard error meanwhile. */
async function writtenBy(write: () => unknown): Promise<string> {
  const written: string[] = [];
  const spies = ([process.stdout, process.stderr] as const).map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    }),
  );
  try {
    await write();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written.join("");
}

const line = {
  kind: "run",
  command: "prune",
  raw: {},
  problems: [],
  json: false,
  verbose: true,
  yes: true,
  lost: [],
  passwordStdin: false,
  quiet: false,
  logFormat: "text",
  color: "never",
} as const;

const isLogTaken = (): Promise<boolean> => Promise.resolve(true);
const output = { taken: isLogTaken, isWaiting: () => false };
const outputs = { stdout: output, stderr: output };

const PEOPLE: readonly (readonly [string, (text: string) => unknown])[] = [
  ["a log line of the action", (text) => action.log.info(text)],
  ["a note of the action", (text) => action.openDoor(isLogTaken).note(text)],
  ["a warning annotation", (text) => action.log.warning(text)],
  ["a group's title", (text) => action.log.group(text)],
  ["an error annotation", (text) => action.fail(text)],
  ["an answer on a terminal", terminal.print],
  ["a failure on a terminal", terminal.tellFailure],
  ["a log line on a terminal", (text) => terminal.openDoor(line, outputs).log.info(text)],
  ["a line about a tag on a terminal", (text) => terminal.openDoor(line, outputs).log.debug?.(text)],
  ["a group on a terminal", (text) => terminal.openDoor(line, outputs).log.group(text)],
  ["a warning on a terminal", (text) => terminal.openDoor(line, outputs).log.warning(text)],
  ["a log line beside JSON", (text) => terminal.openDoor({ ...line, json: true }, outputs).log.info(text)],
  ["a note on a terminal", (text) => terminal.openDoor(line, outputs).note(text)],
];

function expectPlain(shown: string): void {
  // What the toolkit writes itself: one command, whose data it escapes.
  const said = shown
    .replace(/^::(?:warning|error|group)::/, "")
    .replaceAll("%0A", "\n")
    .replaceAll("%0D", "\r");
  expect(said).toContain("kept:");
  expect(said).not.toMatch(OBEYED);
  expect(commandsIn(said)).toEqual([]);
  expect(said).not.toContain(SECRET);
}

describe.each(PEOPLE)("%s has nothing in it that is obeyed, and no secret:", (_, write) => {
  test.each(HOSTILE)("%s", async (_what, hostile) => {
    const exitCode = process.exitCode;
    const shown = await writtenBy(() => write(`kept: ${SECRET} ${hostile}`));
    process.exitCode = exitCode;
    expectPlain(shown);
  });
});

test.each(HOSTILE)(
  "a job summary has nothing in it that is obeyed, and no secret: %s",
  async (_, hostile) => {
    const folder = await mkdtemp(join(tmpdir(), "summary-"));
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    });
    const { summary } = await import("@actions/core");
    const path = join(folder, "summary");
    await writeFile(path, "");
    vi.stubEnv("GITHUB_STEP_SUMMARY", path);
    // The toolkit keeps the path of the first file that it writes to.
    Object.assign(summary, { _filePath: path });
    action.writeSummary(`kept: ${SECRET} ${hostile}`);
    expectPlain(await readFile(path, "utf8"));
  },
);

test.each(HOSTILE)(
  "a result for programs has the same data, and nothing that is obeyed: %s",
  async (_, hostile) => {
    const shown = await writtenBy(() => terminal.printJson(JSON.stringify({ kept: `${hostile} ${SECRET}` })));
    expect(JSON.parse(shown)).toEqual({ kept: `${hostile} ***` });
    expect(shown).not.toMatch(OBEYED);
    expect(commandsIn(shown)).toEqual([]);
  },
);

test.each(HOSTILE)(
  "an output has the same data, no secret, and nothing that is obeyed: %s",
  async (_, hostile) => {
    const folder = await mkdtemp(join(tmpdir(), "output-"));
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    });
    const path = join(folder, "output");
    await writeFile(path, "");
    vi.stubEnv("GITHUB_OUTPUT", path);
    const { setOutput } = action.openDoor(isLogTaken);
    setOutput({ name: "deleted", value: JSON.stringify([`${hostile} ${SECRET}`]) });
    setOutput({ name: "journal", value: `/tmp/${SECRET}/journal` });
    const [, , list = "", , , journal] = (await readFile(path, "utf8"))
      .split("\n")
      .flatMap((each, index) => (index === 0 ? ["", each] : [each]));
    expect(JSON.parse(list)).toEqual([`${hostile} ***`]);
    expect(list).not.toMatch(OBEYED);
    expect(journal).toBe("/tmp/***/journal");
  },
);
