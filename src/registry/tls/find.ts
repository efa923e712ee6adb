import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isNotThere } from "../../core/base/system-error.js";
import { whyUnreadable } from "../../files/read-regular.js";
import { inHome } from "../connection/home.js";
import { type Certificates, NO_CERTIFICATES, type TlsSettings } from "./certificates.js";

/**
 * Reads the certificates for a host: those that the settings name, and `certs.d/HOST[:PORT]/` as Docker does
 * (https://docs.docker.com/engine/security/certificates/): each `*.crt` is an authority to trust besides the usual ones, and a `*.cert` with the `*.key` of the same
 * name is the client's own. Looked for in `/etc/docker` and in the user's `docker` configuration folder, where rootless Docker has it.
 * @param isNamed true if the user has named this host: the client's own certificate of the settings is for it alone
 * @throws {PruneError} where a file that a setting names can't be used
 */
export async function certificatesFor(
  host: string,
  settings: TlsSettings | undefined,
  isNamed: boolean,
): Promise<Certificates> {
  const ofFolder = await fromDocker(host);
  const own = isNamed ? settings?.own : undefined;
  if (settings?.caFile === undefined && own === undefined) return ofFolder;
  const { readNamed } = await import("./files.js");
  const named = await readNamed(settings?.caFile, own);
  return {
    authorities: [...ofFolder.authorities, ...named.authorities],
    flaws: ofFolder.flaws,
    ...((named.own ?? ofFolder.own) ? { own: named.own ?? ofFolder.own } : {}),
  };
}

async function fromDocker(host: string): Promise<Certificates> {
  const configuration = process.env["XDG_CONFIG_HOME"] ?? inHome(".config");
  const own = configuration === undefined ? [] : [join(configuration, "docker")];
  for (const base of ["/etc/docker", ...own]) {
    const folder = join(base, "certs.d", host);
    try {
      const names = (await readdir(folder)).sort();
      if (names.length > 0) return await (await import("./files.js")).readFolder(folder, names);
    } catch (cause) {
      if (isNotThere(cause)) continue;
      const what = `${folder} can't be read (${whyUnreadable(cause)})`;
      return { authorities: [], flaws: [{ of: "both", what, fix: "Let the user that runs this read it." }] };
    }
  }
  return NO_CERTIFICATES;
}
