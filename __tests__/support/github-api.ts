import type { IncomingMessage, RequestListener } from "node:http";
import {
  type Caller,
  callerOf,
  type Limits,
  NO_PACKAGE,
  NO_VERSION,
  NOT_ACCESSIBLE,
  Refusal,
  refuseDeletion,
  refuseRestore,
  requireChange,
  requireRead,
  visiblePackage,
  visiblePackages,
} from "./github-access.js";
import { errorBody, packageBody, userBody, versionBody } from "./github-json.js";
import {
  deleteVersion,
  type Owner,
  type Package,
  restoreVersion,
  type Version,
  versionsOf,
  type World,
} from "./github-state.js";

/** The state behind the API; `basePath` goes before every path, as /api/v3 does on an Enterprise Server. */
export interface Api {
  readonly world: World;
  readonly limits: Limits;
  readonly basePath: string;
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly method: string;
  /** The API's base URL, as the client knows it. */
  readonly base: string;
  /** The path below the base URL, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

const NO_AGENT =
  "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.";

/** The paths about packages. After `organizations`, and after a `user` with a further part, there is an id instead of a login. */
const PACKAGES =
  /^(?:\/(?<place>orgs|organizations|users|user)\/(?<login>[^/]+)|\/user)\/packages(?:\/container\/(?<name>[^/]+)(?<versions>\/versions(?:\/(?<id>\d+)(?<restore>\/restore)?)?)?)?$/;

/** GitHub's REST API, as far as it is about container packages. */
export function apiListener(api: Api): RequestListener {
  return (incoming, response) => {
    void replyTo(api, incoming).then(({ status, headers, body }) => {
      response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  };
}

async function replyTo(api: Api, incoming: IncomingMessage): Promise<Reply> {
  const { method = "GET", url: path = "/", headers } = incoming;
  const caller = callerOf(api.world, headers.authorization);
  const reply = await attempt(async () => {
    api.limits.take({ method, path, headers });
    if (headers["user-agent"] === undefined) throw new Refusal(403, NO_AGENT);
    if (caller === undefined) throw new Refusal(401, "Bad credentials");
    return route(callOf(api, caller, incoming));
  });
  const scopes = caller?.token.kind === "personal" && { "x-oauth-scopes": caller.token.scopes.join(", ") };
  return { ...reply, headers: { ...api.limits.headers(), ...scopes, ...reply.headers } };
}

/** Turns errors into answers. An error of the stand-in itself is a 500, so that the test that caused it shows it. */
async function attempt(run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) {
      const { status, headers, message } = error;
      return { status, headers, body: errorBody(status, message) };
    }
    return { status: 500, body: errorBody(500, `The stand-in failed: ${String(error)}`) };
  }
}

function callOf({ world, basePath }: Api, caller: Caller, incoming: IncomingMessage): Call {
  const { method = "GET", url = "/", headers } = incoming;
  const { pathname, searchParams: query } = new URL(url, "http://localhost");
  if (!pathname.startsWith(`${basePath}/`)) throw notFound();
  const base = `http://${headers.host ?? ""}${basePath}`;
  return { world, caller, method, base, path: pathname.slice(basePath.length), query };
}

/** GitHub's answer to a path that it doesn't know, and about an account that doesn't exist. */
const notFound = (): Refusal => new Refusal(404, "Not Found");

/** The parts of a path about packages; those that it doesn't have are undefined. */
type Parts = Readonly<Record<"place" | "login" | "name" | "versions" | "id" | "restore", string | undefined>>;

async function route(call: Call): Promise<Reply> {
  const { world, method, base, path } = call;
  if (path === "/user" && method === "GET") return ok(userBody(base, ownAccount(call)));
  const login = /^\/users\/([^/]+)$/.exec(path)?.[1];
  if (login !== undefined && method === "GET") return ok(userBody(base, ownerNamed(world, login)));
  const parts = PACKAGES.exec(path)?.groups as Parts | undefined;
  if (parts === undefined) throw notFound();
  const owner = ownerOf(call, parts);
  return parts.name === undefined ? listPackages(call, owner) : onPackage(call, owner, parts);
}

async function onPackage(call: Call, owner: Owner, parts: Parts): Promise<Reply> {
  const { world, caller, method, base } = call;
  requireRead(caller, parts.versions === undefined ? "to get a package" : "to get a package's versions");
  const fullName = `${owner.login.toLowerCase()}/${decodeURIComponent(parts.name ?? "")}`;
  const pack = visiblePackage(world, fullName, caller.text);
  if (pack === undefined) throw new Refusal(404, NO_PACKAGE);
  if (parts.id !== undefined) return onVersion(call, pack, parts);
  if (method !== "GET") throw notFound();
  if (parts.versions === undefined) return ok(packageBody(base, pack));
  const state = call.query.get("state") === "deleted" ? "deleted" : "active";
  const versions = versionsOf(pack, state).map((version) => versionBody(base, pack, version));
  return paged(call, owner, versions);
}

async function onVersion(call: Call, pack: Package, { id, restore }: Parts): Promise<Reply> {
  const { world, caller, base } = call;
  const state = restore === undefined ? "active" : "deleted";
  const find = (): Version => {
    const version = versionsOf(pack, state).find((one) => String(one.id) === id);
    if (version === undefined) throw new Refusal(404, NO_VERSION);
    return version;
  };
  switch (`${call.method} ${restore ?? ""}`) {
    case "GET ":
      return ok(versionBody(base, pack, find()));
    case "DELETE ":
      requireChange(caller, pack, "delete");
      await deleteVersion({ world, pack }, find(), () => {
        refuseDeletion(pack, find());
      });
      return { status: 204 };
    case "POST /restore":
      requireChange(caller, pack, "restore");
      refuseRestore(pack, find());
      await restoreVersion(world, pack, find());
      return { status: 204 };
    default:
      throw notFound();
  }
}

/** Lists packages, but not for GITHUB_TOKEN: https://github.com/cli/cli/issues/9606. */
function listPackages(call: Call, owner: Owner): Reply {
  const { world, caller, method, base, query } = call;
  if (method !== "GET") throw notFound();
  requireRead(caller, "to list packages");
  const type = query.get("package_type");
  if (caller.token.kind === "actions" || type === null) throw new Refusal(400, "Invalid argument.");
  const packages = visiblePackages(world, caller.text).filter((pack) => pack.owner === owner);
  const bodies = type === "container" ? packages.map((pack) => packageBody(base, pack)) : [];
  return paged(call, owner, bodies);
}

/**
 * A page of a list, with the Link header. The header's addresses name the owner by id:
 * https://github.com/snok/container-retention-policy/issues/33.
 */
function paged({ base, path, query }: Call, owner: Owner, all: readonly unknown[]): Reply {
  const size = Math.min(Math.max(Number(query.get("per_page") ?? 30) || 30, 1), 100);
  const page = Math.max(Number(query.get("page") ?? 1) || 1, 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const place = owner.type === "Organization" ? "organizations" : "user";
  const byId = path.replace(/^\/(?:orgs|users)\/[^/]+/, `/${place}/${owner.id}`);
  const linkTo = (rel: string, number: number): string => {
    const sent = new URLSearchParams(query);
    sent.set("page", String(number));
    return `<${base}${byId}?${sent.toString()}>; rel="${rel}"`;
  };
  const back = page > 1 ? [linkTo("prev", Math.min(page - 1, last))] : [];
  const forth = page < last ? [linkTo("next", page + 1), linkTo("last", last)] : [];
  const links = [...back, ...forth, ...(page > 1 ? [linkTo("first", 1)] : [])];
  const headers = links.length > 0 ? { link: links.join(", ") } : {};
  return { status: 200, headers, body: all.slice((page - 1) * size, page * size) };
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** The owner that a path names. A path for organizations finds no users, and the other way round. */
function ownerOf(call: Call, { place, login }: Parts): Owner {
  if (place === undefined || login === undefined) return ownAccount(call);
  const { owners } = call.world;
  const isById = place === "organizations" || place === "user";
  const owner = isById
    ? [...owners.values()].find(({ id }) => String(id) === login)
    : owners.get(login.toLowerCase());
  const type = place.startsWith("org") ? "Organization" : "User";
  if (owner?.type !== type) throw notFound();
  return owner;
}

function ownerNamed({ owners }: World, login: string): Owner {
  const owner = owners.get(login.toLowerCase());
  if (owner === undefined) throw notFound();
  return owner;
}

function ownAccount({ world, caller: { token } }: Call): Owner {
  if (token.kind === "actions") throw new Refusal(403, NOT_ACCESSIBLE);
  return ownerNamed(world, token.login);
}
