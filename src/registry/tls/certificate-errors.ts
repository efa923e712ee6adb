import { isIP } from "node:net";
import { cutEnd } from "../../core/base/cut.js";
import { isObject, textAt } from "../../core/base/json.js";
import { codeOf } from "../../core/base/system-error.js";
import { RegistryError } from "../port/registry.js";
import type { PeerCertificate } from "./certificates.js";

/** A certificate that is not trusted. */
interface Distrust {
  readonly host: string;
  readonly cause: unknown;
  /** The words in it, where it could be seen. */
  readonly peer: PeerCertificate | undefined;
}

const MOST_NAMES = 10;
const LONGEST_NAMES = 300;

/** Returns the error of a certificate for other names, and which those are. */
export function nameError(host: string, cause: unknown): RegistryError {
  const names = namesIn(cause);
  const port = /:\d+$/.exec(host)?.[0] ?? "";
  const other = names.find((name) => !name.startsWith("*"));
  const instead = other === undefined ? "" : `, such as ${bracketed(other)}${port}`;
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `the certificate of ${host} is for ${listNames(names)}, and not for ${host.replace(/:\d+$/, "")}`,
      nextStep: `Name the registry in image by a name that its certificate is for${instead}, or have a certificate made with this name or address among its subjectAltNames.`,
    },
    cause,
  );
}

function namesIn(cause: unknown): readonly string[] {
  const certificate: unknown = isObject(cause) ? cause["cert"] : undefined;
  const names = (textAt(certificate, "subjectaltname") ?? "")
    .split(", ")
    .flatMap((entry) => /^(?:DNS|IP Address):(?<name>[\w.*:-]+)$/.exec(entry)?.groups?.["name"] ?? []);
  if (names.length > 0 || !isObject(certificate)) return names;
  const common = textAt(certificate["subject"], "CN");
  return common === undefined || !/^[\w.*:-]+$/.test(common) ? [] : [common];
}

function listNames(names: readonly string[]): string {
  if (names.length === 0) return "no name that can be read";
  const more = names.length > MOST_NAMES ? `, … and ${names.length - MOST_NAMES} more` : "";
  return `${cutEnd(names.slice(0, MOST_NAMES).join(", "), LONGEST_NAMES)}${more}`;
}

function bracketed(name: string): string {
  return isIP(name) === 6 ? `[${name}]` : name;
}

/** Returns the error of a certificate that is not valid today; `undefined` where its date is not what is wrong. */
export function dateError({ host, cause, peer }: Distrust): RegistryError | undefined {
  const code = codeOf(cause);
  const now = timeText(new Date());
  if (code === "CERT_HAS_EXPIRED") {
    const since = peer !== undefined && peer.to.getTime() < Date.now() ? ` at ${timeText(peer.to)}` : "";
    return new RegistryError(
      "untrusted-certificate",
      {
        message: `the certificate of ${host}, or that of an authority which signed it, has expired${since}; this machine's clock says ${now}`,
        nextStep:
          "Renew it, and have the server read the new one (a restart, mostly). If the clock is wrong, set it.",
      },
      cause,
    );
  }
  if (code !== "CERT_NOT_YET_VALID") return undefined;
  const from = peer !== undefined && peer.from.getTime() > Date.now() ? ` until ${timeText(peer.from)}` : "";
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `the certificate of ${host}, or that of an authority which signed it, is not valid yet${from}; this machine's clock says ${now}`,
      nextStep:
        "Look at the clock of this machine, and at that of the machine where the certificate was made: one of them is wrong. Set it (NTP).",
    },
    cause,
  );
}

function timeText(time: Date): string {
  return Number.isNaN(time.getTime()) ? "an unknown time" : `${time.toISOString().slice(0, 19)}Z`;
}

/** Returns the error of a certificate that no authority signed which is known here. */
export function authorityError({ host, cause, peer }: Distrust): RegistryError {
  const code = codeOf(cause);
  const own = `into /etc/docker/certs.d/${host}/ca.crt, as for Docker, or name it in ca-file`;
  if (code === "DEPTH_ZERO_SELF_SIGNED_CERT") {
    return new RegistryError(
      "untrusted-certificate",
      {
        message: `the certificate of ${host} is signed by itself, and it is not trusted here (${code})`,
        nextStep: `Put that certificate ${own}.`,
      },
      cause,
    );
  }
  const issuer = peer === undefined ? "" : `, ${peer.issuer},`;
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `the authority${issuer} that signed the certificate of ${host} is not known here (${code})`,
      nextStep:
        `Put the certificate of that authority ${own} (NODE_EXTRA_CA_CERTS counts too). ` +
        "If it is a public one, the server sends its own certificate alone: give it the whole chain (fullchain.pem).",
    },
    cause,
  );
}

/** Returns the error of a certificate with which something else is wrong. */
export function otherError(host: string, cause: unknown): RegistryError {
  const reason = codeOf(cause);
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `the TLS connection to ${host} can't be trusted (${reason})`,
      nextStep: `Look at the certificates that it sends (openssl s_client -connect HOST:PORT -showcerts), and have those made anew that are not in order.`,
    },
    cause,
  );
}
