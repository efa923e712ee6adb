import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { dropTag, type HubWorld, mayDo, notePut, repositoryOf } from "./docker-hub-state.js";

const MANIFEST = /^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/?]+)$/;
const NAME = /^\/v2\/(?<name>.+)\/(?:manifests|blobs|tags|referrers)\//;
const ACTIONS: Readonly<Record<string, string>> = { GET: "pull", HEAD: "pull", DELETE: "delete" };
const SIX_HOURS = ";w=21600";

interface Visit {
  readonly world: HubWorld;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
}

/** A stand-in for registry-1.docker.io and auth.docker.io, in front of Distribution: https://docs.docker.com/reference/api/registry/latest/. */
export function hubRegistry(world: HubWorld): RequestListener {
  return (incoming, response) => {
    const { pathname: path, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
    const visit = { world, incoming, response, path };
    if (path === "/token") {
      giveToken(visit, searchParams.get("scope") ?? "");
    } else {
      receive(visit).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    }
  };
}

function giveToken({ world, incoming, response }: Visit, scope: string): void {
  const encoded = /^Basic (.+)$/i.exec(incoming.headers.authorization ?? "")?.[1];
  const [user = "", password] = Buffer.from(encoded ?? "", "base64")
    .toString()
    .split(":");
  if (encoded !== undefined && (user !== world.username || password !== world.password)) {
    sayErrors(response, 401, ["UNAUTHORIZED", "incorrect username or password"]);
    return;
  }
  const [, name = "", actions = ""] = /^repository:(.+):([a-z,]+)$/.exec(scope) ?? [];
  const given = actions.split(",").filter((action) => mayDo(world, user, { name, action }));
  const token = randomUUID();
  world.registryTokens.set(token, new Set(given.map((action) => `${name}:${action}`)));
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ token, expires_in: 300 }));
}

async function receive(visit: Visit): Promise<void> {
  const { incoming, path } = visit;
  const { name = "" } = NAME.exec(path)?.groups ?? {};
  const { reference } = MANIFEST.exec(path)?.groups ?? {};
  if (isRefused(visit, name)) return;
  if (reference === undefined) await forward(visit);
  else if (incoming.method === "DELETE") await deleteManifest(visit, { name, reference });
  else await onManifest(visit, { name, reference });
}

/** Asks for a token with the right to what was asked, where the request has none. */
function isRefused({ world, incoming, response }: Visit, name: string): boolean {
  const { method = "", headers } = incoming;
  const [, bearer = ""] = /^bearer +(.+)$/i.exec(headers.authorization ?? "") ?? [];
  const scopes = world.registryTokens.get(bearer);
  if (scopes?.has(`${name}:${ACTIONS[method] ?? "push"}`) === true) return false;
  const error = scopes === undefined ? "" : ',error="insufficient_scope"';
  const realm = `http://${headers.host ?? ""}/token`;
  response.setHeader("www-authenticate", `Bearer realm="${realm}",service="registry.docker.io"${error}`);
  sayErrors(response, 401, ["UNAUTHORIZED", "authentication required"]);
  return true;
}

async function onManifest(visit: Visit, at: { name: string; reference: string }): Promise<void> {
  const { world, incoming, response } = visit;
  const { pulls } = world.options;
  if (pulls !== undefined) {
    if (incoming.method === "GET" && world.pulls >= pulls) {
      response.setHeader("ratelimit-remaining", `0${SIX_HOURS}`);
      sayErrors(response, 429, ["TOOMANYREQUESTS", "You have reached your pull rate limit."]);
      return;
    }
    response.setHeader("ratelimit-limit", `200${SIX_HOURS}`);
    response.setHeader("ratelimit-remaining", `${String(pulls - world.pulls)}${SIX_HOURS}`);
  }
  if (incoming.method === "GET") world.pulls += 1;
  await countLook(world, at.name, at.reference);
  await forward(visit, at);
}

/** Takes in that somebody looked at a tag, or at the image of one: after some looks its deletion takes effect. */
async function countLook(world: HubWorld, name: string, reference: string): Promise<void> {
  const { late, tags } = repositoryOf(world, name);
  for (const [tag, looks] of [...late]) {
    if (tag !== reference && tags.get(tag)?.digest !== reference) continue;
    if (looks === 0) await dropTag(world, name, tag);
    else late.set(tag, looks - 1);
  }
}

/** "Only untagged or unreferenced manifests can be deleted. If the manifest is still referenced by a tag or another image, the registry will return 403". */
async function deleteManifest(
  visit: Visit,
  { name, reference }: { name: string; reference: string },
): Promise<void> {
  const { world, response } = visit;
  if (!reference.includes(":")) {
    sayErrors(response, 405, ["UNSUPPORTED", "The operation is unsupported."]);
    return;
  }
  await countLook(world, name, reference);
  const { tags, manifests } = repositoryOf(world, name);
  const isTagged = [...tags.values()].some(({ digest }) => digest === reference);
  const isListed = [...manifests.values()].some((listed) => listed.includes(reference));
  if (manifests.has(reference) && (isTagged || isListed)) {
    sayErrors(response, 403, ["DENIED", "manifest is referenced"]);
    return;
  }
  manifests.delete(reference);
  await forward(visit);
}

async function forward(
  { world, incoming, response }: Visit,
  put?: { name: string; reference: string },
): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  const body = await buffer(incoming);
  const headers = headersOf(incoming);
  const sent = { method, headers, redirect: "manual", ...(body.length > 0 ? { body } : {}) } as const;
  const answer = await fetch(world.behind + url, sent);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const digest = answer.headers.get("docker-content-digest");
  if (put !== undefined && method === "PUT" && answer.status === 201 && digest !== null) {
    notePut(world, { ...put, digest, body });
  }
  const kept = [...answer.headers].filter(
    ([name]) => !["connection", "keep-alive", "transfer-encoding"].includes(name),
  );
  for (const [name, value] of kept) response.setHeader(name, value);
  response.writeHead(answer.status).end(method === "HEAD" ? undefined : bytes);
}

const HOPS: readonly string[] = ["connection", "keep-alive", "transfer-encoding"];

/** The headers to pass on: those of one connection, and the password, are not. */
function headersOf(incoming: IncomingMessage): Headers {
  const own = [...HOPS, "host", "authorization", "content-length"];
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    if (!own.includes(name)) for (const each of value ?? []) headers.append(name, each);
  }
  return headers;
}

function sayErrors(
  response: ServerResponse,
  status: number,
  [code, message]: readonly [string, string],
): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ errors: [{ code, message }] }));
}
