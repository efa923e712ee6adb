import { parseJson, textAt } from "../../core/base/json.js";
import type { Credentials } from "../connection/identity.js";
import { createPause, type PauseOptions } from "../beside/pause.js";
import type { Http } from "../http/http.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { SendingTerms } from "../port/registry.js";
import type { HubAnswer } from "./answer.js";
import { limitLifts } from "./limits.js";
import { badLogin, hubRefusal, needsLogin } from "./refusals.js";

/** The address of Docker Hub's API, and the ways to reach it and to sign in. */
export interface HubApiOptions extends Pick<PauseOptions, "onWait" | "stop"> {
  readonly http: Http;
  /** The address of the API, without a slash at its end. */
  readonly api: string;
  readonly credentials: Credentials;
  readonly onSecret: (secret: string) => void;
}

/** A request to Docker Hub's API; `path` begins with a slash. */
export interface HubRequest {
  readonly method: "GET" | "DELETE";
  readonly path: string;
  /** The terms under which it may be sent. */
  readonly terms?: SendingTerms | undefined;
}

/** Docker Hub's API (https://docs.docker.com/reference/api/hub/latest/), signed in where there are credentials. */
export interface HubApi {
  readonly host: string;
  /** Sends a request. @throws {RegistryError} where no whole answer could be had, no token, or where a limit lifts too late */
  ask(request: HubRequest): Promise<HubAnswer>;
  /** Signs in, if it is not yet. @throws {RegistryError} where there is nobody to sign in as, or the password is not taken */
  signIn(): Promise<void>;
}

// The limit is one of requests a minute.
const LONGEST_FORESEEN_MS = 2 * 60_000;
const TOKENS = "/v2/auth/token";
const WHY = {
  primary: "its requests of this minute are used up",
  secondary: "its API asks for a pause",
} as const;

/** Makes the client. Sends nothing yet. The token goes to the API's own address alone, as the password does. */
export function createHubApi(options: HubApiOptions): HubApi {
  const { api, credentials } = options;
  const { host } = new URL(api);
  const send = sender(options, host);
  let token: Promise<string> | undefined;
  const signIn = (): Promise<string> => {
    token ??= fetchToken(options, host, send);
    // Whoever waits for it sees the failure; the next request asks anew.
    token.catch(() => (token = undefined));
    return token;
  };
  const isAnonymous = credentials.kind === "anonymous";
  const ask = async ({ method, path, terms }: HubRequest): Promise<HubResponse> => {
    const used = isAnonymous ? undefined : await signIn();
    const headers = used === undefined ? {} : { authorization: `Bearer ${used}` };
    const sent = { method, url: new URL(`${api}${path}`), headers, terms };
    // Somebody else may have pushed a tag again by the second time.
    return { used, response: await send(method === "DELETE" ? { ...sent, attempts: 1 } : sent) };
  };
  return {
    host,
    async signIn() {
      await signIn();
    },
    async ask(request) {
      const first = await ask(request);
      const isOver = first.response.status === 401 && first.used !== undefined;
      if (!isOver) return answerOf(first.response);
      // The token has run out, unless another request has got a new one already. A 401 did nothing, so a DELETE may go again.
      if ((await token?.catch(() => undefined)) === first.used) token = undefined;
      return answerOf((await ask(request)).response);
    },
  };
}

/** An answer, and the token that it was asked with. */
interface HubResponse {
  readonly used: string | undefined;
  readonly response: HttpResponse;
}

function answerOf({ status, body }: HttpResponse): HubAnswer {
  return { status, data: parseJson(body.toString("utf8")) };
}

type SendToHub = (request: HttpRequest) => Promise<HttpResponse>;

/** Makes the function that sends requests and waits where the API says so: as long as it asks for, and before that where nothing is left of a minute. */
function sender({ http, onWait, stop }: HubApiOptions, host: string): SendToHub {
  const pause = createPause({
    host,
    why: WHY,
    ...(onWait === undefined ? {} : { onWait }),
    ...(stop === undefined ? {} : { stop }),
  });
  return async (request) => {
    for (;;) {
      await pause.over(request.method);
      const response = await http.send({ ...request, takesLimits: true });
      const now = Date.now();
      const lifts = limitLifts(response, { now, waits: pause.count() });
      if (response.status !== 429) {
        // It has been answered, so a wait that would be too long is the next request's.
        if (lifts === undefined) pause.reset();
        else if (lifts - now < LONGEST_FORESEEN_MS) pause.begin("primary", lifts);
        return response;
      }
      if (lifts !== undefined) pause.begin("secondary", lifts);
    }
  };
}

async function fetchToken(
  { api, credentials, onSecret }: HubApiOptions,
  host: string,
  send: SendToHub,
): Promise<string> {
  if (credentials.kind !== "password") throw needsLogin(host);
  const { username, password } = credentials;
  onSecret(password);
  const response = await send({
    method: "POST",
    url: new URL(`${api}${TOKENS}`),
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ identifier: username, secret: password }),
  });
  const answer = answerOf(response);
  if (response.status === 401 || response.status === 403) throw badLogin(host, answer);
  const value = textAt(answer.data, "access_token");
  // Else the next request could not be written down, or would have another header in it.
  if (response.status !== 200 || value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
    throw hubRefusal(answer, { host, name: username, doing: "signing in" });
  }
  onSecret(value);
  return value;
}
