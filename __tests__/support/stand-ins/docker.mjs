// Docker's client, as far as the examples use it. `run` runs the built command line as the image's entrypoint: with no variable and no file but
// those that it is given. Any flag that it does not know is an error.
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { push, saveLogin } from "./push.mjs";

const IMAGE = "ghcr.io/prune-image-tags/prune-image-tags:0";
const [command, ...args] = process.argv.slice(2);

function login() {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { username: { type: "string" }, "password-stdin": { type: "boolean" } },
  });
  // The line's end is taken off, as Docker does.
  saveLogin(positionals[0] ?? "", values.username ?? "", readFileSync(0, "utf8").replace(/\r?\n$/, ""));
}

/**
 * The flags of `run`, which has to be what an agent needs: its network, its user, and a working directory that outlives the container.
 * @param {string[]} flags
 * @returns {{ folder: string, env: Record<string, string> }}
 */
function container(flags) {
  const { values } = parseArgs({
    args: flags,
    options: {
      rm: { type: "boolean" },
      network: { type: "string" },
      user: { type: "string" },
      env: { type: "string", multiple: true, default: [] },
      volume: { type: "string", multiple: true, default: [] },
      workdir: { type: "string" },
    },
  });
  const user = `${process.getuid?.()}:${process.getgid?.()}`;
  const { rm, network, workdir } = values;
  if (rm !== true || network !== "host" || values.user !== user) throw new Error("not what the examples run");
  const [folder] = values.volume.map((volume) => volume.split(":")).find(([, to]) => to === workdir) ?? [];
  if (folder === undefined) {
    throw new Error("what is written in the working directory goes with the container");
  }
  return { folder, env: Object.fromEntries(values.env.map((name) => [name, process.env[name] ?? ""])) };
}

/** @returns {number} the exit code */
function run() {
  const at = args.indexOf(IMAGE);
  const { folder, env } = container(args.slice(0, at));
  const given = args.slice(at + 1);
  appendFileSync(process.env["DOCKER_RUNS"] ?? "/dev/null", `${JSON.stringify(given)}\n`);
  const { status } = spawnSync(process.execPath, [process.env["CLI"] ?? "", ...given], {
    env,
    cwd: folder,
    stdio: "inherit",
  });
  return status ?? 1;
}

if (command === "login") {
  login();
} else if (command === "push") {
  await push(args[0] ?? "");
} else if (command === "run") {
  process.exitCode = run();
} else if (command !== "build" || args[0] !== "--tag" || args[2] !== ".") {
  throw new Error(`unknown: ${process.argv.slice(2).join(" ")}`);
}
