import { setTimeout as sleep } from "node:timers/promises";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  putManifest,
  type Repo,
} from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { parseReference } from "../../src/core/names/reference.js";
import { openRegistry } from "../../src/registry/open.js";
import { newRepository } from "./pruning.js";
import type { RegistryRow } from "./registry-rows.js";

/** The registry of REGISTRY_URL: Gitea, Pulp, or any other that somebody started. Its user and password are those of that URL. */
export interface GivenRegistry {
  readonly url: string;
  readonly login: { readonly username: string; readonly password: string } | undefined;
  readonly stop: () => Promise<unknown>;
}

/** Returns the registry of REGISTRY_URL; `undefined` where none is given. @throws {Error} where it is on another machine, and that is not said to be meant */
export async function givenRegistry(): Promise<GivenRegistry | undefined> {
  const given = process.env["REGISTRY_URL"];
  if (given === undefined || given === "") return undefined;
  const { url, stop } = await startRegistry();
  const { username, password } = new URL(given);
  const login = username === "" ? undefined : { username, password: decodeURIComponent(password) };
  return { url, login, stop };
}

/** The header that signs a push in. */
export function signedBy({
  username,
  password,
}: NonNullable<GivenRegistry["login"]>): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
}

/** A new repository of that registry. Some have one only below the name of its user. */
export function newGivenRepository({ url, login }: Omit<GivenRegistry, "stop">): Repo {
  const { name } = newRepository(url);
  if (login === undefined) return { base: url, name };
  const [last = "app"] = name.split("/");
  return { base: url, name: `${login.username}/${last}`, headers: signedBy(login) };
}

/** Returns the row of that registry, with its abilities as they are found in a repository that nobody else has. */
export async function givenRow(): Promise<RegistryRow | undefined> {
  const given = await givenRegistry();
  if (given === undefined) return undefined;
  const repo = newGivenRepository(given);
  const takesOci = await takes(repo, "oci");
  const format = takesOci ? "oci" : "docker";
  if (!takesOci) await pushImage(repo, ["1.0.0"], { format });
  return {
    ...{ name: "REGISTRY_URL", version: "", runBy: "given", format, turnsDeletesOff: false },
    untags: await untagsOf(given, repo),
    restores: await takesBack(repo),
    saysUnknown: await saysUnknown(given),
    takesSchema1: false,
    tagsOfDeleted: "go",
  };
}

async function saysUnknown(given: GivenRegistry): Promise<boolean> {
  const { base, name, headers } = newGivenRepository(given);
  const { status } = await fetch(`${base}/v2/${name}/tags/list`, { headers: { ...headers } });
  return status === 404;
}

async function takes(repo: Repo, format: "oci" | "docker"): Promise<boolean> {
  return pushImage(repo, ["1.0.0"], { format }).then(
    () => true,
    () => false,
  );
}

/** Asks as a run does: by a deletion of what nobody can have. */
async function untagsOf({ login }: GivenRegistry, { base, name }: Repo): Promise<RegistryRow["untags"]> {
  const { host, repository } = parseReference(`${new URL(base).host}/${name}`);
  const registry = await openRegistry({
    ...{ host, plainHttp: [], rights: ["pull", "delete"], concurrency: 2 },
    credentials: login === undefined ? { kind: "anonymous" } : { kind: "password", ...login },
    userAgent: "prune-image-tags/test",
    onSecret: () => undefined,
  });
  try {
    await registry.proveDeletes(repository);
    return (await registry.untags(repository)) === "yes" ? "yes" : "overwrite";
  } finally {
    registry.close();
  }
}

/** True if it has the layers of a deleted image, so that its manifest can be written again. */
async function takesBack(repo: Repo): Promise<boolean> {
  const { digest, mediaType, body } = await getManifest(repo, "1.0.0");
  await fetch(`${repo.base}/v2/${repo.name}/manifests/${digest ?? ""}`, {
    method: "DELETE",
    headers: { ...repo.headers },
  });
  for (let look = 0; look < 50 && (await getManifest(repo, digest ?? "")).status === 200; look += 1) {
    await sleep(200);
  }
  try {
    await putManifest(repo, "1.0.0", mediaType, body);
    await pullImage(repo, "1.0.0");
    return (await listTags(repo)).includes("1.0.0");
  } catch {
    return false;
  }
}
