import { elapsedDuration } from "../../../core/base/duration.js";
import { canBeMet, type Challenge, parseChallenges } from "../../connection/challenge.js";
import type { HttpResponse } from "../../http/message.js";
import { RegistryError } from "../../port/registry.js";
import { isPage } from "./answers.js";
import { oneLine } from "./fronts.js";

// An HTTP date has whole seconds, and a registry's answer takes a moment.
const SAME_MS = 5_000;
const LONGEST_SCOPE = 200;

/** Returns the error of an answer that refuses to let us in; `undefined` where it is another answer, or a page in the registry's place that names no way to sign in. */
export function refusedSignIn(
  host: string,
  response: HttpResponse,
  doing: string,
): RegistryError | undefined {
  const header = response.headers["www-authenticate"];
  const offered = parseChallenges(header ?? "");
  const ofToken = refusedToken(host, response, { doing, offered });
  if (ofToken !== undefined) return ofToken;
  // A registry's front asks for a password with a page, and names the way to give it.
  if (response.status !== 401 || (header === undefined && isPage(response))) return undefined;
  if (offered.length > 0 && !offered.some(canBeMet)) return noWay(host, offered, doing);
  return isWithoutRealm(offered, response) ? noRealm(host, doing) : unauthorized(host, doing);
}

/** Returns the error of a token that a registry does not take; `undefined` where none was sent, or nothing is said of it. RFC 6750 has 403 for insufficient_scope, and registries 401. */
function refusedToken(
  host: string,
  response: HttpResponse,
  { doing, offered }: { readonly doing: string; readonly offered: readonly Challenge[] },
): RegistryError | undefined {
  const { status, signedIn } = response;
  const [bearer] = offered.flatMap((one) => (one.kind === "bearer" && one.error !== undefined ? [one] : []));
  const isByToken = signedIn?.kind === "token" || signedIn?.kind === "registry-token";
  if (!isByToken || bearer === undefined || ![401, 403].includes(status)) return undefined;
  const { error = "", scope } = bearer;
  return error === "insufficient_scope"
    ? tokenTooWeak(host, response, { doing, scope })
    : tokenRefused(host, response, { doing, error });
}

/** True if a token alone is asked for, and nothing says where it can be had. */
function isWithoutRealm(offered: readonly Challenge[], { signedIn }: HttpResponse): boolean {
  const isNamed = offered.some(
    (one) => one.kind === "basic" || (one.kind === "bearer" && one.realm !== undefined),
  );
  return signedIn?.kind === "nobody" && offered.some(({ kind }) => kind === "bearer") && !isNamed;
}

function unauthorized(host: string, doing: string): RegistryError {
  return new RegistryError("unauthorized", {
    message: `${host} does not know us, or does not let us in (401), while ${doing}`,
    nextStep:
      "Sign in: docker/login-action in the workflow, docker login on a machine, or username and password here. " +
      "If you have, check that they are right, for this host and port, and allow what was to be done: pull, delete, or (restore) push.",
  });
}

function noWay(host: string, offered: readonly Challenge[], doing: string): RegistryError {
  const schemes = offered.flatMap((one) => (one.kind === "other" ? [oneLine(one.scheme)] : []));
  return new RegistryError("unauthorized", {
    message: `${host} asks us to sign in by ${schemes.join(", ")} alone, which this program can't, while ${doing}`,
    nextStep:
      "Let it offer Basic or Bearer for /v2/ as well, as docker needs it too, or let this machine through.",
  });
}

function noRealm(host: string, doing: string): RegistryError {
  return new RegistryError("unauthorized", {
    message: `${host} asks for a token, and does not say where one can be had, while ${doing}`,
    nextStep:
      "Correct the realm of its answer to /v2/ (REGISTRY_AUTH_TOKEN_REALM in the registry's configuration), or sign in with a token of its own (registrytoken in Docker's config.json).",
  });
}

function tokenRefused(
  host: string,
  response: HttpResponse,
  { doing, error }: { readonly doing: string; readonly error: string },
): RegistryError {
  return new RegistryError("unauthorized", {
    message: `${host} does not take the token that ${giverOf(response)} gave us (401, ${oneLine(error)}), while ${doing}; ${clocksOf(host, response)}`,
    nextStep:
      "The user name and password are not to blame. A token is refused where the clocks differ by more than a minute, and where the token server's issuer, service (audience) " +
      "or key are not those of the registry's configuration (auth: token: issuer, service, rootcertbundle); the registry's log says which.",
  });
}

function tokenTooWeak(
  host: string,
  response: HttpResponse,
  { doing, scope }: { readonly doing: string; readonly scope: string | undefined },
): RegistryError {
  const needed = scope === undefined ? "" : ` (${oneLine(scope).slice(0, LONGEST_SCOPE)})`;
  return new RegistryError("unauthorized", {
    message: `the token that ${giverOf(response)} gave us does not allow what ${host} asks for${needed}, while ${doing}`,
    nextStep:
      "The user name and password are right. Have the token server grant this user what is missing (delete, mostly) in this repository, or sign in as one who has it.",
  });
}

function giverOf({ signedIn }: HttpResponse): string {
  return signedIn?.kind === "token" ? signedIn.by : "Docker's configuration";
}

/** Says by how much the registry's clock differs from that of the token server, or else from this machine's. */
function clocksOf(host: string, { headers, signedIn }: HttpResponse): string {
  const time = Date.parse(headers.date ?? "");
  if (Number.isNaN(time)) return "it does not say its time";
  const ahead = signedIn?.kind === "token" ? signedIn.ahead : undefined;
  const other =
    ahead === undefined || signedIn?.kind !== "token" ? "this machine's" : `that of ${signedIn.by}`;
  const difference = time - Date.now() - (ahead ?? 0);
  if (Math.abs(difference) < SAME_MS) return `its clock and ${other} agree`;
  const way = difference > 0 ? "ahead of" : "behind";
  return `the clock of ${host} is ${elapsedDuration(Math.abs(difference))} ${way} ${other}`;
}
