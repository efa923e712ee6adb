import { cp, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findDistribution3, goBuild, goInstall } from "./go-tools.mjs";

/**
 * The registries that are built with Go, and their versions.
 * @typedef {keyof typeof BUILDS} GoRegistry
 */

/** @typedef {(line: string) => void} Say is called before a slow step, and with the reason if a program can't be built */

const BUILDS = {
  "Distribution 2.1.0": oldDistribution("2.1.0"),
  "Distribution 2.3.0": oldDistribution("2.3.0"),
  "Distribution 2.4.1": oldDistribution("2.4.1"),
  "Distribution 2.5.2": oldDistribution("2.5.2"),
  "Distribution 2.6.2": oldDistribution("2.6.2"),
  "Distribution 2.7.1": oldDistribution("2.7.1"),
  "Distribution 2.8.3": oldDistribution("2.8.3"),
  "Distribution 3.0.0": distribution3("3.0.0"),
  "Distribution 3.1.1": findDistribution3,
  "crane registry serve 0.20.3": crane,
  ocimem,
};

/**
 * Builds a registry with Go, which no Debian package has.
 * @param {GoRegistry} registry
 * @param {Say} say
 * @returns {Promise<string | undefined>} its path; undefined if Go is missing or can't build it
 */
export function findGoRegistry(registry, say) {
  return BUILDS[registry](say);
}

/** @param {string} version */
function distribution3(version) {
  const module = "github.com/distribution/distribution/v3/cmd/registry";
  return (/** @type {Say} */ say) => goInstall({ module, version: `v${version}`, binary: "registry" }, say);
}

/** @param {Say} say */
function crane(say) {
  const module = "github.com/google/go-containerregistry/cmd/crane";
  return goInstall({ module, version: "v0.20.3", binary: "crane" }, say);
}

/**
 * The build of Distribution 2, whose module is older than Go's modules: its dependencies are those that scripts/old-registry/ names.
 * @param {string} version like 2.5.2
 */
function oldDistribution(version) {
  const tool = { module: "github.com/docker/distribution", version: `v${version}`, binary: "registry" };
  const day = /^2\.[13]\./.exec(version)?.[0].slice(0, 3);
  const modsOfDay = day === "2.1" ? "go-2.1.mod.txt" : "go.mod.txt";
  const mods = /^2\.[1-6]\./.test(version) ? modsOfDay : "go-2.7.mod.txt";
  return (/** @type {Say} */ say) =>
    goBuild(tool, say, async (go, work) => {
      await copySource("old-registry/", work, { mods, version: tool.version });
      if (day !== undefined) await rename(join(work, `main-${day}.go.txt`), join(work, "main.go"));
      await go("build", "-o", tool.binary, ".");
    });
}

/** @param {Say} say */
function ocimem(say) {
  const module = "cuelabs.dev/go/oci/ociregistry";
  const tool = { module, version: "v0.0.0-20251212221603-3adeb8663819", binary: "ocimem" };
  return goBuild(tool, say, async (go, work) => {
    await copySource("ocimem/", work, { mods: "go.mod.txt", version: tool.version });
    await go("build", "-o", tool.binary, ".");
  });
}

/**
 * @param {string} folder below scripts/
 * @param {string} work
 * @param {{ mods: string, version: string }} options the file of its dependencies, and the version that it is built of
 */
async function copySource(folder, work, { mods, version }) {
  const source = fileURLToPath(new URL(folder, import.meta.url));
  await cp(source, work, { recursive: true });
  const requirements = await readFile(join(source, mods), "utf8");
  await writeFile(join(work, "go.mod"), requirements.replace("VERSION", version));
}
