/**
 * The way in which a row of the table is known to work:
 * - test: `npm test` runs the contract on the real registry
 * - registries: `npm run test:registries` does, which builds it with Go
 */
export type RunBy = "test" | "registries";

/** A registry that the contract suite runs on, and the abilities in which it differs from others. */
export interface RegistryRow {
  readonly name: string;
  /** The version that was run. */
  readonly version: string;
  readonly runBy: RunBy;
  /** The format of images: Distribution takes OCI's from 2.7 on. */
  readonly format: "oci" | "docker";
  /** `yes` if it deletes a tag and leaves its image. */
  readonly untags: "yes" | "no";
  /** The tags of an image that is deleted by its digest: they go with it, or stay listed. */
  readonly tagsOfDeleted: "go" | "stay";
  /** True if its deletions can be turned off. */
  readonly turnsDeletesOff: boolean;
  /** True if what was deleted can be put back from a journal. */
  readonly restores: boolean;
}

const DISTRIBUTION = {
  name: "Distribution",
  format: "oci",
  untags: "no",
  tagsOfDeleted: "go",
  turnsDeletesOff: true,
  restores: true,
} as const;
const BUILT = { ...DISTRIBUTION, runBy: "registries" } as const;
const IN_MEMORY = {
  runBy: "registries",
  format: "oci",
  untags: "yes",
  tagsOfDeleted: "stay",
  turnsDeletesOff: false,
  restores: true,
} as const;

/** Every registry that the contract suite runs on. The table in docs/registries.md is made from it. */
export const ROWS = [
  { ...BUILT, version: "2.3.0", format: "docker" },
  { ...BUILT, version: "2.4.1", format: "docker" },
  { ...BUILT, version: "2.5.2", format: "docker" },
  { ...BUILT, version: "2.6.2", format: "docker" },
  { ...BUILT, version: "2.7.1" },
  { ...DISTRIBUTION, version: "2.8.2", runBy: "test" },
  { ...BUILT, version: "2.8.3" },
  { ...BUILT, version: "3.0.0", untags: "yes" },
  { ...DISTRIBUTION, version: "3.1.1", runBy: "test", untags: "yes" },
  { ...IN_MEMORY, name: "crane registry serve", version: "0.20.3" },
  { ...IN_MEMORY, name: "ocimem", version: "2025-12-12" },
] as const satisfies readonly RegistryRow[];

/** Registries that could not be run here, and what their row of the table follows. */
const BY_DOCUMENTS = [
  ["Artifact Registry", "its documents, over a local stand-in", "are refused; tags go first"],
  ["Nexus 3.89 and later", "its source", "stay, so they go by themselves"],
] as const;

const RUN_BY = {
  test: "every test run",
  registries: "`npm run test:registries`",
} as const satisfies Record<RunBy, string>;

function rowOfTable(row: RegistryRow): readonly string[] {
  const { runBy, format, untags, tagsOfDeleted } = row;
  const alone = untags === "yes" ? "yes" : "`untag: overwrite`";
  const how = tagsOfDeleted === "go" ? "with the image" : "stay, so they go by themselves";
  return [titleOf(row), RUN_BY[runBy], format === "oci" ? "OCI, Docker" : "Docker", alone, how];
}

/** The table of docs/registries.md: what was run against the real thing, and on which version, and what follows documents. */
export function renderRegistryTable(): string {
  const head = ["Registry", "Tried by", "Images", "Deletes one tag of several", "Tags of a deleted image"];
  const documents = BY_DOCUMENTS.map(([name, by, how]) => [name, `not run: ${by}`, "", "yes", how]);
  const lines = [head, head.map(() => "---"), ...ROWS.map(rowOfTable), ...documents];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The name of a row, as tests and the table have it. */
export function titleOf({ name, version }: Pick<RegistryRow, "name" | "version">): string {
  return `${name} ${version}`;
}
