import leven from "leven";
import { asPruneError, PruneError } from "../core/base/errors.js";
import type { JournaledRepository } from "../core/journal/journal.js";
import { parseRepository, type RepositoryName } from "../core/names/reference.js";
import {
  imagesToRestore,
  isKnown,
  type RestoreImage,
  type RestoreSource,
} from "../core/journal/images-to-restore.js";
import {
  previewRestore,
  outcomeOf,
  type RestoreEvent,
  type RestoreOutcome,
} from "../core/journal/restore-outcome.js";
import type { RestoreSettings } from "../settings/read/restore.js";
import { openRegistry } from "../registry/open.js";
import type { ConnectOptions } from "../registry/connection/connection.js";
import type { RestoreResult } from "../report/verbs/restore.js";
import { readJournal } from "../run/journal/read.js";
import { type PutBack, putBack } from "../run/restore/put-back.js";
import { lookBeforeRestore, readSource, withoutMarks } from "../run/restore/look.js";
import { type ConnectionHooks, connectionTo, tellingWaits } from "./connection.js";
import { withSafeListeners } from "./listeners.js";

/** The parts of a restore that its door gives it. */
export interface RestoreHooks extends Pick<ConnectionHooks, "userAgent" | "onSecret" | "onUnverified"> {
  readonly say: (event: RestoreEvent) => void;
}

type Wanted = Omit<RestoreSettings, "command">;
type Journaled = readonly [repository: string, journal: JournaledRepository];

/**
 * Puts back from a journal the images that prunes deleted, byte for byte, as far as no garbage collection has taken them. Whatever goes wrong in one repository is
 * its outcome, and does not stop the others.
 * @throws {PruneError} where the journal can't be read, or does not know an image that is wanted: then nothing was written
 */
export async function restore(settings: Wanted, given: RestoreHooks): Promise<RestoreResult> {
  const hooks = withSafeListeners(given);
  const { journal, wanted } = settings;
  const { repositories, tornLines } = await readJournal(journal);
  if (tornLines > 0) hooks.say({ kind: "journal-torn", path: journal, lines: tornLines });
  const known = [...repositories].map(([name, each]) => [name, withoutMarks(each)] as const);
  const chosen = chooseRepositories(settings, known);
  refuseUnknown(settings, chosen);
  const outcomes: RestoreOutcome[] = [];
  for (const [repository, each] of chosen) {
    if (wanted.length > 0 && !wanted.some((text) => isKnown(each, text))) continue;
    const outcome = await restoreRepository(settings, [repository, each], hooks);
    hooks.say({ kind: "restored", outcome });
    outcomes.push(outcome);
  }
  return { isDryRun: settings.dryRun, journal, repositories: outcomes };
}

function chooseRepositories(
  { image, journal }: Wanted,
  repositories: readonly Journaled[],
): readonly Journaled[] {
  if (image === undefined) return repositories;
  const name = `${image.host}/${image.repository}`;
  const chosen = repositories.filter(([repository]) => repository === name);
  if (chosen.length > 0) return chosen;
  const known = repositories.map(([repository]) => repository).join(", ");
  throw new PruneError(
    `the journal ${journal} knows nothing of ${name}`,
    known === "" ? "Nothing was deleted by it." : `It knows: ${known}.`,
  );
}

/** Refuses names that the journal does not know, all at once: whoever mistyped two need not find out one by one. */
function refuseUnknown({ wanted, journal }: Wanted, chosen: readonly Journaled[]): void {
  const unknown = wanted.filter((text) => !chosen.some(([, known]) => isKnown(known, text)));
  if (unknown.length === 0) return;
  const tags = chosen.flatMap(([, known]) => [...known.tags.keys()]);
  const lines = unknown.map((text) => {
    const distances = tags.map((tag) => ({ tag, distance: leven(text, tag) }));
    const nearest = distances.sort((a, b) => a.distance - b.distance)[0]?.tag;
    return `  ${text}${nearest === undefined ? "" : ` (did you mean ${nearest}?)`}`;
  });
  throw new PruneError(
    `the journal ${journal} has nothing to put back under:\n${lines.join("\n")}`,
    "Nothing was written. Correct what is listed, or name nothing and have all of the journal; a dry run shows what it holds.",
  );
}

async function restoreRepository(
  settings: Wanted,
  [repository, journal]: Journaled,
  hooks: RestoreHooks,
): Promise<RestoreOutcome> {
  try {
    const reference = settings.image ?? parseRepository(repository);
    const source = readSource(journal);
    const images = imagesToRestore(source, settings.wanted);
    hooks.say({ kind: "restoring", repository, images: images.length });
    const onWait = tellingWaits(hooks.say);
    const connection = connectionTo(settings, reference, { ...hooks, onWait });
    const wanted = { source, images, concurrency: settings.concurrency };
    const end = await (settings.dryRun ? previewImages : putBackImages)(
      connection,
      reference.repository,
      wanted,
    );
    return {
      ...outcomeOf(repository, end.images),
      ...(end.stopped === undefined ? {} : { error: end.stopped }),
    };
  } catch (thrown) {
    const error = asPruneError(thrown, `the restore of ${repository}`);
    return { repository, tags: [], digests: [], error };
  }
}

/** The images to put back, and the journal that their bytes come from. */
interface RestoreWork {
  readonly source: RestoreSource;
  readonly images: readonly RestoreImage[];
  readonly concurrency: number;
}

/** Finds out what a restore would do, by a registry that can't be written to. */
async function previewImages(
  connection: ConnectOptions,
  repository: RepositoryName,
  { source, images, concurrency }: RestoreWork,
): Promise<PutBack> {
  const registry = await openRegistry({ ...connection, rights: ["pull"] });
  try {
    const look = await lookBeforeRestore({ registry, repository, concurrency }, source, images);
    return { images: previewRestore(images, look.view) };
  } finally {
    registry.close();
  }
}

async function putBackImages(
  connection: ConnectOptions,
  repository: RepositoryName,
  { source, images, concurrency }: RestoreWork,
): Promise<PutBack> {
  const registry = await openRegistry({ ...connection, rights: ["pull", "push"] });
  try {
    const options = { registry, repository, concurrency };
    return await putBack(options, await lookBeforeRestore(options, source, images));
  } finally {
    registry.close();
  }
}
