import { count } from "../../core/base/count.js";
import { cutEnd } from "../../core/base/cut.js";
import { textAt } from "../../core/base/json.js";
import { RegistryError, type RegistryErrorKind } from "../port/registry.js";
import type { HubAnswer } from "./answer.js";

const LONGEST_WORDS = 200;

/** A request to Docker Hub, as far as the words of a refusal speak of it. */
export interface HubAsked {
  readonly host: string;
  /** `namespace/name`, the namespace, or the user. */
  readonly name: string;
  /** Completes "… while": "listing the tags of user/app". */
  readonly doing: string;
}

/** Returns Docker Hub's own words in an answer; the empty text where it has none. Measured by others: `message`, or `detail`. */
function wordsOf({ data }: HubAnswer): string {
  return cutEnd(textAt(data, "message") ?? textAt(data, "detail") ?? "", LONGEST_WORDS);
}

/** True if Docker Hub says in its own words that there is no such thing, or that it does not show it. */
export function saysHubUnknown(answer: HubAnswer): boolean {
  return answer.status === 404 && wordsOf(answer) !== "";
}

/** True if Docker Hub says in its own words that it did not do what it was asked to. */
export function saysHubNo(answer: HubAnswer): boolean {
  return [400, 401, 403, 409, 422].includes(answer.status) && wordsOf(answer) !== "";
}

const RIGHT_TO_DELETE =
  "Sign in with a personal access token of the scope Read, Write, Delete, whose owner may administer the repository; or with an organization access token that may push to and delete from it. " +
  "Where an organization enforces single sign-on, a password is not taken.";

/** Returns the error that an answer stands for which is not the one hoped for. What may not be seen is answered with 404, as what is not there. */
export function hubRefusal(answer: HubAnswer, { host, name, doing }: HubAsked): RegistryError {
  const { status } = answer;
  const said = wordsOf(answer);
  if (said === "") return doubtful(answer, { host, doing });
  const quoted = `${status}, "${said}"`;
  if (/immutable/i.test(said)) {
    return refused("not-deletable", `Docker Hub keeps it (${quoted}) while ${doing}`, [
      "Its repository has immutable tags (Settings, General, Tag mutability settings): exclude them, or change that setting.",
    ]);
  }
  if (status === 401) {
    return refused("unauthorized", `${host} does not let us in (${quoted}) while ${doing}`, [
      RIGHT_TO_DELETE,
    ]);
  }
  if (status === 403) {
    return refused("forbidden", `${host} says no (${quoted}) while ${doing}`, [RIGHT_TO_DELETE]);
  }
  if (status === 404) {
    return refused(
      "forbidden",
      `${host} finds no ${name}, or does not show it to this account (404) while ${doing}`,
      [
        "Is the name right, and was something pushed there? A private repository is shown to those alone who may pull from it: docker login, or username and password here.",
      ],
    );
  }
  return doubtful(answer, { host, doing });
}

function doubtful(answer: HubAnswer, { host, doing }: Pick<HubAsked, "host" | "doing">): RegistryError {
  const said = wordsOf(answer);
  return refused(
    "unexpected-answer",
    `${host} answered ${answer.status}${said === "" ? "" : `, "${said}"`} while ${doing}`,
    [
      "Nothing is decided on a doubtful answer. Run again later; dockerstatus.com says whether Docker Hub is well.",
    ],
  );
}

/** Returns the error of a run that has nobody to sign in as. */
export function needsLogin(host: string): RegistryError {
  return refused(
    "unauthorized",
    `there is no user name and password for ${host}, and nobody else may delete there`,
    [
      "Sign in: docker/login-action in the workflow, docker login on a machine, or username and password here: a user with a personal access token, or an organization's name with its access token.",
    ],
  );
}

/** Returns the error of a password that Docker Hub does not take. */
export function badLogin(host: string, answer: HubAnswer): RegistryError {
  const said = wordsOf(answer);
  return refused(
    "unauthorized",
    `${host} does not take the password (${answer.status}${said === "" ? "" : `, "${said}"`})`,
    [
      "Has the token run out? With a personal access token the user name is its owner's, with an organization access token it is the organization's. " +
        "Where two factors or single sign-on are asked for, only such a token is taken.",
    ],
  );
}

/** Returns the error of a repository for which too few pulls are left: a GET of a manifest counts as one. */
export function pullLimit(
  name: string,
  { needed, left }: { readonly needed: number; readonly left: number },
): RegistryError {
  return refused(
    "rate-limited",
    `${name} has at least ${count(needed, "image")} to read, and Docker Hub lets this account pull ${left} more in these six hours`,
    [
      "Nothing was read, and no pull was used up. Run again later, or sign in with an account of a paid plan, which has no such limit.",
    ],
  );
}

/** Returns the error of an image whose tags have gone, and that Docker Hub keeps: it refuses to delete what a tag or another image refers to. */
export function stillReferred(what: string, { isUntagged }: { readonly isUntagged: boolean }): RegistryError {
  const before = isUntagged ? "its tags are gone, and " : "";
  return refused(
    isUntagged ? "unexpected-answer" : "not-deletable",
    `${what}: ${before}Docker Hub keeps the image, for something that no list shows refers to it (403)`,
    [
      "An index without a tag may. The repository's page Image Management shows such, and deletes them with what nothing else refers to.",
    ],
  );
}

function refused(kind: RegistryErrorKind, message: string, steps: readonly string[]): RegistryError {
  return new RegistryError(kind, { message, nextStep: steps.join("\n") });
}
