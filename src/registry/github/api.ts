import pLimit from "p-limit";
import { setTimeout as sleep } from "node:timers/promises";
import { PruneError } from "../../core/base/errors.js";
import type { Http } from "../http/http.js";
import type { HttpResponse, HttpRequest } from "../http/message.js";
import { limitMet, type Quota, quotaOf, reserveOf } from "./limits.js";
import { createPause, type PauseOptions } from "../beside/pause.js";
import { RegistryError, type SendingTerms } from "../port/registry.js";

/** The address of GitHub's API, and the ways to reach it and to sign in. */
export interface GitHubApiOptions extends Omit<PauseOptions, "host" | "why"> {
  readonly http: Http;
  /** The address of the API, without a slash at its end. */
  readonly api: string;
  readonly token: string;
  readonly userAgent: string;
}

/** An answer of GitHub's, whatever its status. */
export interface GitHubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** The JSON, parsed. */
  readonly data: unknown;
}

/** GitHub's REST API, signed in. */
export interface GitHubApi {
  readonly host: string;
  /**
   * Sends a request such as `GET /users/{username}`; one that changes something waits its turn.
   * @param terms under which it may be sent
   * @throws {RegistryError} where no whole answer could be had, or only after a limit that lifts too late, or when the terms have come to an end
   */
  ask(
    route: string,
    parameters?: Readonly<Record<string, unknown>>,
    terms?: SendingTerms,
  ): Promise<GitHubAnswer>;
  /** Returns the scopes of a personal access token, by the last answer; `undefined` of other tokens, and before the first. */
  scopes(): readonly string[] | undefined;
}

// https://docs.github.com/rest/about-the-rest-api/api-versions
const API_VERSION = "2022-11-28";
const WHY = {
  primary: "the requests of this hour are used up, but for a tenth that other workflows may need",
  secondary: "GitHub asks for a pause",
} as const;
// 900 points a minute, of which a request that changes something takes 5 (GitHub, "Calculating points for the secondary rate limit").
const GAP_MS = 350;

/** Makes the client. Sends nothing yet. */
export async function createGitHubApi(options: GitHubApiOptions): Promise<GitHubApi> {
  // Lazily: no other run pays for it.
  const { getOctokit } = await import("@actions/github");
  const { api, token, userAgent } = options;
  const patient = createPatient(options);
  const oneByOne = pLimit(1);
  const { origin } = new URL(api);
  const octokit = getOctokit(token, {
    baseUrl: api,
    userAgent,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const send = async (route: string, parameters = {}, terms?: SendingTerms): Promise<GitHubAnswer> => {
    try {
      return await octokit.request(route, {
        ...parameters,
        headers: { "x-github-api-version": API_VERSION },
        request: { fetch: fetchBy((request) => patient.send({ ...request, terms }), origin) },
      });
    } catch (error) {
      return answerOf(error);
    }
  };
  return {
    host: new URL(api).host,
    ask: (route, parameters, terms) =>
      route.startsWith("GET ")
        ? send(route, parameters)
        : oneByOne(async () => {
            await patient.beforeChange();
            return send(route, parameters, terms);
          }),
    scopes: patient.scopes,
  };
}

function ignore(): void {
  // The answers have all that matters of it.
}

/** Returns the answer that an error of Octokit's stands for; throws an error that stands for none. */
function answerOf(error: unknown): GitHubAnswer {
  if (!(error instanceof Error)) throw error;
  if (error.cause instanceof PruneError) throw error.cause;
  const { response } = error as { readonly response?: GitHubAnswer };
  if (response === undefined) throw error;
  return response;
}

/** A sender of requests that waits where GitHub says so. */
interface Patient {
  readonly send: (request: HttpRequest) => Promise<HttpResponse>;
  /** Resolves when the next change may be sent. */
  readonly beforeChange: () => Promise<void>;
  readonly scopes: () => readonly string[] | undefined;
}

function createPatient(options: GitHubApiOptions): Patient {
  const { http } = options;
  const pause = createPause({ ...options, host: new URL(options.api).host, why: WHY });
  let quota: Quota | undefined;
  let scopes: readonly string[] | undefined;
  let lastChange = -Infinity;
  const note = (response: HttpResponse): void => {
    quota = quotaOf(response, Date.now()) ?? quota;
    const said = response.headers["x-oauth-scopes"];
    if (typeof said === "string") scopes = said.split(/[\s,]+/).filter((scope) => scope !== "");
  };
  return {
    scopes: () => scopes,
    async send(request) {
      for (;;) {
        await pause.over(request.method);
        const response = await http.send({ ...request, takesLimits: true });
        note(response);
        const met = limitMet(response, { now: Date.now(), waits: pause.count() });
        if (met === undefined) {
          if (request.method !== "GET") pause.reset();
          return response;
        }
        pause.begin(met.kind, Date.now() + met.ms);
      }
    },
    async beforeChange() {
      const isShort = quota !== undefined && quota.remaining <= reserveOf(quota);
      if (quota !== undefined && isShort && quota.resets > Date.now()) pause.begin("primary", quota.resets);
      const gap = lastChange + GAP_MS - performance.now();
      if (gap > 0) await sleep(gap);
      lastChange = performance.now();
    },
  };
}

type Fetch = (
  url: string,
  init: {
    readonly method: HttpRequest["method"];
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
) => Promise<Response>;

/** Makes the fetch that Octokit sends by. The token goes to the API's own origin alone. */
function fetchBy(send: Patient["send"], origin: string): Fetch {
  return async (address, { method, headers, body }) => {
    const url = new URL(address);
    if (url.origin !== origin) throw stranger(url);
    const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
    const response = await send(request);
    const { status, body: text } = response;
    return new Response(status === 204 || status === 205 || status === 304 ? null : text.toString("utf8"), {
      status,
      headers: Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
    });
  };
}

function stranger(url: URL): RegistryError {
  return new RegistryError("unexpected-answer", {
    message: `the GitHub API sent us to another host, ${url.host}, which gets no token`,
    nextStep: "Look at what stands in front of it.",
  });
}
