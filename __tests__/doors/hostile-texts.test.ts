import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { runAction, runCli, runPost, type Step } from "../support/doors.js";
import { commandsIn, HOSTILE, OBEYED } from "../support/hostile.js";

/** Texts from outside by every way in and every way out. In `outlet.test.ts` they are tried one by one; here no way is to pass the outlet by. */

const PASSWORD = "hunter22";
const TEXTS = HOSTILE.map(([, text]) => text);
// The words of an answer are cut at 200 characters, of which the code and a space are 2.
const ECHOES = [
  PASSWORD,
  ...[1, 2, 3, 4].map((cut) => `${"x".repeat(198 - PASSWORD.length + cut)}${PASSWORD}`),
];

/** A registry that says these texts in its errors, one for each repository, and repeats the password. */
async function startLiar(): Promise<string> {
  const said = [...TEXTS, ...ECHOES];
  const server = createServer((request, response) => {
    const index = /\/r(\d+)\//.exec(request.url ?? "")?.[1];
    if (index === undefined) {
      response
        .writeHead(200, { "docker-distribution-api-version": "registry/2.0" })
        .end('{"repositories":[]}');
      return;
    }
    const errors = [{ code: "E", message: said[Number(index)] }];
    response.writeHead(500, { "content-type": "application/json", "x-powered-by": PASSWORD });
    response.end(JSON.stringify({ errors }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const imagesOn = (host: string): string =>
  [...TEXTS, ...ECHOES].map((_, index) => `${host}/r${index}`).join("\n");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
  return () => rm(folder, { recursive: true, force: true });
});

/** A storage with folders of these names. */
async function storageOf(): Promise<string> {
  const storage = await mkdtemp(join(folder, "storage-"));
  const registry = join(storage, "docker/registry/v2");
  await mkdir(join(registry, "blobs/sha256"), { recursive: true });
  for (const [index, text] of TEXTS.entries()) {
    const name = text.replaceAll("/", "_");
    await mkdir(join(registry, `repositories/r${index}/_manifests/revisions/sha256/${name}`), {
      recursive: true,
    });
    await mkdir(join(registry, `repositories/${name}/_uploads/${name}`), { recursive: true });
  }
  return storage;
}

/** A gc-command that says these texts on both of its outputs, and fails. */
async function scriptOf(): Promise<string> {
  const words = join(await mkdtemp(join(folder, "script-")), "words");
  await writeFile(
    words,
    [...TEXTS, `the password is ${PASSWORD}, https://you:never-told@host`, ""].join("\n"),
  );
  return `cat ${words}\ncat ${words} >&2\nexit 3`;
}

/** A text that people read has nothing in it that is obeyed, and no secret. */
function expectPlain(text: string): void {
  expect(text).not.toMatch(OBEYED);
  expect(commandsIn(text)).toEqual([]);
  expect(text).not.toMatch(/hunt|never-told/);
}

/** A step's log has no command but those of the toolkit; what they say is as plain as the rest. */
function expectPlainStep(step: Step): void {
  const own = /^::(?:error|warning|debug|group|endgroup)::/;
  const lines = step.stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  expectPlain(lines.filter((line) => !own.test(line)).join("\n"));
  for (const line of lines.filter((each) => own.test(each))) {
    expectPlain(line.replace(own, "").replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%"));
  }
  expectPlain(step.summary);
  expect(JSON.stringify([step.outputs, step.states])).not.toMatch(/hunt|never-told/);
}

const login = { username: "me", password: PASSWORD };
const asFlags = ["--username", "me", "--password-stdin"];

describe("the words of a registry", () => {
  test("reach a terminal without a thing that is obeyed, and the password not at all, however it is cut", async () => {
    const host = await startLiar();
    const images = imagesOn(host).split("\n");
    const pruned = await runCli(["prune", ...images, "--keep", "1", ...asFlags], { input: PASSWORD });
    expect(pruned.code).toBe(1);
    expect(pruned.stderr.match(/answered 500/g)?.length).toBe(images.length);
    expect(pruned.stderr).toMatch(/x\*\*\*…/);
    expectPlain(`${pruned.stdout}${pruned.stderr}`);
  });

  test("reach a step's log, annotations, outputs and summary so", async () => {
    const host = await startLiar();
    const step = await runAction({ image: imagesOn(host), keep: "1", ...login }, { RUNNER_DEBUG: "1" });
    expect([step.code, step.summary.match(/answered 500/g)?.length]).toEqual([
      1,
      TEXTS.length + ECHOES.length,
    ]);
    expectPlainStep(step);
  });

  test.each([[], ["--json"]])("reach an answer so %s", async (...flags) => {
    const host = await startLiar();
    for (const index of [12, TEXTS.length + 1]) {
      const checked = await runCli(["check", `${host}/r${index}`, ...asFlags, ...flags], { input: PASSWORD });
      expect(`${checked.stdout}${checked.stderr}`).toContain("answered 500");
      expectPlain(`${checked.stdout}${checked.stderr}`);
      if (flags.length > 0) expect(JSON.parse(checked.stdout)).toHaveProperty("findings");
    }
  });
});

describe("the names of folders", () => {
  test.each([[], ["--json"]])("reach a terminal so %s", async (...flags) => {
    const storage = await storageOf();
    const swept = await runCli(["reclaim", "--offline", "--storage", storage, "--dry-run", ...flags]);
    expect(swept.stdout + swept.stderr).toContain("is in doubt");
    expectPlain(swept.stdout);
    expectPlain(swept.stderr);
    if (flags.length > 0) expect(JSON.parse(swept.stdout)).toBeTypeOf("object");
  });

  test("reach a step's log and summary so", async () => {
    const inputs = { command: "reclaim", offline: "true", storage: await storageOf(), "dry-run": "true" };
    const step = await runAction(inputs);
    expect(step.summary).toContain("in doubt");
    expectPlainStep(step);
  });
});

describe("what a gc-command prints", () => {
  test("reaches a terminal so", async () => {
    const host = await startLiar();
    const args = ["reclaim", "--registry", host, "--gc-command", await scriptOf(), "--yes", ...asFlags];
    const ran = await runCli(args, { input: PASSWORD });
    expect(ran.stdout).toContain("the password is ***, https://***@host");
    expect(ran.stderr).toContain("gc-command failed (exit code 3)");
    expectPlain(`${ran.stdout}${ran.stderr}`);
  });

  test("reaches a step's log and summary so", async () => {
    const inputs = {
      command: "reclaim",
      registry: await startLiar(),
      "gc-command": await scriptOf(),
      ...login,
    };
    const step = await runAction(inputs);
    expect(step.stdout).toContain("the password is ***");
    expectPlainStep(step);
  });
});

test("the post step says the name of a container so, and no secret of the step's", async () => {
  for (const text of [...TEXTS.slice(0, 8), `c ${PASSWORD}`]) {
    const post = await runPost({ container: text, run: "1" }, { PATH: folder, INPUT_PASSWORD: PASSWORD });
    const lines = post.stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
    const said = lines.map((line) => line.replace(/^::error::/, "")).join("\n");
    expect(said).toContain("may be left stopped");
    expectPlain(said.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%"));
  }
});

test("a setting that is wrong is quoted so, with no password of an address in it", async () => {
  const wrong = "https://me:hunter22@registry.example.com/app\u001b[31m";
  const flags = [
    "--plain-http",
    "me:hunter22@registry.example.com",
    "--plain-http",
    wrong,
    "--journal",
    wrong,
    "--registry-config",
    wrong,
    "--token-servers",
    wrong,
  ];
  const ran = await runCli(["prune", wrong, "--keep", "1", ...flags]);
  expect([ran.code, ran.stderr.includes("is not a host")]).toEqual([2, true]);
  expectPlain(ran.stderr);
  const step = await runAction({
    image: wrong,
    "plain-http": wrong,
    "github-api-url": wrong,
    storage: wrong,
  });
  expect(step.errors.join("\n")).toContain("Bad input");
  expectPlainStep(step);
});
