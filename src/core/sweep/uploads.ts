import { parsePath } from "./path.js";
import type { StorageContents } from "./contents.js";
import type { MultipartUpload, Removal, SweepLimits } from "./removal.js";
import { folderOf, type StoredRepository, type StoredUpload } from "./repository.js";

/** RFC 3339 with its date and time, as Go writes `startedat`. `Date.parse` alone would read "1" as a date. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Returns the ids of the uploads that began longer ago than the limit. */
export function abandonedUploads(
  { uploads }: StoredRepository,
  contents: StorageContents,
  { now, uploadsOlderThan }: SweepLimits,
): readonly string[] {
  return [...uploads.keys()].filter((id) => {
    const upload = uploads.get(id);
    return upload !== undefined && now - beginningOf(upload, contents) > uploadsOlderThan;
  });
}

/** Returns the removals of uploads. */
export function uploadRemovals(repository: StoredRepository, ids: readonly string[]): readonly Removal[] {
  return ids.map((id) => ({
    kind: "upload",
    repository: repository.name,
    paths: [`${folderOf(repository.name)}/_uploads/${id}`],
    bytes: (repository.uploads.get(id)?.files ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
    what: `abandoned upload ${id}`,
  }));
}

/** Returns the removals of uploads to S3 that were initiated longer ago than the limit, but for those whose folder stays. */
export function multipartRemovals(
  uploads: readonly MultipartUpload[],
  staying: ReadonlySet<string>,
  { now, uploadsOlderThan }: SweepLimits,
): readonly Removal[] {
  return uploads.flatMap((upload): readonly Removal[] => {
    const parsed = parsePath({ path: upload.path, kind: "file" });
    if (parsed?.role.kind !== "upload" || now - upload.initiated <= uploadsOlderThan) return [];
    const { repository, role } = parsed;
    if (staying.has(`${folderOf(repository)}/_uploads/${role.id}`)) return [];
    const what = `parts of an abandoned upload, ${role.id}`;
    return [{ kind: "multipart-upload", repository, upload, bytes: 0, what }];
  });
}

/** Returns when an upload began, in milliseconds since 1970. On a full disk `startedat` is left empty (measured); then the newest of its files tells its age. */
export function beginningOf({ startedAt, files }: StoredUpload, { texts }: StorageContents): number {
  const read = startedAt === undefined ? undefined : texts.get(startedAt.path);
  const text = read?.kind === "text" ? read.text : "";
  const began = RFC_3339.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(began)) return began;
  const own = files.filter(({ kind }) => kind === "file");
  return (own.length > 0 ? own : files).reduce((newest, { modified }) => Math.max(newest, modified), 0);
}
