import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goInstall } from "./go-tools.mjs";
import { removeOnExit } from "./leftovers.mjs";
import { freePort, isUp, runServer } from "./run-server.mjs";

/**
 * A running S3 server. `storage` is the directory in which each bucket is a folder and each object a file; `logs` returns
 * its output so far.
 * @typedef {object} S3Server
 * @property {string} endpoint like http://127.0.0.1:41234
 * @property {string} host
 * @property {string} accessKey
 * @property {string} secretKey
 * @property {string} region
 * @property {string} storage
 * @property {() => string} logs
 * @property {(name: string) => Promise<void>} createBucket
 * @property {() => Promise<void>} stop
 */

const gateway = {
  module: "github.com/versity/versitygw/cmd/versitygw",
  version: "v1.8.0",
  binary: "versitygw",
};

/**
 * The path of the server's program, which is built the first time.
 * @param {(line: string) => void} say is called before a slow step, and with the reason if it can't be built
 * @returns {Promise<string | undefined>} undefined if it can't be built
 */
export function findS3Server(say) {
  return goInstall(gateway, say);
}

/**
 * Starts Versity's S3 gateway 1.8.0 (Apache-2.0, built with Go) on 127.0.0.1, with a temporary directory behind it.
 * Reasons for this server: it checks signatures, those of redirects too; it lists in S3's order, where `1.0-rc/` comes before
 * `1.0/`, so that Distribution 2.8 shows the fault that it shows on S3; it has multipart uploads and lists them, without
 * which no registry can push (npm's s3rver doesn't); it is built in a minute or two and starts in a tenth of a second.
 * @param {{ say?: (line: string) => void }} [options] `say` is called before a slow step, and with the reason if it can't be built
 * @returns {Promise<S3Server | undefined>} undefined if it can't be built
 * @throws {Error} if it doesn't start (with its logs)
 */
export async function startS3Server({ say = () => {} } = {}) {
  const binary = await findS3Server(say);
  if (!binary) return undefined;
  const directory = await mkdtemp(join(tmpdir(), "s3-"));
  const forget = removeOnExit(() => rmSync(directory, { recursive: true, force: true }));
  const clear = async () => {
    await rm(directory, { recursive: true, force: true });
    forget();
  };
  const storage = join(directory, "buckets");
  const keys = {
    accessKey: `AK${randomBytes(9).toString("hex").toUpperCase()}`,
    secretKey: randomBytes(20).toString("hex"),
  };
  try {
    const { running, host } = await launch(binary, { directory, storage, ...keys });
    return {
      endpoint: `http://${host}`,
      host,
      ...keys,
      region: "us-east-1",
      storage,
      logs: running.logs,
      // The gateway takes every folder for a bucket of its only account.
      createBucket: (name) => mkdir(join(storage, name)),
      stop: async () => {
        await running.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/**
 * @param {string} binary
 * @param {{ directory: string, storage: string, accessKey: string, secretKey: string }} options
 * @returns {Promise<{ running: import("./run-server.mjs").Running, host: string }>}
 */
async function launch(binary, options, attempts = 5) {
  const metadata = join(options.directory, "metadata"); // because not every file system of a temporary directory has extended attributes
  await Promise.all([mkdir(options.storage, { recursive: true }), mkdir(metadata, { recursive: true })]);
  const host = `127.0.0.1:${await freePort()}`;
  const args = ["--port", host, "--health", "/health", "posix", "--sidecar", metadata, options.storage];
  const running = runServer(binary, args, {
    PATH: process.env["PATH"],
    ROOT_ACCESS_KEY_ID: options.accessKey,
    ROOT_SECRET_ACCESS_KEY: options.secretKey,
  });
  if (await isUp(running, `http://${host}/health`)) return { running, host };
  await running.stop();
  if (attempts > 1 && running.logs().includes("address already in use")) {
    return launch(binary, options, attempts - 1);
  }
  throw new Error(`The S3 server (${binary}) did not start. It wrote:\n${running.logs()}`);
}
