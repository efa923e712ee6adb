import { PruneError } from "../core/base/errors.js";
import type { Reference } from "../core/names/reference.js";
import type { RegistryKind } from "../core/names/registry-kind.js";
import type { Finding } from "../core/result/finding.js";
import { examineRegistry, REST_NOT_EXAMINED } from "../doctor/registry.js";
import { attempt, problemOf } from "../doctor/trouble.js";
import { connect, type ConnectOptions } from "../registry/connection/connection.js";
import type { ConnectionSettings } from "../settings/read/connection.js";
import { accountAt } from "../settings/registries/kinds.js";
import { type ConnectionHooks, connectionTo } from "./connection.js";

/** Finds out if the repository of an image is ready for a prune, as the kind of its registry asks for. Whatever goes wrong is a finding. */
export async function examineImage(
  image: Reference,
  settings: ConnectionSettings,
  hooks: ConnectionHooks,
): Promise<readonly Finding[]> {
  const { kind } = accountAt(image.host, settings);
  return EXAMINERS[kind](image, connectionTo(settings, image, hooks));
}

type Examine = (image: Reference, connection: ConnectOptions) => Promise<readonly Finding[]>;

/**
 * The examination of each kind of registry. It is not in the table of their clients (src/registry/kinds.ts), for the doctor examines, and the doctor imports the
 * registry: here both are known.
 */
const EXAMINERS: Readonly<Record<RegistryKind, Examine>> = {
  distribution: examineOnDistribution,
  github: examineOnGitHub,
  "docker-hub": examineOnDockerHub,
};

async function examineOnDockerHub(
  { repository }: Reference,
  connection: ConnectOptions,
): Promise<readonly Finding[]> {
  const [{ openDockerHub }, { examineHub }] = await Promise.all([
    import("../registry/docker-hub/open.js"),
    import("../doctor/hosted/docker-hub.js"),
  ]);
  const opened = await attempt(openDockerHub({ ...connection, rights: ["pull", "delete"] }));
  if (opened instanceof PruneError) return [problemOf("signed-in", opened), REST_NOT_EXAMINED];
  try {
    return await examineHub({ ...opened, repository });
  } finally {
    opened.registry.reader.close();
  }
}

async function examineOnGitHub(
  { repository }: Reference,
  connection: ConnectOptions,
): Promise<readonly Finding[]> {
  const [{ openGitHub }, { examinePackage }] = await Promise.all([
    import("../registry/github/open.js"),
    import("../doctor/hosted/github.js"),
  ]);
  const opened = await attempt(openGitHub({ ...connection, rights: ["pull"] }));
  if (opened instanceof PruneError) return [problemOf("signed-in", opened), REST_NOT_EXAMINED];
  const { registry, packages, token } = opened;
  try {
    return await examinePackage({ registry: registry.reader, packages, token, repository });
  } finally {
    registry.reader.close();
  }
}

async function examineOnDistribution(
  { repository }: Reference,
  options: ConnectOptions,
): Promise<readonly Finding[]> {
  const connection = await connect(options);
  try {
    return await examineRegistry({ connection, repository });
  } finally {
    connection.close();
  }
}
