import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { droppedLines, guardOutput } from "../../src/program/guarded-output.js";

const failure = (code: string): Error => Object.assign(new Error(`write ${code}`), { code });

/** An output whose every write fails: at once, or afterwards by an event. */
function failing(code: string, isAtOnce: boolean) {
  const stream = new Writable({ autoDestroy: false, emitClose: false });
  const error = failure(code);
  stream.write = (): boolean => {
    if (isAtOnce) throw error;
    process.nextTick(() => stream.emit("error", error));
    return true;
  };
  return Object.assign(stream, { error });
}

const guarded = (stream: Writable): readonly unknown[] => {
  const lost: unknown[] = [];
  guardOutput(stream as unknown as NodeJS.WriteStream, {
    onLost: (error) => lost.push(error),
    describeDropped: droppedLines,
  });
  return lost;
};

describe.each([true, false])("a write that fails (thrown at once: %s)", (isAtOnce) => {
  test.each(["EPIPE", "EIO", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"])(
    "with %s is dropped in silence, for nobody reads",
    async (code) => {
      const stream = failing(code, isAtOnce);
      const lost = guarded(stream);
      for (const text of ["one", "two"]) expect(stream.write(text)).toBe(true);
      await new Promise(setImmediate);
      expect(lost).toEqual([]);
    },
  );

  test.each(["ENOSPC", "EAGAIN", "EDQUOT"])("with %s is dropped, and told once", async (code) => {
    const stream = failing(code, isAtOnce);
    const lost = guarded(stream);
    for (const text of ["one", "two"]) expect(stream.write(text)).toBe(true);
    await new Promise(setImmediate);
    expect(lost).toEqual([stream.error]);
  });
});

describe("an output that is guarded", () => {
  test("still writes, and passes on that the writer is to wait", () => {
    const written: string[] = [];
    const stream = new Writable({
      highWaterMark: 1,
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        written.push(chunk);
        setImmediate(done);
      },
    });
    guarded(stream);
    expect(stream.write("two letters")).toBe(false);
    expect(written).toEqual(["two letters"]);
  });

  test("takes writes after its end, and after it was destroyed", async () => {
    const ended = new Writable({ write: (_chunk, _encoding, done) => done() });
    expect(guarded(ended)).toEqual([]);
    ended.end();
    ended.write("late");
    await new Promise((resolve) => ended.once("close", resolve));
    ended.write("later");
    await new Promise(setImmediate);
    expect(ended.destroyed).toBe(true);
  });

  test("writes again when the disk has room again", () => {
    const written: string[] = [];
    const stream = failing("ENOSPC", true);
    const full = stream.write.bind(stream);
    let isFull = true;
    stream.write = (text: string): boolean => (isFull ? full(text) : written.push(text) > 0);
    guarded(stream);
    stream.write("lost");
    isFull = false;
    stream.write("written");
    expect(written).toEqual(["written"]);
  });
});

/** An output whose reader takes a write when it is told to, one by one. */
function unread(mostKept: number) {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      waiting.push(() => {
        written.push(chunk);
        done();
      });
    },
  });
  const output = guardOutput(stream as unknown as NodeJS.WriteStream, {
    onLost: () => undefined,
    describeDropped: (lines) => `${droppedLines(lines)}\n`,
    mostKept,
  });
  const read = async (): Promise<void> => {
    waiting.shift()?.();
    await new Promise(setImmediate);
  };
  const readAll = async (): Promise<void> => {
    while (waiting.length > 0) await read();
  };
  return { stream, output, written, read, readAll };
}

describe("a reader who stays and does not read", () => {
  test("has so much kept; the rest is dropped, and told of where it was, once all that was kept is read", async () => {
    const { stream, written, read, readAll } = unread(8);
    for (const text of ["one\n", "two\n", "three\n", "four\nfive\n", "six\n"]) stream.write(text);
    await read();
    await read();
    // There is room for it, but it would stand before those that are gone.
    stream.write("seven\n");
    await readAll();
    stream.write("eight\n");
    await readAll();
    const note = "4 lines of the log were dropped here, because nobody read them.\n";
    expect(written).toEqual(["one\n", "two\n", "three\n", note, "eight\n"]);
  });

  test("is not told of what has no line, such as a bar", async () => {
    const { stream, written, readAll } = unread(1);
    for (const text of ["12", "34", "56"]) stream.write(text);
    await readAll();
    expect(written).toEqual(["12"]);
  });

  test("has not taken what was written, which is known after a while, or as soon as it has", async () => {
    const { stream, output, read } = unread(100);
    expect([await output.taken(), output.isWaiting()]).toEqual([true, false]);
    stream.write("one");
    expect([await output.taken(60), output.isWaiting()]).toEqual([false, true]);
    const taken = output.taken(60_000);
    await read();
    expect(await taken).toBe(true);
  });

  test("and one who has gone after the last word has not taken it either", async () => {
    const { stream, output } = unread(100);
    stream.emit("error", failure("EPIPE"));
    expect([await output.taken(60_000), stream.writableLength]).toEqual([false, 0]);
  });

  test("and one who has gone has not taken it, and is not waited for", async () => {
    for (const end of [
      (stream: Writable) => stream.destroy(),
      (stream: Writable) => stream.emit("error", failure("EPIPE")),
    ]) {
      const { stream, output } = unread(100);
      stream.write("one");
      end(stream);
      expect([await output.taken(60_000), output.isWaiting()]).toEqual([false, false]);
    }
  });
});
