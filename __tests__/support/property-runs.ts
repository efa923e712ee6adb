/**
 * Returns the number of runs of a property: `PROPERTY_RUNS` where it is set, for a quick look or a long search.
 * @param full the number where it is not set; 100 is fast-check's own
 * @throws {Error} where `PROPERTY_RUNS` is no number from 1
 */
export function propertyRuns(full = 100): number {
  const text = process.env["PROPERTY_RUNS"];
  if (text === undefined) return full;
  const runs = Number(text);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Error(`PROPERTY_RUNS is ${text}, which is no number from 1`);
  }
  return runs;
}
