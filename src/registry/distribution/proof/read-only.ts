import type { RepositoryName } from "../../../core/names/reference.js";
import type { Connection } from "../../connection/connection.js";
import type { HttpResponse } from "../../http/message.js";
import { RegistryError } from "../../port/registry.js";
import { tryUpload } from "../probes.js";
import { isReadOnly } from "../refusals.js";
import { NO_DIGEST } from "../requests.js";
import { isPage } from "../words/answers.js";

const READS = "GET, HEAD";

/**
 * Proves by a registry's own words that it refuses writes. In maintenance Distribution answers every write with 405, `Allow: GET, HEAD`, its own header and a plain
 * text, and OPTIONS with 200 and the same list, to which it adds the writes where it takes them (measured, 2.8.2 and 3.1.1). A proxy that passes reads alone knows
 * none of that. To delete what can't be there, and to ask, harms nothing; only then is an upload begun, for a proxy may refuse deletes alone.
 * @throws {RegistryError} where it takes writes, or may take them
 */
export async function proveReadOnly(connection: Connection, repository: RepositoryName): Promise<void> {
  const { base, session } = connection;
  const url = new URL(`v2/${repository}/manifests/${NO_DIGEST}`, base);
  const deletion = await session.send({ method: "DELETE", url }, `repository:${repository}:pull,delete`);
  if (!refusesWrites(deletion)) {
    throw takesWrites(base.host, `it answered a delete with ${deletion.status}${doubtOf(deletion)}`);
  }
  const asked = await session.send({ method: "OPTIONS", url }, `repository:${repository}:pull`);
  if (asked.status !== 200 || asked.headers.allow !== READS || !isOwn(asked)) {
    throw takesWrites(base.host, "asked what it takes, it did not say that it takes reads alone");
  }
  const upload = await tryUpload({ connection, repository });
  if (upload.kind !== "read-only") {
    throw takesWrites(base.host, "it did not refuse an upload as such a one does");
  }
}

/** True if an answer is the 405 with which Distribution refuses a write in maintenance, and bears its name: a proxy's has other bytes, or a page. */
function refusesWrites(response: HttpResponse): boolean {
  const text = response.body.toString("utf8").trim();
  return isReadOnly(response) && isOwn(response) && text === "Method not allowed";
}

function isOwn(response: HttpResponse): boolean {
  return response.headers["docker-distribution-api-version"] !== undefined && !isPage(response);
}

function doubtOf(response: HttpResponse): string {
  return isReadOnly(response)
    ? ", which is not said in a registry's own words: a proxy may have said it"
    : "";
}

function takesWrites(host: string, why: string): RegistryError {
  return new RegistryError("takes-writes", {
    message: `${host} runs, and is not read-only (${why}); nothing was removed`,
    nextStep: [
      "Stop it, and say offline in place of the registry; name gc-container, which stops it for the sweep; or make it read-only:",
      "storage: maintenance: readonly: enabled: true in its configuration, then a restart",
      '(by environment only as REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}; …_READONLY_ENABLED=true is ignored, or panics).',
    ].join("\n"),
  });
}
