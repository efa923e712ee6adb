import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { unpackDebian } from "./debian.mjs";
import { lastErrorLine } from "./programs.mjs";

const PACKAGES = [
  "squid",
  "squid-common",
  "squid-langpack",
  "libecap3",
  "libnetfilter-conntrack3",
  "libnfnetlink0",
  "libltdl7",
  "libtdb1",
];

/**
 * Finds squid, the proxy: in Debian's packages, which it unpacks into .cache/.
 * @param {(line: string) => void} say is called before a slow step, and with the reason if there is none
 * @returns {Promise<{ program: string, libraries: string, share: string, pages: string, helpers: string } | undefined>}
 */
export async function findSquid(say) {
  try {
    const root = await unpackDebian(PACKAGES, "squid", say);
    const names = await readdir(join(root, "usr/lib"));
    const machine = names.find((name) => name.includes("-linux-")) ?? "";
    return {
      program: join(root, "usr/sbin/squid"),
      libraries: join(root, "usr/lib", machine),
      share: join(root, "usr/share/squid"),
      pages: join(root, "usr/share/squid-langpack/templates"),
      helpers: join(root, "usr/lib/squid"),
    };
  } catch (error) {
    say(`There is no squid, and it can't be unpacked: ${lastErrorLine(error)}`);
    return undefined;
  }
}
