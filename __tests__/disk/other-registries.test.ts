import { expect, test } from "vitest";
import { refuseNeighbours } from "../../src/disk/container/other-registries.js";
import { makeUpEngine, makeUpSite } from "../support/fake-engine.js";

const SOURCE = "/volumes/v/_data";

interface Other {
  readonly name?: string;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly source?: string;
  readonly isWritable?: boolean;
  readonly mounts?: readonly object[];
}

/** Looks for neighbours of a registry in an engine that has another container. */
function look(other: Other | undefined, site: Parameters<typeof makeUpSite>[1] = {}) {
  const asked: string[] = [];
  const { name = "other", image = "sha256:feed", command = ["registry", "serve", "/c.yml"] } = other ?? {};
  const { source = SOURCE, isWritable: RW = true } = other ?? {};
  const mount = { Type: "volume", Source: source, Destination: "/x", RW };
  const { engine } = makeUpEngine({
    run: (args) => {
      asked.push(args.slice(0, 2).join(" "));
      return Promise.resolve("id-1\n");
    },
    inspect: () =>
      Promise.resolve(
        other === undefined
          ? undefined
          : {
              Id: "id-1",
              Name: `/${name}`,
              Image: image,
              Config: { Cmd: command },
              Mounts: other.mounts ?? [mount],
            },
      ),
  });
  return { looking: refuseNeighbours(makeUpSite(engine, site)), asked };
}

test.each<[string, Other]>([
  ["of the same image", { command: ["/start"] }],
  ["of another image that runs a registry", { image: "sha256:other" }],
  [
    "of another image that runs Debian's registry",
    { image: "x", command: ["/usr/bin/docker-registry", "serve"] },
  ],
  ["that has a folder of the storage", { source: `${SOURCE}/docker` }],
  ["that has a folder with the storage in it", { source: "/volumes/v/" }],
])("a container %s would take pushes meanwhile", async (_, other) => {
  await expect(look(other).looking).rejects.toThrow("the container other serves the same images as registry");
});

test.each<[string, Other | undefined]>([
  ["is gone by now", undefined],
  ["is the registry itself", { name: "registry" }],
  ["collects for it", { name: "registry-garbage-collection" }],
  ["looks for it", { name: "registry-garbage-collection-dry-run" }],
  ["runs something else on the same files", { image: "sha256:other", command: ["nginx"] }],
  ["only reads", { isWritable: false }],
  ["has other files", { source: "/volumes/w/_data" }],
  ["has files whose name begins alike", { source: `${SOURCE}2` }],
  ["has a folder in memory alone", { source: "" }],
  ["has no files", { mounts: [] }],
  ["can't be told what it runs", { command: ["/bin/sh", "-c", "registry serve /c.yml"] }],
])("one that %s is no neighbour", async (_, other) => {
  const { looking, asked } = look(other);
  await looking;
  expect(asked).toEqual(["container ls"]);
});

test.each<[string, Parameters<typeof makeUpSite>[1]]>([
  ["its images are no files", { storage: { location: { kind: "other" }, cache: undefined } }],
  ["its images are in no volume", { container: { mounts: [] } }],
])("a registry has none where %s", async (_, site) => {
  const { looking, asked } = look({}, site);
  await looking;
  expect(asked).toEqual([]);
});
