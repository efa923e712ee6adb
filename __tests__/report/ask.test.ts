import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askYesNo } from "../../src/report/log/terminal.js";

test("a terminal that is gone says no", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = askYesNo("Delete?", { input, output });
  output.once("data", () => {
    input.emit("error", Object.assign(new Error("read EIO"), { code: "EIO" }));
  });
  expect(await answer).toBe(false);
});
