/**
 * Sends a signal to a process that leads a group, and to all others in the group.
 * @param signal 0 only asks if anybody is there
 * @returns true if there was anybody to send it to
 */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
