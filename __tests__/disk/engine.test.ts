import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findEngine } from "../../src/disk/container/engine.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "engine-"));
  vi.stubEnv("PATH", `${folder}:/usr/bin:/bin`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** Puts an engine's client on the PATH: a shell script, to which `$2` is the command after `container`. */
async function install(program: "docker" | "podman", script: string): Promise<void> {
  await writeFile(join(folder, program), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, program), 0o755);
}

const HAS_IT = `echo '[{"Id":"1234"}]'`;
const HAS_NONE = "echo 'Error response from daemon: No such container: registry' >&2; exit 1";

describe("an engine", () => {
  test("is the first that has the container", async () => {
    await install("docker", HAS_NONE);
    await install("podman", HAS_IT);
    const engine = await findEngine("registry");
    expect(engine.program).toBe("podman");
    expect(await engine.inspect("registry")).toEqual({ Id: "1234" });
  });

  test.each([
    ["has no such container", HAS_NONE, "docker has no container of that name"],
    ["has an answer that is none", "echo '{}'", "docker has no container of that name"],
    [
      "can't be reached",
      "echo 'Cannot connect to the Docker daemon' >&2; exit 1",
      "docker container inspect failed: Cannot connect to the Docker daemon",
    ],
    ["says nothing", "exit 1", "docker container inspect failed: it said nothing"],
    [
      "points to its help",
      "printf 'Error: no permission\\nSee podman --help\\n' >&2; exit 125",
      "failed: Error: no permission",
    ],
  ])("that %s is said to be so", async (_, script, words) => {
    await install("docker", script);
    await install("podman", HAS_NONE);
    await expect(findEngine("registry")).rejects.toThrow(words);
  });

  test("that is not installed is said to be so", async () => {
    vi.stubEnv("PATH", folder);
    await expect(findEngine("registry")).rejects.toThrow(
      "docker is not on the PATH; podman is not on the PATH",
    );
  });

  test("says the size and the time of a file by the beginning of its copy, however long that is", async () => {
    // An archive without an end, after whose first block nobody may wait.
    const header = `head -c 124 /dev/zero; printf '00000000052 14000000000 '; head -c 364 /dev/zero`;
    await install("docker", `[ "$2" = inspect ] && { ${HAS_IT}; exit; }; ${header}; exec cat /dev/zero`);
    const engine = await findEngine("registry");
    expect(await engine.fileSize("registry", "/file")).toBe(0o52);
    expect(await engine.fileTime("registry", "/file")).toBe(0o14000000000);
  });

  test.each(["exit 1", "echo short", "head -c 1024 /dev/zero"])("%j is no copy of a file", async (script) => {
    await install("docker", `[ "$2" = inspect ] && { ${HAS_IT}; exit; }; ${script}`);
    expect(await (await findEngine("registry")).fileSize("registry", "/file")).toBeUndefined();
  });

  test("is told what stands on its standard error, line by line, and its end is kept", async () => {
    await install("docker", `[ "$2" = inspect ] && { ${HAS_IT}; exit; }; echo out; echo err >&2; exit 3`);
    const engine = await findEngine("registry");
    const lines: string[] = [];
    const onLine = (line: string): void => void lines.push(line);
    const { signal } = new AbortController();
    const followed = await engine.follow(["container", "logs"], { onLine, onErrorLine: onLine, signal });
    expect(followed).toEqual({ code: 3, errorOutput: "err\n" });
    expect(lines.sort()).toEqual(["err", "out"]);
  });

  test("that is told to stop before it has begun ends at once, with what it started", async () => {
    await install("docker", `[ "$2" = inspect ] && { ${HAS_IT}; exit; }; sleep 1000`);
    const engine = await findEngine("registry");
    const { code } = await engine.follow(["container", "start"], {
      onLine: () => undefined,
      signal: AbortSignal.abort(),
    });
    expect(code).toBe(-1);
  });
});
