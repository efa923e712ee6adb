import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutBeginning, cutEnd } from "../../src/core/base/cut.js";
import { PruneError } from "../../src/core/base/errors.js";
import { plainLine } from "../../src/core/base/plain-text.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { createOutlet } from "../../src/report/outlet/outlet.js";
import type { SweepOutcome } from "../../src/core/sweep/outcome.js";
import type { UnsureRepository } from "../../src/core/sweep/removal.js";
import { describeDoubt, sweepLines } from "../../src/report/words/sweep.js";
import { code, escape, quote } from "../../src/report/words/markdown.js";
import { commandsIn, HOSTILE, OBEYED } from "../support/hostile.js";
import { propertyRuns } from "../support/property-runs.js";

describe("a text for people has nothing in it that is obeyed:", () => {
  const { text } = createOutlet();

  test.each(HOSTILE)("%s", (_, hostile) => {
    for (const each of [hostile, `x ${hostile}`, `${hostile}${hostile}`]) {
      expect(text(each)).not.toMatch(OBEYED);
      expect(commandsIn(text(each))).toEqual([]);
      expect(plainLine(each)).not.toMatch(/\n/);
    }
  });

  test("and what it was can still be read", () => {
    expect(text("a\u001b[31m\u{e0041}\r::b\n::c ##[d")).toBe("a\\u001b[31m\\u{e0041}\\u000d::b\n: :c # #[d");
  });

  test("while what is none stays as it is", () => {
    const plain = "größer → 日本 … “é” \u{1f600} a::b #1 ##  C:\\x\n\tnext";
    expect(text(plain)).toBe(plain);
  });

  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        expect(text(any)).not.toMatch(OBEYED);
        expect(commandsIn(text(any))).toEqual([]);
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});

describe("a text for programs has the same data, and nothing that a terminal obeys:", () => {
  const { json } = createOutlet();

  test.each(HOSTILE)("%s", (_, hostile) => {
    const text = json(JSON.stringify([hostile], null, 2));
    expect(JSON.parse(text)).toEqual([hostile]);
    expect(text).not.toMatch(OBEYED);
    expect(commandsIn(text)).toEqual([]);
  });
});

test.each(HOSTILE)("an error's message begins no line, whatever it quotes: %s", (_, hostile) => {
  const { message } = new PruneError(`a folder is called ${hostile}`, "Look.");
  expect(message.split("\n").filter((line, index) => index > 0 && !line.startsWith("  "))).toEqual([]);
  const text = { message: `the registry said ${hostile}`, nextStep: "Look." };
  expect(new RegistryError("unexpected-answer", text).message).not.toContain("\n");
});

test.each(HOSTILE)("a folder's name begins no line of the log: %s", (_, hostile) => {
  const doubt = describeDoubt({
    repository: hostile,
    doubts: [hostile],
    keeps: "everything",
  } as unknown as UnsureRepository);
  expect(doubt).not.toContain("\n");
  const removal = { repository: hostile, what: hostile, bytes: 1 };
  const outcome = { removals: [{ kind: "removed", removal }], unsure: [] } as unknown as SweepOutcome;
  for (const line of sweepLines(outcome, true)) expect(line).not.toContain("\n");
});

describe("a secret", () => {
  const SECRETS = [
    "hunter22",
    "p&ss w|rd$/+%1ü",
    'quo"te\\s',
    "twofold\nlines of it",
    "a:b@c/d?e#f",
    "ends==",
  ];

  const forms = (secret: string): readonly (readonly [string, string])[] => [
    ["as it is", secret],
    ["in JSON", JSON.stringify(secret)],
    ["in Markdown", `${escape(secret)} ${code(secret)}`],
    ["in a quotation", quote(secret)],
    ["in an address", encodeURIComponent(secret)],
    ["in an address, in lower case", encodeURIComponent(secret).replace(/%../g, (hex) => hex.toLowerCase())],
    ["in a form", new URLSearchParams({ password: secret }).toString()],
    ...["", "u:", "us:", "user:", "user-1:"].flatMap((user) =>
      (["base64", "base64url"] as const).map(
        (encoding) =>
          [`behind "${user}" in ${encoding}`, Buffer.from(`${user}${secret} `).toString(encoding)] as const,
      ),
    ),
  ];

  test.each(SECRETS.flatMap((secret) => forms(secret).map(([how, text]) => [secret, how, text] as const)))(
    "%j is taken out %s",
    (secret, _, text) => {
      const { add, text: shown, json, value } = createOutlet();
      add(secret);
      for (const out of [shown(text), json(text), value(text)]) {
        expect(out).toContain("***");
        for (const each of secret.split("\n")) {
          expect(out).not.toContain(each);
          const digits = /[\w+/-]{8,}/.exec(Buffer.from(each).toString("base64").slice(4, -4))?.[0];
          if (digits !== undefined) expect(out).not.toContain(digits);
        }
      }
    },
  );

  test.each(Array.from({ length: 5 }, (_, index) => index + 4))(
    "of which a cut left %i characters is taken out",
    (left) => {
      const { add, text } = createOutlet();
      add("hunter222");
      const torn = "hunter222".slice(0, left);
      expect(text(cutEnd(`its password is hunter222`, 16 + left))).toBe("its password is ***…");
      expect(text(`(${torn}…)`)).toBe("(***…)");
      expect(text(cutBeginning("hunter222 was refused", 12 + left))).toBe("…*** was refused");
    },
  );

  test("is taken out where the cut of a long error goes through it", () => {
    const { add, text } = createOutlet();
    add("hunter22");
    for (let before = 1990; before < 2001; before += 1) {
      const { message, nextStep } = new PruneError(
        `${"x".repeat(before)}hunter22`,
        `${"x".repeat(before)}hunter22`,
      );
      expect(text(`${message} ${nextStep}`)).not.toContain("hunt");
    }
  });

  test("that is no longer than a word is left, and a text without one is untouched", () => {
    const { add, text, json, value } = createOutlet();
    for (const secret of ["", "a", "abc", "hunter22"]) add(secret);
    for (const out of [text, json, value]) {
      expect(out("abc hunt… …er22 hunter2")).toBe("abc ***… …*** hunter2");
    }
  });
});

describe("a password in an address", () => {
  test.each([
    ["https://me:hunter22@registry.example.com/app", "hunter22"],
    ["http://me:hunter22@127.0.0.1:5000", "hunter22"],
    ["s3://key:hunter22@bucket/prefix", "hunter22"],
    ["me:hunter22@registry.example.com/team/app:1.0", "hunter22"],
    ["https://me:p/hunter22@registry.example.com", "p/hunter22"],
    ["https://me:hunt%40er22@registry.example.com", "hunt@er22"],
    ["https://ghp_0123456789abcdef@github.com/octo/app", "ghp_0123456789abcdef"],
    ["image=https://me:hunter22@a.example, https://you:secret33@b.example", "secret33"],
    ["curl -u x https://me:hunter22@a.example/v2/ && exit", "hunter22"],
  ])("%s is known from then on", (setting, password) => {
    const told: string[] = [];
    const { addFrom, text } = createOutlet((secret) => told.push(secret));
    addFrom(setting);
    expect(told).toContain(password);
    expect(text(`it said: ${password}!`)).toBe("it said: ***!");
    expect(text(setting)).not.toContain(password);
  });

  test.each([
    "host:5000/team/app@sha256:0123456789abcdef",
    "http://host:5000/team/app:1.0@sha256:0123456789abcdef",
    "registry.example.com/team/app:1.0@sha512:0123456789abcdef",
    "ssh://root@host",
    "git@github.com:octo/app.git",
    "no address at all",
  ])("%s has none", (setting) => {
    const told: string[] = [];
    createOutlet((secret) => told.push(secret)).addFrom(setting);
    expect(told).toEqual([]);
  });

  test("is taken out although nobody gave it", () => {
    const { text, json } = createOutlet();
    expect(text(escape("see https://me:ne$ver-told@host/"))).toBe("see https&#58;//***&#64;host/");
    for (const out of [text, json]) {
      expect(out("sent to https://me:never-told@host/v2/ and s3://k@bucket")).toBe(
        "sent to https://***@host/v2/ and s3://***@bucket",
      );
      expect(out("http://host:5000/app:1.0@sha256:0")).toBe("http://host:5000/app:1.0@sha256:0");
    }
  });
});

test("a job summary makes no link, no markup and no diagram of a text", () => {
  const text =
    "https://evil.example www.evil.example @octocat #1 ~~~mermaid `x` <img src=x> | a | [a](b) **b** $x$";
  for (const shown of [escape(text), code(text), quote(text)]) {
    expect(shown.replace(/^> |<\/?code>/g, "")).not.toMatch(/:\/\/|www\.|[@<>|`~[\]*$]|#(?!\d+;)|!\[/);
  }
});
