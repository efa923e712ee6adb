import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askYesNo } from "../../src/report/log/terminal.js";

test("a terminal that is gone gives no answer", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = askYesNo("Delete?", { input, output });
  output.once("data", () => {
    input.emit("error", Object.assign(new Error("read EIO"), { code: "EIO" }));
  });
  expect(await answer).toBe("ended");
});

test.each([
  ["y", "yes"],
  ["Yes", "yes"],
  [" y ", "yes"],
  ["", "no"],
  ["n", "no"],
  ["yess", "no"],
  ["ja", "no"],
] as const)("%j is a %s", async (typed, wanted) => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = askYesNo("Delete?", { input, output });
  output.once("data", () => input.write(`${typed}\n`));
  expect(await answer).toBe(wanted);
});

test("the end of the input is no answer", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = askYesNo("Delete?", { input, output });
  output.once("data", () => input.end());
  expect(await answer).toBe("ended");
});

test("Ctrl-C is no answer, and no no", async () => {
  // A terminal in raw mode: there Ctrl-C is a character.
  const [input, output] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: true, setRawMode: () => stream }),
  );
  if (input === undefined || output === undefined) throw new Error("two streams were made");
  const answer = askYesNo("Delete?", { input, output });
  output.once("data", () => input.write("\u0003"));
  expect(await answer).toBe("interrupted");
});
