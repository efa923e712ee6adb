import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { getManifest, pushImage, pushIndex, putManifest, type Repo } from "../../scripts/images.mjs";
import { restore } from "../../src/commands/restore.js";
import { GITHUB_COM } from "../../src/core/names/github.js";
import type { RestoredTag, RestoreEvent, RestoreOutcome } from "../../src/core/journal/restore-outcome.js";
import type { RestoreResult } from "../../src/report/verbs/restore.js";
import type { Pushed } from "./proxied.js";

/** A manifest that a prune deletes, with its tags. */
export interface Gone {
  readonly digest: string;
  readonly tags?: readonly string[];
}

/** Deletes these manifests as a prune would, in this order, and returns the records of its journal, without their repository. */
export async function deleteAll(repo: Repo, gone: readonly Gone[]): Promise<readonly object[]> {
  const records: object[] = [];
  for (const { digest, tags = [] } of gone) {
    const { mediaType, body } = await getManifest(repo, digest);
    records.push({ kind: "manifest", digest, mediaType, body: body.toString("base64") });
    const deletion = { kind: "manifest", digest, tags, parents: [], after: [], orphanOf: [] };
    records.push({ kind: "deletion", deletion });
  }
  for (const { digest } of gone) {
    const { status } = await fetch(`${repo.base}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
    expect(status).toBe(202);
    expect((await getManifest(repo, digest)).status).toBe(404);
    records.push({ kind: "outcome", of: digest, outcome: "deleted" });
  }
  return records;
}

/** Writes a journal and returns its path; the keys are `host/repository`. */
export async function journalOf(
  repositories: Readonly<Record<string, readonly object[]>>,
  end = "",
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "restore-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const head = { kind: "run", schema: 1, tool: "t", created: "2024-01-01T00:00:00.000Z" };
  const records = Object.entries(repositories).flatMap(([repository, own]) =>
    own.map(({ ...record }) => ({ ...record, repository })),
  );
  const path = join(folder, "journal.ndjson");
  await writeFile(path, [head, ...records].map((record) => `${JSON.stringify(record)}\n`).join("") + end);
  return path;
}

/** The name of a repository in journals. */
export const nameOf = ({ base, name }: Repo): string => `${new URL(base).host}/${name}`;

/** Settings that differ from the defaults. */
type Options = Partial<Omit<Parameters<typeof restore>[0], "journal">>;

/** Runs `restore` as both doors do, but prints nothing. */
export async function runRestore(
  journal: string,
  options: Options = {},
): Promise<{ readonly result: RestoreResult; readonly events: readonly RestoreEvent[] }> {
  const events: RestoreEvent[] = [];
  const result = await restore(
    {
      journal,
      wanted: [],
      dryRun: false,
      tokenServers: [],
      plainHttp: [],
      concurrency: 4,
      github: GITHUB_COM,
      ...options,
    },
    { userAgent: "prune-image-tags/test", onSecret: () => undefined, say: (event) => events.push(event) },
  );
  return { result, events };
}

/** The outcome of the only repository. @throws {Error} if there is not exactly one */
export function only({ repositories }: RestoreResult): RestoreOutcome {
  const [outcome] = repositories;
  if (outcome === undefined || repositories.length > 1) throw new Error("one repository was restored");
  return outcome;
}

/** The kind of each tag's result, by tag. */
export function ends({ tags }: RestoreOutcome): Readonly<Record<string, RestoredTag["kind"]>> {
  return Object.fromEntries(tags.map(({ tag, kind }) => [tag, kind]));
}

/** The tag for a signature or attachment of an image. */
export const signatureOf = ({ digest }: Gone, end = ""): string => `${digest.replace(":", "-")}${end}`;

/** Pushes images of every kind that a prune deletes, and one that stays; returns those to delete, indexes first. */
export async function pushZoo(repo: Repo): Promise<readonly Gone[]> {
  await pushImage(repo, ["2.0.0"]);
  const arm = { architecture: "arm64", os: "linux" };
  const pair = async (format: "oci" | "docker"): Promise<readonly Pushed[]> => [
    await pushImage(repo, [], { format }),
    await pushImage(repo, [], { format, platform: arm }),
  ];
  const [oci, docker, nested] = [await pair("oci"), await pair("docker"), await pair("oci")];
  const multi = await pushIndex(repo, ["1.0.0", "latest-alpha"], [...oci]);
  const list = await pushIndex(repo, ["1.1.0"], [...docker], { format: "docker" });
  const inner = await pushIndex(repo, [], [...nested]);
  const single = await pushImage(repo, []);
  const outer = await pushIndex(repo, ["1.2.0"], [inner, single]);
  const signed = await pushImage(repo, ["1.3.0"]);
  const signature = await pushImage(repo, [signatureOf(signed, ".sig")]);
  const attested = await pushImage(repo, ["1.4.0"]);
  const referrers = [
    await pushImage(repo, [], { subject: attested }),
    await pushImage(repo, [], { subject: attested }),
  ];
  const fallback = await pushIndex(repo, [signatureOf(attested)], referrers);
  const alone = await pushImage(repo, ["1.5.0"], { format: "docker" });
  return [
    { ...multi, tags: ["1.0.0", "latest-alpha"] },
    ...oci,
    { ...list, tags: ["1.1.0"] },
    ...docker,
    { ...outer, tags: ["1.2.0"] },
    inner,
    single,
    ...nested,
    { ...signed, tags: ["1.3.0"] },
    { ...signature, tags: [signatureOf(signed, ".sig")] },
    { ...attested, tags: ["1.4.0"] },
    { ...fallback, tags: [signatureOf(attested)] },
    ...referrers,
    { ...alone, tags: ["1.5.0"] },
  ];
}

/** Pushes an image with the same configuration and layer as another one, but with another digest. */
export async function pushTwin(repo: Repo, tag: string, { bytes, mediaType }: Pushed): Promise<Gone> {
  const manifest = JSON.parse(bytes.toString()) as object;
  const twin = Buffer.from(JSON.stringify({ ...manifest, annotations: { twin: tag } }));
  return { digest: await putManifest(repo, tag, mediaType, twin), tags: [tag] };
}

/** The digests of an image's configuration and layers. */
export function blobsOf({ bytes }: Pushed): readonly string[] {
  const { config, layers } = JSON.parse(bytes.toString()) as { config: Gone; layers: readonly Gone[] };
  return [config, ...layers].map(({ digest }) => digest);
}
