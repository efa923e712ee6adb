import { cutEnd } from "../../core/base/cut.js";
import { codeOf } from "../../core/base/system-error.js";
import { RegistryError } from "../port/registry.js";

const UNTRUSTED = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_UNTRUSTED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);
const NOT_TLS = new Set(["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG", "EPROTO"]);

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
    notSent(host, reason, cause) ??
    (code.startsWith("HPE_") ? badAnswer(url, `it breaks the rules of HTTP (${reason})`) : undefined);
  if (own !== undefined) return own;
  if (url.protocol === "https:" && NOT_TLS.has(code) && !isClientCertificateAlert(cause)) {
    return speaksPlainHttp(host, cause);
  }
  if (UNTRUSTED.has(code) || /^(?:ERR_SSL|ERR_TLS|EPROTO$)/.test(code)) {
    return untrusted(host, reason, cause);
  }
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

/** Returns the error of a request that could not be made at all. */
function notSent(host: string, reason: string, cause: unknown): RegistryError | undefined {
  const code = codeOf(cause);
  if (UNSENDABLE.has(code)) return unsendable(host, reason, cause);
  const isKey = code.startsWith("ERR_OSSL") || code === "ERR_CRYPTO_OPERATION_FAILED";
  return isKey ? unusable(host, reason, cause) : undefined;
}

function isClientCertificateAlert(cause: unknown): boolean {
  return cause instanceof Error && /alert/i.test(cause.message);
}

function speaksPlainHttp(host: string, cause: unknown): RegistryError {
  return new RegistryError(
    "speaks-plain-http",
    {
      message: `${host} was asked over HTTPS and speaks plain HTTP`,
      nextStep:
        `If that is how it is meant to be, name it: plain-http: ${host} (on the command line, --plain-http ${host}), ` +
        "and write no https:// before it in image.",
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

/** Of a certificate or key that OpenSSL can't use. */
function unusable(host: string, reason: string, cause: unknown): RegistryError {
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `the certificates or the key for ${host} can't be used (${reason})`,
      nextStep: `Look at the files in certs.d/${host}/ of Docker's folder: PEM, and a key without a passphrase, which nobody could be asked for.`,
    },
    cause,
  );
}

function untrusted(host: string, reason: string, cause: unknown): RegistryError {
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `the TLS connection to ${host} can't be trusted (${reason})`,
      nextStep:
        `Put the certificate of the authority that signed it into /etc/docker/certs.d/${host}/ca.crt, as for Docker ` +
        "(client.cert and client.key beside it where the registry asks for them), or name it in NODE_EXTRA_CA_CERTS.",
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
