import { expect, test } from "vitest";
import { linesOf, renderRecord } from "../../src/run/journal/lines.js";

/** Reads lines of a file that gives so many bytes at once. */
async function linesIn(text: string, atOnce: number, most: number): Promise<readonly (string | undefined)[]> {
  const bytes = Buffer.from(text);
  const read = (...[target, , , position]: readonly [Buffer, number, number, number]) => {
    const bytesRead = bytes.copy(target, 0, position, position + atOnce);
    return Promise.resolve({ bytesRead, buffer: target });
  };
  const lines: (string | undefined)[] = [];
  for await (const line of linesOf({ read } as never, most)) lines.push(line);
  return lines;
}

test.each([1, 2, 3, 7, 1000])(
  "lines are read whole, %i bytes at once, and one that is too long is none",
  async (atOnce) => {
    expect(await linesIn("äb\n\nlonger than ten\nc\nend", atOnce, 10)).toEqual([
      "äb",
      "",
      undefined,
      "c",
      "end",
    ]);
  },
);

test("a record has nothing that a terminal or a CI obeys, whatever is in it, and reads as it was", () => {
  const tool = "\u001b]52;c;x\u0007 \u009b31m \u202e ##[error] \u2028";
  const line = renderRecord({ kind: "run", schema: 1, tool, created: "now" });

  expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]|##\[/);
  expect(JSON.parse(line)).toMatchObject({ tool });
});
