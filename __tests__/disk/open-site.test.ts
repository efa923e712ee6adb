import { symlink, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { type Engine, EngineError } from "../../src/disk/container/engine.js";
import { copyConfig, refuseUnsafeStorage } from "../../src/disk/container/open-site.js";
import { inspectContainer } from "../../src/disk/container/site.js";
import { makeUpEngine, makeUpSite } from "../support/fake-engine.js";

const { container } = makeUpSite(makeUpEngine().engine);
const files = { location: { kind: "filesystem", root: "/var/lib/registry" }, cache: undefined } as const;
const mount = (kind: "volume" | "bind" | "other") =>
  ({ kind, source: "/s", destination: "/var/lib/registry", isWritable: true }) as const;

describe("a registry's storage", () => {
  test.each([
    ["remembers blobs in redis", { ...files, cache: "redis" }, [mount("volume")], "remembers blobs in redis"],
    ["is in the container alone", files, [], "so no other container can see them"],
    ["is in memory", files, [mount("other")], "and stopping it would lose them"],
  ] as const)("that %s is refused", (...row) => {
    const [, storage, mounts, why] = row;
    expect(() => refuseUnsafeStorage({ ...container, mounts }, storage)).toThrow(why);
  });

  test.each([
    ["in a volume", files, [mount("volume")]],
    ["in a folder", { ...files, cache: "inmemory" }, [mount("bind")]],
    ["not of files, which need no volume", { location: { kind: "other" }, cache: undefined }, []],
  ] as const)("%s is not", (...row) => {
    const [, storage, mounts] = row;
    expect(() => refuseUnsafeStorage({ ...container, mounts }, storage)).not.toThrow();
  });
});

describe("a registry's configuration", () => {
  const two = { ...container, configPaths: ["/2.yml", "/3.yml"] };
  /** Copies with an engine that makes a file of each path as it is told. */
  function copy(make: (from: string, to: string) => Promise<unknown>, program = "docker") {
    const asked: string[] = [];
    const run: Engine["run"] = async (args) => {
      const to = args.at(-1) ?? "";
      asked.push(args.slice(2, -1).join(" "));
      await make(args.at(-2) ?? "", to);
      return "";
    };
    return { copying: copyConfig(makeUpEngine({ run, program }).engine, two), asked };
  }
  const absent = (): Promise<never> => Promise.reject(new EngineError("there is no such file", "none"));

  test("is copied from the first place that has it", async () => {
    const { copying, asked } = copy((from, to) =>
      from.endsWith("/3.yml") ? writeFile(to, "a: 1") : absent(),
    );
    expect(await copying).toBe("a: 1");
    expect(asked).toEqual(["--follow-link id-of-registry:/2.yml", "--follow-link id-of-registry:/3.yml"]);
  });

  test("is copied by podman without a flag that it does not know", async () => {
    const { copying, asked } = copy((_, to) => writeFile(to, "a: 1"), "podman");
    expect(await copying).toBe("a: 1");
    expect(asked).toEqual(["id-of-registry:/2.yml"]);
  });

  test("that is in no place is an error that names them", async () => {
    const { copying, asked } = copy(absent);
    await expect(copying).rejects.toMatchObject({
      message: expect.stringContaining("can't be copied out of it: there is no such file") as string,
      nextStep: expect.stringContaining("/2.yml and /3.yml") as string,
    });
    expect(asked).toHaveLength(2);
  });

  test("that comes as a link to a file of this machine is not read", async () => {
    const { copying, asked } = copy((_, to) => symlink("/proc/self/status", to));
    await expect(copying).rejects.toThrow("it is a symbolic link");
    expect(asked).toHaveLength(1);
  });

  test("that can't be copied by a mistake of this program is that mistake", async () => {
    const mistake = new TypeError("no function");
    const { copying } = copy(() => Promise.reject(mistake));
    await expect(copying).rejects.toBe(mistake);
  });
});

test("a container that is gone is said to be", async () => {
  await expect(inspectContainer(makeUpEngine().engine, "registry")).rejects.toThrow("registry is gone");
});
