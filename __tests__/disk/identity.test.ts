import { EventEmitter, once } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { isRepositoryName } from "../../src/core/names/reference.js";
import type { Engine } from "../../src/disk/container/engine.js";
import { proveIdentity } from "../../src/disk/container/proof/identity.js";
import type { RegistrySite } from "../../src/disk/container/site.js";
import type { RegistryHost } from "../../src/registry/distribution/host.js";
import type { Liveness } from "../../src/registry/distribution/liveness.js";

/** A registry and a container, by what each of them would say. */
interface Scene {
  readonly liveness?: Liveness;
  /** The reads, by their number from 1, that do not come into the container's log. */
  readonly unlogged?: (read: number) => boolean;
  /** The reads that a proxy answers in the registry's place. */
  readonly limited?: (read: number) => boolean;
  /** True if the engine can't read the log. */
  readonly isSilent?: boolean;
  readonly isStderr?: boolean;
  readonly upload?: "seen" | "late" | "unseen" | "refused";
  readonly isTrusted?: boolean;
  readonly hasRepository?: boolean;
  readonly isS3?: boolean;
  readonly isDryRun?: boolean;
}

const REPOSITORY = "team/app";

function stage(scene: Scene) {
  const log = new EventEmitter();
  const did: string[] = [];
  let reads = 0;
  const engine = {
    program: "docker",
    inspect: () => Promise.resolve(undefined),
    run: () => Promise.reject(new Error("nothing is run")),
    fileSize: (_: string, path: string) => {
      did.push(path);
      const isThere =
        scene.upload === "seen" ||
        (scene.upload === "late" && did.filter((each) => each === path).length > 1);
      return Promise.resolve(isThere ? 20 : undefined);
    },
    fileTime: () => Promise.resolve(undefined),
    async follow(_args, { onLine, onErrorLine, signal }) {
      if (scene.isSilent === true) return { code: 1, errorOutput: "driver does not support reading" };
      const isStderr = scene.isStderr === true;
      log.on("line", isStderr ? (onErrorLine ?? (() => undefined)) : onLine);
      if (!signal.aborted) await once(signal, "abort");
      did.push("log ended");
      return { code: -1, errorOutput: "" };
    },
  } satisfies Engine;
  const host = {
    name: "registry:5000",
    liveness: () => Promise.resolve(scene.liveness ?? { kind: "up" }),
    askMadeUp: () => {
      reads += 1;
      const words = `asked-by=${String(reads)};`;
      if (scene.unlogged?.(reads) !== true) {
        log.emit("line", `"GET /v2/team/app/manifests/x?${words} HTTP/1.1" 404`);
      }
      return Promise.resolve({ words, isAnswered: scene.limited?.(reads) !== true });
    },
    withUpload: async (_: string, look: (id: string) => Promise<unknown>) => {
      if (scene.upload === "refused") return { kind: "refused", why: "it answered 500" };
      did.push("upload begun");
      return { kind: "begun", seen: await look("id") };
    },
  } as unknown as RegistryHost;
  const location = scene.isS3 === true ? { kind: "other" } : { kind: "filesystem", root: "/root" };
  const site = {
    engine,
    container: { id: "1234", name: "registry" },
    storage: { location, cache: undefined },
  } as unknown as RegistrySite;
  if (!isRepositoryName(REPOSITORY)) throw new Error("it is a name");
  const named = {
    host,
    repository: REPOSITORY,
    hasRepository: scene.hasRepository ?? true,
    isTrusted: scene.isTrusted ?? false,
    ...(scene.isDryRun === true ? { onUnproven: () => did.push("left open") } : {}),
  };
  return { did, proving: proveIdentity(site, named) };
}

describe("a container is the registry that was named", () => {
  test.each<readonly [string, Scene]>([
    ["where its log has what was made up", {}],
    ["where the log is on standard error", { isStderr: true }],
    ["where the log is watched a while after the first read", { unlogged: (read) => read < 3 }],
    [
      "where a rate limit kept some of the reads from it",
      { unlogged: (read) => read > 5, limited: (read) => read > 5 },
    ],
  ])("%s", async (_, scene) => {
    const { did, proving } = stage(scene);
    await proving;
    expect(did).toEqual(["log ended"]);
  });

  test("where its log is silent, and an upload is in its storage", async () => {
    const { did, proving } = stage({ isSilent: true, upload: "seen" });
    await proving;
    expect(did).toEqual([
      "upload begun",
      "/root/docker/registry/v2/repositories/team/app/_uploads/id/startedat",
    ]);
  });

  test("where that upload is seen a moment later, as on a network's file system", async () => {
    const { did, proving } = stage({ isSilent: true, upload: "late" });
    await proving;
    expect(did).toHaveLength(3);
  });

  test("where neither can be had, and it is the user's word", async () => {
    const { did, proving } = stage({ isSilent: true, upload: "refused", isTrusted: true });
    await proving;
    expect(did).toEqual([]);
  });
});

describe("in a dry run", () => {
  test("its log shows it, and nothing is begun", async () => {
    const { did, proving } = stage({ isDryRun: true });
    await proving;
    expect(did).toEqual(["log ended"]);
  });

  test("a silent log leaves it open, for an upload would be a change", async () => {
    const { did, proving } = stage({ isDryRun: true, isSilent: true, upload: "seen" });
    await proving;
    expect(did).toEqual(["left open"]);
  });

  test("reads that went elsewhere are an error all the same", async () => {
    const { proving } = stage({ isDryRun: true, unlogged: (read) => read === 4 });
    await expect(proving).rejects.toThrow("only a part is in its log");
  });
});

describe("it is not proven", () => {
  const silent = { isSilent: true } as const;
  test.each<readonly [string, Scene, string]>([
    [
      "where nothing listens",
      { liveness: { kind: "down", how: "refused" } },
      "no registry answers there (refused)",
    ],
    ["where a proxy says 503", { liveness: { kind: "down", how: "503" } }, "no registry answers there (503)"],
    [
      "where nothing listens, whatever the user says",
      { liveness: { kind: "down", how: "refused" }, isTrusted: true },
      "no registry answers there",
    ],
    ["where nobody knows", { liveness: { kind: "unknown", why: "504" } }, "no registry answers there (504)"],
    [
      "where a part of the reads went elsewhere",
      { unlogged: (read) => read === 4 },
      "only a part is in its log",
    ],
    [
      "where a part of the reads went elsewhere, whatever the user says",
      { unlogged: (read) => read === 4, isTrusted: true },
      "only a part is in its log",
    ],
    ["where the upload is elsewhere", { ...silent, upload: "unseen" }, "is not in its storage"],
    [
      "where no upload can be begun",
      { ...silent, upload: "refused" },
      "to look for in its storage: it answered 500",
    ],
    ["where there is no repository", { ...silent, hasRepository: false }, "no repository in which"],
    ["where the storage is S3", { ...silent, isS3: true }, "its blobs are not files"],
  ])("%s", async (_, scene, why) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const refused = expect(stage(scene).proving).rejects.toMatchObject({
      message: expect.stringContaining(why) as string,
      nextStep: expect.stringContaining("Nothing was stopped.") as string,
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
  });
});
