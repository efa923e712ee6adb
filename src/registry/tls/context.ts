import { createSecureContext, rootCertificates, type SecureContext } from "node:tls";
import { MOST_BYTES, readRegular } from "../../files/read-regular.js";
import type { Certificates } from "./certificates.js";

/** Returns what a TLS connection trusts and shows; `undefined` where that is Node's own. @param more authorities besides those of the files */
export async function contextFor(
  { authorities, own }: Pick<Certificates, "authorities" | "own">,
  more: readonly string[] = [],
): Promise<SecureContext | undefined> {
  const added = [...authorities, ...more];
  if (added.length === 0 && own === undefined) return undefined;
  return createSecureContext({
    // `ca` replaces what Node trusts by itself, NODE_EXTRA_CA_CERTS included, so that is given again.
    ...(added.length === 0 ? {} : { ca: [...rootCertificates, ...(await extraAuthorities()), ...added] }),
    ...own,
  });
}

async function extraAuthorities(): Promise<readonly string[]> {
  // Node itself only warns where it can't be read.
  return textsOf([process.env["NODE_EXTRA_CA_CERTS"] ?? ""]);
}

// Where Go, and so Docker, looks for this system's authorities (crypto/x509, root_linux.go and its siblings).
const PLACES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/tls/cacert.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** Returns the authorities that this system trusts, which Node does not look at and Docker does: those of a company are mostly there. `SSL_CERT_FILE` names another file. */
export async function systemAuthorities(): Promise<readonly string[]> {
  const named = process.env["SSL_CERT_FILE"] ?? "";
  const [first] = await textsOf(named === "" ? PLACES : [named]);
  return first === undefined ? [] : [first];
}

/** Returns the texts of the files that can be read. */
async function textsOf(paths: readonly string[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const path of paths) {
    const bytes = await readRegular(path, MOST_BYTES.configuration).catch(() => undefined);
    if (bytes !== undefined) texts.push(bytes.toString("latin1"));
  }
  return texts;
}
