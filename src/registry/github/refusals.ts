import { tokenKind } from "../../core/names/github.js";
import { textAt } from "../../core/base/json.js";
import type { GitHubAnswer } from "./api.js";
import { messageOf } from "./limits.js";
import { RegistryError, type RegistryErrorKind } from "../port/registry.js";

/** A request to GitHub, as far as the words of a refusal speak of it. */
export interface Asked {
  readonly host: string;
  /** `owner/package`, or the owner alone. */
  readonly name: string;
  /** Completes "… while": "listing the versions of octo/app". */
  readonly doing: string;
  readonly changes: boolean;
  readonly token: string;
}

/** The facts of a package that refusals speak of. */
export interface PackageFacts {
  /** The repository that it is linked to, `owner/name`. */
  readonly linkedTo?: string;
  /** The address of its page. */
  readonly page?: string;
}

/** Returns the error that an answer stands for which is not the one hoped for. Packages that may not be seen are answered with 404, as those that are not there. */
export function githubRefusal(answer: GitHubAnswer, asked: Asked): RegistryError {
  const { status } = answer;
  const said = messageOf(answer.data);
  const { host, name, token } = asked;
  // Without a word of GitHub's, a no comes from something in front of it.
  if (said === "") return doubtful(status, said, asked);
  if (status === 401) return badToken(said, asked);
  if (status === 404) {
    return refused("forbidden", `${host} finds no ${name}, or does not show it to this token (404)`, [
      "Is the name right, and was something pushed there?",
      ...mayRead(token),
    ]);
  }
  if (status === 403) return asked.changes ? notAllowed(said, asked) : notShown(said, asked);
  return doubtful(status, said, asked);
}

function doubtful(status: number, said: string, { host, doing }: Asked): RegistryError {
  return refused("unexpected-answer", `${host} answered ${status}${quoted(said)} while ${doing}`, [
    "Nothing is decided on a doubtful answer. Run again later; githubstatus.com says whether GitHub is well.",
  ]);
}

/** True if GitHub says in its own words that there is no such thing, or that it does not show it. */
export function saysUnknown(answer: GitHubAnswer): boolean {
  return answer.status === 404 && saysGitHub(answer);
}

/** True if GitHub says in its own words that it did not do what it was asked to. */
export function saysNo(answer: GitHubAnswer): boolean {
  return [400, 401, 403, 409, 422].includes(answer.status) && saysGitHub(answer);
}

/** True if an answer is as GitHub's API describes errors: a message, and where it is documented. */
function saysGitHub({ data }: GitHubAnswer): boolean {
  return messageOf(data) !== "" && textAt(data, "documentation_url") !== undefined;
}

/** Returns the error of a deletion that was answered by something else, and was not done. */
export function stillThere({ message, nextStep }: RegistryError): RegistryError {
  return new RegistryError("still-there", { message: `${message}; it is still there`, nextStep });
}

/** Returns the error of a deletion of which it can't be seen whether it was done. */
export function unproven({ message, nextStep }: RegistryError, status: number): RegistryError {
  const seen = `whether it is gone can't be seen (${status})`;
  return new RegistryError("unproven", { message: `${message}; ${seen}`, nextStep });
}

function badToken(said: string, { host, doing }: Asked): RegistryError {
  return refused("unauthorized", `${host} does not take the token (401${quoted(said)}) while ${doing}`, [
    "Has it run out, or is it another GitHub's? Give github-token, or sign in to the registry with one that is valid.",
  ]);
}

function notShown(said: string, { host, doing, token }: Asked): RegistryError {
  return refused("forbidden", `${host} says no (403${quoted(said)}) while ${doing}`, mayRead(token));
}

/** Returns the steps that let a token see a package. */
function mayRead(token: string): readonly string[] {
  switch (tokenKind(token)) {
    case "installation":
      return [
        "Give the job the right: permissions: packages: read (to delete: write).",
        "A package that another repository pushed must let this one in: on the package's page, Package settings, Manage Actions access.",
      ];
    case "fine-grained":
      return [FINE_GRAINED];
    case "classic":
    case "other":
      return ["The token needs the scope read:packages, and its owner must be let see the package."];
  }
}

const FINE_GRAINED =
  "GitHub Packages takes no fine-grained personal access tokens. Use github.token in a workflow, else a classic one with read:packages and delete:packages.";

/** Returns the error of a change that GitHub says no to, for want of the token's right. */
function notAllowed(said: string, { host, doing, token }: Asked): RegistryError {
  const message = `${host} says no (403${quoted(said)}) while ${doing}`;
  switch (tokenKind(token)) {
    case "installation":
      return /not accessible by integration/i.test(said)
        ? refused("forbidden", `${message}: the job's token may not change packages`, [
            "Give the job the right: permissions: packages: write (in a workflow that another calls, in the caller too).",
            "If it has it, the package must give this repository the role Admin: on the package's page, Package settings, Manage Actions access.",
          ])
        : refused("forbidden", message, [ADMIN]);
    case "fine-grained":
      return refused("forbidden", message, [FINE_GRAINED]);
    case "classic":
    case "other":
      return refused("forbidden", message, [
        "The token needs the scopes read:packages and delete:packages (to restore also write:packages), and its owner must administer the package.",
      ]);
  }
}

const ADMIN =
  "Give the repository that this runs in the role Admin: on the package's page, Package settings, Manage Actions access, add the repository. " +
  "With a personal access token, its owner must administer the package.";

/** Returns the error of a change to which GitHub says 404 though the package is there: so it does where the repository, or the token's owner, is no admin of it. */
export function notAdmin({ host, name, doing }: Asked, { linkedTo, page }: PackageFacts): RegistryError {
  const link =
    linkedTo === undefined
      ? `${name} is linked to no repository`
      : `${name} is linked to the repository ${linkedTo}`;
  return refused("forbidden", `${host} shows ${name}, and says that it is not there (404) while ${doing}`, [
    `That is how it says no to who is no admin of the package. ${link}.`,
    ADMIN,
    ...(page === undefined ? [] : [`Its page: ${page}`]),
  ]);
}

/** Returns the error of a version that GitHub keeps, whoever asks; `undefined` where an answer is not of that kind. */
export function undeletable(
  { status, data }: GitHubAnswer,
  { name, doing }: Asked,
): RegistryError | undefined {
  const said = messageOf(data);
  if (status !== 400) return undefined;
  if (/more than 5,?000 downloads/i.test(said)) {
    return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
      "A version of a public package that was downloaded more than 5000 times can't be deleted: exclude its tag, make the package private for the deletion, or ask GitHub Support.",
    ]);
  }
  if (/last (?:tagged )?version/i.test(said)) {
    return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
      `A package keeps its last tagged version, allow-empty or not. If ${name} is to go, delete the whole package on its page.`,
    ]);
  }
  return undefined;
}

/** Returns the error of a run without a token. */
export function noToken(host: string): RegistryError {
  return refused(
    "unauthorized",
    `there is no token for ${host}, and GitHub lists packages to nobody without one`,
    [
      "In a workflow, leave github-token at its default. Elsewhere: docker login " +
        `${host} with a classic personal access token (read:packages, delete:packages) as the password, or username and password here.`,
    ],
  );
}

/** Returns the error of a list of an owner's packages, which a workflow's token is not shown. */
export function listsNone(host: string, owner: string): RegistryError {
  return refused("forbidden", `${host} does not list the packages of ${owner} for github.token`, [
    "Name the packages in image one by one, or give a classic personal access token (read:packages, delete:packages) as github-token.",
  ]);
}

/** Returns the error of a personal access token without the scope that deleting needs. */
export function lacksScope(host: string, scopes: readonly string[]): RegistryError {
  const has = scopes.length === 0 ? "none" : scopes.join(", ");
  return refused(
    "forbidden",
    `the personal access token for ${host} lacks the scope delete:packages (it has ${has})`,
    ["Nothing was deleted. Add the scope to the token, or use github.token in a workflow."],
  );
}

function refused(kind: RegistryErrorKind, message: string, steps: readonly string[]): RegistryError {
  return new RegistryError(kind, { message, nextStep: steps.join("\n") });
}

function quoted(said: string): string {
  return said === "" ? "" : `, "${said}"`;
}
