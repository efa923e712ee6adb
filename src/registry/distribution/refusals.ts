import { cutEnd } from "../../core/base/cut.js";
import type { HttpResponse } from "../http/message.js";
import { isTag } from "../../core/names/reference.js";
import { hasWords, isDeleted, isPage, registryErrors, saysRefused } from "./words/answers.js";
import { adviceOn, makerOf, oneLine } from "./words/fronts.js";
import { refusedSignIn } from "./words/refused-sign-in.js";
import { knownRefusal, stepOfNoDeletes } from "./words/known-refusals.js";
import { RegistryError, type RegistryErrorKind } from "../port/registry.js";

const LONGEST_DETAIL = 200;

/**
 * Returns the error that an answer stands for which is not the one hoped for. `doing` completes "… while": "listing the tags of team/app".
 */
export function refusal(host: string, response: HttpResponse, doing: string): RegistryError {
  const { status } = response;
  const known = knownRefusal(host, response, doing);
  if (known !== undefined) return known;
  const ofSignIn = refusedSignIn(host, response, doing);
  if (ofSignIn !== undefined) return ofSignIn;
  if (isHttpToHttps(response)) return speaksHttps(host);
  if (isPage(response)) return notARegistry(host, response, doing);
  if (status === 403) return forbidden(host, doing);
  if (status === 404) return notARegistry(host, response, doing);
  const advice = adviceOn(response, host);
  const answered = `${host} answered ${status}${describe(response)} while ${doing}`;
  if (isSchema1Refused(response)) return schema1Refused(answered);
  return new RegistryError("unexpected-answer", {
    message: answered,
    nextStep:
      advice ??
      "Nothing is decided on a doubtful answer. Look at the registry's log, and run again when it is well." +
        (status === 500
          ? `\nAfter a full disk it is often ${emptyFile(response, doing)}. Stop the registry and run reclaim with storage, which names the file and takes away what is left of an image that has no manifest any more.`
          : ""),
  });
}

/** True if a registry can't read a manifest, for it is of schema 1. Measured: 3.0.0 and 3.1.1 say so in these words. */
function isSchema1Refused({ status, body }: HttpResponse): boolean {
  return status === 500 && body.toString("utf8").includes("unrecognized manifest schema version 1");
}

function schema1Refused(answered: string): RegistryError {
  return new RegistryError("unexpected-answer", {
    message: `${answered}: it is an image of schema 1, as Docker before 1.10 pushed them, and Distribution 3 reads none`,
    nextStep:
      "What can't be read decides nothing, so its repository stays as it is. Delete that tag by its name (DELETE /v2/NAME/manifests/TAG), which Distribution 3 does without reading its image; or prune with registry:2 (2.8) on the same storage, which reads it. Nobody can pull it from Distribution 3, so push again what is needed.",
  });
}

/** Names the file that a registry could not read. Measured: for a manifest 2.8 says at which byte its JSON ended, and 3.x that it did; for a link neither says more than that it is none. */
function emptyFile({ body }: HttpResponse, doing: string): string {
  const [, repository = "…", reference = "TAG"] = /^reading ([^:]+):(.+)$/.exec(doing) ?? [];
  const link = isTag(reference)
    ? `tags/${reference}/current/link`
    : `revisions/${reference.replace(":", "/")}/link`;
  return /"Offset":|end of JSON input/.test(body.toString("utf8"))
    ? "a manifest that is empty or cut off (blobs/sha256/…/data): to push it again does not mend it, for the registry keeps the file that it has"
    : `an empty link (docker/registry/v2/repositories/${repository}/_manifests/${link}, or that of its manifest under revisions): to push that tag again mends it`;
}

/** True if a registry says that its disk is full: ENOSPC is 28, of which 2.8 says the number and 3.x the words (measured). */
export function isDiskFull(response: HttpResponse): boolean {
  return (
    response.status === 500 && /no space left on device|"Err":\s*28\b/.test(response.body.toString("utf8"))
  );
}

/** Returns the error of a registry whose storage has no room. */
export function diskFull(host: string): RegistryError {
  return new RegistryError("disk-full", {
    message: `the disk of ${host} is full, so nothing can be written there`,
    nextStep:
      "Deleting images needs no space, and garbage collection gets it back: prune, collect (reclaim), and run again.",
  });
}

/**
 * Returns the error that the answer to a probe for deletion stands for; `undefined` where it says that a manifest would be deleted.
 * @param isUnknown true if the registry says for certain that it does not know the digest that nothing has
 */
export function deleteRefusal(
  host: string,
  response: HttpResponse,
  { repository, isUnknown }: { readonly repository: string; readonly isUnknown: boolean },
): RegistryError | undefined {
  const { status } = response;
  if (isDeleted(response) || isUnknown) return undefined;
  const known = knownRefusal(host, response, `asking whether ${repository} may be deleted from`);
  if (known !== undefined) return known;
  // Without a registry's own words, a no comes from something in front of it, or from maintenance.
  const isOthers = status === 405 ? !saysRefused(response) : !hasWords(response);
  if (status === 404 || (isOthers && [403, 405, 501].includes(status))) {
    return isReadOnly(response) ? readOnly(host) : proxyRefuses(host, response);
  }
  if (status === 405) return deletesOff(host, stepOfNoDeletes(host, response));
  return refusal(host, response, `asking whether ${repository} may be deleted from`);
}

function forbidden(host: string, doing: string): RegistryError {
  return new RegistryError("forbidden", {
    message: `${host} knows us and says no (403) while ${doing}`,
    nextStep:
      "Give this user the right to pull and to delete (restore: to push) in the repository, or sign in as one who has it.",
  });
}

function deletesOff(host: string, ofItsOwn: string | undefined): RegistryError {
  if (ofItsOwn !== undefined) {
    const message = `${host} refuses every deletion by the standard API; nothing was deleted`;
    return new RegistryError("deletes-off", { message, nextStep: ofItsOwn });
  }
  return new RegistryError("deletes-off", {
    message: `${host} has deletes turned off, as registries have by default; nothing was deleted`,
    nextStep: [
      "Turn them on in one of two ways.",
      "1. In the container's own configuration: docker exec into it, set storage: delete: enabled: true in /etc/docker/registry/config.yml " +
        "(3.x: /etc/distribution/config.yml), then docker restart the container.",
      "2. Make the container anew with the images of the old one, which a quick-start registry has in an anonymous volume: a new container would leave them behind. " +
        "Remove registry-old, without -v, when the new one has been seen to serve the images.",
      "  docker stop registry && docker rename registry registry-old",
      "  docker run -d -p 5000:5000 --restart always --name registry --volumes-from registry-old \\",
      "    -e REGISTRY_STORAGE_DELETE_ENABLED=true registry:2",
      "A pull-through cache can't delete at all.",
    ].join("\n"),
  });
}

/** Returns the error of an answer that should have been the list of all repositories. */
export function catalogRefusal(host: string, response: HttpResponse): RegistryError {
  const error = refusal(host, response, "listing the repositories");
  if (error.kind === "speaks-https") return error;
  return noCatalog(host, error.kind, `it answered with ${whatIs(response)}`);
}

/** Returns the error of a registry that does not list its repositories for us. `why` completes "it does not list them: …". */
export function noCatalog(host: string, kind: RegistryErrorKind, why: string): RegistryError {
  return new RegistryError(kind, {
    message: `${host} does not list its repositories for us: ${why}`,
    nextStep:
      "Name the repositories in image one by one. To list them is a right of its own, which many registries give to administrators alone, and some to nobody.",
  });
}

/** Returns the error of a registry in which nothing can be changed for now. */
export function readOnly(host: string): RegistryError {
  return new RegistryError("read-only", {
    message: `${host} is read-only at the moment, so nothing was changed there`,
    nextStep: "Run again when its maintenance is over (storage.maintenance.readonly in its configuration).",
  });
}

function proxyRefuses(host: string, response: HttpResponse): RegistryError {
  const by = makerOf(response);
  return new RegistryError("proxy-refuses", {
    message: `something in front of the registry at ${host} refuses DELETE (${response.status}${by === undefined ? "" : ` by ${by}`}); nothing was deleted`,
    nextStep:
      "Let DELETE on /v2/ through in the reverse proxy (nginx: limit_except; IIS: the verbs of its request filtering, and its WebDAV module; Traefik and others: their allowed methods).",
  });
}

function speaksHttps(host: string): RegistryError {
  return new RegistryError("speaks-https", {
    message: `${host} was asked over plain HTTP and speaks HTTPS`,
    nextStep: `Write https://${host}/… in image, or take it out of plain-http.`,
  });
}

function notARegistry(host: string, response: HttpResponse, doing: string): RegistryError {
  return new RegistryError("not-a-registry", {
    message: `${host} answered with ${whatIs(response)}, as no registry does, while ${doing}`,
    nextStep:
      adviceOn(response, host) ??
      (response.status === 200 || response.status === 404
        ? "Check the host and port: a registry answers at /v2/ of its host; its web interface is often at another port. " +
          "One below another path (HOST/PATH/v2/) is reached neither by Docker nor here: give it a host or a port of its own."
        : "That is the answer of something in front of the registry (a proxy, a firewall, a sign-in page). Let this machine through to /v2/, and run again."),
  });
}

function whatIs(response: HttpResponse): string {
  const { status } = response;
  const by = makerOf(response);
  return isPage(response)
    ? `a web page (${status}${by === undefined ? "" : ` by ${by}`})`
    : `${status}${describe(response)}`;
}

/** True if the answer is that of Go's net/http to a plain request on a TLS port. */
function isHttpToHttps(response: HttpResponse): boolean {
  return response.status === 400 && response.body.includes("HTTP request to an HTTPS server");
}

/** True if a registry refuses writes for maintenance. Measured: 405, text, `Allow: GET, HEAD` from Distribution 2.8 and 3.x in maintenance. */
export function isReadOnly(response: HttpResponse): boolean {
  return response.status === 405 && response.headers.allow === "GET, HEAD";
}

/** Returns the registry's own words, on one line: a line break could be read as a command by a CI's log. */
function describe(response: HttpResponse): string {
  const words = registryErrors(response)
    ?.map(({ code, message }) => `${code} ${message}`.trim())
    .join("; ");
  const by = makerOf(response);
  if (words === undefined || words === "") return by === undefined ? "" : ` (by ${by})`;
  return ` (${cutEnd(oneLine(words), LONGEST_DETAIL)})`;
}
