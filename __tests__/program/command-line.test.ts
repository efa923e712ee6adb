import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../src/cli/arguments.js";
import { renderCompletion } from "../../src/cli/completion.js";
import { FLAG_NAMES, LETTERS } from "../../src/cli/flags.js";
import { renderHelp } from "../../src/cli/help.js";
import { GUIDES } from "../../src/program/guides.js";
import { COMMANDS } from "../../src/settings/table/commands.js";
import { COMMAND_TABLE } from "../../src/program/commands.js";
import { readSettings } from "../../src/settings/read/read-settings.js";
import type { SettingName } from "../../src/settings/table/settings.js";
import { propertyRuns } from "../support/property-runs.js";

const IMAGE = "registry.example.com/team/app";

/** The problems of a command line, as `setting: message`. */
function problemsOf(...argv: readonly string[]): readonly string[] {
  const line = parseCommandLine(argv);
  if (line.kind !== "run" && line.kind !== "wrong") return [];
  return line.problems.map(({ setting, message }) => `${setting}: ${message}`);
}

describe("a suggestion", () => {
  test.each([
    [["--exclud", "x", IMAGE], "--exclud: there is no such setting; did you mean --exclude?"],
    [["--DRY_RUN", IMAGE], "--DRY_RUN: there is no such setting; did you mean --dry-run?"],
    [["--qiet", IMAGE], "--qiet: there is no such setting; did you mean --quiet?"],
    [["reclame", IMAGE], "reclame: there is no such command; did you mean reclaim?"],
    [["Reclaim", IMAGE], "Reclaim: there is no such command; did you mean reclaim?"],
    [["hlep"], "hlep: there is no such command; did you mean help?"],
    [["help", "restroe"], "restroe: there is no such command; did you mean restore?"],
    [["-dry-run", IMAGE], "-dry-run: write --dry-run, with two dashes"],
  ])("is made where it is near: %j", (argv, wanted) => {
    expect(problemsOf(...argv)).toEqual([wanted]);
  });

  test.each([
    [["--forc", IMAGE], "--forc: there is no such setting; --help lists them"],
    [["--kep", "3", IMAGE], "--kep: there is no such setting; did you mean --keep?"],
    [["--kepe", "3", IMAGE], "--kepe: there is no such setting; did you mean --keep?"],
    [["prnue", IMAGE], "prnue: there is no such command; did you mean prune?"],
  ])("is of few letters where the word is short: %j", (argv, wanted) => {
    expect(problemsOf(...argv)).toEqual([wanted]);
  });

  test.each([
    "-f",
    "-y",
    "-Y",
    "-yes",
    "-force",
    "--force",
    "--yse",
    "--yess",
    "--YES",
    "--assume-yes",
    "--y",
  ])("never skips a question: %s", (flag) => {
    const problems = problemsOf(IMAGE, flag);
    expect(problems).toEqual([expect.stringContaining("there is no such")]);
    expect(problems.join("")).not.toMatch(/did you mean|--yes\b/);
  });

  test("is a flag that there is, and never yes", () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z][a-z-]{0,12}$/),
      fc.constantFrom("ye", "yyes", "es", "ys"),
    );
    fc.assert(
      fc.property(word, (name) => {
        const [, near] = /did you mean --(.+)\?$/.exec(problemsOf(IMAGE, `--${name}`).join("")) ?? [];
        expect(near === undefined || (FLAG_NAMES.includes(near) && near !== "yes")).toBe(true);
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});

describe("a word that is no command", () => {
  test.each(["purge", "list", "docker", "localhost"])("%s is told so", (word) => {
    expect(problemsOf(word, IMAGE)).toEqual([
      expect.stringMatching(`^${word}: there is no such command .*an image names its host`),
    ]);
    expect(parseCommandLine([word, IMAGE]).kind).toBe("wrong");
  });

  test("is an image where it names a host", () => {
    for (const image of ["localhost:5000/app", "team/app", "10.0.0.1/app"]) {
      expect(parseCommandLine([image])).toMatchObject({ kind: "run", problems: [], raw: { image } });
    }
  });

  test("is told to be one that comes first, where it comes last", () => {
    expect(problemsOf(IMAGE, "check")).toEqual(["check: it is a command; write it first"]);
    // A tag may have that name.
    expect(parseCommandLine(["restore", "journal", "check"])).toMatchObject({ raw: { tags: "check" } });
  });
});

test("a truth behind a flag is its value", () => {
  const raw = (...argv: readonly string[]): unknown => {
    const line = parseCommandLine(argv);
    return line.kind === "run" ? line.raw : line;
  };
  expect(raw(IMAGE, "--dry-run", "true")).toEqual({ image: IMAGE, "dry-run": "true" });
  expect(raw("--dry-run", "false", IMAGE)).toEqual({ image: IMAGE, "dry-run": "false" });
  expect(raw("--dry-run", "yes", IMAGE)).toEqual({ image: IMAGE, "dry-run": "yes" });
  expect(raw("--dry-run", IMAGE)).toEqual({ image: IMAGE, "dry-run": "true" });
  expect(problemsOf(IMAGE, "--yes", "on")).toEqual([`--yes: "on" is not true or false`]);
});

test("a truth behind anything else is a word, as a tag of that name", () => {
  expect(parseCommandLine(["restore", "journal", "true"])).toMatchObject({
    raw: { tags: "true" },
    problems: [],
  });
});

test.each([
  [["--include", "--dry-run", IMAGE], "--include"],
  [[IMAGE, "--include"], "--include"],
  [[IMAGE, "--keep="], "--keep"],
])("a flag without its value takes no other flag for one: %j", (argv, flag) => {
  expect(problemsOf(...argv)).toEqual([`${flag}: it needs a value; write ${flag} VALUE, or ${flag}=VALUE`]);
});

test("what stands behind -- is no flag", () => {
  const line = parseCommandLine(["restore", "journal", "--", "-x"]);
  expect(line).toMatchObject({ raw: { tags: "-x" }, problems: [] });
});

test.each([
  [["--dry-run", "maybe", IMAGE], '--dry-run: "maybe" is not true or false'],
  [[IMAGE, "--dry-run", "0"], '--dry-run: "0" is not true or false'],
  [[IMAGE, "-n", "1"], '-n: "1" is not true or false'],
  [["check", "--json", "no-no", IMAGE], '--json: "no-no" is not true or false'],
  // Only the first word may be a command.
  [["check", "--json", "chekc", IMAGE], '--json: "chekc" is not true or false'],
])("a word behind a flag that is true or false is told to be neither: %j", (argv, wanted) => {
  expect(problemsOf(...argv)).toEqual([wanted]);
});

test("a word behind such a flag may be a command, the slip of one, a host, or a tag", () => {
  expect(parseCommandLine(["--json", "check", IMAGE])).toMatchObject({ command: "check", problems: [] });
  expect(problemsOf("--json", "chekc", IMAGE)).toEqual([
    "chekc: there is no such command; did you mean check?",
  ]);
  expect(parseCommandLine(["reclaim", "--dry-run", "localhost"])).toMatchObject({
    raw: { registry: "localhost" },
  });
  expect(parseCommandLine(["restore", "journal", "--dry-run", "stable"])).toMatchObject({
    raw: { tags: "stable" },
  });
});

describe("a flag that does not exist", () => {
  const asRun = (...argv: readonly string[]): unknown => {
    const line = parseCommandLine(argv);
    return line.kind === "run" ? [line.raw.image, line.lost] : line;
  };

  test.each([["--kep"], ["-k"], ["-keep"]])("%s may have taken the word that is missing", (flag) => {
    expect(asRun(flag)).toEqual([undefined, ["image"]]);
    expect(asRun(flag, IMAGE)).toEqual([undefined, ["image"]]);
    expect(asRun(flag, "5", IMAGE)).toEqual([IMAGE, []]);
  });

  test("is like one that is true or false and has another word behind it", () => {
    expect(asRun("--json", "maybe")).toEqual([undefined, ["image"]]);
    expect(asRun("--json", "maybe", IMAGE)).toEqual([IMAGE, []]);
  });

  test("that has its value, or that would have none, has taken no word", () => {
    expect(asRun("-k=5", IMAGE)).toEqual([IMAGE, []]);
    expect(asRun("-dry-run", IMAGE)).toEqual([IMAGE, []]);
    expect(asRun("--keep", "5")).toEqual([undefined, []]);
    expect(parseCommandLine(["-k", "--dry-run", IMAGE])).toMatchObject({ raw: { "dry-run": "true" } });
  });

  test("is the only mistake where what is missing may be its value", () => {
    const read = (lost: readonly SettingName[]): unknown => {
      const problems = [{ setting: "--kep", message: "there is no such setting" }];
      return () => readSettings({}, (name) => COMMAND_TABLE[name].prepare, { problems, lost });
    };
    expect(read(["image"])).toThrow(/^Bad input \(1 problem\):\n {2}--kep: /);
    expect(read([])).toThrow(/image: it is empty/);
  });
});

test("letters stand for flags, several in one word too; none skips a question", () => {
  expect(parseCommandLine([IMAGE, "-nq"])).toMatchObject({ raw: { "dry-run": "true" }, quiet: true });
  expect(parseCommandLine(["-V"])).toEqual({ kind: "version" });
  expect(Object.keys(LETTERS)).not.toContain("yes");
});

test.each([
  [[], { kind: "nothing" }],
  [["-h"], { kind: "help", isShort: true }],
  [["--help"], { kind: "help", isShort: false }],
  [["help"], { kind: "help", isShort: false }],
  [["help", "reclaim"], { kind: "help", isShort: false, command: "reclaim" }],
  [["help", "help"], { kind: "help", isShort: false }],
  [["help", "completion"], { kind: "help", isShort: false }],
  [["reclaim", "-h"], { kind: "help", isShort: true, command: "reclaim" }],
  [["completion", "zsh"], { kind: "completion", shell: "zsh" }],
  [["completion", "--help"], { kind: "help", isShort: false }],
] as const)("%j asks for %j", (argv, wanted) => {
  expect(parseCommandLine(argv)).toEqual(wanted);
});

test("what says in which form to print is checked", () => {
  expect(problemsOf(IMAGE, "--color", "pink")).toEqual([`--color: "pink" is not auto or always or never`]);
  expect(problemsOf(IMAGE, "--log-format=xml")).toEqual([`--log-format: "xml" is not text or json`]);
  for (const flag of ["--quiet", "--verbose"]) expect(problemsOf(IMAGE, flag)).toEqual([]);
  expect(problemsOf(IMAGE, "--quiet", "--verbose")).toEqual(["--quiet: --verbose is given too; give one"]);
  expect(problemsOf("completion", "tcsh")).toEqual([expect.stringContaining("write bash, zsh or fish")]);
});

describe("the help", () => {
  test.each([60, 80, 100])("fits %i columns, but for what is to be copied or can't be broken", (width) => {
    for (const command of [undefined, ...COMMANDS]) {
      for (const isShort of [true, false]) {
        const lines = renderHelp(command, { width, isShort }).split("\n");
        const wide = lines.filter(
          (line) => line.length > width && !/prune-image-tags|^ {2}(-., )?--|^ +\S+$/.test(line),
        );
        expect(wide).toEqual([]);
      }
    }
  });

  test.each(["npx prune-image-tags", "node dist/cli.js"])(
    "names the program as its reader has started it: %s",
    (words) => {
      for (const form of [{}, { isShort: true }]) {
        for (const command of [undefined, ...COMMANDS]) {
          const [own, started] = [renderHelp(command, form), renderHelp(command, { ...form, words })];
          expect(started).toContain(`Usage: ${words} `);
          expect(started.replaceAll(words, "prune-image-tags")).toBe(own);
          expect(started).not.toMatch(/^\s*(?:\S+: )?prune-image-tags /m);
        }
      }
    },
  );

  test("has the flags of its command, with -h too, and the first of all without one", () => {
    const flagsIn = (text: string): readonly string[] =>
      [...text.matchAll(/^ {2}(?:-., )?--([\w-]+)/gm)].map(([, name = ""]) => name);
    for (const isShort of [true, false]) {
      const [check, prune] = [renderHelp("check", { isShort }), renderHelp("prune", { isShort })].map(
        flagsIn,
      );
      expect(check).toEqual(expect.arrayContaining(["registry-config", "plain-http", "help"]));
      expect(check).not.toContain("keep");
      expect(prune).toContain("keep");
      expect(prune).not.toContain("registry-config");
    }
    expect(flagsIn(renderHelp(undefined, { isShort: true }))).not.toContain("registry-config");
    expect(flagsIn(renderHelp(undefined, { isShort: true }))).toContain("keep");
  });

  test("says a default where there is one", () => {
    expect(renderHelp()).toMatch(/^ {2}--sort \S+ {2}\(default: semver\)$/m);
    expect(renderHelp()).not.toMatch(/\(default: (?:false)?\)/);
  });

  test("is short with -h, and has groups and all examples with --help", () => {
    const [short, long] = [renderHelp(undefined, { isShort: true }), renderHelp()];
    expect(short.split("\n").length).toBeLessThan(75);
    expect(long.length).toBeGreaterThan(3 * short.length);
    for (const title of ["What stays:", "Signing in:", "The registry's disk:", "The command line:"]) {
      expect(long).toContain(`\n${title}\n`);
    }
    for (const { examples } of Object.values(GUIDES)) {
      for (const { line } of examples) expect(long).toContain(`\n  ${line}\n`);
    }
  });
});

test.each(Object.values(GUIDES).flatMap(({ examples }) => examples.map(({ line }) => line)))(
  "the example is understood: %s",
  (line) => {
    const [, ...words] = line.replace(/ < .*/, "").split(" ");
    const argv = words.map((word) => word.replaceAll('"', ""));
    expect(parseCommandLine(argv)).toMatchObject({ kind: "run", problems: [] });
  },
);

describe("the words that a shell completes", () => {
  const [bash, zsh, fish] = (["bash", "zsh", "fish"] as const).map(renderCompletion);

  test("are files behind a flag that names one, and nothing behind one whose value nobody knows", () => {
    const files = ["policy", "plan", "journal", "storage", "registry-config"];
    const [, forFiles = ""] = /^ {4}(\S+)\) compopt -o filenames/m.exec(bash ?? "") ?? [];
    expect(forFiles.split("|")).toEqual(expect.arrayContaining(files.map((name) => `--${name}`)));
    const [, forNothing = ""] = /^ {4}(\S+)\) return ;;/m.exec(bash ?? "") ?? [];
    expect(forNothing.split("|")).toEqual(expect.arrayContaining(["--keep", "--include", "--password"]));
    for (const name of [...files, "sort", "dry-run", "yes"]) {
      expect(forNothing.split("|")).not.toContain(`--${name}`);
    }
    for (const name of files) {
      expect(zsh).toMatch(new RegExp(`--${name}=\\[.*\\]:file:_files'`));
      expect(fish).toMatch(new RegExp(`-l ${name} -r -F `));
    }
    expect(zsh).toMatch(/--keep=\[.*\]:value:'/);
    expect(forFiles.split("|")).not.toContain("--keep");
  });

  test("are files without a flag where a command takes one first, and there alone", () => {
    expect(bash).toContain("[[ $command == @(apply|restore) ]]");
    expect(fish).toContain("-n '__fish_seen_subcommand_from apply restore' -F");
  });
});
