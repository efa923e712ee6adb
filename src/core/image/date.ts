// Docker's first release: no image is older, so what says that it is has a made-up date. Reproducible builds write 1970 or 1980, Go's zero time is the year 1.
const FIRST_POSSIBLE = Date.UTC(2013, 2, 13);

/** A date as image configurations and annotations have it (RFC 3339), in milliseconds since 1970; `undefined` for what can't be the date of an image. */
export function readDate(value: unknown): number | undefined {
  // Without its zone a time would be read in this machine's.
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/i.test(value)) {
    return undefined;
  }
  const date = Date.parse(value);
  return date >= FIRST_POSSIBLE ? date : undefined;
}
