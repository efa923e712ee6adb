import type { UndoTime } from "../../core/result/run-result.js";
import { PruneError } from "../../core/base/errors.js";
import type { Untags } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";

/** A manifest as a registry sent it, with the digest that its bytes were proven by. */
export interface ReadManifest extends ManifestBytes {
  readonly digest: Digest;
  readonly manifest: Manifest;
}

/** A manifest's exact bytes, and the media type that they are sent as. */
export interface ManifestBytes {
  readonly mediaType: string;
  readonly body: Buffer;
}

/** A right that a token server hands out (https://distribution.github.io/distribution/spec/auth/scope/). */
export type Right = "pull" | "push" | "delete";

/**
 * A registry that is read. Nothing here changes it, the probes included.
 * Every method throws `RegistryError` or `UnsureError` where the answer is not certain.
 */
export interface RegistryReader {
  /**
   * Lists all repositories of the registry's catalog, in its order, each once. That is a right of its own, which many registries give to administrators alone.
   * Where there is no such catalog, it lists the repositories `below` these first parts of their names.
   */
  listRepositories(below: ReadonlySet<string>): Promise<readonly RepositoryName[]>;
  /** Lists all tags, in the registry's order, each once; `undefined` where the registry does not know the repository. */
  listTags(repository: RepositoryName): Promise<readonly Tag[] | undefined>;
  /** Reads the manifest that a tag or digest points at; `undefined` where the registry says that there is none. */
  readManifest(repository: RepositoryName, reference: Tag | Digest): Promise<ReadManifest | undefined>;
  /**
   * True if a manifest that was deleted is there, by the registry's word. Absent where a registry may show for a while what it has deleted, as GitHub's may.
   */
  isLeft?(repository: RepositoryName, digest: Digest): Promise<boolean>;
  /**
   * Resolves to true if the registry is Distribution 2.6 or earlier, as far as reading shows: `mayTakeLongerTags` of a deleter tells more. Absent where it can't be.
   * Never rejects.
   */
  looksOld?(repository: RepositoryName): Promise<boolean>;
  /** Returns the digest that a tag points at now, by the registry's word and without reading the manifest; `undefined` where it says that there is none. */
  resolveTag(repository: RepositoryName, tag: Tag): Promise<Digest | undefined>;
  /**
   * Lists all manifests without a tag, each with the time of its last change in milliseconds since 1970, as of the last `listTags` if there was one; `undefined`
   * where the registry has no such list.
   */
  listUntagged(repository: RepositoryName): Promise<ReadonlyMap<Digest, number> | undefined>;
  /** Lists when manifests were pushed, in milliseconds since 1970, as of the last `listTags` if there was one; none where the registry does not say. */
  listDates(repository: RepositoryName): Promise<ReadonlyMap<Digest, number>>;
  /** True if the date of a push is that of its image, so that no configuration is read for it. */
  readonly datesByPush?: true;
  /** Lists what refers to a manifest (distribution spec, "Listing Referrers"); `undefined` where the registry has no such list. */
  listReferrers(repository: RepositoryName, digest: Digest): Promise<readonly Digest[] | undefined>;
  /** Lists the manifests that were deleted and that `undelete` can bring back whole; none where the registry has no such list. */
  listDeleted(repository: RepositoryName): Promise<ReadonlySet<Digest>>;
  /** Reads a configuration's bytes, proven by their digest; `undefined` where the registry says that there is none. */
  readBlob(repository: RepositoryName, digest: Digest): Promise<Buffer | undefined>;
  /** Returns the bytes of a configuration or layer, by the registry's word; `undefined` where it has no such blob, or names no size. */
  sizeOfBlob(repository: RepositoryName, digest: Digest): Promise<number | undefined>;
  /** True if the first byte of a configuration or layer can be read: a registry can remember a blob that a collection took. */
  readsBlob(repository: RepositoryName, digest: Digest): Promise<boolean>;
  /** Probes if the registry deletes a tag and leaves its image. Without the right to delete, this shows with Distribution alone. */
  untags(repository: RepositoryName): Promise<Untags>;
  /** True if what a tag points at can be asked for while the tags are listed. False where reads go by the last list. */
  readonly readsBesideList: boolean;
  /** True if the registry looks at every tag of a repository for each manifest that it deletes there, as Distribution does (measured: some 21 µs a tag). */
  readonly scansTags: boolean;
  /** Tells for how long a deleted image can be put back, as far as the registry's answers have shown by now what it is. Until then its bytes take room. */
  undo(): UndoTime;
  /** Closes the connections. */
  close(): void;
}

/** The terms under which something that may not come late is sent, for the first time or again. */
export interface SendingTerms {
  /** The time in milliseconds, by `performance.now()`, after which it is not sent: what it was decided by is too old then. */
  readonly until: number;
  /** Aborted when nothing more may be sent. */
  readonly stop?: AbortSignal | undefined;
}

/** The terms of a tag's deletion. */
export interface UntagTerms extends SendingTerms {
  /** The image that the tag was seen at straight before; `undefined` where it was seen at none. */
  readonly at?: Digest | undefined;
}

/**
 * A registry that manifests and tags are deleted from. Methods throw as those of `RegistryReader` do, and `RegistryError` of the kinds `paused` or `outdated`
 * where the terms came to an end.
 */
export interface RegistryDeleter {
  /** Resolves if the registry would delete a manifest of this repository now. It deletes nothing. */
  proveDeletes(repository: RepositoryName): Promise<void>;
  /** Deletes a manifest and every tag that points at it; `gone` where somebody else had done so. */
  deleteManifest(
    repository: RepositoryName,
    digest: Digest,
    terms?: SendingTerms,
  ): Promise<"deleted" | "gone">;
  /** Deletes a tag and leaves its image. It is sent once, for a tag may be pushed again in between. */
  deleteTag(repository: RepositoryName, tag: Tag, terms?: UntagTerms): Promise<"deleted" | "gone">;
  /** Returns how many deletions may be under way now: more would only wait for their turn, and their look would get old meanwhile. */
  deletionsAtOnce(): number;
  /**
   * Resolves to true if a deletion may take tags along whose names begin with that of a deleted tag, as with Distribution up to 2.5 on S3. Asked after
   * `proveDeletes`; it changes nothing.
   */
  mayTakeLongerTags(repository: RepositoryName): Promise<boolean>;
  /**
   * Tells what becomes of the tags of an image that is deleted by its digest: they go with it, by what the registry is, or that is to be seen. Asked after
   * `proveDeletes`.
   */
  tagsOfDeleted(): "go" | "unseen";
  /** Resolves to true if the registry fails at deletions side by side, as Distribution up to 2.6 does (measured). Asked after `proveDeletes`; it changes nothing. */
  failsSideBySide(repository: RepositoryName): Promise<boolean>;
  /** Writes a tag again that a deletion has taken along, with the right to push for it alone. The answer proves nothing: read the tag back. */
  putBack(repository: RepositoryName, tag: Tag, manifest: ManifestBytes): Promise<void>;
}

/** A registry that is written to. Methods throw as those of `RegistryReader` do. */
export interface RegistryWriter {
  /** Resolves if the registry's disk has room: begins an upload and cancels it. The repository must exist. */
  proveRoom(repository: RepositoryName): Promise<void>;
  /** Writes a manifest under a tag or its digest. The registry's answer proves nothing: read the manifest back. */
  putManifest(
    repository: RepositoryName,
    reference: Tag | Digest,
    manifest: ManifestBytes & { readonly terms?: SendingTerms },
  ): Promise<void>;
  /** Brings back a manifest that `listDeleted` names. Its tags may come back with it, or not. */
  undelete(repository: RepositoryName, digest: Digest): Promise<void>;
}

/** A registry with every ability. */
export interface Registry extends RegistryReader, RegistryDeleter, RegistryWriter {}

/** The abilities of a registry one by one, so that each user is given those alone that it has the rights for. */
export interface RegistryAbilities {
  readonly reader: RegistryReader;
  readonly deleter: RegistryDeleter;
  readonly writer: RegistryWriter;
}

/**
 * The abilities that come with these rights. Only rights that are written out give more than reading: of a list that is made while the program runs, the compiler
 * can't know that the right to delete is in it.
 */
export type RegistryWith<Rights extends readonly Right[]> = Rights extends readonly Right[]
  ? number extends Rights["length"]
    ? RegistryReader
    : RegistryReader &
        ("delete" extends Rights[number] ? RegistryDeleter : unknown) &
        ("push" extends Rights[number] ? RegistryWriter : unknown)
  : never;

/** The kinds of errors between this program and a registry. */
export type RegistryErrorKind =
  | "unreachable"
  | "untrusted-certificate"
  | "speaks-plain-http"
  | "speaks-https"
  | "unauthorized"
  | "forbidden"
  | "deletes-off"
  | "read-only"
  | "takes-writes"
  | "disk-full"
  /** It refuses to take a manifest as it is (MANIFEST_INVALID), and has not written it. */
  | "not-taken"
  | "proxy-refuses"
  /** The registry does so much in an hour and no more. */
  | "rate-limited"
  /** The registry asks for a pause, after which the look that a deletion relies on would be old. Nothing was deleted; look again, which waits. */
  | "paused"
  /** It was sent, not done as far as the answer says, and not sent again, for its terms had come to an end. It may have been done; look again. */
  | "outdated"
  /** The registry keeps this one, whoever asks. */
  | "not-deletable"
  | "not-a-registry"
  /** The registry deletes an image only after all of its tags. */
  | "has-tags"
  /** It was to be deleted, was looked at afterwards, and is there. */
  | "still-there"
  /** It was to be deleted, the registry failed at that in its own words (5xx), and it is there. */
  | "failed-at"
  /** So it was, and its manifest is gone: its tags may be left. */
  | "half-done"
  /** It was to be deleted and may be gone; that could not be seen. */
  | "unproven"
  | "unsafe-realm"
  | "leads-here"
  | "unexpected-answer";

/** The error of a registry that can't be reached, refuses, or does not answer as one. */
export class RegistryError extends PruneError {
  override readonly name = "RegistryError";
  readonly kind: RegistryErrorKind;

  constructor(
    kind: RegistryErrorKind,
    text: { readonly message: string; readonly nextStep: string },
    cause?: unknown,
  ) {
    // On one line, whatever it quotes: else a registry could begin a line of the log.
    super(text.message.replaceAll("\n", " "), text.nextStep, { cause });
    this.kind = kind;
  }
}
