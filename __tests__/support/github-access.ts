import {
  fullNameOf,
  type Package,
  type Token,
  type Version,
  versionsOf,
  type World,
} from "./github-state.js";
import type { RecordedRequest } from "./proxy.js";

/** Thrown to answer a request with an error of GitHub's. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.headers = headers;
  }
}

/** GitHub's message if a token of an app's installation, such as GITHUB_TOKEN, lacks a right. */
export const NOT_ACCESSIBLE = "Resource not accessible by integration";
/** GitHub's message for a package that does not exist, and for one that a token may not see. */
export const NO_PACKAGE = "Package not found.";
/** GitHub's message for an id that no version has, or no version any more: https://github.com/dataaxiom/ghcr-cleanup-action/issues/121. */
export const NO_VERSION = "Package version not found.";

/** The token of a request, and its text. */
export interface Caller {
  readonly text: string;
  readonly token: Token;
}

/** The caller that the header names, `Authorization: token X` or `Bearer X`; undefined if the token is unknown. */
export function callerOf({ tokens }: World, authorization = ""): Caller | undefined {
  const text = /^(?:token|bearer) +(.+)$/i.exec(authorization)?.[1] ?? "";
  const token = tokens.get(text);
  return token && { text, token };
}

/**
 * True if a token may read packages. write:packages includes read:packages: GitHub leaves the smaller scope out of `x-oauth-scopes`, but
 * still lists packages (https://github.com/octokit/core.js/issues/695 has such an answer).
 */
export function mayRead(token: Token): boolean {
  if (token.kind === "actions") return token.packages !== "none";
  return token.scopes.includes("read:packages") || mayWrite(token);
}

/** True if a token may push and restore. */
export function mayWrite(token: Token): boolean {
  return token.kind === "actions" ? token.packages === "write" : token.scopes.includes("write:packages");
}

/** Throws a refusal if the caller may not read packages. @param purpose the end of GitHub's sentence: "to list packages" */
export function requireRead({ token }: Caller, purpose: string): void {
  if (!mayRead(token)) refuseFor(token, `You need at least read:packages scope ${purpose}.`);
}

/** Throws a refusal if the caller may not delete or restore versions of a package that it can read. */
export function requireChange({ token }: Caller, { settings }: Package, verb: "delete" | "restore"): void {
  const scope = verb === "delete" ? "delete:packages" : "write:packages";
  const isAllowed =
    token.kind === "personal" && verb === "delete" ? token.scopes.includes(scope) : mayWrite(token);
  if (!isAllowed) refuseFor(token, `You need at least ${scope} scope to ${verb} a package.`);
  // Users report both answers; most often that a package which can be read is not found when one of its versions is deleted
  // (https://github.com/actions/delete-package-versions/issues/237).
  if (settings.admin === 403) throw new Refusal(403, "You must have admin rights to this package.");
  if (settings.admin === 404) throw new Refusal(404, NO_PACKAGE);
}

function refuseFor(token: Token, message: string): never {
  throw new Refusal(403, token.kind === "actions" ? NOT_ACCESSIBLE : message);
}

/**
 * Throws a refusal if GitHub would not delete this version. Status and words are from https://github.com/kairos-io/kairos/issues/4723 and
 * https://github.com/actions/delete-package-versions/issues/231.
 */
export function refuseDeletion(pack: Package, { digest, tags }: Version): void {
  const { visibility, downloads } = pack.settings;
  if (visibility === "public" && (downloads.get(digest) ?? 0) > 5000) {
    const those = "Publicly visible package versions with more than 5000 downloads";
    throw new Refusal(400, `${those} cannot be deleted. Contact GitHub support for further assistance.`);
  }
  const others = versionsOf(pack).filter((one) => one.digest !== digest);
  const isLastTagged = tags.length > 0 && others.every((one) => one.tags.length === 0);
  if (!isLastTagged && others.length > 0) return;
  const which = isLastTagged ? "last tagged version" : "last version";
  throw new Refusal(400, `You cannot delete the ${which} of a package. You must delete the package instead.`);
}

/** Throws a refusal if the digest has an active version: GitHub restores only if "the same package namespace and version is still available". */
export function refuseRestore(pack: Package, { digest }: Version): void {
  if (versionsOf(pack).some((one) => one.digest === digest)) throw new Refusal(404, NO_VERSION);
}

/** A package, if this token sees it: undefined if nothing was ever pushed, or if it is hidden from the token. */
export function visiblePackage(world: World, fullName: string, text: string): Package | undefined {
  const pack = world.packages.get(fullName);
  return pack && pack.versions.length > 0 && !pack.settings.hiddenFrom.has(text) ? pack : undefined;
}

/** All packages that this token sees. */
export function visiblePackages(world: World, text: string): readonly Package[] {
  return [...world.packages.values()].filter((pack) => visiblePackage(world, fullNameOf(pack), text));
}

/** The number of requests within an hour, as far as a test sets it. */
export interface LimitOptions {
  readonly limit?: number;
  readonly remaining?: number;
  readonly resetInSeconds?: number;
}

/** A refusal because of too many requests at once: of the nth matching request from now on (default the first), and of up to `times` in all. */
export interface SecondaryLimit {
  readonly when: (request: RecordedRequest) => boolean;
  readonly nth?: number;
  readonly times?: number;
  /** Default 403. */
  readonly status?: 403 | 429;
  /** In seconds; without it there is no such header. */
  readonly retryAfter?: number;
}

/** Counts requests; `take` throws a refusal if there are too many. */
export interface Limits {
  readonly set: (options: LimitOptions) => void;
  readonly addSecondary: (limit: SecondaryLimit) => void;
  readonly take: (request: RecordedRequest) => void;
  readonly headers: () => Readonly<Record<string, string>>;
}

/** Limits as in https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api, counted for all tokens together. */
export function newLimits(): Limits {
  let state = { limit: 5000, remaining: 5000, resets: Date.now() + 3_600_000 };
  const secondary: { readonly rule: SecondaryLimit; seen: number }[] = [];
  const takeOne = (): void => {
    const now = Date.now();
    if (now >= state.resets) state = { ...state, remaining: state.limit, resets: now + 3_600_000 };
    if (state.remaining === 0) throw new Refusal(403, "API rate limit exceeded for installation ID 1.");
    state.remaining -= 1;
  };
  return {
    set: ({ limit = state.limit, remaining = limit, resetInSeconds = 3600 }) =>
      (state = { limit, remaining, resets: Date.now() + resetInSeconds * 1000 }),
    addSecondary: (rule) => secondary.push({ rule, seen: 0 }),
    take: (request) => {
      takeOne();
      for (const each of secondary.filter(({ rule }) => rule.when(request))) {
        each.seen += 1;
        refuseSecondary(each.rule, each.seen);
      }
    },
    headers: () => ({
      "x-ratelimit-limit": String(state.limit),
      "x-ratelimit-remaining": String(state.remaining),
      "x-ratelimit-used": String(state.limit - state.remaining),
      "x-ratelimit-reset": String(Math.ceil(state.resets / 1000)),
      "x-ratelimit-resource": "core",
    }),
  };
}

function refuseSecondary(
  { nth = 1, times = 1, status = 403, retryAfter }: SecondaryLimit,
  seen: number,
): void {
  if (seen < nth || seen >= nth + times) return;
  const message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  throw new Refusal(status, message, retryAfter === undefined ? {} : { "retry-after": String(retryAfter) });
}
