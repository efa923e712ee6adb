import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { getManifest, listTags } from "../../scripts/images.mjs";
import { isDelete, type Proxied, type Pushed } from "./proxied.js";
import type { Action, RecordedRequest } from "./proxy.js";

/** Writes a file with this text, which is removed when the test ends, and returns its path. */
export async function temporaryFile(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-policy-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** The digest of an image's configuration, which is Docker's id of the image. */
export function configOf(image: Pick<Pushed, "bytes"> | undefined): string {
  if (image === undefined) throw new Error("the image was pushed before");
  return (JSON.parse(image.bytes.toString()) as { config: { digest: string } }).config.digest;
}

/** The paths of all blobs that were read, below the repository, sorted; a blob that was read twice is there twice. */
export function blobsRead({ sent }: Pick<Proxied, "sent">): readonly string[] {
  return sent("GET")
    .filter((path) => path.startsWith("blobs/"))
    .sort();
}

/** The paths of these images' configurations, in the form of `blobsRead`. */
export function configPaths(images: readonly Pick<Pushed, "bytes">[]): readonly string[] {
  return images.map((image) => `blobs/${configOf(image)}`).sort();
}

/** The paths of all DELETE requests but the probe, which deletes nothing. */
export function deletesSent({ proxy }: Pick<Proxied, "proxy">): readonly string[] {
  return proxy.requests.filter(isDelete).map(({ path }) => path);
}

/** The methods of all requests, each once. */
export function methodsSent({ proxy }: Pick<Proxied, "proxy">): readonly string[] {
  return [...new Set(proxy.requests.map(({ method }) => method))].sort();
}

const HOUR = 60 * 60_000;

/** The time this many hours ago. */
export function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * HOUR);
}

/** A condition that is true for reads of this blob. */
export function isBlob(digest: string): (request: RecordedRequest) => boolean {
  return ({ method, path }) => method === "GET" && path.endsWith(`/blobs/${digest}`);
}

/** Answers to the request for a configuration that leave its content unknown. */
export const UNREADABLE: readonly [string, Action][] = [
  ["that fails", { kind: "answer", status: 500 }],
  ["that fails however often it is asked for", { kind: "answer", status: 503 }],
  ["that is forbidden", { kind: "answer", status: 403 }],
  ["that breaks off", { kind: "truncate" }],
  ["that never comes", { kind: "reset" }],
  ["that a proxy does not know", { kind: "answer", status: 404, body: "not found" }],
  ["of other bytes", { kind: "answer", status: 200, body: '{"created":"2024-09-01T00:00:00Z"}' }],
  ["of no bytes", { kind: "answer", status: 200 }],
  ["in part", { kind: "answer", status: 206, body: "{" }],
];

interface Content {
  readonly config?: { readonly digest: string; readonly size: number };
  readonly layers?: readonly { readonly digest: string; readonly size: number }[];
  readonly manifests?: readonly { readonly digest: string }[];
}

/** The bytes of these manifests, their configurations and their layers together, each blob once. */
export function bytesOf(manifests: readonly Pick<Pushed, "digest" | "bytes">[]): number {
  const sizes = new Map<string, number>();
  for (const { digest, bytes } of manifests) {
    const { config, layers = [] } = JSON.parse(bytes.toString()) as Content;
    sizes.set(digest, bytes.length);
    for (const blob of [...(config === undefined ? [] : [config]), ...layers]) {
      sizes.set(blob.digest, blob.size);
    }
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** The bytes of a repository, read from its registry: everything that its tags reach, each blob once. */
export async function bytesIn(repo: Proxied["repo"]): Promise<number> {
  const found = new Map<string, Buffer>();
  const references: string[] = await listTags(repo);
  for (const reference of references) {
    const { body, digest } = await getManifest(repo, reference);
    found.set(digest ?? reference, body);
    const { manifests = [] } = JSON.parse(body.toString()) as Content;
    references.push(...manifests.map((child) => child.digest));
  }
  return bytesOf([...found].map(([digest, bytes]) => ({ digest, bytes })));
}
