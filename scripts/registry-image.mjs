import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findRegistryBinary } from "./find-registry.mjs";

const run = promisify(execFile);

/**
 * The content of the image.
 * @typedef {object} RegistryImage
 * @property {string} [binary] the registry's program (default: Distribution 2.8's, as `findRegistryBinary` finds it)
 * @property {string | object} [config] its configuration (default: that of the official image, where deleting is off)
 * @property {string} [configPath] the configuration's path (default: as in the official image of that version)
 * @property {boolean} [volume] true if /var/lib/registry is a volume (the default)
 */

/** The entrypoint, which acts as that of the official images: an argument that is a file is a configuration to serve; all others go to the registry. */
const entrypoint = `#!/bin/sh
set -e
if [ -f "$1" ]; then set -- serve "$@"; fi
if [ "$1" = sh ]; then exec "$@"; fi
exec /bin/registry "$@"
`;

/** The configuration of the official images. */
const officialConfig = `version: 0.1
log:
  fields:
    service: registry
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: /var/lib/registry
http:
  addr: :5000
  headers:
    X-Content-Type-Options: [nosniff]
health:
  storagedriver:
    enabled: true
    interval: 10s
    threshold: 3
`;

/**
 * Makes an image like the official ones, without a base image: the registry with its libraries, and busybox for a shell.
 * @param {{ work: string, busybox: string, docker: (args: string[]) => Promise<unknown> }} tools `work` is a directory
 *   for temporary files
 * @param {string} tag
 * @param {RegistryImage} image
 */
export async function makeRegistryImage({ work, busybox, docker }, tag, image) {
  const { config = officialConfig, volume = true } = image;
  const binary = image.binary ?? (await findRegistryBinary(() => {})).binary;
  const { stdout } = await run(binary, ["--version"]);
  const official = /\bv?3\./.test(stdout)
    ? "/etc/distribution/config.yml"
    : "/etc/docker/registry/config.yml";
  const { configPath = official } = image;
  const directory = await mkdtemp(join(work, "image-"));
  try {
    const root = join(directory, "root");
    for (const path of ["bin", "tmp", "var/lib/registry"]) await mkdir(join(root, path), { recursive: true });
    await copyBinary(binary, root);
    await copyBusybox(busybox, root);
    await write(join(root, configPath), typeof config === "string" ? config : JSON.stringify(config));
    await write(join(root, "entrypoint.sh"), entrypoint);
    await chmod(join(root, "entrypoint.sh"), 0o755);
    const archive = join(directory, "root.tar");
    await run("tar", ["-C", root, "--owner=0", "--group=0", "-cf", archive, "."]);
    const changes = [
      'ENTRYPOINT ["/entrypoint.sh"]',
      `CMD ["${configPath}"]`,
      "EXPOSE 5000",
      ...(volume ? ["VOLUME /var/lib/registry"] : []),
    ];
    await docker(["import", ...changes.flatMap((change) => ["--change", change]), archive, tag]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/**
 * Makes an image with a shell and the libraries that a program is linked with, to stand for the base of the program's image.
 * @param {{ work: string, busybox: string, docker: (args: string[]) => Promise<unknown> }} tools `work` is a directory
 *   for temporary files
 * @param {string} tag
 * @param {string} binary
 */
export async function makeBaseImage({ work, busybox, docker }, tag, binary) {
  const directory = await mkdtemp(join(work, "base-"));
  try {
    const root = join(directory, "root");
    for (const path of ["bin", "tmp"]) await mkdir(join(root, path), { recursive: true });
    await copyLibraries(binary, root);
    await copyBusybox(busybox, root);
    const archive = join(directory, "root.tar");
    await run("tar", ["-C", root, "--owner=0", "--group=0", "-cf", archive, "."]);
    await docker(["import", "--change", "CMD sh", archive, tag]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Copies the registry's binary, and its libraries.
 * @param {string} binary
 * @param {string} root
 */
async function copyBinary(binary, root) {
  await copyFile(binary, join(root, "bin/registry"));
  await copyLibraries(binary, root);
}

/**
 * Copies the libraries that a program is linked with to the same paths as on this machine.
 * @param {string} binary
 * @param {string} root
 */
async function copyLibraries(binary, root) {
  const { stdout } = await run("ldd", [binary]).catch(() => ({ stdout: "" })); // static ones have none
  for (const [library] of stdout.matchAll(/\/\S+/g)) {
    await mkdir(join(root, dirname(library)), { recursive: true });
    await copyFile(await realpath(library), join(root, library));
  }
}

/**
 * @param {string} busybox
 * @param {string} root
 */
async function copyBusybox(busybox, root) {
  await copyFile(busybox, join(root, "bin/busybox"));
  const names = (await run(busybox, ["--list"])).stdout.split("\n");
  for (const name of names.filter((name) => name !== "" && name !== "busybox")) {
    await symlink("busybox", join(root, "bin", name));
  }
}
