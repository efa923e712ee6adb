import { afterAll, beforeAll, onTestFinished, type TestContext } from "vitest";
import { findGoRegistry, type GoRegistry } from "../../scripts/go-registries.mjs";
import type { Repo } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import type { RegistryOptions } from "../../scripts/registry-config.mjs";
import { freePort, isUp, runServer } from "../../scripts/run-server.mjs";
import type { DeletionHooks } from "../../src/commands/deletion/deletion-job.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { useDockerHub } from "./docker-hub.js";
import { type GivenRegistry, givenRegistry, newGivenRepository, signedBy } from "./given-registry.js";
import { type Pruned, runApply, runPrune } from "./pruning.js";
import { type Proxy, startProxy } from "./proxy.js";
import { type RegistryRow, titleOf } from "./registry-rows.js";
import { runRestore } from "./restoring.js";

/** A registry that runs; of a given one, with the user and password that it always asks for. */
type Running = Omit<GivenRegistry, "login"> & Partial<Pick<GivenRegistry, "login">>;

/** A repository of its own for a test, behind its own proxy. */
export interface RowStage {
  readonly repo: Repo;
  readonly proxy: Proxy;
  /** The repository's reference, through the proxy. */
  readonly image: string;
  /** The user and password that it asks for, if it asks. */
  readonly login: RawSettings;
  readonly prune: (raw: RawSettings, door?: Partial<DeletionHooks>) => Promise<Pruned>;
  readonly apply: (raw: RawSettings) => Promise<Pruned>;
  readonly restore: (journal: string) => ReturnType<typeof runRestore>;
}

/** Differences from a registry that anybody may use. */
export interface Variant {
  readonly deletes?: boolean;
  readonly signsIn?: true;
}

/** Gives a test a repository, of another registry for each variant. */
export type UseStage = (skip: TestContext["skip"], variant?: Variant) => Promise<RowStage>;

const LOGIN = { username: "ci", password: "s3cret" };
const HTPASSWD = "ci:$2y$04$abcdefghijklmnopqrstuuLZYjhNQAOdpbzt4WxWlUHjv1wsyH5DG\n";

/** Starts a row's registry for a test file. */
export function useRow(row: RegistryRow): UseStage {
  return row.runBy === "stand-in" ? useHub() : useRegistry(row);
}

function useHub(): UseStage {
  const start = useDockerHub();
  return async (skip) => {
    const { registry: proxy, credentials: login, addresses, place, prune } = await start(skip);
    const { repo, image } = place();
    return {
      ...{ repo, proxy, image, login, prune },
      apply: (raw) => runApply({ image, ...raw, ...login }, {}, { dockerHub: addresses }),
      restore: (journal) => runRestore(journal, { login, dockerHub: addresses }),
    };
  };
}

function useRegistry(row: RegistryRow): UseStage {
  let plain: Running | undefined;
  beforeAll(async () => {
    plain = await startRow(row, {});
  }, 900_000);
  afterAll(() => plain?.stop());
  return async (skip, variant = {}) => {
    if (plain === undefined) return skip(`${titleOf(row)} can't be built here`);
    const isPlain = Object.keys(variant).length === 0 || row.runBy === "given";
    const running = isPlain ? plain : await startRow(row, variant);
    if (running === undefined) throw new Error("it was started before");
    if (!isPlain) {
      onTestFinished(async () => {
        await running.stop();
      });
    }
    const proxy = await startProxy(running.url);
    onTestFinished(() => proxy.stop());
    return stageOf(row, { ...running, proxy }, variant);
  };
}

function stageOf(
  row: RegistryRow,
  { url, login: given, proxy }: Running & { readonly proxy: Proxy },
  { signsIn = false }: { readonly signsIn?: boolean },
): RowStage {
  const isSignedAtRegistry = row.name === "Distribution" && signsIn;
  if (signsIn && given === undefined && !isSignedAtRegistry) askToSignIn(proxy);
  const repo = newGivenRepository({ url, login: given });
  const login = given ?? LOGIN;
  const image = `${proxy.host}/${repo.name}`;
  return {
    ...{ proxy, login, image },
    repo: isSignedAtRegistry ? { ...repo, headers: signedBy(LOGIN) } : repo,
    prune: (raw, door) => runPrune({ ...given, ...raw }, door),
    apply: (raw) => runApply({ image, ...given, ...raw }),
    restore: (journal) => runRestore(journal, given === undefined ? {} : { login: given }),
  };
}

async function startRow(row: RegistryRow, variant: Variant): Promise<Running | undefined> {
  if (row.runBy === "given") return givenRegistry();
  const title = titleOf(row);
  const options = { ...optionsOf(variant), schema1: row.takesSchema1 };
  if (title === "Distribution 2.8.2") return startRegistry(options);
  const binary = await findGoRegistry(goNameOf(title), console.warn);
  if (binary === undefined) return undefined;
  return row.name === "Distribution" ? startRegistry({ ...options, binary }) : startProgram(row, binary);
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
  const { authorization } = signedBy(LOGIN);
  proxy.on({
    when: ({ headers }) => headers.authorization !== authorization,
    act: {
      kind: "answer",
      status: 401,
      headers: { "www-authenticate": 'Basic realm="registry"', "content-type": "text/html" },
      body: "<html><head><title>401 Authorization Required</title></head></html>",
    },
  });
}
