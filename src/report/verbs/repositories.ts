import { count } from "../../core/base/count.js";
import type { PruneError } from "../../core/base/errors.js";
import type { Shard } from "../../core/progress/shards.js";
import { describeError } from "../words/outcomes.js";
import { escape } from "../words/markdown.js";
import type { AnswerView } from "./view.js";

/** The repositories of a registry, as the view shows them. */
export interface RepositoryMatrix {
  readonly shards: readonly Shard[];
  readonly unweighed: readonly { readonly name: string; readonly error: PruneError }[];
}

// Linux starts no program with a larger variable, and the action gets its input `image` in one.
const MOST_BYTES = 128 * 1024 - "INPUT_IMAGE=".length - 1;

/** Returns the view of the repositories: a matrix for `strategy.matrix`, on one line. */
export function viewRepositories(found: RepositoryMatrix): AnswerView {
  const failure = failureOf(found.shards);
  return {
    kind: "answer",
    status: failure === "" ? "done" : "failed",
    failure,
    text: () => renderMatrix(found.shards),
    json: () => renderMatrix(found.shards),
    summary: () => renderSummary(found),
    outputs: () => [{ name: "matrix", value: renderMatrix(found.shards).trimEnd() }],
  };
}

/** Returns the matrix as JSON: one entry for each shard, whose repositories stand one a line, as `image` takes them. */
export function renderMatrix(shards: readonly Shard[]): string {
  const include = shards.map((shard, index) => ({
    shard: index + 1,
    repositories: imagesOf(shard),
    count: shard.repositories.length,
    tags: tagsOf(shard),
  }));
  return `${JSON.stringify({ include })}\n`;
}

function imagesOf({ repositories }: Shard): string {
  return repositories.map(({ name }) => name).join("\n");
}

function tagsOf({ repositories }: Shard): number {
  return repositories.reduce((sum, { tags = 0 }) => sum + tags, 0);
}

function failureOf(shards: readonly Shard[]): string {
  const long = shards.filter((shard) => Buffer.byteLength(imagesOf(shard)) > MOST_BYTES);
  if (long.length === 0) return "";
  return `${count(long.length, "shard")} would name more repositories than one variable of Linux takes (128 KiB). Set shards higher, up to 256.`;
}

function renderSummary({ shards, unweighed }: RepositoryMatrix): string {
  const rows = shards.map(
    (shard, index) => `| ${index + 1} | ${shard.repositories.length} | ${tagsOf(shard)} |`,
  );
  const all = shards.reduce((sum, shard) => sum + shard.repositories.length, 0);
  const missing = unweighed
    .slice(0, 20)
    .map(({ name, error }) => `- ${escape(name)}: ${escape(describeError(error))}`);
  const parts = [
    `### ${count(all, "repository")} in ${count(shards.length, "shard")}`,
    ["| shard | repositories | tags |", "| --: | --: | --: |", ...rows].join("\n"),
    ...(missing.length === 0 ? [] : ["The tags of these could not be counted:", missing.join("\n")]),
  ];
  return `${parts.join("\n\n")}\n`;
}
