import { readFile, readlink } from "node:fs/promises";

/** A process, told apart from any other that has had its number: by the boot, the process namespace, the number and the start. */
export interface LockOwner {
  /** The machine's boot and the process namespace, where the process can be looked up. */
  readonly namespace: string;
  readonly pid: number;
  /** Start in clock ticks after the boot, as `/proc` has it. */
  readonly started: string;
}

/** Returns this process as a lock owner; `undefined` if there is no `/proc`. */
export async function thisProcess(): Promise<LockOwner | undefined> {
  const namespace = await thisNamespace();
  const started = await startOf(process.pid);
  return namespace === undefined || started === undefined
    ? undefined
    : { namespace, pid: process.pid, started };
}

/** True if the owner of a lock still runs; `undefined` if that can't be seen from here. */
export async function isAlive(owner: LockOwner): Promise<boolean | undefined> {
  if ((await thisNamespace()) !== owner.namespace) return undefined;
  return (await startOf(owner.pid)) === owner.started;
}

/** Writes a lock owner as one text, for a label. */
export function writeLockOwner({ namespace, pid, started }: LockOwner): string {
  return `${namespace} ${pid} ${started}`;
}

/** Reads a text that `writeLockOwner` wrote; `undefined` if it is none. */
export function readLockOwner(text: string): LockOwner | undefined {
  const [namespace, pid, started] = text.split(" ");
  if (namespace === undefined || started === undefined || !/^\d+$/.test(pid ?? "")) return undefined;
  return { namespace, pid: Number(pid), started };
}

async function thisNamespace(): Promise<string | undefined> {
  try {
    const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    return `${boot}/${await readlink("/proc/self/ns/pid")}`;
  } catch {
    return undefined;
  }
}

/** Returns the start of a process, in clock ticks after the boot. In proc(5) it is the 22nd field of `stat`; the second, in parentheses, may hold spaces. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A process that has ended (Z or X) may still have its entry, until its parent asks for its end.
  return ["Z", "X"].includes(fields[0] ?? "") ? undefined : fields[19];
}
