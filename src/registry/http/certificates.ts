import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { PruneError } from "../../core/base/errors.js";
import { isNotThere } from "../../core/base/system-error.js";
import { MOST_BYTES, readRegular, whyUnreadable } from "../../files/read-regular.js";
import { inHome } from "../connection/home.js";

/** The certificates for TLS connections to one host, as PEM texts. Without any, Node's own defaults count. */
export interface Certificates {
  readonly ca?: readonly string[];
  readonly cert?: string;
  readonly key?: string;
}

/**
 * Reads `certs.d/HOST[:PORT]/` as Docker does (https://docs.docker.com/engine/security/certificates/): each `*.crt` is an
 * authority to trust besides the usual ones, and a `*.cert` with the `*.key` of the same name is the client's own.
 * Looked for in `/etc/docker` and in the user's `docker` configuration folder, where rootless Docker has it.
 * @throws {PruneError} where a file is there and can't be read
 */
export async function certificatesFor(host: string): Promise<Certificates> {
  const configuration = process.env["XDG_CONFIG_HOME"] ?? inHome(".config");
  const own = configuration === undefined ? [] : [join(configuration, "docker")];
  for (const base of ["/etc/docker", ...own]) {
    const folder = join(base, "certs.d", host);
    try {
      const names = (await readdir(folder)).sort();
      if (names.length > 0) return await readFolder(folder, names);
    } catch (cause) {
      if (isNotThere(cause)) continue;
      if (cause instanceof PruneError) throw cause;
      throw new PruneError(
        `${folder} can't be read (${whyUnreadable(cause)})`,
        "Let the user that runs this read it, or remove it.",
        { cause },
      );
    }
  }
  return {};
}

async function readFolder(folder: string, names: readonly string[]): Promise<Certificates> {
  const read = (name: string): Promise<string> => readText(join(folder, name));
  const authorities = await Promise.all(names.filter((name) => name.endsWith(".crt")).map(read));
  const cert = names.find((name) => name.endsWith(".cert"));
  const key = cert?.replace(/\.cert$/, ".key");
  if (cert !== undefined && key !== undefined && !names.includes(key)) throw noKey(folder, cert, key);
  return {
    // `ca` replaces what Node trusts by itself, NODE_EXTRA_CA_CERTS included, so that is given again.
    ...(authorities.length === 0
      ? {}
      : { ca: [...rootCertificates, ...(await extraAuthorities()), ...authorities] }),
    ...(cert === undefined || key === undefined ? {} : { cert: await read(cert), key: await read(key) }),
  };
}

/** Docker refuses that too. */
function noKey(folder: string, cert: string, key: string): PruneError {
  return new PruneError(
    `${join(folder, cert)} has no key beside it, ${key}`,
    "Put the key of that certificate there, or remove the certificate.",
  );
}

async function extraAuthorities(): Promise<readonly string[]> {
  const path = process.env["NODE_EXTRA_CA_CERTS"];
  if (path === undefined || path === "") return [];
  // Node itself only warns where it can't be read.
  return readText(path).then(
    (text) => [text],
    () => [],
  );
}

async function readText(path: string): Promise<string> {
  return (await readRegular(path, MOST_BYTES.configuration)).toString("utf8");
}
