import { pushImage, pushIndex } from "../../scripts/images.mjs";
import type { DeletionHooks } from "../../src/commands/deletion/deletion-job.js";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { type GitHub, type GitHubOptions, type GitHubPackage, useGitHub } from "./github.js";
import type { Token } from "./github-state.js";
import type { Pushed } from "./proxied.js";
import type { Answer, RecordedRequest } from "./proxy.js";
import { type Pruned, runPrune } from "./pruning.js";

/** A job's token that may delete. */
export const ACTIONS: Token = { kind: "actions", packages: "write" };

/** A classic personal access token of the user mona. */
export function personal(...scopes: readonly string[]): Token {
  return { kind: "personal", login: "mona", scopes };
}

/** A package on its own stand-in for GitHub, and a token for it. */
export interface OnGitHub {
  readonly github: GitHub;
  readonly pack: GitHubPackage;
  readonly token: string;
  /** The settings with which the package is reached. */
  readonly settings: RawSettings;
  readonly prune: (raw?: RawSettings, door?: Partial<DeletionHooks>) => Promise<Pruned>;
  /** The requests to the API as `METHOD path`, the package's path as `PACKAGE`. */
  readonly apiSent: () => readonly string[];
  /** The requests to the registry as `METHOD path`, below the package. */
  readonly registrySent: () => readonly string[];
  /** The tags that are left, those of one version together, sorted. */
  readonly left: () => readonly string[];
}

/** The package's full name, and the token's kind (default: a job's token that may delete). */
export interface StageOptions extends GitHubOptions {
  readonly name?: string;
  readonly token?: Token;
}

/** Starts one Distribution for the test file. Each call of the returned function makes a stand-in for GitHub. */
export function useStage(): (options?: StageOptions) => Promise<OnGitHub> {
  const start = useGitHub();
  return async ({ name, token: kind = ACTIONS, ...options } = {}) => {
    const github = await start(options);
    return stageOf(github, github.package(name), github.token(kind));
  };
}

/** The package as it is reached with this token. */
export function stageOf(github: GitHub, pack: GitHubPackage, token: string): OnGitHub {
  const settings = {
    image: pack.image,
    "github-token": token,
    "github-api-url": github.apiUrl,
    "github-registry": github.host,
  };
  const { name } = pack.repo;
  const slash = name.indexOf("/");
  const inApi = new RegExp(
    `/(?:orgs/|users/|)[^/]+/packages/container/${encodeURIComponent(name.slice(slash + 1))}`,
  );
  return {
    github,
    pack,
    token,
    settings,
    prune: (raw = {}, door = {}) => runPrune({ ...settings, ...raw }, door),
    apiSent: () => github.api.requests.map((request) => lineOf(request).replace(inApi, "PACKAGE")),
    registrySent: () =>
      github.registry.requests.map((request) =>
        lineOf(request)
          .replace(`/v2/${name}/`, "")
          .replace(/\?service=.*$/, ""),
      ),
    left: () => leftIn(pack),
  };
}

function lineOf({ method, path }: RecordedRequest): string {
  return `${method} ${path}`;
}

/** The tags of the versions that are left, those of one version together; `-` stands for a version without a tag. */
function leftIn(pack: GitHubPackage): readonly string[] {
  return pack
    .versions()
    .filter(({ deleted }) => !deleted)
    .map(({ tags }) => (tags.length === 0 ? "-" : [...tags].sort().join(" ")))
    .sort();
}

/** The digests of the versions that are left. */
export function digestsLeft({ pack }: Pick<OnGitHub, "pack">): ReadonlySet<string> {
  return new Set(pack.versions().flatMap(({ digest, deleted }) => (deleted ? [] : [digest])));
}

/** Pushes a new image for each tag, in the order given, and returns their digests. */
export async function pushTags(
  { pack }: Pick<OnGitHub, "pack">,
  ...tags: readonly string[]
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const tag of tags) digests.push((await pushImage(pack.repo, [tag])).digest);
  return digests;
}

/** A package with an index, its children, and an image that stays. */
export interface FilledOnGitHub extends OnGitHub {
  readonly index: Pushed;
  readonly children: readonly Pushed[];
  readonly kept: Pushed;
}

/** Fills each package of `stage` with an index that `ONE_BY_ONE` deletes, and an image that stays. */
export function filling(
  stage: (options?: StageOptions) => Promise<OnGitHub>,
): (options?: StageOptions) => Promise<FilledOnGitHub> {
  return async (options) => {
    const made = await stage(options);
    const { repo } = made.pack;
    const children = [await pushImage(repo, []), await pushImage(repo, [])];
    const index = await pushIndex(repo, ["1.0.0"], children);
    const kept = await pushImage(repo, ["1.1.0"]);
    return { ...made, index, children, kept };
  };
}

/** Settings that keep one image, and send one request after the other. */
export const ONE_BY_ONE = { keep: "1", concurrency: "1" };

/** The request for a page of the versions, in the form of `apiSent`. */
export const listSent = (page = 1): string => `GET PACKAGE/versions?state=active&per_page=100&page=${page}`;

/** The end of the path of a version's endpoint. */
export function idOf({ pack }: Pick<OnGitHub, "pack">, digest: string): string {
  const version = pack.versions().find((one) => one.digest === digest);
  if (version === undefined) throw new Error(`there is no version ${digest}`);
  return `/versions/${version.id}`;
}

/** All requests other than reads. */
export function changesSent({ github }: Pick<OnGitHub, "github">): readonly string[] {
  const reads = ["GET", "HEAD"];
  return [...github.api.requests, ...github.registry.requests]
    .filter(({ method }) => !reads.includes(method))
    .map(lineOf);
}

export const isDelete = ({ method }: RecordedRequest): boolean => method === "DELETE";

/** True for a request for a page of the versions. */
export const isVersions = ({ method, path }: RecordedRequest): boolean =>
  method === "GET" && path.includes("/versions?");

/** The errors of an outcome as text, each with its next step. */
export function toldBy(outcome: RepositoryOutcome): string {
  const errors =
    outcome.kind === "failed"
      ? [outcome.error]
      : outcome.kind === "applied"
        ? [
            ...outcome.deletions.flatMap((each) => (each.kind === "failed" ? [each.error] : [])),
            ...(outcome.stopped === undefined ? [] : [outcome.stopped]),
          ]
        : [];
  return errors.map(({ message, nextStep }) => `${message}\n${nextStep}`).join("\n");
}

/** The parts of GitHub's description of a version that tests change. */
export interface VersionBody {
  readonly name: string;
  readonly id: number;
  readonly metadata: { readonly container: { readonly tags: readonly string[] } };
}

/** A function for the proxy's action `change` that changes a page of versions. */
export function changed(
  change: (versions: readonly VersionBody[]) => readonly unknown[],
): (answer: Answer) => Answer {
  return (answer) => {
    const versions = JSON.parse(answer.body.toString()) as readonly VersionBody[];
    return { ...answer, body: Buffer.from(JSON.stringify(change(versions))) };
  };
}
