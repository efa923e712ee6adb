import { codeOf } from "../../core/base/system-error.js";
import { RegistryError } from "../port/registry.js";
import type { Flaw } from "./certificates.js";

/** Returns the error of a host's files that can't be used, and without which it is not asked. */
export function flawedFiles(host: string, { what, fix }: Flaw): RegistryError {
  return new RegistryError("untrusted-certificate", {
    message: `the certificates for ${host} can't be used: ${what}`,
    nextStep: `${fix} Docker's folder for this registry is certs.d/${host}/.`,
  });
}

/** Returns the error of a connection that failed where a file lacks which can't be used. */
export function flawedConnection({
  host,
  cause,
  flaw,
}: {
  readonly host: string;
  readonly cause: unknown;
  readonly flaw: Flaw;
}): RegistryError {
  const code = codeOf(cause);
  const reason = code === "" && cause instanceof Error ? cause.message : code;
  return new RegistryError(
    "untrusted-certificate",
    {
      message: `the TLS connection to ${host} failed (${reason}), and ${flaw.what}`,
      nextStep: `${flaw.fix} Docker's folder for this registry is certs.d/${host}/.`,
    },
    cause,
  );
}
