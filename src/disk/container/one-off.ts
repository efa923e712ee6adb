import { PruneError } from "../../core/base/errors.js";
import { isObject } from "../../core/base/json.js";
import {
  COLLECTION_ADVICE,
  type CollectionReport,
  hasNoCollection,
  isEmptyRegistry,
  isSilent,
  readCollection,
} from "../../core/result/collection.js";
import { writePrivate } from "../temporary-file.js";
import type { Engine } from "./engine.js";
import { containerVariables } from "./env-file.js";
import type { RegistrySite } from "./site.js";

/** The settings for a container that collects beside the registry's own. It is created, run once, and removed. */
export interface OneOffOptions {
  readonly name: string;
  readonly isDryRun: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

// A path where no image has a file, so that nothing is overwritten, not even through a mount.
const CONFIG_PATH = "/prune-image-tags.config.yml";
// The container may end a moment after the engine's client says that it has.
const GRACE_MS = 3000;

/**
 * Creates a container with the registry's image, volumes, environment and own configuration, and without a network if its blobs are files.
 * @throws {EngineError} where there is one of this name already (the engine decides that at once for all who try), and on all else
 */
export async function createOneOff(site: RegistrySite, options: OneOffOptions): Promise<void> {
  const { engine, container } = site;
  const { file, others } = containerVariables(container.env);
  const [program, ...words] = container.program;
  const isFiles = site.storage.location.kind === "filesystem";
  const create = (envFile: string): Promise<string> => {
    const args = [
      ...["container", "create", "--name", options.name],
      ...Object.entries(options.labels).flatMap(([key, value]) => ["--label", `${key}=${value}`]),
      ...["--volumes-from", options.isDryRun ? `${container.id}:ro` : container.id],
      ...["--network", isFiles ? "none" : container.network || "default"],
      // No log: its tens of megabytes would not help on a disk that is full.
      ...["--log-driver", "none", "--no-healthcheck"],
      ...(container.user === "" ? [] : ["--user", container.user]),
      ...["--env-file", envFile, ...Object.keys(others).flatMap((name) => ["--env", name])],
      ...["--entrypoint", program, container.image, ...words, "garbage-collect"],
      ...(options.isDryRun ? ["--dry-run"] : []),
      CONFIG_PATH,
    ];
    return engine.run(args, { env: others });
  };
  // Not by the client's own environment: the image's maker chose these variables, and the client runs outside of the container.
  await withPrivateFile({ name: "variables.env", text: file, mode: 0o600 }, create);
  await copyIn(engine, options.name, site.config);
}

async function copyIn(engine: Engine, name: string, config: string): Promise<void> {
  // The container may run as any user, who must be able to read the copy; on this machine its folder keeps others out.
  await withPrivateFile({ name: "config.yml", text: config, mode: 0o444 }, (file) =>
    engine.run(["container", "cp", file, `${name}:${CONFIG_PATH}`]),
  );
}

/** Writes a file that no other user of this machine can reach, calls `use` with its path, and removes it. */
async function withPrivateFile(
  { name, text, mode }: { readonly name: string; readonly text: string; readonly mode: number },
  use: (path: string) => Promise<unknown>,
): Promise<void> {
  const file = await writePrivate(name, text, mode);
  try {
    await use(file.path);
  } finally {
    await file.remove();
  }
}

/** The result of a collection: its report, or that the registry has nothing to look through yet. */
export type CollectionRun =
  { readonly kind: "report"; readonly report: CollectionReport } | { readonly kind: "empty" };

/**
 * Runs a created container to its end. If `signal` aborts, the container is killed; it has ended when this throws the signal's reason.
 * @param looked what a dry run before it said: a real one of Distribution 2.4 and 2.5 says nothing
 * @throws {PruneError} where the collection fails, with the end of what it wrote
 */
export async function runOneOff(
  engine: Engine,
  name: string,
  { signal, looked }: { readonly signal: AbortSignal; readonly looked?: CollectionReport | undefined },
): Promise<CollectionRun> {
  const reading = readCollection();
  const { code, errorOutput } = await engine.follow(["container", "start", "--attach", name], {
    onLine: reading.line,
    signal,
  });
  // A client can be cut off from its engine, which goes on with the collection. Nobody may push before the collection has ended.
  const wasCut = await endOneOff(engine, name, signal.aborted ? 0 : GRACE_MS);
  if (signal.aborted) throw signal.reason;
  if (wasCut) throw clientWasCutOff();
  if (code !== 0 && isEmptyRegistry(errorOutput)) return { kind: "empty" };
  const report = reading.report();
  if (code !== 0) throw failedBy(report, { code, errorOutput });
  if (report.isWhole) return { kind: "report", report };
  if (looked?.isOld === true && isSilent(report)) return { kind: "report", report: looked };
  throw new PruneError(
    "the collection ended without its closing count, so it is not known what it did",
    COLLECTION_ADVICE,
  );
}

function failedBy(
  report: CollectionReport,
  { code, errorOutput }: { readonly code: number | undefined; readonly errorOutput: string },
): PruneError {
  if (hasNoCollection(errorOutput)) return noCollection();
  const said = errorOutput.trim().split("\n").at(-1) ?? "";
  // One that has counted what it deletes has been through all repositories.
  const place = report.isWhole ? undefined : report.repositories.at(-1);
  const where = place === undefined ? "" : ` in ${place}`;
  return new CollectionFailedError(
    `the registry's garbage-collect failed${where} (exit code ${code}): ${said}`,
    COLLECTION_ADVICE,
  );
}

/** A registry's own collection that could not go through its storage. */
export class CollectionFailedError extends PruneError {
  override readonly name = "CollectionFailedError";
}

function noCollection(): PruneError {
  return new PruneError(
    "this registry has no garbage-collect: Distribution has it from 2.4 on",
    "Run registry:2 of today (2.8) on the same storage, which frees the space. Look at its garbage-collect --dry-run first: what 2.1.0 wrote it takes for garbage.",
  );
}

function clientWasCutOff(): PruneError {
  return new PruneError(
    "the container engine's client ended before the collection did, so the collection was ended too",
    "Look at whether the engine was restarted. What is not collected now is collected the next time.",
  );
}

/**
 * Makes sure that a one-off container runs no more.
 * @param grace milliseconds that it has to end by itself
 * @returns true if it had to be ended
 */
export async function endOneOff(engine: Engine, name: string, grace: number): Promise<boolean> {
  if (!(await isRunning(engine, name))) return false;
  if (grace > 0) {
    await engine.run(["container", "wait", name], { timeout: grace }).catch(() => undefined);
    if (!(await isRunning(engine, name))) return false;
  }
  // A failure does not matter, because the container may end by itself in the same moment.
  await engine.run(["container", "kill", name]).catch(() => undefined);
  await engine.run(["container", "wait", name]);
  return true;
}

async function isRunning(engine: Engine, name: string): Promise<boolean> {
  const state = (await engine.inspect(name))?.["State"];
  return isObject(state) && state["Running"] === true;
}

/** Removes a container that has ended. It is no error if the container is gone already. */
export async function removeOneOff(engine: Engine, name: string): Promise<void> {
  if ((await engine.inspect(name)) !== undefined) await engine.run(["container", "rm", "--force", name]);
}
