import { parseJson, isObject } from "../../../core/base/json.js";
import { ACCEPTED_MEDIA_TYPES } from "../../../core/image/media-type.js";
import { RegistryError } from "../../port/registry.js";
import type { Digest, RepositoryName } from "../../../core/names/reference.js";
import type { HttpResponse } from "../../http/message.js";
import { hasWords, isPage, type AskedFor, registryErrors, saysNotThere } from "./answers.js";
import { type Call, NO_DIGEST } from "../requests.js";

/** The memory of how a registry says that something is not there, and of what it has shown to be there. */
export interface NotThere {
  /** True if an answer says for certain that what was asked for is not there. */
  says(
    question: Exclude<AskedFor, "tags">,
    repository: RepositoryName,
    response: HttpResponse,
  ): Promise<boolean>;
  /** Remembers a manifest that was read. */
  read(repository: RepositoryName, digest: Digest): void;
}

const PATHS = { manifest: `manifests/${NO_DIGEST}`, blob: `blobs/${NO_DIGEST}` } as const;

/**
 * Makes the memory. The specification's words are believed at once. Others are believed only where this registry says so of a thing that can't exist: NORA's 404 has no
 * body (the specification allows that), Harbor's says NOT_FOUND. It is asked for that thing twice, and in between for one that is there: a gateway that answers in
 * the registry's place answers alike for all three.
 */
export function createNotThere(call: Call): NotThere {
  const shown = new Map<RepositoryName, Digest>();
  const forms = new Map<string, Promise<string | undefined>>();
  const learn = async (path: string, repository: RepositoryName): Promise<string | undefined> => {
    const accept = ACCEPTED_MEDIA_TYPES;
    const ask = (at: string): Promise<HttpResponse> => call(repository, { method: "GET", path: at, accept });
    const before = formOf(await ask(path));
    const isWell = await isAnswering(ask, shown.get(repository));
    return isWell && formOf(await ask(path)) === before ? before : undefined;
  };
  const learned = async (
    question: keyof typeof PATHS,
    repository: RepositoryName,
  ): Promise<string | undefined> => {
    const key = `${question} ${repository}`;
    const known = forms.get(key) ?? learn(PATHS[question], repository).catch(ifUnanswered);
    forms.set(key, known);
    const form = await known;
    // What could not be learned now may be learned later.
    if (form === undefined) forms.delete(key);
    return form;
  };
  return {
    async says(question, repository, response) {
      if (saysNotThere(question, response)) return true;
      const form = formOf(response);
      return form !== undefined && form === (await learned(question, repository));
    },
    read: (repository, digest) => shown.set(repository, digest),
  };
}

function ifUnanswered(error: unknown): undefined {
  if (!(error instanceof RegistryError)) throw error;
}

/** Returns what is the same in all 404s of one server: their codes, or that there is no body; `undefined` of any other answer, a page included. */
function formOf(response: HttpResponse): string | undefined {
  const { status, headers, body } = response;
  const isForm = status === 404 && !isPage(response) && (body.length === 0 || hasWords(response));
  if (!isForm) return undefined;
  const codes = (registryErrors(response) ?? []).map(({ code }) => code);
  const server = [headers["docker-distribution-api-version"], headers["server"], headers["content-type"]];
  return JSON.stringify([codes, server]);
}

/** True if a registry, and nothing in front of it, answers now: for a manifest that it has shown before, or else with a list that has no tag. */
async function isAnswering(
  ask: (path: string) => Promise<HttpResponse>,
  shown: Digest | undefined,
): Promise<boolean> {
  if (shown !== undefined) {
    const response = await ask(`manifests/${shown}`);
    return response.status === 200 && !isPage(response);
  }
  const list = await ask("tags/list");
  const body = parseJson(list.body.toString("utf8"));
  const tags = isObject(body) ? body["tags"] : undefined;
  return list.status === 200 && (tags === null || (Array.isArray(tags) && tags.length === 0));
}

/** The way to a registry that is read, and its ways to say that something is not there. */
export interface Reading {
  readonly host: string;
  readonly call: Call;
  readonly notThere: NotThere;
}
