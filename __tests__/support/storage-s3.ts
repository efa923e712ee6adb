import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestContext } from "vitest";
import type { Repo } from "../../scripts/images.mjs";
import { configuration } from "../../scripts/registry-config.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { type S3Server, startS3Server } from "../../scripts/s3-server.mjs";

const run = promisify(execFile);

// The variables that the SDK reads, and that may be set on a developer's machine.
const VARIABLES = [
  "AWS_ENDPOINT_URL",
  "AWS_ENDPOINT_URL_S3",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_PROFILE",
] as const;

/** Sets the SDK's environment variables, and unsets those that are not given. */
export function setAws(values: Partial<Record<(typeof VARIABLES)[number], string>>): void {
  for (const name of VARIABLES) {
    if (values[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = values[name];
  }
  Object.assign(process.env, {
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "1",
  });
}

/** A bucket on which a registry can be started several times. */
export interface BucketShelf {
  readonly server: S3Server;
  /** The path of an object, or of a folder of objects, on the server's disk. */
  readonly at: (path: string) => string;
  readonly serve: <Result>(use: (repo: (name: string) => Repo) => Promise<Result>) => Promise<Result>;
  /** Runs the registry's own `garbage-collect`, and returns its output. */
  readonly collect: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts an S3 server with a bucket `images`, and makes the SDK use it; skips the test if no server can be started. */
export async function createBucketShelf(
  context: TestContext,
  { rootdirectory, binary }: { readonly rootdirectory: string; readonly binary: string },
): Promise<BucketShelf> {
  const said: string[] = [];
  const server = await startS3Server({ say: (line) => said.push(line) });
  if (server === undefined) return context.skip(said.at(-1));
  await server.createBucket("images");
  setAws({
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_REGION: server.region,
    AWS_ACCESS_KEY_ID: server.accessKey,
    AWS_SECRET_ACCESS_KEY: server.secretKey,
  });
  const s3 = { ...server, bucket: "images", rootdirectory };
  return {
    server,
    at: (path) => join(server.storage, "images", rootdirectory, "docker/registry/v2", path),
    serve: async (use) => {
      const registry = await startRegistry({ binary, s3 });
      try {
        return await use((name) => ({ base: registry.url, name }));
      } finally {
        await registry.stop();
      }
    },
    collect: async () => {
      const folder = await mkdtemp(join(tmpdir(), "collect-"));
      const config = join(folder, "config.yml");
      const places = { listen: "127.0.0.1:0", storage: undefined, htpasswd: "" };
      await writeFile(config, JSON.stringify(configuration({ s3 }, places)));
      const { stdout } = await run(binary, ["garbage-collect", config]);
      await rm(folder, { recursive: true });
      return stdout;
    },
    stop: () => server.stop(),
  };
}

/** A made-up S3 server: a function from a request to its answer. */
export type Answer = (request: { readonly method: string; readonly url: URL; readonly body: string }) => {
  readonly status?: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Starts a made-up S3 server, for answers that no real one gives, and makes the SDK use it. */
export async function startMadeUpS3(answer: Answer): Promise<{ readonly stop: () => void }> {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const url = new URL(incoming.url ?? "/", "http://localhost");
      const method = incoming.method ?? "GET";
      const {
        status = 200,
        body,
        headers = {},
      } = answer({ method, url, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { "content-type": "application/xml", ...headers }).end(body);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  setAws({
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIDMADEUP",
    AWS_SECRET_ACCESS_KEY: "made-up-secret",
  });
  return {
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
