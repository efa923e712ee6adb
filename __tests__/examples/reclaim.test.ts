import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, type TestContext } from "vitest";
import { parse } from "yaml";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { useAct } from "../support/act.js";
import { type ContainedRegistry, useEngine } from "../support/containers.js";
import { DOOR_NODE } from "../support/doors.js";
import { alphas, documented, example, shellSteps, unitOf, withoutDryRun } from "../support/examples.js";
import { CLI, writeProgram } from "../support/programs.js";

/**
 * The examples that get a disk its space back, with a real container of a registry. Two collect its garbage; the others, whose command is the
 * same but for names, say what they would do, which takes a fifth of the time.
 */
const { start, engineOr } = useEngine();
const act = useAct();
// A collection takes some ten seconds; the machine may be busy.
const LONG = 240_000;
const LOOKED = /^ *[36] blobs of garbage/m;

interface Littered extends ContainedRegistry {
  /** The folder that is the container's /var/lib/registry. */
  readonly storage: string;
}

/** A registry as compose.yaml starts it, with an image that stays and one that is garbage. */
async function littered(): Promise<Littered> {
  const { services } = parse(await example("compose.yaml")) as Compose;
  const variables = Object.entries(services.registry.environment).flatMap(([name, value]) => [
    "-e",
    `${name}=${value}`,
  ]);
  const registry = await start({ deletes: false, flags: variables });
  const storage = await registry.docker("inspect", "-f", "{{(index .Mounts 0).Source}}", registry.name);
  const repo = { base: registry.url, name: "team/app" };
  await pushImage(repo, ["1.0.0"]);
  const { digest } = await pushImage(repo, ["0.9.0"]);
  const deleted = await fetch(`${registry.url}/v2/team/app/manifests/${digest}`, { method: "DELETE" });
  expect(deleted.status).toBe(202);
  return { ...registry, storage };
}

interface Compose {
  readonly services: {
    readonly registry: {
      readonly environment: Readonly<Record<string, string>>;
      readonly container_name: string;
    };
    readonly reclaim: {
      readonly build: { readonly dockerfile_inline: string };
      readonly network_mode: string;
    };
  };
}

/** A command of an example for this registry. */
function commandFor(text: string, { host, name, storage }: Littered): string {
  return text
    .replaceAll(/(?:192\.168\.1\.121|127\.0\.0\.1):5000/g, host)
    .replace("--gc-container registry", `--gc-container ${name}`)
    .replace(/--storage \S+/, `--storage ${storage}`)
    .replaceAll(/(?:\/opt\/)?prune-image-tags\.mjs/g, CLI);
}

/** Expects that the registry runs, that what it keeps can be pulled, and that no other blobs are left. */
async function expectCollected({ url, storage, docker, name }: Littered, blobsLeft: number): Promise<void> {
  const repo = { base: url, name: "team/app" };
  expect(await docker("inspect", "-f", "{{.State.Running}}", name)).toBe("true");
  const blobs = await readdir(join(storage, "docker/registry/v2/blobs/sha256"), { recursive: true });
  expect(blobs.filter((file) => file.endsWith("/data"))).toHaveLength(blobsLeft);
  for (const tag of await listTags(repo)) await pullImage(repo, tag);
  expect(await listTags(repo)).toContain("1.0.0");
}

/** Runs a command by a shell, with this PATH and the way to the tests' engine, and expects it to succeed. */
async function runBy(
  shell: readonly string[],
  command: string,
  path: string,
): Promise<{ readonly home: string; readonly log: string }> {
  const home = await mkdtemp(join(tmpdir(), "prune-examples-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const env = {
    PATH: path,
    HOME: home,
    XDG_STATE_HOME: join(home, "state"),
    DOCKER_HOST: process.env["DOCKER_HOST"],
  };
  const [program = "", ...flags] = shell;
  const { code, log } = await new Promise<{ code: number; log: string }>((done) => {
    execFile(program, [...flags, command], { env, cwd: home }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), log: stdout + stderr });
    });
  });
  expect([code, log]).toEqual([0, expect.any(String)]);
  return { home, log };
}

/** Runs the command with `--dry-run`: it finds garbage, and stops nothing. */
async function expectLooked(
  registry: Littered,
  command: string,
  by: { readonly shell: readonly string[]; readonly search?: string },
): Promise<void> {
  const startedAt = (): Promise<string> =>
    registry.docker("inspect", "-f", "{{.State.StartedAt}}", registry.name);
  const before = await startedAt();
  const { log } = await runBy(by.shell, `${commandFor(command, registry)} --dry-run`, by.search ?? path());
  expect(log).toMatch(LOOKED);
  expect(await startedAt()).toBe(before);
}

/** The PATH of this process, with the tests' engine and this Node. */
const path = (...more: readonly string[]): string =>
  [...more, dirname(DOOR_NODE), process.env["PATH"]].join(":");

async function registryOr(skip: TestContext["skip"]): Promise<Littered> {
  engineOr(skip);
  return littered();
}

/** A folder of programs, which a test's end removes. */
async function folderOf(programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-programs-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, line] of Object.entries(programs)) await writeProgram(folder, name, line);
  return folder;
}

/** The line of examples/crontab, and the PATH that the file sets. */
async function cronJob(): Promise<{ readonly command: string; readonly set: string }> {
  const text = await example("crontab");
  const lines = text.split("\n").filter((line) => !/^(?:#|$|[A-Z]+=)/.test(line));
  const [, command = ""] = /^17 3 \* \* \* +(.*)$/.exec(lines.join("\n")) ?? [];
  // cron makes a line's end of a %.
  expect([lines.length, command]).toEqual([1, expect.not.stringContaining("%")]);
  return { command, set: /^PATH=(.*)$/m.exec(text)?.[1] ?? "" };
}

/** The line that compose.yaml writes into its container's crontab. */
async function composeJob(): Promise<string> {
  const { services } = parse(await example("compose.yaml")) as Compose;
  const { dockerfile_inline: dockerfile } = services.reclaim.build;
  const [, command = ""] = /^RUN echo '(?:\S+ ){5}(.*)' >\/etc\/crontabs\/root$/m.exec(dockerfile) ?? [];
  expect(command).toContain(`--gc-container ${services.registry.container_name} `);
  expect(services.reclaim.network_mode).toBe("host");
  return command;
}

test(
  "the lines of Jenkins, compose, systemd and cron know the container that compose.yaml starts, and cron's collects",
  async ({ skip }) => {
    const registry = await registryOr(skip);
    // What the first step does is in single-file.test.ts.
    const [, step = "", ...others] = shellSteps(await example("Jenkinsfile.reclaim"));
    expect(others).toEqual([]);
    await expectLooked(registry, step.trimEnd(), { shell: ["sh", "-xec"] });

    const installed = await folderOf({ "prune-image-tags": `exec "${DOOR_NODE}" "${CLI}" "$@"` });
    await expectLooked(registry, await composeJob(), { shell: ["/bin/sh", "-c"], search: path(installed) });

    const repo = { base: registry.url, name: "team/app" };
    for (const tag of alphas(11)) await pushImage(repo, [tag]);
    const service = unitOf(withoutDryRun(await example("prune-image-tags.service")));
    const commands = service("Service", "ExecStart").map((line) => line.replace("/usr/bin/node", DOOR_NODE));
    const [prune = "", reclaim = "", ...more] = commands;
    expect(more).toEqual([]);
    expect(service("Service", "Environment")).toEqual(["XDG_STATE_HOME=/var/lib"]);
    expect(service("Service", "StateDirectory")).toEqual(["prune-image-tags"]);
    // systemd asks no shell, so * stays as it is.
    const { home } = await runBy(["sh", "-fc"], commandFor(prune, registry), path());
    expect(await readdir(join(home, "state/prune-image-tags"))).toHaveLength(1);
    expect(await listTags(repo)).toEqual(["1.0.0", ...alphas(11, 2)].sort());
    await expectLooked(registry, reclaim, { shell: ["sh", "-fc"] });

    // Node and Docker may be elsewhere than the file's PATH says.
    const here = { node: `exec "${DOOR_NODE}" "$@"`, docker: `exec "${registry.engine.docker}" "$@"` };
    const { command, set } = await cronJob();
    await runBy(["/bin/sh", "-c"], commandFor(command, registry), `${await folderOf(here)}:${set}`);
    await expectCollected(registry, 33);
  },
  LONG,
);

test(
  "reclaim-nightly.yml collects, and README's workflow finds nothing to collect then",
  async ({ skip }) => {
    const registry = await registryOr(skip);
    const run = act(skip);
    const workflow = (await example("reclaim-nightly.yml"))
      .replaceAll("192.168.1.121:5000", registry.host)
      .replace("gc-container: registry", `gc-container: ${registry.name}`)
      .replace("storage: /srv/registry", `storage: ${registry.storage}`);
    const env = { DOCKER_HOST: process.env["DOCKER_HOST"] ?? "" };
    expect(await run(workflow, { event: "schedule", env })).toMatchObject({ code: 0 });
    await expectCollected(registry, 3);

    const readme = (await documented("README.md", "The disk, every night", "yaml"))
      .replaceAll("registry.example.com", registry.host)
      .replace("gc-container: registry", `gc-container: ${registry.name}`);
    const again = await run(readme, { event: "schedule", env });
    expect([again.code, again.log]).toEqual([0, expect.stringContaining("There is no garbage to collect")]);
  },
  LONG,
);
