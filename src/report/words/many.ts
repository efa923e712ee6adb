/** Up to so many repositories are told of whole in the log and the summary; of more, those alone in which something goes or is wrong. */
export const MANY = 10;

/** A line about a run on so many repositories. */
export function describeMany(repositories: number): string {
  return `${repositories} repositories; one line for each in which nothing goes`;
}
