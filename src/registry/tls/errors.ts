import { codeOf } from "../../core/base/system-error.js";
import type { HttpResponse } from "../http/message.js";
import type { RegistryError } from "../port/registry.js";
import { isOfTls, isUnknownAuthority } from "./codes.js";
import { flawedConnection } from "./flawed.js";
import { handshakeError, ownRefused, wantsOwn } from "./handshake-errors.js";
import type { SecureSide } from "./secure.js";
import { authorityError, dateError, nameError, otherError } from "./certificate-errors.js";

/** The error of a connection, where it failed, and its certificates. */
export interface TlsFailure {
  /** `host[:port]`. */
  readonly host: string;
  readonly cause: unknown;
  readonly secure: Pick<SecureSide, "certificates" | "look">;
}

/** Returns the error of a TLS connection that failed, with the next step for that kind of failure. */
export async function tlsError(failure: TlsFailure): Promise<RegistryError> {
  const { cause, host, secure } = failure;
  const { flaws, own } = secure.certificates;
  const handshake = handshakeError({ host, cause, showsOwn: own !== undefined });
  if (handshake?.kind === "speaks-plain-http") return handshake;
  if (codeOf(cause) === "ERR_TLS_CERT_ALTNAME_INVALID") return nameError(host, cause);
  const needs = isUnknownAuthority(cause) ? "authorities" : "own";
  const flaw = flaws.find(({ of }) => of === needs || of === "both");
  const isHandshake = handshake !== undefined || !isOfTls(cause);
  // A file that can't be used is the likely reason: the authority, or the certificate that the server asked for.
  if (flaw !== undefined && (isHandshake || isUnknownAuthority(cause))) {
    return flawedConnection({ host, cause, flaw });
  }
  if (handshake !== undefined) return handshake;
  const peer = await secure.look();
  if (isUnknownAuthority(cause)) return authorityError({ host, cause, peer });
  return dateError({ host, cause, peer }) ?? otherError(host, cause);
}

/** Throws if an answer is nginx's about a client's certificate, which it asks for and does not insist on before it has an answer to give. @throws {RegistryError} */
export function refuseForCertificate({ url: { host }, body }: Pick<HttpResponse, "url" | "body">): void {
  if (body.includes("No required SSL certificate was sent")) throw wantsOwn(host, undefined);
  if (body.includes("The SSL certificate error")) {
    throw ownRefused({ host, cause: new Error("The SSL certificate error") });
  }
}

/** True if it is an error of TLS, or one that a file which can't be used may have caused: servers hang up where they ask for a certificate and get none. */
export function mayBeOfTls(cause: unknown, { certificates }: Pick<SecureSide, "certificates">): boolean {
  const isBrokenOff = ["", "ECONNRESET", "EPIPE"].includes(codeOf(cause));
  return isOfTls(cause) || (isBrokenOff && certificates.flaws.some(({ of }) => of !== "authorities"));
}
