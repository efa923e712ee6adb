import { createSign, randomUUID, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A scope that a client asks for, such as repository:team/app:pull,delete. */
export interface Scope {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** A request that the token server got; `body` is the form of a POST. */
export interface TokenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization?: string;
  readonly body?: URLSearchParams;
}

/** The options of a token server. `issuer`, `service` and `certificate` have to agree with the registry's `auth.token`. */
export interface TokenServerOptions {
  readonly issuer: string;
  readonly service: string;
  /** Passwords by user. Without it, everybody gets tokens, with or without credentials. */
  readonly users?: Readonly<Record<string, string>>;
  /** The actions that a user gets ("" is an anonymous client); by default all that the client asks for. */
  readonly grants?: (scope: Scope, user: string) => readonly string[];
  /** Default 300. Distribution accepts a token for 60 s longer; below -60 none is ever accepted. */
  readonly lifetimeSeconds?: number;
  /** PEM text of an RSA key and of its certificate, which the registry has in its `rootcertbundle`. */
  readonly key: string;
  readonly certificate: string;
}

/** A running token server; `url` is the realm. */
export interface TokenServer {
  readonly url: string;
  readonly requests: TokenRequest[];
  stop(): Promise<void>;
}

/**
 * Starts a server that gives bearer tokens which Distribution 2.8 accepts: JSON web tokens, signed RS256, with the
 * certificate in `x5c`. GET takes basic credentials; POST is OAuth 2, with a password or with a refresh token; a
 * user's password serves as his refresh token. Wrong credentials are answered with 401.
 */
export async function startTokenServer(options: TokenServerOptions): Promise<TokenServer> {
  const requests: TokenRequest[] = [];
  const server = createServer((incoming, response) => {
    void record(incoming).then((request) => {
      requests.push(request);
      const user = request.body ? userOfForm(request.body, options) : userOfHeader(request, options);
      response.setHeader("content-type", "application/json");
      if (user === undefined) {
        response.writeHead(401, { "www-authenticate": 'Basic realm="token"' });
        response.end(JSON.stringify({ errors: [{ code: "UNAUTHORIZED", message: "wrong credentials" }] }));
        return;
      }
      const scopes = (request.body ?? request.query).getAll("scope").flatMap((list) => list.split(" "));
      const token = sign(options, user, scopes.filter(Boolean).map(parseScope));
      const { lifetimeSeconds: expires_in = 300 } = options;
      const answer = { access_token: token, expires_in, issued_at: new Date().toISOString() };
      response.end(JSON.stringify(request.body ? answer : { token, ...answer }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/token`, requests, stop };
}

async function record(incoming: IncomingMessage): Promise<TokenRequest> {
  const { method = "GET", headers } = incoming;
  const { pathname: path, searchParams: query } = new URL(incoming.url ?? "/", "http://localhost");
  return {
    method,
    path,
    query,
    ...(headers.authorization !== undefined && { authorization: headers.authorization }),
    ...(method === "POST" && { body: new URLSearchParams(await text(incoming)) }),
  };
}

/** The user that a form names; undefined if the credentials are wrong. */
function userOfForm(form: URLSearchParams, { users }: TokenServerOptions): string | undefined {
  const user = form.get("username") ?? "";
  if (!users) return user;
  const refreshToken = form.get("refresh_token");
  if (refreshToken === null) return users[user] === form.get("password") ? user : undefined;
  return Object.keys(users).find((name) => users[name] === refreshToken);
}

/** The user that the Authorization header names; undefined if the credentials are wrong. */
function userOfHeader({ authorization }: TokenRequest, { users }: TokenServerOptions): string | undefined {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
  const [user = "", ...password] = Buffer.from(encoded, "base64").toString().split(":");
  return !users || users[user] === password.join(":") ? user : undefined;
}

function parseScope(scope: string): Scope {
  const [type = "", ...rest] = scope.split(":");
  const actions = rest.pop() ?? "";
  return { type, name: rest.join(":"), actions: actions.split(",") };
}

function sign(options: TokenServerOptions, user: string, scopes: readonly Scope[]): string {
  const { issuer, service, lifetimeSeconds = 300, key, certificate } = options;
  const { grants = ({ actions }: Scope) => actions } = options;
  const now = Math.floor(Date.now() / 1000);
  const header = { typ: "JWT", alg: "RS256", x5c: [new X509Certificate(certificate).raw.toString("base64")] };
  const claims = {
    iss: issuer,
    sub: user,
    aud: service,
    exp: now + lifetimeSeconds,
    nbf: now - 1,
    iat: now,
    jti: randomUUID(),
    access: scopes.map((scope) => ({ ...scope, actions: grants(scope, user) })),
  };
  const content = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key, "base64url")}`;
}
