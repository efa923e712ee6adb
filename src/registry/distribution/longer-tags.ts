import { PruneError } from "../../core/base/errors.js";
import { isObject, parseJson, textAt } from "../../core/base/json.js";
import type { RepositoryName } from "../../core/names/reference.js";
import type { Connection } from "../connection/connection.js";
import type { HttpResponse } from "../http/message.js";
import { contentDigest } from "./content-digest.js";
import { NO_DIGEST, type Call } from "./requests.js";

/**
 * A digest in capitals, which no content has. Distribution up to 2.6 takes it for a digest, and every later one for a tag's name (measured on 2.4.1, 2.5.2,
 * 2.6.2, 2.7.1, 2.8.2 and 3.1.1).
 */
const CAPITALS = `sha256:${"A".repeat(64)}`;

/** The age of a registry, as far as its answers show it: what others were asked for tells it for nothing mostly. */
export class RegistryAge {
  readonly #connection: Connection;
  readonly #call: Call;
  #servesOci = false;
  #proof: HttpResponse | undefined;
  #answer: Promise<boolean> | undefined;
  #looks: Promise<AgeByReading> | undefined;

  constructor(connection: Connection, call: Call) {
    this.#connection = connection;
    this.#call = call;
  }

  /** Takes in the type of a manifest that the registry served: Distribution serves OCI's from 2.7 on. */
  served(mediaType: string): void {
    this.#servesOci ||= mediaType.startsWith("application/vnd.oci.");
  }

  /** Takes in the answer to the deletion of the all-zero digest. */
  answeredProbe(proof: HttpResponse): void {
    this.#proof = proof;
  }

  /**
   * Resolves to true if the registry may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's (measured on
   * 2.5.2; 2.6.2 does not). If nothing is known, it is asked once: one GET shows most to be later, and only one that is 2.6 or earlier by that is asked to
   * take a manifest, which both refuse.
   */
  mayTakeLongerTags(repository: RepositoryName): Promise<boolean> {
    if (this.#servesOci || (this.#proof !== undefined && !isDistributions(this.#proof))) {
      return Promise.resolve(false);
    }
    return (this.#answer ??= this.#ask(repository));
  }

  /** True if the registry answered the deletion of the all-zero digest as Distribution alone does: others have other words, or no such header (ocimem). */
  isDistribution(): boolean {
    const proof = this.#proof;
    return (
      proof !== undefined &&
      isDistributions(proof) &&
      proof.headers["docker-distribution-api-version"] !== undefined
    );
  }

  /** Tells whose the registry is by that answer; `unseen` as long as there is none. */
  owner(): "distribution" | "other" | "unseen" {
    if (this.#proof === undefined) return "unseen";
    return this.isDistribution() ? "distribution" : "other";
  }

  /** Resolves to true if the registry is 2.6 or earlier by the one question that only reads. */
  async looksOld(repository: RepositoryName): Promise<boolean> {
    return !this.#servesOci && (await this.#look(repository)) === "up-to-2.6";
  }

  /** Asks that question, once for each registry unless nobody answered. */
  async #look(repository: RepositoryName): Promise<AgeByReading> {
    const looking = (this.#looks ??= orUnseen(readAge(this.#call, repository)));
    const age = await looking;
    if (age === "unseen") this.#looks = undefined;
    return age;
  }

  async #ask(repository: RepositoryName): Promise<boolean> {
    const age = await this.#look(repository);
    if (age !== "up-to-2.6") return age === "unseen";
    return (await orUnseen(readAgeByPush(this.#connection, repository))) !== "2.6";
  }
}

async function orUnseen<Age>(asking: Promise<Age>): Promise<Age | "unseen"> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof PruneError) return "unseen";
    throw error;
  }
}

const NOT_THERE = { errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] };

/** True if a 404 is in the words of Distribution, of whichever version: those of other registries have details, or other words. */
function isDistributions({ body }: HttpResponse): boolean {
  return JSON.stringify(parseJson(body.toString("utf8"))) === JSON.stringify(NOT_THERE);
}

// With these a registry refuses the name itself. Up to 2.6, Distribution never does.
const REFUSED_NAMES: ReadonlySet<string | undefined> = new Set([
  "DIGEST_INVALID",
  "NAME_INVALID",
  "TAG_INVALID",
]);

type AgeByReading = "up-to-2.6" | "later" | "unseen";

async function readAge(call: Call, repository: RepositoryName): Promise<AgeByReading> {
  const answer = await call(repository, { method: "GET", path: `manifests/${CAPITALS}` });
  const [error] = errorsOf(answer);
  const detail = isObject(error) ? error["detail"] : undefined;
  if (textAt(detail, "Revision") === CAPITALS) return "up-to-2.6";
  // 2.7 and 2.8 name the tag, or a path below `tags/`; 3.x says "unknown tag=…", or names the path.
  const isTag = /\btags?\W{1,3}sha256:A{64}(?!A)/i.test(JSON.stringify({ detail }));
  return isTag || REFUSED_NAMES.has(textAt(error, "code")) ? "later" : "unseen";
}

const DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
const NO_LAYER = `sha256:${"1".repeat(64)}`;

/** An image whose configuration no registry can have, and whose layer has an address: up to 2.5 that is one more fault, from 2.6 on it is none. */
const IMPOSSIBLE = Buffer.from(
  JSON.stringify({
    schemaVersion: 2,
    mediaType: DOCKER_IMAGE,
    config: { mediaType: "application/vnd.docker.container.image.v1+json", size: 1, digest: NO_DIGEST },
    layers: [
      {
        mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
        size: 1,
        digest: NO_LAYER,
        urls: ["https://prune-image-tags.invalid/"],
      },
    ],
  }),
);

/** Asks a registry that is 2.6 or earlier to take an image that both refuse; nothing is written (measured on 2.4.1, 2.5.2 and 2.6.2). */
async function readAgeByPush(
  { base, session }: Connection,
  repository: RepositoryName,
): Promise<"2.6" | "unseen"> {
  const url = new URL(`v2/${repository}/manifests/${contentDigest("sha256", IMPOSSIBLE) ?? ""}`, base);
  const headers = { "content-type": DOCKER_IMAGE };
  const answer = await session.send(
    { method: "PUT", url, headers, body: IMPOSSIBLE, attempts: 1 },
    `repository:${repository}:pull,push`,
  );
  const [error, ...others] = errorsOf(answer);
  const isFirst = textAt(error, "code") === "MANIFEST_BLOB_UNKNOWN" && textAt(error, "detail") === NO_DIGEST;
  return answer.status === 400 && isFirst && others.length === 0 ? "2.6" : "unseen";
}

function errorsOf({ body }: HttpResponse): readonly unknown[] {
  const answer = parseJson(body.toString("utf8"));
  const errors = isObject(answer) ? answer["errors"] : undefined;
  return Array.isArray(errors) ? errors : [];
}
