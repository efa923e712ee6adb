/** The parts of a system by which its folders are known. */
export interface FolderFacts {
  /** The environment's variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that the system has for temporary files. */
  readonly temporary: string;
  readonly platform: string;
}

/**
 * Returns folders in which every user may make something of their own, for what can't be written to its usual place: those on a disk first, then those in memory, which
 * are there even if every disk is full. Each once.
 */
export function spareFolders({ env, temporary, platform }: FolderFacts): readonly string[] {
  const runtime = env["XDG_RUNTIME_DIR"] ?? "";
  const others = platform === "win32" ? [] : ["/var/tmp", ...(runtime.startsWith("/") ? [runtime] : [])];
  const memory = platform === "linux" ? ["/dev/shm"] : [];
  return [...new Set([temporary, ...others, ...memory])];
}

/** Returns the name of this user's own folder among those of others. @param uid the user's number; absent on a system without */
export function privateName(uid: number | undefined): string {
  return uid === undefined ? "prune-image-tags" : `prune-image-tags-${uid}`;
}

/** True for a path in memory: what is there is gone when the machine restarts. */
export function isInMemory(path: string): boolean {
  return /^\/(?:dev\/shm|run)\//.test(path);
}
