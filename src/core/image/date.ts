// Docker's first release. No image is older, so an older date is made up: reproducible builds write 1970 or 1980, and Go's zero time is the year 1.
const FIRST_POSSIBLE = Date.UTC(2013, 2, 13);

/** Reads a date as image configurations and annotations write it (RFC 3339). Returns milliseconds since 1970; `undefined` if it can't be the date of an image. */
export function readDate(value: unknown): number | undefined {
  // A time without a zone would be read in this machine's zone.
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/i.test(value)) {
    return undefined;
  }
  const date = Date.parse(value);
  return date >= FIRST_POSSIBLE ? date : undefined;
}
