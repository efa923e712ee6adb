const NAME = "fresh";
const OLD = new RegExp(`([?&])${NAME}=[^&#]*(&|$)`, "g");

/** Puts the mark behind a path, in place of an older one: a link to the next page may repeat what was asked. All else stays as it was written. */
export function withMark(path: string, mark: string): string {
  const bare = withoutMark(path);
  return `${bare}${bare.includes("?") ? "&" : "?"}${NAME}=${mark}`;
}

/** Returns an address, or its path, without the mark of its own that a read was given. */
export function withoutMark(address: string): string {
  return address.replace(OLD, (_, before: string, behind: string) => (behind === "" ? "" : before));
}
