import { readFile, readlink } from "node:fs/promises";

/** A process, told apart from any other of its number: which boot, which process namespace, which process, begun when. */
export interface LockOwner {
  /** Where the process can be looked up: the machine's boot and the process namespace. */
  readonly place: string;
  readonly pid: number;
  /** In clock ticks after the boot, as `/proc` has it. */
  readonly started: string;
}

/** This process; `undefined` where there is no `/proc`. */
export async function thisProcess(): Promise<LockOwner | undefined> {
  const place = await placeOfThis();
  const started = await startOf(process.pid);
  return place === undefined || started === undefined ? undefined : { place, pid: process.pid, started };
}

/** Whether a holder still runs; `undefined` where that can't be seen from here. */
export async function isAlive(holder: LockOwner): Promise<boolean | undefined> {
  if ((await placeOfThis()) !== holder.place) return undefined;
  return (await startOf(holder.pid)) === holder.started;
}

/** One text for a label. */
export function writeLockOwner({ place, pid, started }: LockOwner): string {
  return `${place} ${pid} ${started}`;
}

/** Reads what `writeHolder` wrote. */
export function readLockOwner(text: string): LockOwner | undefined {
  const [place, pid, started] = text.split(" ");
  if (place === undefined || started === undefined || !/^\d+$/.test(pid ?? "")) return undefined;
  return { place, pid: Number(pid), started };
}

async function placeOfThis(): Promise<string | undefined> {
  try {
    const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    return `${boot}/${await readlink("/proc/self/ns/pid")}`;
  } catch {
    return undefined;
  }
}

/** proc(5): the 22nd field of `stat`; the second, in parentheses, may hold spaces. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A process that has ended and that nobody has asked for yet runs no more.
  return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}
