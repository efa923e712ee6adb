import { execFile } from "node:child_process";
import { chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packagesIn } from "../../scripts/bundle.mjs";
import type { Engine } from "../../scripts/docker-engine.mjs";
import { listTags } from "../../scripts/images.mjs";
import { findNode } from "../../scripts/old-node.mjs";
import { VERSION } from "../../src/program/about.js";
import { useEngine } from "../support/containers.js";
import { DOOR_NODE, type Ended, runCli, runProgram } from "../support/doors.js";
import { emptyFolder, useProof } from "../support/downloaded.js";
import { blocksOf } from "../support/recipes.js";

// What people download: the single file, the binary, and the image that it is in.

const run = promisify(execFile);
const { filled, proveThatItPrunes } = useProof();
const { engineOr } = useEngine();
let folder: string;
let single: string;
let binary: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prune-downloads-"));
  await run(DOOR_NODE, ["scripts/build-binary.mjs", folder]);
  single = join(folder, "prune-image-tags.mjs");
  binary = join(folder, `prune-image-tags-${process.platform}-${process.arch}`);
}, 900_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the single file, alone in a folder, is the whole program", async () => {
  const env = { PATH: process.env["PATH"] ?? "", HOME: await emptyFolder() };
  await proveThatItPrunes(
    (args) => runCli(args, { script: single, env }),
    (line) => {
      expect(line).toContain(` ${single} restore `);
      return runProgram("sh", ["-c", line], { env });
    },
  );
});

test.for(["12.22.12", "18.20.8"])(
  "the single file says that Node %s is too old",
  async (version, { skip }) => {
    const node = (await findNode(version, console.warn)) ?? skip(`Node ${version} can't be fetched from npm`);
    const { code, stdout, stderr } = await runProgram(node, [single, "--version"], { env: {} });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      new RegExp(`^prune-image-tags needs Node 20\\.3 or newer, and this is Node ${version}\\. .*\n$`),
    );
  },
);

test("a bug in the single file is told with its place in that file", async () => {
  const broken = join(await emptyFolder(), "broken.mjs");
  const text = await readFile(single, "utf8");
  const lines = text.split("\n");
  const place = lines.indexOf('"use strict";') + 1;
  lines[place - 1] = '"use strict"; throw new Error("a bug");';
  await writeFile(broken, lines.join("\n"));
  const { code, stderr } = await runCli(["--version"], { script: broken });
  expect([code, stderr]).toEqual([1, expect.stringContaining(`${broken}:${place}`)]);
});

describe("the binary", () => {
  // No Node can be found there.
  const bare = { env: { PATH: "/nowhere" } };

  test("says its version, what is wrong with its arguments, and prunes, where there is no Node", async () => {
    expect(await runProgram(binary, ["--version"], bare)).toEqual({
      code: 0,
      stdout: `${VERSION}\n`,
      stderr: "",
    });
    const mistyped = await runProgram(binary, ["--exclud", "x"], bare);
    expect([mistyped.code, mistyped.stderr]).toEqual([2, expect.stringContaining("did you mean --exclude?")]);
    const env = { ...bare.env, HOME: folder };
    await proveThatItPrunes(
      (args) => runProgram(binary, args, { env }),
      (line) => {
        expect(line.startsWith(`${binary} restore `)).toBe(true);
        return runProgram("/bin/sh", ["-c", line], { env });
      },
    );
  });

  test("has what other programs load lazily", async () => {
    const policy = join(await emptyFolder(), "policy.yml");
    await writeFile(policy, 'rules: [{ keep: 1, tags: "/^1/" }]');
    const ended = await runProgram(binary, ["try", "--policy", policy], {
      ...bare,
      input: "1.0.0\n1.1.0\n",
    });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toContain("1.0.0");
    const sweep = ["reclaim", "--storage", "s3://bucket/registry", "--offline", "--dry-run"];
    const aws = {
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
      AWS_REGION: "x",
      AWS_ACCESS_KEY_ID: "key",
      AWS_SECRET_ACCESS_KEY: "secret",
    };
    expect((await runProgram(binary, sweep, { env: { ...bare.env, ...aws } })).stderr).toContain(
      "the S3 server can't be reached",
    );
  });
});

test("each has its checksum, as sha256sum reads it", async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sha256"));
  expect(files).toHaveLength(2);
  const { stdout } = await run("sha256sum", ["--check", "--strict", ...files], { cwd: folder });
  expect(stdout.match(/: OK$/gm)).toHaveLength(2);
});

test("licenses.txt names each package of which there is a module in any of them, and the binary's names Node", async () => {
  const bundled = await packagesIn(".cache/build-binary/single");
  expect(bundled).toEqual(expect.arrayContaining(["@octokit/core", "yaml", "re2js", "@aws-sdk/client-s3"]));
  const files = [
    { file: join(folder, "licenses.txt"), packages: bundled },
    { file: `${binary}.licenses.txt`, packages: [...bundled, "node"] },
    { file: "dist/licenses.txt", packages: [...bundled, "@actions/core", "node"] },
  ];
  for (const { file, packages } of files) {
    const lines = new Set((await readFile(file, "utf8")).split("\n"));
    expect([file, packages.filter((each) => !lines.has(each))]).toEqual([file, []]);
  }
  expect(await readFile(`${binary}.licenses.txt`, "utf8")).toContain(
    "\nNode.js is licensed for use as follows",
  );
});

describe("the container image", () => {
  const IMAGE = `prune-image-tags:${VERSION}`;
  let engine: Engine | undefined;

  beforeAll(async () => {
    engine = engineOr(() => undefined);
    if (engine === undefined) return;
    await run(DOOR_NODE, ["scripts/image-context.mjs", folder]);
    await engine.buildBaseImage("base:test", binary);
    const processor = process.arch === "x64" ? "amd64" : process.arch;
    const given = [
      "BASE=base:test",
      `TARGETARCH=${processor}`,
      "IMAGE=prune-image-tags",
      `VERSION=${VERSION}`,
      "REVISION=abc",
    ];
    const flags = given.flatMap((each) => ["--build-arg", each]);
    await engine.run(["build", "--tag", IMAGE, ...flags, join(folder, "image")]);
  });

  /** Runs the engine's client with arguments; its network is the machine's, where the registry is. */
  function runImage(flags: readonly string[], args: readonly string[]): Promise<Ended> {
    const { docker, env } = engine ?? expect.fail("there is no engine");
    return runProgram(docker, ["run", "--rm", "--network", "host", ...flags, IMAGE, ...args], { env });
  }

  test("starts the program as nobody's user, and says what it is", async ({ skip }) => {
    const { stdout } = await engineOr(skip).run(["image", "inspect", IMAGE, "--format", "{{json .Config}}"]);
    expect(JSON.parse(stdout)).toMatchObject({
      User: "65532:65532",
      Entrypoint: ["/usr/local/bin/prune-image-tags"],
      Labels: {
        "org.opencontainers.image.source": "https://github.com/prune-image-tags/prune-image-tags",
        "org.opencontainers.image.licenses": "MIT",
        "org.opencontainers.image.version": VERSION,
        "org.opencontainers.image.revision": "abc",
      },
    });
    expect(await runImage([], ["--version"])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  /** Runs the command that a container has printed; the registry of a test is on the machine's own network. */
  function runPrinted(line: string): Promise<Ended> {
    const { env } = engine ?? expect.fail("there is no engine");
    expect(line).toContain(` ${IMAGE} restore `);
    return runProgram("sh", ["-c", line.replace("--rm", "--rm --network host")], { env });
  }

  test("prunes as cron would start it, with a read-only root and a volume for its journals", async ({
    skip,
  }) => {
    engineOr(skip);
    const flags = ["--read-only", "--cap-drop=ALL", "-v", "prune-image-tags:/state"];
    await proveThatItPrunes((args) => runImage(flags, args), runPrinted);
  });

  const bySh = (args: readonly string[]): readonly string[] => [
    "sh",
    "-ec",
    `prune-image-tags ${args.join(" ")}`,
  ];

  test("prunes as GitLab's runner would start it, by a shell, with no entry point", async ({ skip }) => {
    engineOr(skip);
    const flags = ["--entrypoint", "", "-v", "prune-image-tags:/state"];
    await proveThatItPrunes((args) => runImage(flags, bySh(args)), runPrinted);
  });

  test.for([
    ["a Jenkinsfile's step", [], (args: readonly string[]) => args],
    ["Jenkins's docker agent, by a shell", ["--entrypoint", ""], bySh],
  ] as const)(
    "prunes as %s would start it, as the agent's user in the workspace",
    async ([, more, words], { skip }) => {
      engineOr(skip);
      const workspace = await emptyFolder();
      await chown(workspace, 1234, 1234);
      const flags = ["-u", "1234:1234", "-v", `${workspace}:${workspace}`, "-w", workspace, ...more];
      const journal = join(workspace, "j.ndjson");
      await proveThatItPrunes(
        (args) => runImage(flags, words([...args, "--journal", journal])),
        (line) => runPrinted(line.replace("-v", "-u 1234:1234 -v")),
      );
      expect(await stat(journal)).toMatchObject({ uid: 1234 });
    },
  );

  test("prunes by the lines of docs/install.md, which begin with a dry run", async ({ skip }) => {
    const { env } = engineOr(skip);
    const blocks = blocksOf(await readFile("docs/install.md", "utf8"));
    const lines = blocks.filter(({ heading, info }) => heading === "A container image" && info === "sh");
    expect(lines).toHaveLength(2);
    const workspace = await emptyFolder();
    for (const { text } of lines) {
      const { image, repo } = await filled();
      const line = text
        .replaceAll(/ghcr\.io\/prune-image-tags\/prune-image-tags:\S+/g, IMAGE)
        .replace("registry.example.com/team/app", image)
        .replace("--rm", "--rm --network host")
        .replace("--keep 10", "--keep 1");
      const given = { ...env, WORKSPACE: workspace };
      expect(await runProgram("sh", ["-ec", line], { env: given })).toMatchObject({ code: 0 });
      expect(await listTags(repo)).toHaveLength(3);
      const real = await runProgram("sh", ["-ec", line.replace("--dry-run", "")], { env: given });
      expect(real).toMatchObject({ code: 0 });
      expect(await listTags(repo)).toEqual(["1.2.0"]);
    }
    expect(await readdir(workspace)).toEqual(["journal.ndjson"]);
  });
});
