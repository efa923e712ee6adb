import { childEnvironment, isSecretName } from "../../core/base/child-environment.js";
import { cutEnd } from "../../core/base/cut.js";
import { PruneError } from "../../core/base/errors.js";
import { isObject, parseJson, textAt } from "../../core/base/json.js";
import { codeOf } from "../../core/base/system-error.js";
import { withoutEnd } from "../../core/base/unexpanded.js";
import type { Credentials } from "./identity.js";

const HELPER_MS = 30_000;
const LONGEST_LINE = 200;

/** A helper that a configuration names for a host. `file` is the configuration's name. */
export interface NamedHelper {
  readonly helper: string;
  readonly host: string;
  readonly file: string;
}

/**
 * Asks a credential helper for a host, by the protocol of https://github.com/docker/docker-credential-helpers: the host on standard input, JSON on standard output.
 * @returns anonymous where it knows nothing of the host
 * @throws {PruneError} where it is not there, or does not work; it quotes the helper's first line
 */
export async function askHelper({ helper, host, file }: NamedHelper): Promise<Credentials> {
  const program = `docker-credential-${helper}`;
  if (!/^[\w.-]+$/.test(helper)) {
    throw new PruneError(
      "the credential helper of Docker's config.json has no name that one can have",
      "Correct credsStore or credHelpers there: letters, digits, dots and dashes, such as pass.",
    );
  }
  const env = environmentOf(helper);
  // Few have a helper, and loading this takes a start longer than reading the file.
  const { execFile } = await import("node:child_process");
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(program, ["get"], { timeout: HELPER_MS, env }, (error, stdout, stderr) => {
      // Helpers say on standard output, with exit code 1, that they know nothing of a host.
      if (error === null) resolve(stdout);
      else if (/credentials not found/i.test(stdout)) resolve("{}");
      else reject(new Error(whyFailed(error, firstLine([stdout, stderr], secretsOf(env)))));
    });
    // A helper may answer without reading, which breaks the pipe.
    child.stdin?.on("error", () => undefined).end(host);
  }).catch((cause: unknown) => {
    throw new PruneError(
      `${program}, which ${file} names for ${host}, does not work (${cause instanceof Error ? cause.message : String(cause)})`,
      "Install it or put it on the PATH, take it out of config.json, or give username and password.",
    );
  });
  return readAnswer(program, output);
}

// The prefixes of the variables by which some helpers sign in, by the beginnings of their names. Others are named as the helper is: VAULT_… of docker-credential-vault.
const VARIABLES_OF: readonly (readonly [RegExp, RegExp])[] = [
  [/^ecr/, /^AWS_/],
  [/^gc/, /^(?:GOOGLE|CLOUDSDK)_/],
  [/^acr/, /^(?:AZURE|ACR)_/],
  [/^env$/, /^DOCKER_/],
];

/** Returns the environment of a helper: this process's own, with no secret but the helper's. */
function environmentOf(helper: string): Readonly<Record<string, string>> {
  const own = `${helper.toUpperCase().replace(/\W/g, "_")}_`;
  const [, ofKind] = VARIABLES_OF.find(([name]) => name.test(helper)) ?? [];
  return childEnvironment(process.env, (name) => name.startsWith(own) || ofKind?.test(name) === true);
}

/** Returns the secrets among the variables that a helper was given. */
function secretsOf(env: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) => (isSecretName(name) && value !== "" ? [value] : []));
}

function whyFailed(error: Error & { readonly signal?: unknown }, line: string): string {
  const code: unknown = "code" in error ? error.code : undefined;
  const how =
    codeOf(error) === "ENOENT"
      ? "it is not installed, or not on the PATH"
      : `it ended with ${String(code ?? error.signal)}`;
  return line === "" ? how : `${how}: ${line}`;
}

// What says that a secret follows; words that follow one in a sentence have neither digits, capitals nor signs in them.
const AFTER_NAME =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api.?key|authorization|basic|bearer)["']?(?:\s*[:=]\s*["']?(?:(?:basic|bearer)\s+)?|\s+["']?(?=[^\s"']*[^a-z\s"',.;:!?()])))[^\s"',;)]+/gi;
const IN_ADDRESS = /(:\/\/)[^\s/@]+@/g;
// A long word of letters and digits, as tokens are; a path has dashes and slashes between short ones.
const OPAQUE = /(?=[\w+=-]*\d)(?=[\w+=-]*[a-z])[\w+=-]{20,}(?:\.[\w-]+){0,2}/gi;

/** Returns the first line that a program wrote, of the first output that has one, without what is a secret or may be one. */
function firstLine(outputs: readonly string[], secrets: readonly string[]): string {
  const lines = outputs.flatMap((output) => output.split(/[\r\n]+/)).map((line) => line.trim());
  const line = lines.find((one) => one !== "") ?? "";
  // An answer may have the password in it.
  if (/^[{["]|"Secret"/i.test(line)) return "";
  const known = [...secrets].sort((one, other) => other.length - one.length);
  const bare = known.reduce((text, secret) => text.replaceAll(secret, "***"), line);
  const hidden = bare.replace(AFTER_NAME, "$1***").replace(IN_ADDRESS, "$1***@").replace(OPAQUE, "***");
  return cutEnd(hidden, LONGEST_LINE);
}

function readAnswer(program: string, output: string): Credentials {
  const answer = parseJson(output);
  if (!isObject(answer)) {
    throw new PruneError(
      `${program} did not answer with JSON`,
      "Check the helper, or give username and password.",
    );
  }
  const username = withoutEnd(textAt(answer, "Username") ?? "");
  const secret = withoutEnd(textAt(answer, "Secret") ?? "");
  if (secret === "" || username === "") return { kind: "anonymous" };
  if (username === "<token>") return { kind: "identity-token", token: secret };
  return { kind: "password", username, password: secret };
}
