import { readDate } from "./date.js";
import { contents, type Snapshot } from "./graph.js";
import { isObject, parseJson } from "../base/json.js";
import type { Manifest } from "./manifest.js";
import type { Digest } from "../names/reference.js";

/**
 * The age of an image. `created` is in milliseconds since 1970. `undated`: nothing says when it was created; `unread`: these configurations, which
 * may say it, were not read.
 */
export type Age =
  | { readonly kind: "dated"; readonly created: number }
  | { readonly kind: "undated" }
  | { readonly kind: "unread"; readonly configs: readonly Digest[] };

/**
 * Finds when an image was created: its configuration says so (OCI image spec, `created`), else its annotation `org.opencontainers.image.created`. An
 * index is as new as the newest of its images. Where none of them has a date, the registry's date of the push counts, if it has one; on Docker Hub it counts first.
 */
export function ageOf(
  image: Digest,
  { manifests, dates, pushed, datesByPush }: Pick<Snapshot, "manifests" | "dates" | "pushed" | "datesByPush">,
): Age {
  const push = datesByPush === true ? pushed?.get(image) : undefined;
  if (push !== undefined) return { kind: "dated", created: push };
  const [own, ...others] = [...contents([image], manifests)].map((digest) => manifests.get(digest));
  const images = [own, ...others].flatMap((part) =>
    part === undefined || part.kind === "index" ? [] : part,
  );
  const unread = images.flatMap((part) => {
    const config = configOf(part);
    return config === undefined || dates.has(config) ? [] : [config];
  });
  if (unread.length > 0) return { kind: "unread", configs: unread };
  const found = images.flatMap((part) => dateOf(part, dates) ?? []);
  // An index whose parts have no dates, such as charts, may have one itself.
  const created = found.length > 0 ? Math.max(...found) : (own?.created ?? pushed?.get(image));
  return created === undefined ? { kind: "undated" } : { kind: "dated", created };
}

function configOf(manifest: Manifest): Digest | undefined {
  return manifest.kind === "image" ? manifest.config : undefined;
}

function dateOf(manifest: Manifest, dates: Snapshot["dates"]): number | undefined {
  const config = configOf(manifest);
  return (config === undefined ? undefined : dates.get(config)) ?? manifest.created;
}

/** Reads the creation date from an image configuration, in milliseconds since 1970; `undefined` if it has none. */
export function readCreated(config: string): number | undefined {
  const parsed = parseJson(config);
  return isObject(parsed) ? readDate(parsed["created"]) : undefined;
}
