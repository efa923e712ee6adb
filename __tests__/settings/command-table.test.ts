import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../src/cli/arguments.js";
import { renderHelp } from "../../src/cli/help.js";
import { GUIDES } from "../../src/program/guides.js";
import { COMMAND_TABLE } from "../../src/program/commands.js";
import { COMMANDS } from "../../src/settings/table/commands.js";
import type { Setting } from "../../src/settings/table/setting.js";
import { SETTINGS } from "../../src/settings/table/settings.js";

const settings: readonly Setting[] = SETTINGS;

describe.each(COMMANDS)("the row of %s", (command) => {
  const { positional, asks } = COMMAND_TABLE[command];
  const { usage } = GUIDES[command];
  const taken = settings.filter(({ commands }) => commands.includes(command)).map(({ name }) => name);

  test("names the command in its usage line, which its help shows", () => {
    expect(usage.split(" ")[0]?.replace(/[[\]]/g, "")).toBe(command);
    expect(renderHelp(command)).toContain(usage);
    expect(renderHelp()).toContain(usage);
  });

  test("gives words to settings that the command takes", () => {
    expect(taken).toEqual(expect.arrayContaining([...positional]));
    const words = ["first", "second", "third"].slice(0, positional.length);
    const raw = Object.fromEntries(positional.map((name, index) => [name, words[index]]));
    expect(parseCommandLine([command, ...words])).toMatchObject({ kind: "run", command, raw });
  });

  test("asks a person only where a dry run is there, which asks nobody", () => {
    expect(!asks || taken.includes("dry-run")).toBe(true);
  });
});

test("a word more than a command has settings for is another value of the last", () => {
  expect(parseCommandLine(["restore", "journal", "1.0", "1.1"])).toMatchObject({
    raw: { journal: "journal", tags: "1.0\n1.1" },
  });
  expect(parseCommandLine(["restore", "--journal", "journal", "1.0"])).toMatchObject({
    raw: { journal: "journal", tags: "1.0" },
  });
  expect(parseCommandLine(["h/a", "h/b"])).toMatchObject({ command: "prune", raw: { image: "h/a\nh/b" } });
});
