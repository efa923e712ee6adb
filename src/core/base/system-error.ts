const NOT_ALLOWED = "this user may not do that";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: "the disk is mounted read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "this user's share of the disk is used up",
  EFBIG: "it would grow larger than this user's files may",
  EISDIR: "it is a folder",
  ENOENT: "it is not there",
  ENOTDIR: "a part of its path is no folder",
  EIO: "the disk failed",
};

/** Returns the code of an error of the system, Node or OpenSSL, such as ENOENT; the empty text if it has none. */
export function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}

/** Says why the system refused to open, read or write a file. Completes "the file can't be written: ". */
export function whyRefused(error: unknown): string {
  const code = codeOf(error);
  if (code === "") return error instanceof Error ? error.message : String(error);
  return REASONS[code] ?? `the system said ${code}`;
}

/** True if an error says that there is no file or folder at a path. */
export function isNotThere(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}
