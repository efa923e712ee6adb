import { readdirSync } from "node:fs";
import { join } from "node:path";
import { unpackDebian } from "../scripts/debian.mjs";
import { goInstall } from "../scripts/go-tools.mjs";
import { lastErrorLine, onPath } from "../scripts/programs.mjs";

/** @typedef {import("./contenders.mjs").Contender} Contender */
/** @typedef {import("./bench-registry.mjs").Say} Say */

/**
 * Another program that can delete tags. `list` prints the tags of "$IMAGE", `remove` deletes its "$tag", both in a shell with
 * the program at "$TOOL", and `remove` without single quotes; `method` describes for the table how it deletes.
 * @typedef {object} Rival
 * @property {string} name
 * @property {string} version
 * @property {string} method
 * @property {string} list
 * @property {string} remove
 * @property {Record<string, string>} env
 */

/** The rivals that the bench knows. */
export const RIVALS = ["curl", "regctl", "crane", "skopeo"];

const TOOLS = {
  crane: { module: "github.com/google/go-containerregistry/cmd/crane", version: "v0.21.9", binary: "crane" },
  regctl: { module: "github.com/regclient/regclient/cmd/regctl", version: "v0.11.7", binary: "regctl" },
};

const ACCEPT = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/** The loop that forums recommend, but with all four media types in Accept: without them it deletes the wrong manifest. */
const CURL = {
  name: "curl",
  method: "HEAD, then DELETE by digest",
  list: `"$TOOL" -fsS "http://$HOST/v2/$REPOSITORY/tags/list" | sed 's/.*"tags":\\[//; s/\\].*//' | tr -d '"' | tr , '\\n'`,
  remove:
    `digest=$("$TOOL" -fsSI -H "Accept: ${ACCEPT}" "http://$HOST/v2/$REPOSITORY/manifests/$tag" ` +
    `| tr -d "\\r" | sed -n "s/^docker-content-digest: //Ip"); ` +
    `"$TOOL" -fsS -X DELETE "http://$HOST/v2/$REPOSITORY/manifests/$digest"`,
};

const CRANE = {
  name: "crane",
  method:
    "`crane digest`, then `crane delete` of that digest, for 2.8 refuses a tag and 3.x would only untag",
  list: `"$TOOL" ls "$IMAGE"`,
  remove: `"$TOOL" delete "$IMAGE@$("$TOOL" digest "$IMAGE:$tag")"`,
};

const REGCTL = {
  name: "regctl",
  method:
    "`regctl tag delete`, which takes the tag alone (on 2.8 by way of an image of its own): the image stays",
  list: `"$TOOL" --host "reg=$HOST,tls=disabled" tag ls "$IMAGE"`,
  remove: `"$TOOL" --host "reg=$HOST,tls=disabled" tag delete "$IMAGE:$tag"`,
};

const SKOPEO = {
  name: "skopeo",
  method: "`skopeo delete`, which finds the digest and deletes that",
  list: `"$TOOL" list-tags --tls-verify=false "docker://$IMAGE" | sed -n 's/^ *"\\(3[^"]*\\)",*$/\\1/p'`,
  remove: `"$TOOL" delete --tls-verify=false "docker://$IMAGE:$tag"`,
};

/**
 * The rivals that are installed or can be.
 * @param {string[]} names
 * @param {Say} say is called for each that is left out, with the reason
 * @returns {Promise<Rival[]>}
 */
export async function findRivals(names, say) {
  const found = [];
  for (const name of names) {
    const rival = onPath("bash") === undefined ? undefined : await FINDERS[name]?.(say);
    if (rival === undefined) say(`${name} is left out: it can't be installed here`);
    else found.push(rival);
  }
  return found;
}

/** @type {Record<string, (say: Say) => Promise<Rival | undefined> | Rival | undefined>} */
const FINDERS = {
  curl: () => {
    const path = onPath("curl");
    return path === undefined ? undefined : { ...CURL, version: "", env: { TOOL: path } };
  },
  crane: (say) => fromGo("crane", CRANE, say),
  regctl: (say) => fromGo("regctl", REGCTL, say),
  skopeo: async (say) => {
    const env = await skopeo(say);
    return env && { ...SKOPEO, version: "", env };
  },
};

/**
 * @param {keyof typeof TOOLS} tool
 * @param {Omit<Rival, "version" | "env">} rival
 * @param {Say} say
 */
async function fromGo(tool, rival, say) {
  const path = await goInstall(TOOLS[tool], say);
  return path === undefined ? undefined : { ...rival, version: TOOLS[tool].version, env: { TOOL: path } };
}

/**
 * The environment for skopeo: the program on PATH, or Debian's with a library that it needs and that is rarely installed.
 * @param {Say} say
 * @returns {Promise<Record<string, string> | undefined>}
 */
async function skopeo(say) {
  const path = onPath("skopeo");
  if (path !== undefined) return { TOOL: path };
  try {
    const folder = await unpackDebian(["skopeo", "libgpgme11"], "skopeo", say);
    const [libraries = ""] = readdirSync(join(folder, "usr/lib")).filter((name) =>
      name.endsWith("-linux-gnu"),
    );
    return { TOOL: join(folder, "usr/bin/skopeo"), LD_LIBRARY_PATH: join(folder, "usr/lib", libraries) };
  } catch (error) {
    say(lastErrorLine(error));
    return undefined;
  }
}

/**
 * The contenders of a rival: one in a loop, and one that runs eight processes at once.
 * @param {Rival} rival
 * @returns {[Contender, ...Contender[]]}
 */
export function contendersOf(rival) {
  const { name, method, remove } = rival;
  return [
    contender(rival, `${name}, a loop`, method, `while read -r tag; do ${remove}; done`),
    contender(rival, `${name}, xargs -P 8`, "the same", `xargs -P 8 -I{} sh -c 'tag={}; ${remove}'`),
  ];
}

/**
 * @param {Rival} rival
 * @param {string} name
 * @param {string} what
 * @param {string} each
 * @returns {Contender}
 */
function contender({ list, env }, name, what, each) {
  const script = `set -o pipefail; ${list} | sort -V | head -n "-$KEEP" | ${each}`;
  return {
    name,
    what,
    command: ({ host, repository, keep }) => ({
      argv: ["bash", "-c", script],
      env: { ...env, HOST: host, REPOSITORY: repository, IMAGE: `${host}/${repository}`, KEEP: `${keep}` },
    }),
  };
}
