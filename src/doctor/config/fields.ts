/** The keys of a map that was read from YAML, and their values. */
export type Fields = Readonly<Record<string, unknown>>;
