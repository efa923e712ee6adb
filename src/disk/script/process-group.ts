/**
 * Sends a signal to a process that leads a group, and to all in the group.
 * @param signal 0 asks only whether there is anybody
 * @returns whether there was anybody to send it to
 */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
