// Bundles the doors into dist/: index.js and post.js for the action, cli.js for the command line.
import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const ncc = "node_modules/@vercel/ncc/dist/ncc/cli.js";
const work = ".cache/build";

await rm(work, { recursive: true, force: true });
const [action, post, cli] = await Promise.all(
  ["action", "action-post", "cli"].map(async (door) => {
    const folder = `${work}/${door}`;
    await run(process.execPath, [ncc, "build", `src/${door}.ts`, "-o", folder, "--license", "licenses.txt"]);
    return folder;
  }),
);

// Only now, so that a failed build leaves what there was.
await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });
await copyFile(`${action}/index.js`, "dist/index.js");
await copyFile(`${post}/index.js`, "dist/post.js");
await copyFile(`${cli}/index.js`, "dist/cli.js");
await chmod("dist/cli.js", 0o755);
await copyFile(`${action}/licenses.txt`, "dist/licenses.txt");
await writeFile("dist/package.json", '{ "type": "module" }\n');
