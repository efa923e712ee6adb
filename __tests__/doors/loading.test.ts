import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { VERSION } from "../../src/program/about.js";
import { runAction, runCli, runPost } from "../support/doors.js";
import { pushTags, useStage } from "../support/github-pruning.js";
import { bytesOf, loadedBy, partWith, startOf } from "../support/loaded.js";
import { type Proxied, useProxiedRegistry } from "../support/proxied.js";

const proxied = useProxiedRegistry();
const stage = useStage();

// Words that stand in one package each.
const OCTOKIT = "octokit-core.js/";
const S3_CLIENT = "class S3Client ";
const REGULAR_EXPRESSIONS = "class RE2JS ";

// What each door loads, with some room: a start takes longer with every byte and every file, so what goes beyond is to be decided, and loaded lazily if it can be.
const MOST_BYTES = { cli: 665_000, action: 722_000, post: 165_000 };

async function filled(): Promise<Proxied> {
  const made = await proxied();
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  return made;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-loading-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe("a prune of a registry of one's own", () => {
  test("loads the command line's own parts, and nothing else", async () => {
    const { image } = await filled();
    const loaded = await loadedBy(async (env) => {
      const { code, stdout } = await runCli([image, "--keep", "1", "--dry-run"], { env });
      expect([code, stdout]).toEqual([0, expect.stringContaining("would delete 2 tags")]);
    });
    expect(loaded).toEqual(await startOf("cli", "cli.js"));
    expect(await bytesOf(loaded)).toBeLessThan(MOST_BYTES.cli);
  });

  test("loads the action's own parts, and nothing else", async () => {
    const { image } = await filled();
    const loaded = await loadedBy(async (env) => {
      const step = await runAction({ image, keep: "1", "dry-run": "true" }, env);
      expect([step.code, step.outputs["deleted-count"]]).toEqual([0, "2"]);
    });
    expect(loaded).toEqual(await startOf("action", "index.js"));
    expect(await bytesOf(loaded)).toBeLessThan(MOST_BYTES.action);
  });

  test("loads what reads regular expressions where there is one", async () => {
    const { image } = await filled();
    const loaded = await loadedBy(async (env) => {
      const args = [image, "--keep", "1", "--include", "/^1\\.[01]/", "--dry-run"];
      expect(await runCli(args, { env })).toMatchObject({ code: 0, stderr: "" });
    });
    expect(loaded).toContain(await partWith(REGULAR_EXPRESSIONS));
    expect(loaded).not.toContain(await partWith(OCTOKIT));
  });
});

test("the post step of a job that was not ended loads its own parts alone", async () => {
  const loaded = await loadedBy((env) => runPost({}, env));
  expect(loaded).toEqual(await startOf("post", "post.js"));
  expect(await bytesOf(loaded)).toBeLessThan(MOST_BYTES.post);
});

test("a prune on GitHub's registry loads Octokit, through a proxy too, and not the S3 client", async () => {
  const made = await stage();
  await pushTags(made, "1.0.0", "1.1.0");
  const { github, pack, token } = made;
  const proxy = { https_proxy: "http://127.0.0.1:1", no_proxy: "127.0.0.1,localhost" };
  const loaded = await loadedBy(async (env) => {
    const flags = [
      "--keep",
      "1",
      "--dry-run",
      "--github-registry",
      github.host,
      "--github-api-url",
      github.apiUrl,
    ];
    const ended = await runCli([pack.image, ...flags], { env: { ...env, ...proxy, GITHUB_TOKEN: token } });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
  });
  expect(loaded).toContain(await partWith(OCTOKIT));
  expect(loaded).not.toContain(await partWith(S3_CLIENT));
});

test("a sweep of a bucket loads the S3 client, and not Octokit; a sweep of a folder neither", async () => {
  const storage = await temporaryFolder();
  const sweep = async (place: string): Promise<readonly string[]> =>
    loadedBy((env) =>
      runCli(["reclaim", "--storage", place, "--offline", "--dry-run"], {
        env: { ...env, AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_REGION: "x", ...KEYS },
      }),
    );
  const [octokit, client] = [await partWith(OCTOKIT), await partWith(S3_CLIENT)];
  const inBucket = await sweep("s3://bucket/registry");
  expect(inBucket).toContain(client);
  expect(inBucket).not.toContain(octokit);
  const inFolder = await sweep(storage);
  expect(inFolder).not.toContain(client);
  expect(inFolder).not.toContain(octokit);
});

const KEYS = { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" };

test("each module is one that V8 compiles as it reads it", async () => {
  const names = await readdir("dist/parts");
  const texts = await Promise.all(names.map((name) => readFile(join("dist/parts", name), "utf8")));
  const modules = texts.flatMap((text) => text.match(/^\/\*{3}\/ \(.*\{$/gm) ?? []);
  expect(modules.length).toBeGreaterThan(300);
  expect(modules.filter((start) => !start.startsWith("/***/ (function"))).toEqual([]);
});

test("the command line finds its files from any folder, and by a link to it, as npm makes one", async () => {
  const folder = await temporaryFolder();
  const link = join(folder, "prune-image-tags");
  await symlink(resolve("dist/cli.js"), link);
  expect(await runCli(["--version"], { script: link })).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
  const names = join(folder, "policy.yml");
  await writeFile(names, "rules: [{ keep: 1 }]");
  const { code, stdout } = await runCli(["try", "--policy", names], {
    script: link,
    input: "1.0.0\n1.1.0\n",
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining("1.0.0")]);
});
