import type { ChildProcess } from "node:child_process";

/** Lets the reader of a process go away, as `head` and a closed terminal do, when it has written this many lines. */
export function closeAfter(lines: number): (child: ChildProcess) => void {
  return (child) => {
    let left = lines;
    const close = (): void => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    if (left === 0) close();
    child.stdout?.on("data", (chunk: Buffer) => {
      left -= chunk.toString().split("\n").length - 1;
      if (left <= 0) close();
    });
  };
}

/** Lets the reader of a process go away as soon as it has read a text. */
export function closeAt(text: string): (child: ChildProcess) => void {
  return (child) => {
    let read = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      read += chunk.toString();
      if (!read.includes(text)) return;
      child.stdout?.destroy();
      child.stderr?.destroy();
    });
  };
}

/** Variables for a process in which something throws, where nobody catches it, as soon as it writes a line with this text. */
export function throwingAt(text: string): Readonly<Record<string, string>> {
  return preloaded(
    `if (String(text).includes(${JSON.stringify(text)})) setImmediate(() => { throw new Error("boom"); });`,
  );
}

/** Variables for a process of whose output nothing can be written: each write throws, as on a pipe that would block. */
export function withoutOutput(why = "write EAGAIN"): Readonly<Record<string, string>> {
  return preloaded(`throw Object.assign(new Error(${JSON.stringify(why)}), { code: "EAGAIN" });`);
}

/** Does something before each write to standard output. */
function preloaded(statement: string): Readonly<Record<string, string>> {
  const script = [
    "const write = process.stdout.write;",
    `process.stdout.write = function (text, ...rest) { ${statement} return write.call(this, text, ...rest); };`,
  ].join("\n");
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}
