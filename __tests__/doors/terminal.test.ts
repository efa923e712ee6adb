import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { renderCompletion } from "../../src/cli/completion.js";
import { FLAG_NAMES } from "../../src/cli/flags.js";
import { COMMANDS } from "../../src/settings/table/commands.js";
import { runCli } from "../support/doors.js";
import { type Proxied, useProxiedRegistry } from "../support/proxied.js";
import { runOnTerminal } from "../support/terminal.js";

const run = promisify(execFile);
const proxied = useProxiedRegistry();
const ESCAPE = "\u001B[";

async function filled(): Promise<Proxied> {
  const made = await proxied();
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  return made;
}

const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe("the question", () => {
  test("that Ctrl-C answers is not a no: nothing is deleted, and the exit code is the shell's for it", async () => {
    const made = await filled();
    const { code, screen } = await runOnTerminal([made.image, "--keep", "1"], { answer: "\u0003" });
    expect(code).toBe(130);
    expect(screen).toContain("Interrupted at the question, so nothing was changed");
    expect(screen).not.toContain("You said no");
    expect(made.sent("DELETE")).toEqual([]);
  });

  test("that the end of the input answers is told so", async () => {
    const made = await filled();
    const { code, screen } = await runOnTerminal([made.image, "--keep", "1"], { answer: "\u0004" });
    expect([code, screen]).toEqual([1, expect.stringContaining("No answer came to the question")]);
    expect(made.sent("DELETE")).toEqual([]);
  });

  test("comes behind the plan, which is shown once although it is made again", async () => {
    const made = await filled();
    const { code, screen } = await runOnTerminal([made.image, "--keep", "1"], { answer: "y" });
    expect(code).toBe(0);
    expect(timesIn(screen, "delete  1.0.0")).toBe(1);
    expect([timesIn(screen, ": reading"), timesIn(screen, " listed")]).toEqual([1, 1]);
    expect(screen).toContain("looked once more, and the plan is the same");
    expect(screen).toMatch(/Delete 2 tags \([^)]+\) from [^ ]+\? 1 tag stays\. \[y\/N\]/);
  });

  test("is asked again, with the plan, where the plan is another by then", async () => {
    const made = await filled();
    let isPushed = false;
    made.proxy.on({
      when: ({ method, path }) => {
        const lists = made.proxy.requests.filter((request) => request.path.includes("/tags/list")).length;
        return method === "GET" && path.includes("/tags/list") && lists > 1 && !isPushed;
      },
      times: 1,
      act: {
        kind: "before",
        run: async () => {
          isPushed = true;
          await pushImage(made.repo, ["1.3.0"]);
        },
      },
    });
    const { screen } = await runOnTerminal([made.image, "--keep", "1"], { answer: ["y", "n"] });
    expect(screen).toContain("3 tags to delete");
    expect(screen).not.toContain("the plan is the same");
    expect(made.sent("DELETE")).toEqual([]);
  });
});

describe("who is asked", () => {
  const prune = ["127.0.0.1:1/team/app"];
  const signed = [...prune, "--username", "me", "--password-stdin"];

  // 2: it is told that nobody could answer. 1: it goes on, and reaches no registry.
  test.each<[string, number, readonly string[], Parameters<typeof runOnTerminal>[1]]>([
    ["who sits there", 1, prune, {}],
    ["whose input is another's", 2, prune, { piped: "y\n" }],
    [
      "whose input is another's, and who sees the log alone",
      2,
      prune,
      { piped: "y\n", redirected: "2>/dev/null" },
    ],
    [
      "whose input is another's, and who sees errors alone",
      2,
      prune,
      { piped: "y\n", redirected: ">/dev/null" },
    ],
    ["who sees nothing", 1, prune, { piped: "y\n", redirected: ">/dev/null 2>&1" }],
    ["who types a password", 2, signed, { typed: "hunter22\n\u0004" }],
    ["who is sure", 1, [...prune, "--yes"], { piped: "y\n" }],
    ["who only looks", 1, [...prune, "--dry-run"], { piped: "y\n" }],
    ["who reads alone", 1, ["check", ...prune], { piped: "y\n" }],
  ])("is one %s: %i", async (...row) => {
    const [, code, args, terminal] = row;
    expect((await runOnTerminal(args, terminal)).code).toBe(code);
  });

  test.each([">/dev/null", "2>/dev/null"])(
    "is one who sees the question, though not all else: %s",
    async (redirected) => {
      const made = await filled();
      const { code, screen } = await runOnTerminal([made.image, "--keep", "1"], { redirected, answer: "n" });
      expect([code, screen]).toEqual([1, expect.stringContaining("Delete 2 tags")]);
      expect(made.sent("DELETE")).toEqual([]);
    },
  );

  test("is nobody who would not see the question", async () => {
    const made = await filled();
    const terminal = { redirected: ">/dev/null 2>&1", typed: "\u0004" };
    expect((await runOnTerminal([made.image, "--keep", "1"], terminal)).code).toBe(0);
    expect(made.sent("DELETE")).not.toEqual([]);
  });

  test("is told that it was a no", async () => {
    const { image } = await filled();
    const { screen } = await runOnTerminal([image, "--keep", "1"], { answer: "n" });
    expect(screen).toContain("You said no, so nothing was deleted");
  });
});

describe("how far a run has come", () => {
  /** The screen of a dry run whose registry is so slow that it is shown. */
  async function screenOf(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
    const made = await filled();
    made.proxy.on({
      when: ({ path }) => path.includes("/manifests/"),
      act: { kind: "delay", ms: 550 },
    });
    const dry = [made.image, "--keep", "1", "--dry-run", "--concurrency", "1"];
    return (await runOnTerminal([...dry, ...args], { env, columns: 100 })).screen;
  }

  test("moves on a terminal, and nowhere where nothing is to move", async () => {
    const bar = /\[[=-]{10,}\]/;
    const [moving, ...still] = await Promise.all([
      screenOf([], { TERM: "xterm" }),
      screenOf(["--quiet"], { TERM: "xterm" }),
      screenOf(["--log-format", "json"], { TERM: "xterm" }),
      screenOf([], { TERM: "dumb" }),
    ]);
    expect(moving).toMatch(bar);
    for (const screen of still) expect(screen).not.toMatch(bar);
  });
});

describe("colour", () => {
  const dry = ["--keep", "1", "--dry-run"];

  test("is on a terminal, and what NO_COLOR and --color say", async () => {
    const { image } = await filled();
    const screen = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
      (await runOnTerminal([image, ...dry, ...args], { env: { TERM: "xterm", CI: "true", ...env } })).screen;
    expect(await screen([], {})).toContain(`${ESCAPE}31mdelete  1.0.0${ESCAPE}0m`);
    expect(await screen([], { NO_COLOR: "1" })).not.toContain(ESCAPE);
    expect(await screen(["--color", "never"], { FORCE_COLOR: "1" })).not.toContain(ESCAPE);
  });

  test("is in no pipe, but where it is asked for, and never in JSON", async () => {
    const { image } = await filled();
    expect((await runCli([image, ...dry])).stdout).not.toContain(ESCAPE);
    expect((await runCli([image, ...dry, "--color", "always"])).stdout).toContain(`${ESCAPE}32mkeep`);
    expect((await runCli([image, ...dry], { env: { FORCE_COLOR: "1" } })).stdout).toContain(ESCAPE);
    const json = await runCli([image, ...dry, "--json", "--color", "always"]);
    expect(JSON.parse(json.stdout)).toHaveProperty("deleted");
    expect(json.stderr).toContain(ESCAPE);
    const lines = await runCli([image, ...dry, "--log-format", "json", "--color", "always"]);
    expect(lines.stdout + lines.stderr).not.toContain(ESCAPE);
  });
});

test("a verdict fits the terminal, and is one line where there is none", async () => {
  const { image } = await filled();
  const args = [image, "--keep", "1", "--dry-run"];
  const { screen } = await runOnTerminal(args, { columns: 50 });
  const at = screen.indexOf("  delete  1.1.0");
  expect(screen.slice(at).split("\r\n").slice(0, 2)).toEqual([
    expect.stringMatching(/^ {2}delete {2}1\.1\.0 {2}[\d.]+ KB {2}2 of 3 in release, beyond$/),
    "          the newest 1",
  ]);
  expect((await runCli(args)).stdout).toMatch(/^ {2}delete {2}1\.1\.0 {2}\(.*newest 1\).*$/m);
});

describe("the log", () => {
  test("of a quiet run is empty, and its exit code the same", async () => {
    const { image } = await filled();
    expect(await runCli([image, "--keep", "1", "--quiet"])).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("of a quiet run has what fails", async () => {
    const { code, stdout, stderr } = await runCli(["127.0.0.1:1/team/app", "--quiet"]);
    expect([code, stdout, stderr]).toEqual([1, "", expect.stringContaining("can't be reached")]);
  });

  test("is JSON, a line each, with failures and bad input too", async () => {
    const { image } = await filled();
    const levels = (text: string): readonly unknown[] =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { readonly level: unknown }).level);
    const done = await runCli([image, "--keep", "1", "--log-format", "json"]);
    expect(new Set(levels(done.stdout))).toEqual(new Set(["info"]));
    const failed = await runCli(["127.0.0.1:1/team/app", "--log-format", "json"]);
    expect(levels(failed.stderr)).toEqual(["error"]);
    const bad = await runCli([image, "--keep", "ten", "--log-format", "json", "--password", "hunter22"]);
    expect([bad.code, levels(bad.stderr)]).toEqual([2, ["warning", "error"]]);
    expect(bad.stderr).not.toContain("hunter22");
  });
});

describe("help", () => {
  test("is short for nothing at all, on standard error, with 2", async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe((await runCli(["-h"])).stdout);
  });

  test("is the same by --help and by help", async () => {
    const [flag, word] = [await runCli(["reclaim", "--help"]), await runCli(["help", "reclaim"])];
    expect([flag.code, word.code]).toEqual([0, 0]);
    expect(word.stdout).toBe(flag.stdout);
    expect(word.stdout).toMatch(/^Usage: .*node dist\/cli\.js reclaim REGISTRY/);
  });
});

/** True if a program is there. */
async function isThere(program: string): Promise<boolean> {
  return run(program, ["--version"]).then(
    () => true,
    () => false,
  );
}

describe("completion", () => {
  /** The words that bash offers for the last of these. */
  async function offered(...words: readonly string[]): Promise<readonly string[]> {
    const script = `source /dev/stdin <<'END'
${renderCompletion("bash")}
END
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _prune_image_tags; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = await run("bash", ["-c", script, "bash", "prune-image-tags", ...words]);
    return stdout.trimEnd().split("\n");
  }

  test.each([
    [["rec"], ["reclaim"]],
    [["re"], ["restore", "reclaim", "repositories"]],
    [["help", "ex"], ["explain"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [
      ["reclaim", "--gc-c"],
      ["--gc-container", "--gc-command"],
    ],
    [["h/app", "--exc"], ["--exclude"]],
    [
      ["h/app", "--sort", ""],
      ["semver", "prerelease", "natural", "created"],
    ],
    [
      ["h/app", "--color", "=", "a"],
      ["auto", "always"],
    ],
    [["h/app", "--keep", ""], [""]],
    [["reclaim", "--sor"], [""]],
    [
      ["apply", "packa"],
      ["package-lock.json", "package.json"],
    ],
    [["h/app", "--policy", "policy.sch"], ["policy.schema.json"]],
  ])("in bash of %j", async (words, wanted) => {
    expect([...(await offered(...words))].sort()).toEqual([...wanted].sort());
  });

  test("is printed by the command line, and names every flag and command", async () => {
    for (const shell of ["bash", "zsh", "fish"] as const) {
      const { code, stdout } = await runCli(["completion", shell]);
      expect([code, stdout]).toEqual([0, renderCompletion(shell)]);
      const names = FLAG_NAMES.map((name) => (shell === "fish" ? ` -l ${name} ` : `--${name}`));
      for (const name of [...COMMANDS, ...names]) expect(stdout).toContain(name);
    }
  });

  test.each(["bash", "zsh", "fish"] as const)("is a script that %s can read", async (shell) => {
    if (!(await isThere(shell))) return;
    const { stdout, stderr } = await run(shell, ["-n", "-c", renderCompletion(shell)]);
    expect(stdout + stderr).toBe("");
  });
});

test("the man page has no fault that groff finds", async () => {
  if (!(await isThere("groff"))) return;
  const { stdout, stderr } = await run("groff", ["-man", "-ww", "-Tutf8", "man/prune-image-tags.1"]);
  expect(stderr).toBe("");
  expect(stdout).toContain("--gc-container");
});
