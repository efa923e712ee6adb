import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { measureBlobs, rootOnThisMachine } from "../../src/disk/container/blob-sizes.js";
import type { RegistrySite } from "../../src/disk/container/site.js";
import { listStoredRepositories } from "../../src/disk/container/stored-repositories.js";
import { blobPath } from "../../src/disk/storage/storage.js";
import { makeUpEngine, makeUpSite } from "../support/fake-engine.js";
import { digest } from "../support/snapshots.js";

const BLOB = digest("blob");
const S3 = { location: { kind: "other" }, cache: undefined } as const;

let source: string;
const at = (path: string): string => join(source, "docker/registry/v2", path);
beforeEach(async () => {
  source = await mkdtemp(join(tmpdir(), "storage-"));
  await mkdir(dirname(at(blobPath(BLOB))), { recursive: true });
  await writeFile(at(blobPath(BLOB)), "12345");
});
afterEach(() => rm(source, { recursive: true }));

/** A registry whose images are in a folder of this machine, in an engine that says another size of every blob. */
function siteOf(folder: string, destination = "/var/lib/registry"): RegistrySite {
  const { engine } = makeUpEngine({
    fileSize: (_, path) => Promise.resolve(path.endsWith(blobPath(BLOB)) ? 7 : undefined),
  });
  const mounts = [{ kind: "bind", source: folder, destination, isWritable: true }] as const;
  return makeUpSite(engine, { container: { mounts } });
}

describe("blobs", () => {
  test("are measured on this machine, where one of them is seen there", async () => {
    expect(await rootOnThisMachine(siteOf(source), [BLOB])).toBe(source);
    expect(await measureBlobs(siteOf(source), [BLOB, digest("gone")])).toEqual(new Map([[BLOB, 5]]));
  });

  test("are found below a mount that is above the registry's folder", async () => {
    await mkdir(join(source, "lib"));
    await symlink(source, join(source, "lib/registry"));
    expect(await rootOnThisMachine(siteOf(source, "/var"), [BLOB])).toBe(join(source, "lib/registry"));
  });

  test.each<[string, (site: RegistrySite) => RegistrySite, boolean]>([
    ["the folder of that name is another's", () => siteOf(join(source, "blobs")), true],
    ["they are in no volume", (site) => makeUpSite(site.engine, { container: { mounts: [] } }), true],
    ["they are no files", (site) => ({ ...site, storage: S3 }), false],
  ])("are not looked for here where %s", async (_, make, isMeasured) => {
    const site = make(siteOf(source));
    expect(await rootOnThisMachine(site, [BLOB])).toBeUndefined();
    expect(await measureBlobs(site, [BLOB])).toEqual(new Map(isMeasured ? [[BLOB, 7]] : []));
    expect(await listStoredRepositories(site, [BLOB])).toEqual([]);
  });

  test("that are none show nothing", async () => {
    expect(await rootOnThisMachine(siteOf(source), [])).toBeUndefined();
    expect(await measureBlobs(siteOf(source), [])).toEqual(new Map());
  });
});

test("the repositories of a storage are those that have manifests, nested ones too", async () => {
  for (const path of [
    "app/_manifests",
    "app/nested/_manifests",
    "team/one/_manifests",
    "empty/_layers",
    "_manifests",
  ]) {
    await mkdir(at(`repositories/${path}`), { recursive: true });
  }
  await mkdir(at("repositories/app/_uploads/strange/_manifests"), { recursive: true });
  await writeFile(at("repositories/file"), "");
  await symlink(at("repositories/team"), at("repositories/link"));
  const found = await listStoredRepositories(siteOf(source), [BLOB]);
  expect([...found].sort()).toEqual(["app", "app/nested", "team/one"]);
});
