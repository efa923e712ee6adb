/**
 * The way in which a row of the table is known to work:
 * - test: `npm test` runs the contract on the real registry
 * - registries: `npm run test:registries` does, which builds it with Go
 * - given: so it does on the registry of REGISTRY_URL, whatever that is
 * - stand-in: `npm test` runs it on a local server that follows the published API, in front of a real Distribution
 */
export type RunBy = "test" | "registries" | "given" | "stand-in";

/** A registry that the contract suite runs on, and the abilities in which it differs from others. */
export interface RegistryRow {
  readonly name: string;
  /** The version that was run; empty where there is none. */
  readonly version: string;
  readonly runBy: RunBy;
  /** The format of images: Distribution takes OCI's from 2.7 on, and up to 2.1 schema 1 alone. */
  readonly format: "oci" | "docker" | "schema1";
  /** True if it takes schema 1: Distribution up to 2.8. */
  readonly takesSchema1: boolean;
  /** The way to delete a tag and leave its image: by itself, by writing over it, or none. */
  readonly untags: "yes" | "overwrite" | "no";
  /** The tags of an image that is deleted by its digest: they go with it, stay and can be deleted, stay for good, or are refused. */
  readonly tagsOfDeleted: keyof typeof FATES;
  /** True if it says that a repository is not there; false if that may also mean that it is hidden. */
  readonly saysUnknown: boolean;
  /** True if its deletions can be turned off. */
  readonly turnsDeletesOff: boolean;
  /** True if what was deleted can be put back from a journal. */
  readonly restores: boolean;
}

const FATES = {
  go: "with the image",
  stay: "stay, so they go by themselves",
  dangle: "stay listed, without an image",
  refused: "are refused; tags go first",
} as const;

const DISTRIBUTION = {
  name: "Distribution",
  format: "oci",
  takesSchema1: true,
  untags: "overwrite",
  tagsOfDeleted: "go",
  saysUnknown: true,
  turnsDeletesOff: true,
  restores: true,
} as const;
const BUILT = { ...DISTRIBUTION, runBy: "registries" } as const;
const IN_MEMORY = {
  runBy: "registries",
  format: "oci",
  takesSchema1: false,
  untags: "yes",
  tagsOfDeleted: "stay",
  saysUnknown: true,
  turnsDeletesOff: false,
  restores: true,
} as const;

/** Every registry that the contract suite runs on. The table in docs/registries.md is made from it. */
export const ROWS = [
  { ...BUILT, version: "2.1.0", format: "schema1", untags: "no", tagsOfDeleted: "dangle" },
  { ...BUILT, version: "2.3.0", format: "docker" },
  { ...BUILT, version: "2.4.1", format: "docker" },
  { ...BUILT, version: "2.5.2", format: "docker" },
  { ...BUILT, version: "2.6.2", format: "docker" },
  { ...BUILT, version: "2.7.1" },
  { ...DISTRIBUTION, version: "2.8.2", runBy: "test" },
  { ...BUILT, version: "2.8.3" },
  { ...BUILT, version: "3.0.0", untags: "yes", takesSchema1: false },
  { ...DISTRIBUTION, version: "3.1.1", runBy: "test", untags: "yes", takesSchema1: false },
  { ...IN_MEMORY, name: "crane registry serve", version: "0.20.3" },
  { ...IN_MEMORY, name: "ocimem", version: "2025-12-12" },
  {
    ...IN_MEMORY,
    ...{ name: "Docker Hub", version: "", runBy: "stand-in", tagsOfDeleted: "refused", saysUnknown: false },
  },
] as const satisfies readonly RegistryRow[];

/** Registries that could not be run here, and what their row of the table follows. */
const BY_DOCUMENTS = [
  ["Artifact Registry", "its documents, over a local stand-in", FATES.refused],
  ["Nexus 3.89 and later", "its source", FATES.stay],
] as const;

const RUN_BY = {
  test: "every test run",
  registries: "`npm run test:registries`",
  given: "`npm run test:registries`, by `REGISTRY_URL`",
  "stand-in": "not run: its published API, over a local server in every test run",
} as const satisfies Record<RunBy, string>;

const FORMATS = {
  oci: "OCI, Docker",
  docker: "Docker",
  schema1: "schema 1",
} as const satisfies Record<RegistryRow["format"], string>;

const UNTAGS = {
  yes: "yes",
  overwrite: "`untag: overwrite`",
  no: "no",
} as const satisfies Record<RegistryRow["untags"], string>;

function rowOfTable(row: RegistryRow): readonly string[] {
  const { runBy, format, takesSchema1, untags, tagsOfDeleted } = row;
  const formats = takesSchema1 && format !== "schema1" ? `${FORMATS[format]}, schema 1` : FORMATS[format];
  return [titleOf(row), RUN_BY[runBy], formats, UNTAGS[untags], FATES[tagsOfDeleted]];
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
  return `${name} ${version}`.trim();
}
