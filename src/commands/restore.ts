import leven from "leven";
import { PruneError } from "../core/base/errors.js";
import type { JournaledRepository } from "../core/journal/journal.js";
import { parseRepository } from "../core/names/reference.js";
import { imagesToRestore, isKnown } from "../core/journal/images-to-restore.js";
import {
  previewRestore,
  outcomeOf,
  type RestoreEvent,
  type RestoreOutcome,
} from "../core/journal/restore-outcome.js";
import type { RestoreSettings } from "../settings/read/restore.js";
import { openRegistry } from "../registry/open.js";
import type { RestoreResult } from "../report/verbs/restore.js";
import { readJournal } from "../run/journal/read.js";
import { putBack } from "../run/restore/put-back.js";
import { lookBeforeRestore } from "../run/restore/look.js";
import { readSource } from "../run/restore/look.js";
import { type RestoreOptions } from "../run/restore/look.js";
import { connectionTo, tellingWaits } from "./connection.js";

/** What a restore needs of the door that it came in by. */
export interface RestoreHooks {
  readonly userAgent: string;
  /** Told every secret, for the log to mask. */
  readonly onSecret: (secret: string) => void;
  readonly say: (event: RestoreEvent) => void;
}

type Wanted = Omit<RestoreSettings, "command">;
type Journaled = readonly [repository: string, journal: JournaledRepository];

/**
 * Puts back from a journal what prunes deleted, byte for byte, as far as no garbage collection has taken it. What goes wrong in one repository is its
 * outcome, and does not stop the others.
 * @throws {PruneError} where the journal can't be read, or does not know what is wanted: then nothing was written
 */
export async function restore(settings: Wanted, hooks: RestoreHooks): Promise<RestoreResult> {
  const { journal, wanted } = settings;
  const { repositories, tornLines } = await readJournal(journal);
  if (tornLines > 0) hooks.say({ kind: "journal-torn", path: journal, lines: tornLines });
  const chosen = chooseRepositories(settings, [...repositories]);
  refuseUnknown(settings, chosen);
  const outcomes: RestoreOutcome[] = [];
  for (const [repository, known] of chosen) {
    if (wanted.length > 0 && !wanted.some((text) => isKnown(known, text))) continue;
    const outcome = await restoreRepository(settings, [repository, known], hooks);
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

/** Says all that is unknown at once: whoever mistyped two names need not find out one by one. */
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
    const registry = await openRegistry({
      ...connectionTo(settings, reference, { ...hooks, onWait }),
      rights: settings.dryRun ? ["pull"] : ["pull", "push"],
    });
    try {
      const { concurrency } = settings;
      const options: RestoreOptions = { registry, repository: reference.repository, concurrency };
      const look = await lookBeforeRestore(options, source, images);
      if (settings.dryRun) return outcomeOf(repository, previewRestore(images, look.view));
      const { images: restored, stopped } = await putBack(options, look);
      return { ...outcomeOf(repository, restored), ...(stopped === undefined ? {} : { error: stopped }) };
    } finally {
      registry.close();
    }
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    return { repository, tags: [], digests: [], error };
  }
}
