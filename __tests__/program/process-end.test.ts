import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { guardOutput } from "../../src/program/process-end.js";

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
  guardOutput(stream as unknown as NodeJS.WriteStream, (error) => lost.push(error));
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
