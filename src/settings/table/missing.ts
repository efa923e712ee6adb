/** The ways to take a repository that the registry does not know; the first is the default. */
export const IF_MISSING = ["warn", "fail"] as const;

export type IfMissing = (typeof IF_MISSING)[number];
