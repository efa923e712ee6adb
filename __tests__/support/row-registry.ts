import { afterAll, beforeAll, onTestFinished, type TestContext } from "vitest";
import { findGoRegistry, type GoRegistry } from "../../scripts/go-registries.mjs";
import type { Repo } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import type { RegistryOptions } from "../../scripts/registry-config.mjs";
import { freePort, isUp, runServer } from "../../scripts/run-server.mjs";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { newRepository } from "./pruning.js";
import { type Proxy, startProxy } from "./proxy.js";
import { type RegistryRow, titleOf } from "./registry-rows.js";

/** A registry that runs. `headers` sign a push in. */
interface Running {
  readonly url: string;
  readonly stop: () => Promise<unknown>;
}

/** A repository of its own for a test, behind its own proxy. */
export interface RowStage {
  readonly repo: Repo;
  readonly proxy: Proxy;
  /** The repository's reference, through the proxy. */
  readonly image: string;
}

/** Differences from a registry that anybody may use. */
export interface Variant {
  readonly deletes?: boolean;
  readonly signsIn?: true;
}

/** The user and password of a registry that asks for them. */
export const LOGIN: RawSettings = { username: "ci", password: "s3cret" };
const HTPASSWD = "ci:$2y$04$abcdefghijklmnopqrstuuLZYjhNQAOdpbzt4WxWlUHjv1wsyH5DG\n";
const AUTHORIZATION = { authorization: `Basic ${Buffer.from("ci:s3cret").toString("base64")}` };

/** Starts a row's registry for a test file. The returned function gives each test a repository, of another registry for each variant. */
export function useRow(
  row: RegistryRow,
): (skip: TestContext["skip"], variant?: Variant) => Promise<RowStage> {
  let plain: Running | undefined;
  beforeAll(async () => {
    plain = await startRow(row, {});
  }, 900_000);
  afterAll(() => plain?.stop());
  return async (skip, variant = {}) => {
    if (plain === undefined) return skip(`${titleOf(row)} can't be built here`);
    const isPlain = Object.keys(variant).length === 0;
    const running = isPlain ? plain : await startRow(row, variant);
    if (running === undefined) throw new Error("it was started before");
    if (!isPlain) {
      onTestFinished(async () => {
        await running.stop();
      });
    }
    const proxy = await startProxy(running.url);
    onTestFinished(() => proxy.stop());
    const repo = newRepository(running.url);
    if (variant.signsIn === true && row.name !== "Distribution") askToSignIn(proxy);
    const signed = variant.signsIn === true && row.name === "Distribution" ? { headers: AUTHORIZATION } : {};
    return { repo: { ...repo, ...signed }, proxy, image: `${proxy.host}/${repo.name}` };
  };
}

async function startRow(row: RegistryRow, variant: Variant): Promise<Running | undefined> {
  const title = titleOf(row);
  if (title === "Distribution 2.8.2") return startRegistry(optionsOf(variant));
  const binary = await findGoRegistry(goNameOf(title), console.warn);
  if (binary === undefined) return undefined;
  return row.name === "Distribution"
    ? startRegistry({ ...optionsOf(variant), binary })
    : startProgram(row, binary);
}

function goNameOf(title: string): GoRegistry {
  return (title.startsWith("ocimem") ? "ocimem" : title) as GoRegistry;
}

/** `readOnly: false` is an option, so that it is never the shared registry of REGISTRY_URL. */
function optionsOf({ deletes = true, signsIn }: Variant): RegistryOptions {
  return { readOnly: false, deletes, ...(signsIn === undefined ? {} : { htpasswd: HTPASSWD }) };
}

async function startProgram({ name }: RegistryRow, binary: string): Promise<Running> {
  const address = `127.0.0.1:${await freePort()}`;
  const args = name === "ocimem" ? [address] : ["registry", "serve", "--address", address];
  const running = runServer(binary, args, process.env);
  const url = `http://${address}`;
  if (await isUp(running, `${url}/v2/`)) return { url, stop: () => running.stop() };
  await running.stop();
  throw new Error(`${name} did not start. It wrote:\n${running.logs()}`);
}

/** Has a proxy ask for the user and password, as nginx does in front of a registry that asks for none. */
function askToSignIn(proxy: Proxy): void {
  proxy.on({
    when: ({ headers }) => headers.authorization !== AUTHORIZATION.authorization,
    act: {
      kind: "answer",
      status: 401,
      headers: { "www-authenticate": 'Basic realm="registry"', "content-type": "text/html" },
      body: "<html><head><title>401 Authorization Required</title></head></html>",
    },
  });
}
