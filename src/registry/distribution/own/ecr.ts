import { PruneError } from "../../../core/base/errors.js";
import { isObject, parseJson, textAt } from "../../../core/base/json.js";
import type { Untags } from "../../../core/image/graph.js";
import type { EcrPlace } from "../../../core/names/registry-kind.js";
import type { RepositoryName } from "../../../core/names/reference.js";
import type { Http } from "../../http/http.js";
import type { HttpResponse } from "../../http/message.js";
import { RegistryError, type RegistryErrorKind } from "../../port/registry.js";
import { tagOfNobody } from "../probes.js";
import { type AwsKeys, signedHeaders } from "./aws-signature.js";
import type { OwnAnswer, OwnUntag, UntagTarget } from "./own-untag.js";

/** The API beside a registry, the way there, and the keys to sign with. */
export interface EcrSite {
  readonly place: EcrPlace;
  readonly http: Http;
  /** Absent where the environment has none. */
  readonly keys: AwsKeys | undefined;
  /** Told every secret before it is first used, so that logs can mask it. */
  readonly onSecret: (secret: string) => void;
}

/** ECR's ability to delete a tag by itself, with the way to do it where it has been proven. */
export interface EcrUntag {
  readonly untags: Untags;
  readonly way?: OwnUntag;
}

/** Proves ECR's own way to delete a tag by one that nobody can have given, or returns why it can't be used. */
export async function proveEcrs(site: EcrSite, repository: RepositoryName): Promise<EcrUntag> {
  const { keys, onSecret } = site;
  if (keys === undefined) return { untags: "no-keys" };
  onSecret(keys.secret);
  if (keys.sessionToken !== undefined) onSecret(keys.sessionToken);
  const way = ecrsWay(site, keys);
  try {
    const target: UntagTarget = { repository, tag: tagOfNobody(), at: undefined };
    const answer = way.understand(await way.send(target, undefined), target);
    if (answer.kind === "gone") return { untags: "shared", way };
    const kind = "error" in answer ? answer.error.kind : undefined;
    if (kind === "unauthorized") return { untags: "wrong-keys" };
    return { untags: kind === "forbidden" ? "no-right" : "unclear" };
  } catch (error) {
    if (error instanceof PruneError) return { untags: "unclear" };
    throw error;
  }
}

/**
 * BatchDeleteImage of ECR's API. It names the tag alone: of an image that is named by its digest, the documents say that all of its tags go, and not that a tag beside
 * the digest changes that.
 */
function ecrsWay({ place, http }: EcrSite, keys: AwsKeys): OwnUntag {
  const { account, region, api } = place;
  const url = new URL(`${api}/`);
  return {
    send: ({ repository, tag }, terms) => {
      const body = JSON.stringify({
        registryId: account,
        repositoryName: repository,
        imageIds: [{ imageTag: tag }],
      });
      const headers = signedHeaders(keys, {
        url,
        headers: {
          "content-type": "application/x-amz-json-1.1",
          "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.BatchDeleteImage",
        },
        body,
        region,
        service: "ecr",
        time: new Date(),
      });
      return http.send({ method: "POST", url, headers, body, attempts: 1, terms });
    },
    understand: (response, target) => understand(url.host, response, target),
  };
}

function understand(host: string, response: HttpResponse, target: UntagTarget): OwnAnswer {
  const { status } = response;
  const body = parseJson(response.body.toString("utf8"));
  const doing = `deleting the tag ${target.repository}:${target.tag}`;
  if (status === 200 && isObject(body)) {
    const failure = entryOf(body["failures"], target, (entry) => entry["imageId"]);
    if (failure !== undefined) return failed(host, textAt(failure, "failureCode") ?? "", doing);
    const gone = entryOf(body["imageIds"], target, (entry) => entry);
    if (gone !== undefined) return asSeen(host, textAt(gone, "imageDigest"), target);
  }
  // Its codes have their service before them, or an address behind them.
  const code = /(?:^|#)(\w+)(?::|$)/.exec(textAt(body, "__type") ?? "")?.[1];
  if (status >= 400 && status < 500 && code !== undefined) return refused(host, code, doing);
  const error = new RegistryError("unexpected-answer", {
    message: `${host} answered ${status} while ${doing}`,
    nextStep: "Nothing is decided on a doubtful answer. Run again, which looks at that tag anew.",
  });
  return { kind: "doubt", error };
}

type Entry = Readonly<Record<string, unknown>>;

/** Returns the entry of a list that is about a tag. */
function entryOf(list: unknown, { tag }: UntagTarget, idOf: (entry: Entry) => unknown): Entry | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.filter(isObject).find((entry) => textAt(idOf(entry), "imageTag") === tag);
}

/** The answer says at which image the tag was, in the moment that it went. */
function asSeen(host: string, was: string | undefined, { repository, tag, at }: UntagTarget): OwnAnswer {
  if (was === undefined || at === undefined || was === at) return { kind: "deleted" };
  const error = new RegistryError("unproven", {
    message: `${host} deleted the tag ${repository}:${tag}, which somebody had moved to ${was} in that moment`,
    nextStep: "Push that image again: Amazon ECR deletes an image with its last tag.",
  });
  return { kind: "failed", error };
}

function failed(host: string, code: string, doing: string): OwnAnswer {
  if (code === "ImageNotFound") return { kind: "gone" };
  const error = new RegistryError("not-deletable", {
    message: `${host} keeps it (Amazon ECR: ${/^\w+$/.test(code) ? code : "no code"}) while ${doing}`,
    nextStep:
      "The tag stays, and the others go. What the code means is in the documents of Amazon ECR's ImageFailure.",
  });
  return { kind: "failed", error };
}

const REFUSALS: readonly (readonly [code: RegExp, kind: RegistryErrorKind])[] = [
  [
    /^(?:UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|ExpiredToken|InvalidClientTokenId|MissingAuthenticationToken|IncompleteSignature|RequestExpired)(?:Exception)?$/,
    "unauthorized",
  ],
  [/^(?:AccessDenied|OptInRequired|NotAuthorized)(?:Exception)?$/, "forbidden"],
  [/^(?:Throttling|TooManyRequests|RequestLimitExceeded)(?:Exception)?$/, "rate-limited"],
];

function refused(host: string, code: string, doing: string): OwnAnswer {
  const [, kind = "unexpected-answer"] = REFUSALS.find(([known]) => known.test(code)) ?? [];
  const error = new RegistryError(kind, {
    message: `${host} says no (Amazon ECR: ${code}) while ${doing}`,
    nextStep:
      "Give the owner of AWS_ACCESS_KEY_ID the right ecr:BatchDeleteImage in that repository, and keys that hold until the run is over; or delete the tag with aws ecr batch-delete-image --repository-name NAME --image-ids imageTag=TAG.",
  });
  return { kind: "failed", error };
}
