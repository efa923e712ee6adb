import { readFile } from "node:fs/promises";
import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import type { Reference } from "../core/names/reference.js";
import type { Identity } from "../doctor/access.js";
import { examinePackage } from "../doctor/github.js";
import { examineRegistry, UNSEEN } from "../doctor/registry.js";
import { examineRegistryConfig } from "../doctor/registry-config.js";
import { examineS3Policy } from "../doctor/s3-policy.js";
import { attempt, problemOf } from "../doctor/trouble.js";
import { dockerCredentials } from "../registry/connection/credentials.js";
import { codeOf } from "../core/base/system-error.js";
import { openGitHub } from "../registry/open.js";
import { connect } from "../registry/connection/connection.js";
import { type GitHubSettings, isGitHub } from "../settings/read/github.js";
import { type ConnectionHooks, connectionTo } from "./connection.js";

/** What is to be checked; without an image, the files alone. */
export interface CheckSettings {
  readonly image?: Reference;
  /** Else Docker's configuration. */
  readonly login?: { readonly username: string; readonly password: string };
  /** Hosts, with their ports, that speak plain HTTP. */
  readonly plainHttp: readonly string[];
  /** Most requests at once. */
  readonly concurrency: number;
  /** The GitHub that this run belongs to. */
  readonly github: GitHubSettings;
  /** Path of the registry's configuration, or of a compose file with its environment. */
  readonly registryConfig?: string;
  /** Path of the IAM policy of its bucket. */
  readonly s3Policy?: string;
}

/** All that was found, in the order in which to read it. */
export interface CheckResult {
  /** `host/repository`, where one was checked. */
  readonly image?: string;
  readonly findings: readonly Finding[];
  /** The S3 policy as it should be, where there is something to correct: JSON text. */
  readonly correctedS3Policy?: string;
}

/**
 * Looks whether a registry, its configuration and its bucket's policy are ready for a prune. Deletes nothing, and cancels
 * the one thing that it writes. What goes wrong is a finding; `isReady` sums them up.
 */
export async function check(settings: CheckSettings, hooks: ConnectionHooks): Promise<CheckResult> {
  const { image, registryConfig, s3Policy } = settings;
  const ofRegistry = image === undefined ? [] : await checkImage(image, settings, hooks);
  const ofConfig = await examineFile("registry-config", registryConfig, (text) => ({
    findings: examineRegistryConfig(text),
  }));
  const ofPolicy = await examineFile("s3-policy", s3Policy, examineS3Policy);
  return {
    ...(image === undefined ? {} : { image: `${image.host}/${image.repository}` }),
    findings: [...ofRegistry, ...ofConfig.findings, ...ofPolicy.findings],
    ...(ofPolicy.corrected === undefined ? {} : { correctedS3Policy: ofPolicy.corrected }),
  };
}

function checkImage(
  image: Reference,
  settings: CheckSettings,
  hooks: ConnectionHooks,
): Promise<readonly Finding[]> {
  return isGitHub(image.host, settings.github)
    ? checkPackage(image, settings, hooks)
    : checkRegistry(image, settings, hooks);
}

async function checkPackage(
  image: Reference,
  settings: CheckSettings,
  hooks: ConnectionHooks,
): Promise<readonly Finding[]> {
  const opened = await attempt(openGitHub({ ...connectionTo(settings, image, hooks), rights: ["pull"] }));
  if (opened instanceof PruneError) return [problemOf("signed-in", opened), UNSEEN];
  try {
    return await examinePackage({ ...opened, repository: image.repository });
  } finally {
    opened.registry.close();
  }
}

async function checkRegistry(
  { host, scheme, repository }: Reference,
  { login, plainHttp, concurrency }: CheckSettings,
  hooks: ConnectionHooks,
): Promise<readonly Finding[]> {
  const identity = await attempt(identify(host, login));
  if (identity instanceof PruneError) return [problemOf("signed-in", identity), UNSEEN];
  const connection = await connect({
    host,
    ...(scheme === undefined ? {} : { scheme }),
    credentials: identity.credentials,
    plainHttp,
    concurrency,
    userAgent: hooks.userAgent,
    onSecret: hooks.onSecret,
  });
  try {
    return await examineRegistry({ connection, repository, identity });
  } finally {
    connection.close();
  }
}

async function identify(host: string, login: CheckSettings["login"]): Promise<Identity> {
  return login === undefined
    ? { credentials: await dockerCredentials(host), source: "docker" }
    : { credentials: { kind: "password", ...login }, source: "given" };
}

/** What examining a text gives. */
interface Examined {
  readonly findings: readonly Finding[];
  readonly corrected?: string;
}

async function examineFile(
  name: string,
  path: string | undefined,
  examine: (text: string) => Examined,
): Promise<Examined> {
  if (path === undefined) return { findings: [] };
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const message = `The file that ${name} names, ${path}, can't be read (${codeOf(cause)}).`;
    const fix = "Check its path, and that the user that runs this may read it.";
    return { findings: [finding("problem", name, { message, fix })] };
  }
  return examine(text);
}
