import type { Digest, Tag } from "../names/reference.js";
import { type FileRole, parsePath, type StoredFile } from "./path.js";

/** A tag as it is stored. Without `current` it is a phantom: it is listed, and never resolves (measured). */
export interface StoredTag {
  readonly current?: StoredFile;
  /** The digests that it points at or once pointed at, each with the file that says so. */
  readonly entries: ReadonlyMap<Digest, StoredFile>;
}

/** The upload of a push, finished or not. */
export interface StoredUpload {
  readonly startedAt?: StoredFile;
  /** All files in its folder, and the folder itself if the storage has folders. */
  readonly files: readonly StoredFile[];
}

/** A repository as it is stored. */
export interface StoredRepository {
  readonly name: string;
  /** All of its files, without those of nested repositories. */
  readonly files: readonly StoredFile[];
  /** True if there is a `_layers`. */
  readonly hasLayers: boolean;
  /** The links of manifests that the repository has. */
  readonly revisions: ReadonlyMap<Digest, StoredFile>;
  readonly tags: ReadonlyMap<Tag, StoredTag>;
  /** The links of blobs that the repository has. */
  readonly layers: ReadonlyMap<Digest, StoredFile>;
  readonly uploads: ReadonlyMap<string, StoredUpload>;
  /** Files that do not belong there, or could not be looked into. */
  readonly strange: readonly StoredFile[];
}

/** Returns the folder of a repository, below `docker/registry/v2/`. */
export function folderOf(repository: string): string {
  return repository === "" ? "repositories" : `repositories/${repository}`;
}

interface RepositoryDraft {
  readonly name: string;
  readonly files: StoredFile[];
  hasLayers: boolean;
  readonly revisions: Map<Digest, StoredFile>;
  readonly tags: Map<Tag, { current?: StoredFile; readonly entries: Map<Digest, StoredFile> }>;
  readonly layers: Map<Digest, StoredFile>;
  readonly uploads: Map<string, { startedAt?: StoredFile; readonly files: StoredFile[] }>;
  readonly strange: StoredFile[];
}

/** Sorts the files of a storage into repositories, by name. Nested repositories are apart. */
export function repositoriesOf(files: readonly StoredFile[]): readonly StoredRepository[] {
  const repositories = new Map<string, RepositoryDraft>();
  for (const file of files) {
    const parsed = parsePath(file);
    if (parsed === undefined) continue;
    const repository = repositories.get(parsed.repository) ?? emptyRepository(parsed.repository);
    repositories.set(parsed.repository, repository);
    repository.files.push(file);
    repository.hasLayers ||= file.path.startsWith(`${folderOf(parsed.repository)}/_layers`);
    add(repository, parsed.role, file);
  }
  return [...repositories.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function emptyRepository(name: string): RepositoryDraft {
  return {
    name,
    files: [],
    hasLayers: false,
    revisions: new Map(),
    tags: new Map(),
    layers: new Map(),
    uploads: new Map(),
    strange: [],
  };
}

function add(repository: RepositoryDraft, role: FileRole, file: StoredFile): void {
  switch (role.kind) {
    case "other":
      return;
    case "revision":
      if (role.isLink) repository.revisions.set(role.digest, file);
      return;
    case "tag": {
      const tag = tagOf(repository, role.tag);
      if (role.isCurrent && file.bytes > 0) tag.current = file;
      return;
    }
    case "tag-entry":
      tagOf(repository, role.tag).entries.set(role.digest, file);
      return;
    case "layer":
      if (role.isLink) repository.layers.set(role.digest, file);
      return;
    case "upload": {
      const upload = repository.uploads.get(role.id) ?? { files: [] };
      repository.uploads.set(role.id, upload);
      upload.files.push(file);
      if (role.isStart) upload.startedAt = file;
      return;
    }
    case "strange":
      repository.strange.push(file);
  }
}

function tagOf(
  repository: RepositoryDraft,
  tag: Tag,
): { current?: StoredFile; readonly entries: Map<Digest, StoredFile> } {
  const known = repository.tags.get(tag) ?? { entries: new Map<Digest, StoredFile>() };
  repository.tags.set(tag, known);
  return known;
}
