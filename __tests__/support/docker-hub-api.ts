import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { dropTag, type HubWorld, mayDo, repositoryOf } from "./docker-hub-state.js";

interface Visit {
  readonly world: HubWorld;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** Empty for who is not signed in. */
  readonly user: string;
}

/**
 * A stand-in for hub.docker.com: https://docs.docker.com/reference/api/hub/latest/. The deletion of a tag is not described there; it is as Docker's hub-tool sends it,
 * and as users of it report its answers.
 */
export function hubApi(world: HubWorld): RequestListener {
  return (incoming, response) => {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? ""}`);
    const bearer = /^bearer +(.+)$/i.exec(incoming.headers.authorization ?? "")?.[1];
    const user = bearer === undefined ? "" : world.apiTokens.get(bearer);
    if (isLimited(world, response)) return;
    if (user === undefined) {
      say(response, 401, { message: "unauthorized", errinfo: {} });
      return;
    }
    answer({ world, incoming, response, url, user }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  };
}

function isLimited({ limit }: HubWorld, response: ServerResponse): boolean {
  if (limit === undefined || Date.now() >= limit.until) return false;
  const reset = String(Math.ceil(limit.until / 1000));
  if (limit.left === 0) {
    response.setHeader("x-retry-after", reset);
    say(response, 429, { detail: "Rate limit exceeded", error: false });
    return true;
  }
  limit.left -= 1;
  response.setHeader("x-ratelimit-limit", "180");
  response.setHeader("x-ratelimit-remaining", String(limit.left));
  response.setHeader("x-ratelimit-reset", reset);
  return false;
}

async function answer(visit: Visit): Promise<void> {
  const { incoming, response, url } = visit;
  const route = `${incoming.method ?? "GET"} ${url.pathname}`;
  const [, repository, tag] =
    /^DELETE \/v2\/repositories\/([^/]+\/[^/]+)\/tags\/([^/]+)\/$/.exec(route) ?? [];
  const [list, namespace, name, tags] =
    /^GET \/v2\/namespaces\/([^/]+)\/repositories(?:\/([^/]+))?(\/tags)?$/.exec(route) ?? [];
  if (route === "POST /v2/auth/token") await signIn(visit);
  else if (repository !== undefined && tag !== undefined) await deleteTag(visit, repository, tag);
  else if (list === undefined || namespace === undefined) say(response, 404, NO_PAGE);
  else if (name === undefined) sayPage(visit, repositoriesIn(visit.world, namespace));
  else sayRepository(visit, `${namespace}/${name}`, tags !== undefined);
}

const NO_PAGE = { message: "page not found", errinfo: {} };

function sayRepository(visit: Visit, repository: string, isOfTags: boolean): void {
  const { response, world } = visit;
  const state = world.repositories.get(repository);
  if (state === undefined) {
    say(response, 404, { message: "object not found", errinfo: {} });
    return;
  }
  if (!isOfTags) {
    const { immutable } = world.options;
    const rules = immutable === undefined ? [] : [immutable.source];
    say(response, 200, { immutable_tags_settings: { enabled: immutable !== undefined, rules } });
    return;
  }
  const items = [...state.tags].reverse().map(([tag, { digest, pushed }]) => ({
    ...{ id: 1, name: tag, digest, tag_status: "active", v2: true, full_size: 1, creator: 1, repository: 1 },
    ...{ images: [], last_updated: pushed.toISOString(), tag_last_pushed: pushed.toISOString() },
  }));
  sayPage(visit, items);
}

function sayPage(visit: Visit, items: readonly object[]): void {
  const page = pageOf(visit, items);
  say(visit.response, page === undefined ? 404 : 200, page ?? NO_PAGE);
}

function repositoriesIn({ repositories }: HubWorld, namespace: string): readonly object[] {
  const names = [...repositories.keys()].filter((name) => name.startsWith(`${namespace}/`));
  return names.map((name) => ({
    name: name.slice(namespace.length + 1),
    namespace,
    repository_type: "image",
  }));
}

function pageOf({ url }: Visit, items: readonly object[]): object | undefined {
  const page = Number(url.searchParams.get("page") ?? 1);
  const size = Math.min(100, Number(url.searchParams.get("page_size") ?? 10));
  const at = (number: number): string =>
    `${url.origin}${url.pathname}?page=${String(number)}&page_size=${String(size)}`;
  const results = items.slice((page - 1) * size, page * size);
  if (page > 1 && results.length === 0) return undefined;
  const next = page * size < items.length ? at(page + 1) : null;
  return { count: items.length, next, previous: page > 1 ? at(page - 1) : null, results };
}

async function signIn({ world, incoming, response }: Visit): Promise<void> {
  const { identifier, secret } = JSON.parse(await text(incoming)) as { identifier?: string; secret?: string };
  if (identifier !== world.username || secret !== world.password) {
    say(response, 401, { message: "Incorrect authentication credentials", errinfo: {} });
    return;
  }
  const token = `jwt-${randomUUID()}`;
  world.apiTokens.set(token, identifier);
  say(response, 200, { access_token: token });
}

async function deleteTag({ world, response, user }: Visit, name: string, tag: string): Promise<void> {
  if (!mayDo(world, user, { name, action: "delete" })) {
    say(response, 403, { detail: "access to the resource is forbidden with personal access token" });
    return;
  }
  const { tags, late } = repositoryOf(world, name);
  if (!tags.has(tag) || late.has(tag)) {
    say(response, 404, { message: `tag '${tag}' not found`, errinfo: {} });
    return;
  }
  if (world.options.immutable?.test(tag) === true) {
    say(response, 403, { message: `tag '${tag}' is immutable`, errinfo: {} });
    return;
  }
  const { lateFor = 0 } = world.options;
  if (lateFor > 0) late.set(tag, lateFor);
  else await dropTag(world, name, tag);
  response.writeHead(204).end();
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
