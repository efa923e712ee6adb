import { cutEnd } from "../../core/base/cut.js";
import { codeOf } from "../../core/base/system-error.js";
import { RegistryError } from "../port/registry.js";

// What Node throws before it sends, for a header or a path that can't be.
const UNSENDABLE = new Set([
  "ERR_INVALID_CHAR",
  "ERR_INVALID_HTTP_TOKEN",
  "ERR_HTTP_INVALID_HEADER_VALUE",
  "ERR_UNESCAPED_CHARACTERS",
]);
const LONGEST_REASON = 200;

/** Returns the error of a failed connection, in words for the person who named the host. It says the host, never a path, query or header. */
export function networkError(url: URL, cause: unknown): RegistryError {
  const { host } = url;
  const code = codeOf(cause);
  const reason = cutEnd(code === "" && cause instanceof Error ? cause.message : code, LONGEST_REASON);
  const own =
    (UNSENDABLE.has(code) ? unsendable(host, reason, cause) : undefined) ??
    (code.startsWith("HPE_") ? badAnswer(url, `it breaks the rules of HTTP (${reason})`) : undefined);
  if (own !== undefined) return own;
  return new RegistryError(
    "unreachable",
    {
      message: `${host} can't be reached (${reason})`,
      nextStep:
        "Check the host and port, and that this machine can reach it: GitHub's hosted runners can't reach a private address, " +
        "a self-hosted runner in the same network can.",
    },
    cause,
  );
}

/** Of a request that can't be written down. Its header is a secret, so it is not shown. */
function unsendable(host: string, reason: string, cause: unknown): RegistryError {
  return new RegistryError(
    "unauthorized",
    {
      message: `${host} can't be asked, for a header of the request has a character that none may have (${reason})`,
      nextStep:
        "Look at the user name, password or token for it: most often there is a line break in it, or at its end.",
    },
    cause,
  );
}

/** Returns the error of a host that answers, and not as a registry does. `why` completes "it does not answer as a registry does: …". */
export function badAnswer(url: URL, why: string): RegistryError {
  return new RegistryError("unexpected-answer", {
    message: `${url.host} does not answer as a registry does: ${why}`,
    nextStep: "Check that the image names a registry, and what stands in front of it.",
  });
}

/** Returns the error of a host that sends from plain HTTP to HTTPS. */
export function redirectsToHttps(from: URL, to: URL): RegistryError {
  return new RegistryError("speaks-https", {
    message: `${from.host} was asked over plain HTTP, and sends to HTTPS (${to.origin})`,
    nextStep: `Write ${to.origin}/… in image, and take ${from.host} out of plain-http.`,
  });
}
