import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, type TestContext } from "vitest";
import { onPath } from "../../scripts/programs.mjs";
import { VERSION } from "../../src/program/about.js";
import { example, shellSteps } from "../support/examples.js";
import { blocksOf } from "../support/recipes.js";

/** The ways to get a release's single file, with a server in the release's place. */
const RELEASES = "https://github.com/prune-image-tags/prune-image-tags/releases/download";
const FILE = "prune-image-tags.mjs";
const PROGRAM = 'console.log("it runs");\n';

/** The comment's lines that are commands. */
const inComment = (text: string): string =>
  [...text.matchAll(/^# {3}(.*\n)/gm)].map(([, line = ""]) => line).join("");

const WAYS: Readonly<Record<string, () => Promise<string>>> = {
  "examples/crontab": async () => inComment(await example("crontab")),
  "examples/prune-image-tags.service": async () => inComment(await example("prune-image-tags.service")),
  "examples/Jenkinsfile.reclaim": async () => shellSteps(await example("Jenkinsfile.reclaim"))[0] ?? "",
  "docs/install.md": async () => {
    const blocks = blocksOf(await readFile("docs/install.md", "utf8"));
    const text = blocks.find(({ heading }) => heading === "One file")?.text ?? "";
    return text.replace(/^node .*\n/m, "");
  },
};

/** Starts a server that has what a release has. @param sent the program as it is sent, which may not be the one of the checksum */
async function serveRelease(sent: string): Promise<string> {
  const checksum = createHash("sha256").update(PROGRAM).digest("hex");
  const files: Readonly<Record<string, string>> = {
    [`/v${VERSION}/${FILE}`]: sent,
    [`/v${VERSION}/${FILE}.sha256`]: `${checksum}  ${FILE}\n`,
  };
  const server = createServer(({ url = "" }, response) => {
    const body = files[url];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Runs the commands in an empty folder as Jenkins and a careful person do, where the first failure ends them. */
async function get(commands: string, from: string) {
  const folder = await mkdtemp(join(tmpdir(), "prune-file-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const script = commands.replace(RELEASES, from);
  const code = await new Promise((done) => {
    execFile("sh", ["-ec", script], { cwd: folder }, (error) => {
      done(error === null ? 0 : error.code);
    });
  });
  return { code, folder };
}

function needsCurl(skip: TestContext["skip"]): void {
  if (onPath("curl") === undefined) skip("curl is not here");
}

test.for(Object.keys(WAYS))(
  "%s gets this version's single file, and refuses one that is not of its checksum",
  async (name, { skip }) => {
    needsCurl(skip);
    const commands = await (WAYS[name] ?? expect.fail(name))();
    expect(commands).toContain(`${RELEASES}/v${VERSION}\n`);
    const { code, folder } = await get(commands, await serveRelease(PROGRAM));
    expect([code, (await readdir(folder)).sort()]).toEqual([0, [FILE, `${FILE}.sha256`]]);
    expect(await readFile(join(folder, FILE), "utf8")).toBe(PROGRAM);
    expect((await get(commands, await serveRelease("another program"))).code).not.toBe(0);
  },
);
