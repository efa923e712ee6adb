import { execFile } from "node:child_process";
import { appendFile, mkdir, mkdtemp, open, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { apply } from "../../src/commands/apply.js";
import { check } from "../../src/commands/check.js";
import { NoPlainFileError, openRegular, readRegular, refuseOddFile } from "../../src/files/read-regular.js";
import { dockerCredentials } from "../../src/registry/connection/credentials.js";
import { openJournal } from "../../src/run/journal/open-journal.js";
import { readJournal } from "../../src/run/journal/read.js";
import { readSettingFiles } from "../../src/settings/read/setting-files.js";
import { everyFile } from "../support/local-disk.js";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"));
  await promisify(execFile)("mkfifo", [at("pipe")]);
  await mkdir(at("folder"));
  await symlink(at("pipe"), at("link"));
  const server = createServer().listen(at("socket"));
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => void server.close());
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const ODD = [
  ["pipe", "no regular file, but a pipe"],
  ["link", "no regular file, but a pipe"],
  ["socket", "no regular file, but a socket"],
  ["/dev/zero", "no regular file, but a device"],
  ["/dev/tty", "no regular file, but a device"],
] as const;
const pathOf = (name: string): string => (name.startsWith("/") ? name : at(name));

test("a file is read whole, and one with more than it may have is not", async () => {
  await writeFile(at("file"), Buffer.alloc(300_000, "ä"));
  expect(await readRegular(at("file"), 300_000)).toEqual(Buffer.alloc(300_000, "ä"));
  await expect(readRegular(at("file"), 299_999)).rejects.toThrow("it has more than");
  await expect(openRegular(at("file"), 299_999)).rejects.toThrow("it has more than");
});

test("a file whose length the system does not know is read as far as it may be", async () => {
  const whole = await readRegular("/proc/self/status", 1024 * 1024);
  expect(whole.toString("utf8")).toContain("Pid:");
  await expect(readRegular("/proc/self/status", 10)).rejects.toThrow(NoPlainFileError);
});

test("a file that grows while it is read is not read without end", async () => {
  await writeFile(at("file"), "x");
  const files = await everyFile();
  const { read } = files;
  const grow = async function (this: unknown, ...how: never[]) {
    await appendFile(at("file"), "x".repeat(1000));
    return Reflect.apply(read, this, how) as never;
  };
  const reads = vi.spyOn(files, "read").mockImplementation(grow as never);
  await expect(readRegular(at("file"), 10_000)).rejects.toThrow("it has more than");
  expect(reads.mock.calls.length).toBeLessThan(20);
});

test("what takes a file's place once it was looked at is not waited for", async () => {
  await writeFile(at("file"), "x");
  const files = await everyFile();
  const { stat } = files;
  // A pipe that is open already looks as one that took the place in between.
  vi.spyOn(files, "stat").mockImplementationOnce(async function (this: unknown) {
    const pipe = await open(at("pipe"), "r+");
    try {
      return await Reflect.apply(stat, pipe, []);
    } finally {
      await pipe.close();
    }
  });
  await expect(openRegular(at("file"), 10)).rejects.toThrow("no regular file, but a pipe");
});

test.each(ODD)("%s is not opened", async (name, why) => {
  await expect(readRegular(pathOf(name), 10)).rejects.toThrow(why);
});

test("a folder is none", async () => {
  await expect(readRegular(at("folder"), 10)).rejects.toMatchObject({ code: "EISDIR" });
});

test("what is written to is a file, is not there, or says itself that it keeps nothing", async () => {
  await refuseOddFile(at("new"));
  await refuseOddFile("/dev/full");
  for (const name of ["pipe", "socket"]) {
    await expect(refuseOddFile(at(name))).rejects.toThrow("no regular file");
  }
});

describe.each(ODD)("%s", (name, why) => {
  const path = (): string => pathOf(name);

  test("is no policy and no list of what is in use", async () => {
    const files = await readSettingFiles({ policy: path(), "protect-from": path() });
    const problem = { problem: expect.stringContaining(why) as string };
    expect(files).toMatchObject({ policy: problem, "protect-from": problem });
  });

  test("is no plan", async () => {
    await expect(apply({ plan: path() } as never, {} as never)).rejects.toThrow(why);
  });

  test("is no journal", async () => {
    await expect(readJournal(path())).rejects.toThrow(why);
    if (name.startsWith("/")) return;
    const written = openJournal({ kind: "file", path: path() }, { tool: "x", created: new Date() });
    await expect(written).rejects.toThrow(why);
  });

  test("is no configuration of a registry and no policy of a bucket", async () => {
    const settings = { registryConfig: path(), s3Policy: path(), plainHttp: [], concurrency: 1 };
    const { findings } = await check(settings as never, {} as never);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining(why),
      expect.stringContaining(why),
    ]);
  });

  test("is no configuration of Docker", async () => {
    await mkdir(at("docker"));
    await symlink(path(), at("docker/config.json"));
    vi.stubEnv("DOCKER_CONFIG", at("docker"));
    await expect(dockerCredentials("registry.test")).rejects.toThrow(why);
    await rename(at("docker/config.json"), at("docker/other"));
    expect(await dockerCredentials("registry.test")).toEqual({ kind: "anonymous" });
  });
});
