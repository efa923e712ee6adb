import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasColor, paint, paintAnswer } from "../../src/report/log/color.js";
import { fitted, fittedAnswer } from "../../src/report/log/layout.js";
import { createTerminalLog, jsonLine } from "../../src/report/log/terminal.js";
import { propertyRuns } from "../support/property-runs.js";

describe("colour", () => {
  test.each([
    ["auto", true, {}, true],
    ["auto", false, {}, false],
    ["auto", true, { TERM: "dumb" }, false],
    ["auto", true, { NO_COLOR: "1" }, false],
    ["auto", true, { NO_COLOR: "" }, true],
    ["auto", true, { CLICOLOR: "0" }, false],
    ["auto", false, { CLICOLOR: "1" }, false],
    ["auto", false, { CLICOLOR_FORCE: "1" }, true],
    ["auto", false, { CLICOLOR_FORCE: "0" }, false],
    ["auto", false, { FORCE_COLOR: "1" }, true],
    ["auto", false, { FORCE_COLOR: "3", TERM: "dumb" }, true],
    ["auto", true, { FORCE_COLOR: "0" }, false],
    ["auto", true, { FORCE_COLOR: "false" }, false],
    ["auto", false, { NO_COLOR: "1", FORCE_COLOR: "1", CLICOLOR_FORCE: "1" }, false],
    ["always", false, { NO_COLOR: "1" }, true],
    ["never", true, { FORCE_COLOR: "1" }, false],
  ] as const)("%s, terminal %s, %j: %s", (...[color, isTerminal, environment, wanted]) => {
    expect(hasColor(color, isTerminal, environment)).toBe(wanted);
  });

  test.each([
    ["  delete  1.0.0  (why)  2 MB", "  \u001B[31mdelete  1.0.0\u001B[0m\u001B[2m  (why)  2 MB\u001B[0m"],
    ["  keep    1.1.0  (why)", "  \u001B[32mkeep    1.1.0\u001B[0m\u001B[2m  (why)\u001B[0m"],
    ["  untag   1.1  (why)", "  \u001B[33muntag   1.1\u001B[0m\u001B[2m  (why)\u001B[0m"],
    ["Warning: it is so", "\u001B[33mWarning:\u001B[0m it is so"],
    ["h/a: 1 tag to delete, 2 to keep", "\u001B[1mh/a: 1 tag to delete, 2 to keep\u001B[0m"],
    ["  … and 9 more to delete …", "\u001B[2m  … and 9 more to delete …\u001B[0m"],
    ["  3 tags listed", "  3 tags listed"],
  ])("%s", (line, wanted) => {
    expect(paint(line)).toBe(wanted);
  });

  test("changes no text", () => {
    const line = fc.oneof(
      fc.string(),
      fc.string().map((text) => `  delete  ${text}`),
    );
    fc.assert(
      fc.property(line, (text) => {
        fc.pre(!text.includes("\u001B"));
        expect(paint(text).replace(/\u001B\[\d+m/g, "")).toBe(text);
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});

test.each([
  ["h/a:1.0.0 goes.", "\u001B[1mh/a:1.0.0\u001B[0m \u001B[31mgoes\u001B[0m."],
  [
    "h/a:1.0 goes, and its image stays.",
    "\u001B[1mh/a:1.0\u001B[0m \u001B[31mgoes\u001B[0m, and its image stays.",
  ],
  ["h/a:1.1.0 stays.", "\u001B[1mh/a:1.1.0\u001B[0m \u001B[32mstays\u001B[0m."],
  ["h/a:x is not there: why.", "\u001B[1mh/a:x\u001B[0m \u001B[33mis not there\u001B[0m: why."],
  ["h/a: ready, with 1 warning.", "\u001B[1mh/a: \u001B[0m\u001B[32mready\u001B[0m, with 1 warning."],
  ["not ready: 1 problem.", "\u001B[31mnot ready\u001B[0m: 1 problem."],
  ["problem  deletes  They are off.", "\u001B[31mproblem  deletes\u001B[0m  They are off."],
  ["  Its image is sha256:1.", "  Its image is sha256:1."],
])("an answer has its verdict in colour: %s", (line, wanted) => {
  expect(paintAnswer(line)).toBe(wanted);
});

describe("an answer on a terminal", () => {
  const finding = "ok       speed       Reading all of the 79 tags takes less than a second";

  test("goes on below itself: a finding and its next step in its column, a sentence below its own", () => {
    const next = `${" ".repeat(21)}Turn them on where that is possible, and run again then`;
    expect(
      fittedAnswer([finding, next, "  Its name is read as the version 1.2.3, a release"].join("\n"), 48),
    ).toEqual([
      "ok       speed       Reading all of the 79 tags",
      "                     takes less than a second",
      "                     Turn them on where that is",
      "                     possible, and run again",
      "                     then",
      "  Its name is read as the version 1.2.3, a",
      "    release",
    ]);
  });

  test("keeps what is to be copied, and all where the width is not known", () => {
    const command = `${" ".repeat(23)}docker run -d -p 5000:5000 --restart always registry:2`;
    const policy = `  "Resource": "arn:aws:s3:::${"b".repeat(60)} x"`;
    expect(fittedAnswer([finding, command, policy].join("\n"), 60)).toEqual([
      "ok       speed       Reading all of the 79 tags takes less",
      "                     than a second",
      command,
      policy,
    ]);
    expect(fittedAnswer(finding, 0)).toEqual([finding]);
  });
});

describe("a line on a terminal", () => {
  const line = "  delete  3.3.0-alpha.1  (number 74 of 81 in alpha, beyond the newest 10)  2.2 MB";

  test("that is too wide goes on below its name", () => {
    expect(fitted(line, 60)).toEqual([
      "  delete  3.3.0-alpha.1  (number 74 of 81 in alpha, beyond",
      "          the newest 10)  2.2 MB",
    ]);
  });

  test("stays whole where there is room, where the width is not known, and where it may be copied", () => {
    expect(fitted(line, 100)).toEqual([line]);
    expect(fitted(line, 0)).toEqual([line]);
    const command = `Put it back: prune-image-tags restore /${"x".repeat(80)}/journal.ndjson 1.0.0`;
    expect(fitted(command, 60)).toEqual([command]);
    expect(fitted(`  keep    ${"n".repeat(90)}  (why)`, 60)).toEqual([
      `  keep    ${"n".repeat(90)}`,
      "          (why)",
    ]);
  });

  test("is a sentence that goes on below itself, and what is indented below one stays", () => {
    const sentence = "  Each deletion is first written to a file, and restore can undo it from there";
    const command = `  docker run ${"x ".repeat(40)}`;
    expect(fitted(`${sentence}\n${command}`, 60)).toEqual([
      "  Each deletion is first written to a file, and restore can",
      "    undo it from there",
      command,
    ]);
  });

  test("loses no word and is no wider than the terminal", () => {
    const word = fc.stringMatching(/^[a-z0-9().]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 40, max: 120 }),
        (words, width) => {
          const long = `  keep    ${words.join(" ")}`;
          const lines = fitted(long, width);
          expect(lines.join(" ").split(/ +/)).toEqual(long.split(/ +/));
          for (const each of lines) expect(each.length).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: propertyRuns(300) },
    );
  });
});

describe("the log", () => {
  function written(options: { readonly isQuiet?: boolean; readonly isJson?: boolean }): readonly string[] {
    const chunks: string[] = [];
    const stream = { write: (text: string) => chunks.push(text) } as unknown as NodeJS.WritableStream;
    const at = new Date(0);
    const log = createTerminalLog(
      { info: { stream, hasColor: true }, warnings: { stream } },
      {
        clean: (text) => text.replaceAll("\u001B", "?"),
        clear: () => undefined,
        isVerbose: false,
        isQuiet: options.isQuiet ?? false,
        ...(options.isJson === true ? { asJson: (level, text) => jsonLine(level, text, at) } : {}),
      },
    );
    log.group("h/a: 1 tag to delete, 0 to keep");
    log.info("  delete  1.0\u001B[0m  (why)");
    log.warning("beware");
    return chunks;
  }

  test("has the colour of this program, and none of a registry's", () => {
    expect(written({})[1]).toBe("  \u001B[31mdelete  1.0?[0m\u001B[0m\u001B[2m  (why)\u001B[0m\n");
  });

  test("has warnings alone where it is quiet", () => {
    expect(written({ isQuiet: true })).toEqual(["Warning: beware\n"]);
  });

  test("is JSON, a line each, with level and time", () => {
    const time = "1970-01-01T00:00:00.000Z";
    expect(written({ isJson: true }).map((line) => JSON.parse(line) as unknown)).toEqual([
      { time, level: "info", message: "h/a: 1 tag to delete, 0 to keep" },
      { time, level: "info", message: "delete  1.0\u001B[0m  (why)" },
      { time, level: "warning", message: "beware" },
    ]);
  });
});
