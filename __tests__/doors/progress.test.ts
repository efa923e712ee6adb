import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { runAction, runCli } from "../support/doors.js";
import { useProxiedRegistry } from "../support/proxied.js";

/** The built doors: what of each single tag is in their logs. */
const proxied = useProxiedRegistry();

const secret = "hunter22";

/** A repository of which 1.0.0-hunter22 and 1.1.0 go. */
async function filled(): Promise<string> {
  const made = await proxied();
  for (const tag of [`1.0.0-${secret}`, "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  return made.image;
}

/** The lines that say what became of a tag, or that all were checked again. */
function aboutTags(log: string): readonly string[] {
  return log.split("\n").filter((line) => /^(?:::debug::)? {2}(?:deleted|untagged|checked) /.test(line));
}

describe("a log", () => {
  const settings = {
    keep: "1",
    concurrency: "1",
    sort: "natural",
    password: secret,
    username: "me",
  } as const;
  const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);

  test("has no line for each tag", async () => {
    const { code, stdout, stderr } = await runCli([await filled(), ...flags]);
    const step = await runAction({ image: await filled(), ...settings });
    expect([code, step.code, aboutTags(stdout + stderr), aboutTags(step.stdout)]).toEqual([0, 0, [], []]);
    expect(step.stdout).not.toContain("::debug::");
  });

  test("of the command line has one with --verbose, where the log goes", async () => {
    const { stdout } = await runCli([await filled(), ...flags, "--verbose"]);
    const lines = ["  checked 3 tags again", "  deleted 1.0.0-***", "  deleted 1.1.0"];
    expect(aboutTags(stdout)).toEqual(lines);
    const json = await runCli([await filled(), ...flags, "--verbose", "--json"]);
    expect([aboutTags(json.stderr), Object.keys(JSON.parse(json.stdout) as object)]).toEqual([
      lines,
      expect.arrayContaining(["deleted"]),
    ]);
  });

  test("of the action has one where debug logging is on, without secrets", async () => {
    const { stdout } = await runAction({ image: await filled(), ...settings }, { RUNNER_DEBUG: "1" });
    expect(aboutTags(stdout)).toEqual([
      "::debug::  checked 3 tags again",
      "::debug::  deleted 1.0.0-***",
      "::debug::  deleted 1.1.0",
    ]);
  });
});
