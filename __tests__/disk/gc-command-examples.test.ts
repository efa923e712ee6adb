import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { pushImage } from "../../scripts/images.mjs";
import { parseCommandLine } from "../../src/cli/arguments.js";
import { readSettings } from "../support/settings.js";
import { untilUp, useEngine } from "../support/containers.js";
import { runPrune } from "../support/pruning.js";
import { pullAll, pushAlphas, startScripted } from "../support/scripted.js";

const { start, engineOr } = useEngine();
const run = promisify(execFile);
const example = (name: string): Promise<string> => readFile(join("examples", name), "utf8");

/** A folder of programs for the PATH. Each does as `script` (bash) says, which knows it by `$0`. */
async function programs(names: readonly string[], script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "programs-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "all"), `#!/usr/bin/env bash\n${script}\n`);
  await chmod(join(folder, "all"), 0o755);
  for (const name of names) await symlink("all", join(folder, name));
  return folder;
}

/** Puts a folder before this process's PATH until the test ends. */
function usePath(folder: string): void {
  const before = process.env["PATH"] ?? "";
  process.env["PATH"] = `${folder}:${before}`;
  onTestFinished(() => {
    process.env["PATH"] = before;
  });
}

// Writes down what is done, and does none of it.
const PRETEND = `
line="$(basename "$0") $*"
echo "$line" >>"$LOG"
case "$line" in
  ssh*) bash -c "\${!#}" ;;
  *" create -f -") cat >"$LOG.job" ;;
  *" garbage-collect "*) exit "$FAIL" ;;
  *"get job"*) if [ "$FAIL" = 0 ]; then echo Complete; else echo Failed; fi ;;
  "docker cp"*) tar -cf - -T /dev/null ;;
  "docker inspect"*) echo something ;;
esac`;

const TOOLS = ["sudo", "docker", "kubectl", "ssh"];

/** Runs an example with tools that only pretend. */
async function pretend(name: string, fail: 0 | 1) {
  const folder = await programs(TOOLS, PRETEND);
  await mkdir(join(folder, "compose"));
  const log = join(folder, "log");
  const script = (await example(name)).replace("/srv/registry", join(folder, "compose"));
  const env = { PATH: `${folder}:${process.env["PATH"] ?? ""}`, LOG: log, FAIL: String(fail) };
  const ended = run("bash", ["-euo", "pipefail", "-c", script], { env, timeout: 30_000 });
  const code = await ended.then(
    () => 0,
    (error: unknown) => (error as { code: number }).code,
  );
  const job = await readFile(`${log}.job`, "utf8").catch(() => "");
  return { code, commands: (await readFile(log, "utf8")).trim().split("\n"), job };
}

describe.each([
  ["gc-systemd.sh", /systemctl stop docker-registry$/, / garbage-collect \/etc/, /systemctl start/],
  [
    "gc-ssh.sh",
    /docker stop registry$/,
    /--volumes-from registry .* garbage-collect/,
    /docker start registry$/,
  ],
  ["gc-compose.sh", /compose stop registry$/, /compose run .* garbage-collect/, /compose start registry$/],
  ["gc-swarm.sh", /service scale \S+=0$/, /docker run .* garbage-collect/, /service scale \S+=1$/],
  ["gc-kubernetes.sh", /scale \S+ --replicas=0$/, / create -f -$/, /scale \S+ --replicas=1$/],
] as const)("%s", (...[name, stop, collect, begin]) => {
  test.each([0, 1] as const)("stops, collects, and starts: the collection exits with %i", async (fail) => {
    const { code, commands } = await pretend(name, fail);
    const places = [stop, collect, begin].map((pattern) => commands.findIndex((line) => pattern.test(line)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(code === 0).toBe(fail === 0);
  });

  test("is bash, and never deletes what is untagged", async () => {
    await run("bash", ["-n", join("examples", name)]);
    const text = await example(name);
    expect(text).toMatch(/^#!\/usr\/bin\/env bash\n/);
    expect(text).toContain("\nset -euo pipefail\n");
    expect(text).not.toMatch(/--delete-untagged|garbage-collect +-/);
  });
});

test("every script of examples/ is tried here", async () => {
  expect((await readdir("examples")).filter((name) => name.endsWith(".sh"))).toHaveLength(5);
});

test("gc-kubernetes.sh collects with the registry's claim and configuration, once, and in a bounded time", async () => {
  const job = parse((await pretend("gc-kubernetes.sh", 0)).job) as unknown;
  expect(job).toMatchObject({
    kind: "Job",
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: expect.any(Number) as number,
      template: {
        spec: {
          restartPolicy: "Never",
          containers: [{ args: ["garbage-collect", "/etc/docker/registry/config.yml"] }],
          volumes: [{ persistentVolumeClaim: { claimName: "registry-data" } }, { configMap: {} }],
        },
      },
    },
  });
});

test("gc-systemd.sh collects a real registry, whose service manager pretends", async () => {
  const registry = await startScripted();
  await pushAlphas(registry);
  const { start: begin, stop, collect } = registry.programs;
  const cases = [`*"systemctl start"*) exec ${begin} ;;`, `*"systemctl stop"*) ${stop}; sleep 1 ;;`];
  usePath(await programs(["sudo"], `case "$*" in ${cases.join(" ")} *) exec ${collect} ;; esac`));
  const { result } = await runPrune({
    image: `${registry.host}/team/app`,
    keep: "2",
    "gc-command": "bash examples/gc-systemd.sh",
  });
  expect(result.collection).toMatchObject({
    kind: "collected",
    blobs: 6,
    restarted: true,
    proven: 2,
    harm: [],
  });
  expect(await pullAll(registry)).toHaveLength(2);
});

test("gc-ssh.sh collects a real container, with its own configuration", async ({ skip }) => {
  engineOr(skip);
  const registry = await start();
  const edit = "s#rootdirectory: .*#rootdirectory: /var/lib/registry/edited#";
  await registry.docker("exec", registry.name, "sed", "-i", edit, "/etc/docker/registry/config.yml");
  await registry.docker("restart", "-t", "2", registry.name);
  await untilUp(registry.url);
  const repo = { base: registry.url, name: "team/app" };
  for (const number of [1, 2, 3]) await pushImage(repo, [`1.0.${number}`]);
  usePath(await programs(["ssh"], 'exec bash -c "${!#}"'));
  const script = (await example("gc-ssh.sh")).replace("container=registry\n", `container=${registry.name}\n`);
  const image = `${registry.host}/team/app`;
  const { result } = await runPrune({ image, keep: "1", "gc-command": script });
  expect(result.collection).toMatchObject({
    kind: "collected",
    blobs: 6,
    restarted: true,
    proven: 1,
    harm: [],
  });
  expect(await pullAll({ url: registry.url, repo })).toEqual(["1.0.3"]);
});

describe("the settings are understood of", () => {
  test("reclaim-nightly.yml", async () => {
    const workflow = parse(await example("reclaim-nightly.yml")) as {
      readonly jobs: {
        readonly reclaim: { readonly steps: readonly { readonly with: Record<string, string> }[] };
      };
    };
    const settings = readSettings(workflow.jobs.reclaim.steps[0]?.with ?? {});
    expect(settings).toMatchObject({
      command: "reclaim",
      collection: { by: { name: "registry" } },
      sweep: {},
    });
  });

  test.each(["Jenkinsfile.reclaim", "crontab"])("%s", async (name) => {
    const text = (await example(name)).replaceAll(/\s*\\\\\n\s*/g, " ");
    const [, line = ""] = /node (?:\/opt\/)?prune-image-tags\.mjs (reclaim .*)$/m.exec(text) ?? [];
    const parsed = parseCommandLine(line.trim().split(/ +/));
    if (parsed.kind !== "run") throw new Error("it is a run");
    expect(parsed.problems).toEqual([]);
    expect(readSettings(parsed.raw)).toMatchObject({
      command: "reclaim",
      collection: { by: { name: "registry" } },
      sweep: { storage: "/srv/registry" },
    });
  });
});
