import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { connectBucket } from "../../src/disk/storage/s3-bucket.js";
import { findEngine } from "../../src/disk/container/engine.js";
import { runScript } from "../../src/disk/script/gc-command.js";
import type { RegistryHost } from "../../src/registry/distribution/host.js";
import { runCli } from "../support/doors.js";
import { FOREIGN } from "../support/foreign-secrets.js";

/** What the programs that a run starts are given, and what others on the machine see of them. */

async function stubEnvironment(more: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [name, value] of Object.entries({ ...FOREIGN, ...more })) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  await Promise.resolve();
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "other-programs-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A registry that is always up, as far as a script's run asks. */
const host = {
  name: "registry.test",
  liveness: () => Promise.resolve({ kind: "up" }),
} as unknown as RegistryHost;

async function linesOf(script: string): Promise<string> {
  const lines: string[] = [];
  const signal = new AbortController().signal;
  await runScript(script, { host, onLine: (line) => lines.push(line), signal });
  return lines.join("\n");
}

describe("a gc-command", () => {
  test("gets no input, and no token that is not its own", async () => {
    await stubEnvironment({ KEPT: "kept", DOCKER_HOST: "unix:///run/docker.sock" });
    const env = await linesOf("env");
    for (const name of Object.keys(FOREIGN)) expect(env).not.toContain(`${name}=`);
    expect(env).not.toContain("foreign-");
    expect(env).toMatch(/^KEPT=kept$/m);
    expect(env).toMatch(/^DOCKER_HOST=unix:\/\/\/run\/docker\.sock$/m);
  });

  test("gets a secret that it names, if it is none of the CI's and no input", async () => {
    await stubEnvironment({ MINIO_PASSWORD: "own" });
    const names = ["MINIO_PASSWORD", ...Object.keys(FOREIGN).filter((name) => /^\w+$/.test(name))];
    const said = await linesOf(names.map((name) => `echo "${name}=\${${name}:-}"`).join("\n"));
    expect(said).toMatch(/^MINIO_PASSWORD=own$/m);
    for (const name of [
      "INPUT_PASSWORD",
      "PRUNE_PASSWORD",
      "GITHUB_TOKEN",
      "ACTIONS_RUNTIME_TOKEN",
      "CI_JOB_TOKEN",
    ]) {
      expect(said).toMatch(new RegExp(`^${name}=$`, "m"));
    }
    expect(said).toMatch(/^NPM_TOKEN=foreign-NPM_TOKEN$/m);
  });

  test("is a file of this user's alone, on no command line, and is gone afterwards", async () => {
    const script = [
      ": a-word-that-nobody-sees",
      'echo "file $0 $(stat -c %a "$0") $(stat -c %a "$(dirname "$0")")"',
      "for each in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$each || true; echo; done 2>/dev/null",
    ].join("\n");
    const said = await linesOf(script);
    const [, file = "", ...modes] = /^file (\S+) (\d+) (\d+)$/m.exec(said) ?? [];
    expect(modes).toEqual(["600", "700"]);
    expect(said).toContain(`bash -euo pipefail ${file}`);
    expect(said).not.toContain("a-word-that-nobody-sees");
    await expect(stat(file)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("is not seen on the command line of this program either, nor is a password", async () => {
    const script = ": a-word-that-nobody-sees; tr '\\0' ' ' </proc/$PPID/cmdline; exit 3";
    const args = ["reclaim", "--registry", "127.0.0.1:1", "--gc-command", script, "--yes"];
    const ran = await runCli([...args, "--username", "me", "--password", "hunter22"]);
    expect(ran.stdout).toContain("prune-image-tags");
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/a-word-that-nobody-sees|hunter22/);
  });
});

test("the container engine's program gets no input, and no token that is not its own", async () => {
  const folder = await temporaryFolder();
  const seen = join(folder, "seen");
  await writeFile(join(folder, "docker"), `#!/bin/sh\nenv >>${seen}\necho '[{"Id":"1"}]'\n`, { mode: 0o755 });
  await stubEnvironment({
    PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}`,
    DOCKER_HOST: "unix:///nowhere",
    DOCKER_AUTH_CONFIG: "own",
  });
  const engine = await findEngine("registry");
  await engine.run(["container", "create"], { env: { REGISTRY_HTTP_SECRET: "given" } });
  await engine.follow(["container", "start"], {
    onLine: () => undefined,
    signal: new AbortController().signal,
  });
  await engine.fileSize("registry", "/x");
  const env = await readFile(seen, "utf8");
  expect(env.match(/^DOCKER_HOST=unix:\/\/\/nowhere$/gm)).toHaveLength(4);
  expect(env).toMatch(/^DOCKER_AUTH_CONFIG=own$/m);
  expect(env.match(/^REGISTRY_HTTP_SECRET=given$/gm)).toHaveLength(1);
  for (const name of Object.keys(FOREIGN)) expect(env).not.toContain(`${name}=`);
});

test("a credential_process of AWS gets no input, and no token that is not AWS's; this process has them again afterwards", async () => {
  const folder = await temporaryFolder();
  const [seen, config] = [join(folder, "seen"), join(folder, "config")];
  const keys = '{"Version":1,"AccessKeyId":"id","SecretAccessKey":"key"}';
  await writeFile(join(folder, "helper"), `#!/bin/sh\nenv >>${seen}\necho '${keys}'\n`, { mode: 0o755 });
  await writeFile(config, `[profile images]\nregion = us-east-1\ncredential_process = ${folder}/helper\n`);
  const refusing = createServer((_, response) => response.writeHead(403).end()).listen(0, "127.0.0.1");
  await once(refusing, "listening");
  onTestFinished(() => {
    refusing.close();
  });
  await stubEnvironment({
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_PROFILE: "images",
    AWS_MAX_ATTEMPTS: "1",
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`,
    AWS_HELPER_SECRET: "own",
  });
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, undefined);
  const bucket = await connectBucket("images");
  await expect(bucket.hasAny("docker/")).rejects.toThrow("in the bucket images");
  bucket.close();
  const env = await readFile(seen, "utf8");
  for (const name of Object.keys(FOREIGN)) expect(env).not.toContain(`${name}=`);
  expect(env).toMatch(/^AWS_HELPER_SECRET=own$/m);
  expect(process.env).toMatchObject(FOREIGN);
});
