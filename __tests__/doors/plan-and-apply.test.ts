import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { listTags, pullImage, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { type Ended, runAction, runCli, runInShell } from "../support/doors.js";
import {
  isDelete,
  isProbe,
  NO_DIGEST,
  type Proxied,
  type Pushed,
  useProxiedRegistry,
} from "../support/proxied.js";
import { changePlan, deletionOf } from "../support/saved-plans.js";
import { runOnTerminal } from "../support/terminal.js";

/** The built doors: what a dry run saved is carried out later, what is deleted is written down, and the way back is printed. */
const proxied = useProxiedRegistry();

type Filled = Proxied & { readonly images: readonly Pushed[] };

/** 1.0.0, 1.1.0 and 1.2.0. */
async function filled(): Promise<Filled> {
  const made = await proxied();
  const images: Pushed[] = [];
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) images.push(await pushImage(made.repo, [tag]));
  return { ...made, images };
}

async function temporaryFolder(prefix = "prune-apply-"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function sha256Of(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

/** A dry run's plan, which deletes all but the newest. */
async function planned(): Promise<Filled & { readonly plan: string }> {
  const made = await filled();
  const plan = join(await temporaryFolder(), "plan.json");
  expect((await runCli([made.image, "--keep", "1", "--dry-run", "--plan", plan])).code).toBe(0);
  return { ...made, plan };
}

interface Printed {
  readonly deleted: readonly string[];
  readonly skipped: readonly string[];
  readonly "reclaimable-bytes": number;
  readonly plan: string;
  readonly "plan-sha256": string;
  readonly journal: string;
  readonly verdicts: readonly { readonly tag: string; readonly bytes: number | null }[];
}

const printed = ({ stdout }: Ended): Printed => JSON.parse(stdout) as Printed;
const probes = (made: Proxied): readonly string[] => made.sent("DELETE");

describe("a plan and its apply on a command line", () => {
  test("do what the plan says, and both say so as JSON", async () => {
    const made = await filled();
    const plan = join(await temporaryFolder(), "plan.json");
    const first = await runCli([made.image, "--keep=1", "--dry-run", "--json", "--plan", plan]);
    const said = printed(first);
    expect(said).toMatchObject({ plan, "plan-sha256": await sha256Of(plan), journal: "", skipped: [] });
    const sizes = said.verdicts.flatMap(({ bytes }) => bytes ?? []);
    expect(sizes).toHaveLength(2);
    expect(said["reclaimable-bytes"]).toBe(sizes.reduce((sum, bytes) => sum + bytes));

    await pushImage(made.repo, ["1.1.0"]);
    const second = await runCli(["apply", plan, "--plan-sha256", said["plan-sha256"], "--json"], {
      env: { XDG_STATE_HOME: await temporaryFolder() },
    });
    expect(second.code).toBe(0);
    expect(printed(second)).toMatchObject({
      deleted: [`${made.image}:1.0.0`],
      skipped: [`${made.image}:1.1.0`],
      "reclaimable-bytes": said.verdicts.find(({ tag }) => tag === "1.0.0")?.bytes,
      plan: "",
      "plan-sha256": "",
      journal: expect.stringMatching(/\.ndjson$/) as string,
    });
    expect(existsSync(printed(second).journal)).toBe(true);
    expect(second.stderr).toMatch(/1 deletion .*skipped.* 1\.1\.0 \(it was pointed at another image/);
    expect(second.stderr).toMatch(/Deleted 1 tag, kept 2 in 1 repository.* 1 deletion left undone\./);
    expect(await listTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);

    const third = await runCli(["apply", "--plan", plan]);
    expect([third.code, third.stdout]).toEqual([
      0,
      expect.stringContaining("Nothing was deleted; 2 tags stay"),
    ]);
  });

  test("the plan's hash is of the file that a prune without --dry-run saves too", async () => {
    const made = await filled();
    const plan = join(await temporaryFolder(), "plan.json");
    const said = printed(await runCli([made.image, "--keep=1", "--json", "--plan", plan]));
    expect(said["plan-sha256"]).toBe(await sha256Of(plan));
    const without = printed(await runCli([made.image, "--keep=1", "--json"]));
    expect([without.plan, without["plan-sha256"], without.journal]).toEqual(["", "", ""]);
  });

  test("of a plan in which nothing was decided is done, and asks for nothing", async () => {
    const made = await filled();
    const plan = join(await temporaryFolder(), "plan.json");
    made.proxy.on({ when: ({ path }) => path.includes("/tags/list"), act: { kind: "answer", status: 500 } });
    expect((await runCli([made.image, "--dry-run", "--plan", plan])).code).toBe(1);
    const sent = made.proxy.requests.length;
    const { code, stdout } = await runCli(["apply", plan]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("Nothing to do: no repository is named")]);
    expect(made.proxy.requests).toHaveLength(sent);
  });

  test("end with 1 where the plan is harmful, and nothing was deleted", async () => {
    const made = await planned();
    await changePlan(made.plan, (plan) => {
      plan.deletions = [...plan.deletions, deletionOf(made.image, made.images[2]?.digest ?? "")];
    });
    const { code, stderr } = await runCli(["apply", made.plan]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("which 1.2.0 needs, and keeps 1.2.0")]);
    expect(probes(made)).toEqual([]);
  });

  test("end with 1 where the plan is another one, and nothing was asked", async () => {
    const made = await planned();
    const sent = made.proxy.requests.length;
    const wrong = await runCli(["apply", made.plan, "--plan-sha256", "0".repeat(64)]);
    expect([wrong.code, wrong.stderr]).toEqual([
      1,
      expect.stringContaining(`its SHA-256 is ${await sha256Of(made.plan)}`),
    ]);
    const gone = await runCli(["apply", `${made.plan}.old`]);
    expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining("can't be read (ENOENT)")]);
    expect(made.proxy.requests).toHaveLength(sent);
  });

  test("end with 3 where a deletion failed", async () => {
    const made = await planned();
    made.proxy.on({ when: isDelete, times: 1, act: { kind: "answer", status: 500 } });
    const { code, stderr } = await runCli(["apply", made.plan, "--concurrency", "1"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining("1 deletion failed.")]);
    expect(await listTags(made.repo)).toHaveLength(2);
  });

  test.each([
    [["apply"], "plan: it is empty"],
    [["apply", "a.json", "b.json"], "--plan: it is given more than once"],
    [["apply", "a.json", "--plan", "b.json"], "--plan: it is given more than once"],
    [["apply", "a.json", "--keep", "3"], "keep: apply does not take it"],
    [["apply", "a.json", "--plan-sha256", "1234"], '"1234" is not a SHA-256'],
    [["restore"], "journal: it is empty"],
    [["restore", "a.ndjson", "a b"], '"a b" is neither a tag nor a digest'],
    [["restore", "a.ndjson", "--yess"], "--yess: there is no such setting; --help lists them"],
  ])("and end with 2 for %j", async (args, why) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(why)]);
  });

  test("--help says how, and what each takes", async () => {
    const [apply, restore] = [await runCli(["apply", "--help"]), await runCli(["--help", "restore"])];
    expect([apply.code, restore.code]).toEqual([0, 0]);
    expect(apply.stdout).toMatch(/^Usage: .*node dist\/cli\.js apply PLAN \[flags\]$/m);
    expect(apply.stdout).toContain("Carries out a plan that a dry run saved");
    expect(apply.stdout).toMatch(/^ {2}--plan-sha256 VALUE/m);
    expect(apply.stdout).not.toMatch(/^ {2}--(keep|tags|sort)\b/m);
    expect(restore.stdout).toMatch(/^Usage: .*node dist\/cli\.js restore JOURNAL \[TAG\.\.\.\] \[flags\]$/m);
    expect(restore.stdout).toMatch(/^ {2}--tags VALUE/m);
    expect(restore.stdout).not.toMatch(/^ {2}--(keep|plan|allow-empty)\b/m);
  });
});

describe("a password", () => {
  /** A host that counts who asks, named by a plan and by a journal alone. */
  async function stranger(): Promise<{
    readonly files: readonly (readonly [command: string, path: string])[];
    readonly image: string;
    readonly asked: (string | undefined)[];
  }> {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ headers }, response) => {
      asked.push(headers.authorization);
      response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const repository = `127.0.0.1:${(server.address() as AddressInfo).port}/team/app`;
    const folder = await temporaryFolder();
    const body = Buffer.from('{"schemaVersion":2}');
    const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
    const own = { kind: "manifest", digest, tags: ["1.0.0"], parents: [], after: [], orphanOf: [] };
    const verdict = { repository, tag: "1.0.0", digest, verdict: "delete" };
    const plan = { schema: 2, verdicts: [verdict], deletions: [{ repository, ...own }] };
    const mediaType = "application/vnd.oci.image.manifest.v1+json";
    const journal = [
      { kind: "run", schema: 1, tool: "t", created: "2026-01-01T00:00:00.000Z" },
      { kind: "manifest", repository, digest, mediaType, body: body.toString("base64") },
      { kind: "deletion", repository, deletion: own },
    ];
    const paths = [join(folder, "plan.json"), join(folder, "journal.ndjson")] as const;
    await writeFile(paths[0], JSON.stringify(plan));
    await writeFile(paths[1], journal.map((record) => `${JSON.stringify(record)}\n`).join(""));
    const files = [
      ["apply", paths[0]],
      ["restore", paths[1]],
    ] as const;
    return { files, image: repository, asked };
  }

  const PASSWORD = { PRUNE_USERNAME: "ci", PRUNE_PASSWORD: "hunter22" };

  test("goes to no host that a plan or a journal alone names, however it is given", async () => {
    const { files, asked } = await stranger();
    for (const [command, path] of files) {
      const wanted = /image: it is empty, and a password is given/;
      const byEnvironment = await runCli([command, path], { env: PASSWORD });
      expect([byEnvironment.code, byEnvironment.stderr]).toEqual([2, expect.stringMatching(wanted)]);
      const byFlag = await runCli([command, path, "--username", "ci", "--password-stdin"], {
        input: "hunter22",
      });
      expect([byFlag.code, byFlag.stderr]).toEqual([2, expect.stringMatching(wanted)]);
      const setting = command === "apply" ? "plan" : "journal";
      const inputs = { command, [setting]: path, username: "ci", password: "hunter22" };
      const step = await runAction(inputs);
      expect([step.code, step.errors]).toEqual([1, [expect.stringMatching(wanted)]]);
    }
    expect(asked).toEqual([]);
  });

  test("nor where image names another", async () => {
    const { files, asked } = await stranger();
    const made = await filled();
    for (const [command, path] of files) {
      const { code } = await runCli([command, path, "--image", made.image], { env: PASSWORD });
      expect(code).toBe(1);
    }
    expect([asked, made.proxy.requests]).toEqual([[], []]);
  });

  test("does where image names it; and without one the host is asked, as nobody", async () => {
    const { files, image, asked } = await stranger();
    for (const [command, path] of files) {
      await runCli([command, path, "--image", image], { env: PASSWORD });
      expect(new Set(asked.splice(0))).toEqual(new Set([undefined, `Basic ${btoa("ci:hunter22")}`]));
      await runCli([command, path]);
      expect(new Set(asked.splice(0))).toEqual(new Set([undefined]));
    }
  });
});

describe("the journal", () => {
  const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

  test.each<[string, (base: string) => Readonly<Record<string, string>>, string]>([
    ["XDG_STATE_HOME", (base) => ({ XDG_STATE_HOME: join(base, "state") }), "state"],
    ["the home folder", () => ({}), "home/.local/state"],
    [
      "the home folder, where XDG_STATE_HOME is relative",
      () => ({ XDG_STATE_HOME: "state" }),
      "home/.local/state",
    ],
    ["the home folder, where XDG_STATE_HOME is empty", () => ({ XDG_STATE_HOME: "" }), "home/.local/state"],
  ])("is in a folder of its own in %s, for this user alone", async (...row) => {
    const [, env, wanted] = row;
    const made = await planned();
    const base = await temporaryFolder();
    const home = join(base, "home");
    const before = existsSync("state");
    const ended = await runCli(["apply", made.plan, "--json"], { env: { HOME: home, ...env(base) } });
    const { journal } = printed(ended);
    const folder = join(base, wanted, "prune-image-tags");
    expect(await readdir(folder)).toHaveLength(1);
    expect(journal.startsWith(`${folder}/journal-`)).toBe(true);
    expect([await mode(journal), await mode(folder)]).toEqual([0o600, 0o700]);
    expect(existsSync("state")).toBe(before);
  });

  test("is said, and holds what is deleted, before the first DELETE", async () => {
    const made = await planned();
    let child: ChildProcess | undefined;
    let seen = "";
    let written = "";
    made.proxy.on({
      when: isDelete,
      times: 1,
      act: {
        kind: "before",
        run: async () => {
          // What the process has written is in the pipe by now, and read within a turn or two.
          for (let turn = 0; turn < 10; turn += 1) await nextTurn();
          const [, path = ""] =
            /Each deletion is first written to a journal[^:]*:\s+(\S+\.ndjson)/.exec(seen) ?? [];
          written = await readFile(path, "utf8");
        },
      },
    });
    const { code } = await runCli(["apply", made.plan], {
      started: (process) => {
        child = process;
        child.stdout?.on("data", (chunk: Buffer) => (seen += chunk.toString()));
      },
    });
    expect(code).toBe(0);
    for (const { bytes } of made.images.slice(0, 2)) expect(written).toContain(bytes.toString("base64"));
  });

  test.each([
    ["is a file", (file: string) => file],
    ["is below a file", (file: string) => join(file, "state")],
  ])("whose folder %s is elsewhere, and the run says so", async (_, stateOf) => {
    const made = await planned();
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    const env = { XDG_STATE_HOME: stateOf(join(folder, "file")), TMPDIR: folder };
    const { code, stderr } = await runCli(["apply", made.plan], { env });
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining(`The journal is written to ${folder}/prune-image-tags`),
    ]);
  });

  test.each<[string, (file: string) => readonly [readonly string[], Readonly<Record<string, string>>]]>([
    ["own path is below a file", (file) => [["--journal", join(file, "journal")], {}]],
    ["own path is a folder", (file) => [["--journal", join(file, "..", "folder")], {}]],
  ])("whose %s can't be written, and nothing is deleted", async (_, options) => {
    const made = await planned();
    const folder = await temporaryFolder();
    await mkdir(join(folder, "folder"));
    await writeFile(join(folder, "file"), "");
    const [args, env] = options(join(folder, "file"));
    for (const line of [
      ["apply", made.plan],
      [made.image, "--keep", "1"],
    ]) {
      const { code, stderr } = await runCli([...line, ...args], { env });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/can't be (written|read): /)]);
    }
    expect(probes(made).filter((path) => path !== `manifests/${NO_DIGEST}`)).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test("is not another file: that one is left as it is, and nothing is asked", async () => {
    const made = await planned();
    const sent = made.proxy.requests.length;
    const text = await readFile(made.plan, "utf8");
    const { code, stderr } = await runCli(["apply", made.plan, "--journal", made.plan]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("is no journal of this program")]);
    expect([await readFile(made.plan, "utf8"), made.proxy.requests.length]).toEqual([text, sent]);
  });

  test("is not there in a dry run, nor where nothing is deleted; nor is its folder", async () => {
    const made = await planned();
    const state = join(await temporaryFolder(), "state");
    const env = { XDG_STATE_HOME: state };
    await runCli(["apply", made.plan, "--dry-run"], { env });
    await runCli([made.image, "--keep", "1", "--dry-run"], { env });
    await runCli([made.image, "--keep", "3"], { env });
    await runCli(["apply", made.plan, "--image", `${made.image}:1.0.0,${made.image}:1.1.0`], { env });
    expect([existsSync(state), probes(made)]).toEqual([false, []]);
  });

  test.each<[string, (made: Awaited<ReturnType<typeof planned>>) => unknown, number]>([
    ["a run that is done", () => undefined, 0],
    [
      "a run that failed",
      ({ proxy }) => proxy.on({ when: isProbe, act: { kind: "answer", status: 405 } }),
      1,
    ],
  ])("and what is put aside for it leave nothing in the temporary folder after %s", async (_, harm, code) => {
    const made = await planned();
    harm(made);
    const temporary = await temporaryFolder();
    const ended = await runCli(["apply", made.plan], { env: { TMPDIR: temporary } });
    expect([ended.code, await readdir(temporary)]).toEqual([code, []]);
  });
});

describe("the way back that is printed after harm", () => {
  const DOOMED = "1.0.0";
  interface Harmed extends Proxied {
    readonly tag: string;
    readonly old: Pushed | undefined;
  }

  /** In the moment of its DELETE, a doomed child becomes part of a new image. */
  async function partMissing(): Promise<Harmed> {
    const made = await proxied();
    const child = await pushImage(made.repo, []);
    await pushIndex(made.repo, [DOOMED], [child]);
    await pushImage(made.repo, ["2.0.0"]);
    const run = (): Promise<unknown> => pushIndex(made.repo, ["stable"], [child]);
    made.proxy.on({
      when: (request) => isDelete(request) && request.path.endsWith(child.digest),
      times: 1,
      act: { kind: "before", run },
    });
    return { ...made, tag: "stable", old: undefined };
  }

  /** In the moment of its DELETE, a tag that stays is moved onto a doomed image. */
  async function tagLost(): Promise<Harmed> {
    const made = await proxied();
    const { mediaType, bytes } = await pushImage(made.repo, [DOOMED]);
    await pushImage(made.repo, ["2.0.0"]);
    const old = await pushImage(made.repo, ["latest"]);
    const run = (): Promise<unknown> => putManifest(made.repo, "latest", mediaType, bytes);
    made.proxy.on({ when: isDelete, times: 1, act: { kind: "before", run } });
    return { ...made, tag: "latest", old };
  }

  /** Runs a step that was printed for people, as a workflow that has it would. */
  async function runStep(text: string): Promise<Ended> {
    const [{ with: inputs }] = parse(text) as readonly [{ readonly with: Readonly<Record<string, string>> }];
    return runAction(inputs);
  }

  async function expectWayBack({ repo, tag, old }: Harmed, text: string): Promise<void> {
    expect(text).toContain(`HARM: ${tag} was to stay`);
    const [, line, step] =
      /before the next garbage collection:(?: (\S*node .* restore .*)$|\n(- uses: [^]*))/m.exec(text) ?? [];
    const ended = await (step === undefined ? runInShell(line ?? "") : runStep(step));
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    const pulled = await pullImage(repo, tag);
    if (old !== undefined) expect(pulled).toEqual(await pullImage(repo, old.digest));
  }

  test.each<[string, () => Promise<Harmed>, string]>([
    ["a prune", partMissing, "prune"],
    ["a prune that took a tag", tagLost, "prune"],
    ["an apply", partMissing, "apply"],
    ["an apply that took a tag", tagLost, "apply"],
  ])("of %s is a command that puts it back", async (_, harm, command) => {
    const made = await harm();
    const folder = await temporaryFolder("it's a folder $HOME ");
    const plan = join(folder, "plan.json");
    await runCli([made.image, "--keep", "1", "--dry-run", "--plan", plan]);
    const line = command === "apply" ? ["apply", plan] : [made.image, "--keep", "1"];
    const { code, stderr } = await runCli(line, { env: { XDG_STATE_HOME: folder } });
    expect(code).toBe(1);
    await expectWayBack(made, stderr);
  });

  test.each([partMissing, tagLost])("by the action is one too, from its own journal: %o", async (harm) => {
    const made = await harm();
    const step = await runAction({ image: made.image, keep: "1" }, { RUNNER_TEMP: await temporaryFolder() });
    expect(step.code).toBe(1);
    expect(step.summary).toContain("**Harm**");
    await expectWayBack(made, step.errors.join("\n"));
  });

  test("where nothing is harmed puts back all of it, or one tag", async () => {
    const made = await planned();
    const { stdout } = await runCli(["apply", made.plan], {
      env: { XDG_STATE_HOME: await temporaryFolder("it's a folder ") },
    });
    const [, line = ""] = /before the next garbage collection:\n {2}(.*) \[TAG…\]$/m.exec(stdout) ?? [];
    expect((await runInShell(`${line} 1.1.0`)).code).toBe(0);
    expect(await listTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
    expect((await runInShell(line)).code).toBe(0);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });
});

describe("a plan and its apply as steps of the action", () => {
  test("carry on from each other's outputs, and restore takes it back", async () => {
    const made = await filled();
    const RUNNER_TEMP = await temporaryFolder();
    const first = await runAction({ image: made.image, keep: "1", "dry-run": "true" }, { RUNNER_TEMP });
    const { plan = "", "plan-sha256": sha256 = "" } = first.outputs;
    expect(sha256).toBe(await sha256Of(plan));
    expect(plan.startsWith(RUNNER_TEMP)).toBe(true);
    expect(first.outputs).toMatchObject({ journal: "", skipped: "[]", "deleted-count": "2" });
    expect(Number(first.outputs["reclaimable-bytes"])).toBeGreaterThan(0);

    await pushImage(made.repo, ["1.1.0"]);
    const inputs = { command: "apply", image: made.image, plan, "plan-sha256": sha256 };
    const uses = { GITHUB_ACTION_REPOSITORY: "octo/prune", GITHUB_ACTION_REF: "v1" };
    const second = await runAction(inputs, { RUNNER_TEMP, ...uses });
    expect([second.code, second.errors]).toEqual([0, []]);
    const { journal = "" } = second.outputs;
    expect(second.outputs).toMatchObject({
      deleted: JSON.stringify([`${made.image}:1.0.0`]),
      skipped: JSON.stringify([`${made.image}:1.1.0`]),
      "deleted-count": "1",
      "kept-count": "2",
      "freed-bytes": "",
      plan: "",
      "plan-sha256": "",
    });
    const bytes = Number(second.outputs["reclaimable-bytes"]);
    expect(bytes).toBe(Number(first.outputs["reclaimable-bytes"]) / 2);
    expect(journal.startsWith(join(RUNNER_TEMP, "prune-image-tags", "journal-"))).toBe(true);
    expect(second.warnings).toEqual([
      expect.stringMatching(/1 deletion .*skipped.* 1\.1\.0 \(it was pointed at another image/),
    ]);
    expect(second.summary).toContain("| tag | reason | frees |");
    expect(second.summary).toMatch(/\| <code>1\.0\.0<\/code> \| .* \| [\d.]+ KB \|/);
    expect(second.summary).toContain("Left <code>1.1.0</code> alone: it was pointed at another image");
    expect(second.summary).toContain(
      `collection:\n\n<pre>\n- uses: octo/prune&#64;v1\n  with:\n    command: restore\n    journal: ${journal}\n</pre>`,
    );
    expect(await listTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);

    const third = await runAction({ command: "restore", journal, tags: "1.0.0" }, { RUNNER_TEMP });
    expect([third.code, third.errors]).toEqual([0, []]);
    expect(third.stdout).toContain("Restored 1 tag.");
    expect(third.summary).toContain("### ✅ Restored 1 tag\n");
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
    await pullImage(made.repo, "1.0.0");
  });

  test("stop where the plan is not the one that was approved, with nothing asked", async () => {
    const made = await planned();
    const sent = made.proxy.requests.length;
    const sha256 = await sha256Of(made.plan);
    await changePlan(made.plan, () => undefined);
    const step = await runAction({ command: "apply", plan: made.plan, "plan-sha256": sha256 });
    expect([step.code, step.errors]).toEqual([
      1,
      [expect.stringContaining("not the one that plan-sha256 names")],
    ]);
    expect(made.proxy.requests).toHaveLength(sent);
  });

  test("have the output journal before the first DELETE, and nothing left of what was put aside", async () => {
    const made = await planned();
    const [RUNNER_TEMP, TMPDIR] = [await temporaryFolder(), await temporaryFolder()];
    const GITHUB_OUTPUT = join(await temporaryFolder(), "output");
    await writeFile(GITHUB_OUTPUT, "");
    const outputs: string[] = [];
    const run = async (): Promise<unknown> => outputs.push(await readFile(GITHUB_OUTPUT, "utf8"));
    made.proxy.on({ when: isDelete, times: 1, act: { kind: "before", run } });
    const inputs = { command: "apply", plan: made.plan };
    const { code } = await runAction(inputs, { RUNNER_TEMP, TMPDIR, GITHUB_OUTPUT });
    const [file = ""] = await readdir(join(RUNNER_TEMP, "prune-image-tags"));
    expect([code, outputs]).toEqual([
      0,
      [expect.stringContaining(`${join(RUNNER_TEMP, "prune-image-tags", file)}\n`)],
    ]);
    expect(outputs[0]).toMatch(/^journal<</);
    expect([await readdir(TMPDIR), await readdir(RUNNER_TEMP)]).toEqual([[], ["prune-image-tags"]]);
  });

  test("write no journal where a setting names another, or nothing is deleted", async () => {
    const made = await planned();
    const RUNNER_TEMP = await temporaryFolder();
    const journal = join(await temporaryFolder(), "deep", "journal.ndjson");
    const dry = await runAction({ command: "apply", plan: made.plan, "dry-run": "true" }, { RUNNER_TEMP });
    expect(dry.outputs["journal"]).toBe("");
    const step = await runAction({ command: "apply", plan: made.plan, journal }, { RUNNER_TEMP });
    expect([step.outputs["journal"], existsSync(journal), await readdir(RUNNER_TEMP)]).toEqual([
      journal,
      true,
      [],
    ]);
  });
});

describe("on a terminal an apply", () => {
  test("shows what still stands and asks; a yes deletes, after another look", async () => {
    const made = await planned();
    await pushImage(made.repo, ["1.1.0"]);
    const { code, screen } = await runOnTerminal(["apply", made.plan], { answer: "y" });
    expect(code).toBe(0);
    expect(screen).toMatch(
      new RegExp(`Delete 1 tag \\([^)]+\\) from ${made.image}\\? 2 tags stay\\. \\[y/N\\]`),
    );
    expect(screen.indexOf("delete  1.0.0")).toBeLessThan(screen.indexOf("[y/N]"));
    expect(await listTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
    expect(screen).toContain("looked once more, and the plan is the same");
  });

  test.each(["n", ""])("deletes nothing for the answer %j", async (answer) => {
    const made = await planned();
    const { code, screen } = await runOnTerminal(["apply", made.plan], { answer });
    expect([code, screen]).toEqual([1, expect.stringContaining("You said no, so nothing was deleted")]);
    expect(probes(made)).toEqual([]);
  });

  test("asks nothing with --yes, in a dry run, and where nothing of the plan still stands", async () => {
    const made = await planned();
    const dry = await runOnTerminal(["apply", made.plan, "--dry-run"], {});
    const sure = await runOnTerminal(["apply", made.plan, "--yes"], {});
    const again = await runOnTerminal(["apply", made.plan], {});
    expect([dry.code, sure.code, again.code]).toEqual([0, 0, 0]);
    expect(dry.screen + sure.screen + again.screen).not.toContain("[y/N]");
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
  });

  test("needs --yes where standard input is not the person's", async () => {
    const made = await planned();
    const { code, screen } = await runOnTerminal(["apply", made.plan], { piped: "y\n" });
    expect([code, screen]).toEqual([2, expect.stringContaining("--yes: standard input is not free")]);
    expect(probes(made)).toEqual([]);
  });
});
