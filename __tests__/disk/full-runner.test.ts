import { execFile } from "node:child_process";
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { listTags } from "../../scripts/images.mjs";
import { makeSmallDisk } from "../../scripts/small-disk.mjs";
import { DOOR_NODE, runAction, runCli, runProgram, type Step } from "../support/doors.js";
import { pullAll, pushAlphas, type ScriptedRegistry, startScripted } from "../support/scripted.js";

const run = promisify(execFile);

type Skip = (note: string) => never;

const alpha = (number: number): string => `3.3.0-alpha.${number}`;

/** Writes to a file until the disk takes not one byte more. */
async function fillUp(folder: string): Promise<string> {
  const path = join(folder, "others");
  const file = await open(path, "w");
  try {
    for (let size = 65_536; size >= 1;) {
      const isWritten = await file.write(Buffer.alloc(size)).then(
        ({ bytesWritten }) => bytesWritten > 0,
        () => false,
      );
      if (!isWritten) size = Math.floor(size / 2);
    }
  } finally {
    await file.close();
  }
  return path;
}

interface Crowded {
  readonly registry: ScriptedRegistry;
  /** A folder on a disk that is full: the runner's. */
  readonly full: string;
  /** The file that fills it. */
  readonly others: string;
}

/** Four alphas in a registry, on the disk that is full or beside it. */
async function crowd(skip: Skip, where: "shared" | "apart"): Promise<Crowded> {
  const disk = (await makeSmallDisk({ mebibytes: 2, kinds: ["tmpfs"] })) ?? skip("no tmpfs can be mounted");
  onTestFinished(() => disk.unmount());
  const full = join(disk.path, "runner");
  await mkdir(full);
  const registry = await startScripted(where === "shared" ? { storage: join(disk.path, "registry") } : {});
  await pushAlphas(registry);
  return { registry, full, others: await fillUp(disk.path) };
}

const onFull = (full: string) => ({ RUNNER_TEMP: full, HOME: full });

function expectPruned(step: Step): void {
  expect([step.errors, step.code, step.outputs["deleted-count"]]).toEqual([[], 0, "2"]);
}

async function expectRestores({ registry, others }: Crowded, journal: string): Promise<void> {
  await rm(others);
  const restored = await runCli(["restore", journal, "--yes", "--plain-http", registry.host]);
  expect([restored.stderr, restored.code]).toEqual(["", 0]);
  expect(await pullAll(registry)).toHaveLength(4);
}

const image = ({ host }: ScriptedRegistry): string => `${host}/team/app`;

/** A program that runs Node after these commands, in mounts of its own. */
async function afterMounts(skip: Skip, commands: readonly string[]): Promise<string> {
  await run("unshare", ["-m", "true"]).catch(() => skip("no mounts of one's own"));
  const folder = await mkdtemp(join(tmpdir(), "mounts-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const program = join(folder, "node");
  const script = [...commands, `exec "${DOOR_NODE}" "$@"`].join(" && ");
  await writeFile(program, `#!/bin/sh\nexec unshare -m sh -c '${script}' sh "$@"\n`, { mode: 0o755 });
  return program;
}

describe("a runner whose disk is full", () => {
  test("puts plan and journal on another, says so in log and summary, and what it deletes can be restored", async ({
    skip,
  }) => {
    const crowded = await crowd(skip, "apart");
    const { registry, full } = crowded;
    const spare = await mkdtemp(join(tmpdir(), "spare-"));
    onTestFinished(() => rm(spare, { recursive: true, force: true }));
    const step = await runAction({ image: image(registry), keep: "2" }, { ...onFull(full), TMPDIR: spare });
    expectPruned(step);
    const journal = step.outputs["journal"] ?? "";
    expect(journal.startsWith(spare)).toBe(true);
    const why = `because a journal in ${full}/prune-image-tags can't be written: the disk is full`;
    // The folder for temporary files may itself be in memory.
    expect(step.warnings.join("\n")).toContain(`The journal is written to ${journal}, ${why}.`);
    expect(step.warnings.join("\n")).toContain(
      `because a plan in ${full} can't be written: the disk is full`,
    );
    expect(step.summary).toContain(journal);
    expect(step.plan).toContain(alpha(4));
    await expectRestores(crowded, journal);
  });

  test("collects too, with a script and all of the runner's files on it", async ({ skip }) => {
    const { registry, full } = await crowd(skip, "shared");
    const files = { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary", GITHUB_STATE: "state" };
    const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(full, file)]));
    for (const path of Object.values(paths)) await writeFile(path, "");
    const inputs = { image: image(registry), keep: "2", "gc-command": registry.script };
    // Nobody else's run finds the journal there.
    const program = await afterMounts(skip, ["mount -t tmpfs tmpfs /var/tmp"]);
    const step = await runAction(inputs, { ...onFull(full), TMPDIR: full, ...paths }, program);
    expect(step.warnings.join("\n")).toContain("The journal is written to /var/tmp/prune-image-tags-");
    expect([step.errors, step.code]).toEqual([[], 0]);
    expect(await pullAll(registry)).toEqual([3, 4].map(alpha));
    // Whole, or not there: the runner fails a step that leaves half an output.
    const outputs = await readFile(paths["GITHUB_OUTPUT"] ?? "", "utf8");
    expect(outputs.match(/ghadelimiter/g)?.length ?? 0).toBeGreaterThan(0);
    for (const [, mark = ""] of outputs.matchAll(/<<(ghadelimiter_\S+)$/gm)) {
      expect(outputs).toContain(`\n${mark}\n`);
    }
  });
});

describe("a runner on which no file can be written anywhere", () => {
  test.for(["shared", "apart"] as const)(
    "has the journal in its log until there is room (%s)",
    async (where, { skip }) => {
      // What the test itself needs stays in sight.
      vi.stubEnv("TMPDIR", "/tmp");
      onTestFinished(() => {
        vi.unstubAllEnvs();
      });
      const crowded = await crowd(skip, where);
      const { registry, full } = crowded;
      const program = await afterMounts(
        skip,
        ["/var/tmp", "/dev/shm"].map((path) => `mount --bind "${full}" ${path}`),
      );
      const step = await runAction(
        { image: image(registry), keep: "2" },
        { ...onFull(full), TMPDIR: full },
        program,
      );
      expectPruned(step);
      expect(step.warnings.join("\n")).toContain("is written down in the log alone until a file takes it");
      expect(step.warnings.join("\n")).toContain("The plan is not saved, because");
      expect(step.summary).toContain("in the log alone");
      expect(await listTags(registry.repo)).toEqual([3, 4].map(alpha));

      const journal = join(await mkdtemp(join(tmpdir(), "saved-")), "journal");
      onTestFinished(() => rm(journal, { force: true }));
      const lines = step.stdout.split("\n").filter((line) => line.startsWith('{"kind":'));
      await writeFile(journal, `${lines.join("\n")}\n`);
      // Deletions have made room on the registry's own disk, so the journal has found its place after all.
      const file = step.outputs["journal"] ?? "";
      expect(file.startsWith(full)).toBe(where === "shared");
      await expectRestores(crowded, where === "shared" ? file : journal);
    },
  );

  test("deletes nothing where a log is not wanted (--quiet) or its reader has gone, for nobody would have the journal", async ({
    skip,
  }) => {
    vi.stubEnv("TMPDIR", "/tmp");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { registry, full } = await crowd(skip, "apart");
    const program = await afterMounts(
      skip,
      ["/var/tmp", "/dev/shm"].map((path) => `mount --bind "${full}" ${path}`),
    );
    const env = { PATH: process.env["PATH"] ?? "", HOME: full, TMPDIR: full };
    const args = ["dist/cli.js", image(registry), "--keep=2"];
    const quiet = await runProgram(program, [...args, "--quiet"], { env });
    expect(quiet.code).toBe(1);
    const unread = await runProgram("/bin/sh", ["-c", `"${program}" "$@" | true`, "sh", ...args], { env });
    for (const { stderr } of [quiet, unread]) {
      expect(stderr).toContain("nowhere but in the log, and nobody reads that");
    }
    expect(await listTags(registry.repo)).toEqual([1, 2, 3, 4].map(alpha));
  });
});

describe("a user without a home", () => {
  test.each([
    ["no entry in the list of users", {}],
    ["the root folder for one", { HOME: "/" }],
    ["an empty one", { HOME: "" }],
  ])("(%s) prunes, with its journal elsewhere", async (_, env) => {
    const registry = await startScripted();
    await pushAlphas(registry);
    const temporary = await mkdtemp(join(tmpdir(), "homeless-"));
    onTestFinished(() => rm(temporary, { recursive: true, force: true }));
    await run("chmod", ["1777", temporary]);
    const args = ["dist/cli.js", image(registry), "--keep", "2", "--yes"];
    const { stdout, stderr } = await run(DOOR_NODE, args, {
      env: { PATH: process.env["PATH"] ?? "", TMPDIR: temporary, ...env },
      uid: 61_234,
      gid: 61_234,
    });
    expect(stdout).toContain("Deleted 2 tags");
    expect(stderr).toContain(`The journal is written to ${temporary}/prune-image-tags-61234/journal-`);
  });
});
