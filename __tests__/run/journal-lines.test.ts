import { expect, test } from "vitest";
import { linesOf } from "../../src/run/journal/lines.js";

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
