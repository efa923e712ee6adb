import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import type { Credentials } from "../registry/connection/credentials.js";
import { askAsNobody, askSignedIn, type RepositoryAddress } from "../registry/distribution/probes.js";
import { NO_DIGEST } from "../registry/distribution/requests.js";
import type { HttpResponse } from "../registry/http/message.js";
import { isLoopback } from "../registry/connection/connection.js";
import { isPage } from "../registry/distribution/words/answers.js";
import { refusal } from "../registry/distribution/refusals.js";
import { RegistryError } from "../registry/port/registry.js";
import { type Product, recognise } from "./product.js";
import { attempt, problemOf } from "./trouble.js";

/** The credentials to sign in with, and where they come from: the settings (`given`) or Docker's configuration. */
export interface Identity {
  readonly credentials: Credentials;
  readonly source: "given" | "docker";
}

/** The findings about reaching a registry and signing in; `product` is there only if both work. */
export interface Access {
  readonly findings: readonly Finding[];
  readonly product?: Product;
}

/** Examines whether a registry can be reached, which product it is, and whether it accepts the credentials. */
export async function examineAccess(site: RepositoryAddress, identity: Identity): Promise<Access> {
  const { base } = site.connection;
  const first = await attempt(askAsNobody(site.connection));
  if (first instanceof PruneError) return { findings: [problemOf(checkOf(first), first)] };
  const strange = strangeAnswer(base, first);
  if (strange !== undefined) return { findings: [strange] };
  const asksToSignIn = first.status === 401;
  const found = [
    finding("ok", "reachable", { message: `${base.host} answers.` }),
    examineTransport({ base, sends: asksToSignIn && identity.credentials.kind !== "anonymous" }),
  ];
  if (!asksToSignIn) {
    const message = "It answers without signing in; single repositories may still ask for it.";
    return admitted(site, [...found, finding("ok", "signed-in", { message })], [first]);
  }
  const second = await attempt(askSignedIn(site));
  if (second instanceof PruneError) {
    return { findings: [...found, examineProduct(recognise([first])), problemOf("signed-in", second)] };
  }
  if (second.status !== 200) {
    const refused = problemOf("signed-in", refusal(base.host, second, `signing in ${nameOf(identity)}`));
    return { findings: [...found, examineProduct(recognise([first])), refused] };
  }
  const message = `Signed in ${nameOf(identity)}.`;
  return admitted(site, [...found, finding("ok", "signed-in", { message })], [first, second]);
}

async function admitted(
  site: RepositoryAddress,
  findings: readonly Finding[],
  answers: readonly HttpResponse[],
): Promise<Access> {
  const nobodys = await attempt(askForNobodys(site));
  // A refusal or a page says nothing about the product.
  const isWord = !(nobodys instanceof PruneError) && nobodys.status === 404 && !isPage(nobodys);
  const product = recognise(answers, isWord ? nobodys : undefined);
  return { findings: [...findings, examineProduct(product)], product };
}

/** Asks for a manifest that nobody can have. */
function askForNobodys({
  connection: { base, session },
  repository,
}: RepositoryAddress): Promise<HttpResponse> {
  const url = new URL(`v2/${repository}/manifests/${NO_DIGEST}`, base);
  return session.send({ method: "GET", url }, `repository:${repository}:pull`);
}

/** The check under which a connection's error is reported. */
function checkOf(error: PruneError): string {
  const ofTransport = ["untrusted-certificate", "speaks-plain-http", "speaks-https"];
  return error instanceof RegistryError && ofTransport.includes(error.kind) ? "transport" : "reachable";
}

function strangeAnswer(base: URL, answer: HttpResponse): Finding | undefined {
  if (answer.url.origin !== base.origin) {
    return finding("problem", "reachable", {
      message: `${base.origin} redirects every request to ${answer.url.origin}, and deletes do not follow redirects.`,
      fix: `Use the address that it redirects to in image: ${answer.url.origin}/…`,
    });
  }
  const isAnswer = (answer.status === 200 || answer.status === 401) && !isPage(answer);
  if (isAnswer) return undefined;
  const error = refusal(base.host, answer, "asking whether a registry is there");
  return problemOf(checkOf(error), error);
}

/** Judges the transport, HTTPS or plain HTTP. `sends` is true if credentials are sent over it. */
export function examineTransport({ base, sends }: { readonly base: URL; readonly sends: boolean }): Finding {
  const check = "transport";
  if (base.protocol === "https:") {
    return finding("ok", check, { message: "It is reached over HTTPS, and its certificate is trusted." });
  }
  if (isLoopback(base.host)) {
    return finding("ok", check, { message: "It is reached over plain HTTP, on this machine." });
  }
  if (!sends) {
    return finding("ok", check, { message: "It is reached over plain HTTP, and no credentials are sent." });
  }
  return finding("warning", check, {
    message: `The password goes to ${base.host} over plain HTTP, and everybody on the way can read it.`,
    fix: "Give the registry a certificate (http.tls in its configuration, or a reverse proxy), and take it out of plain-http.",
  });
}

function examineProduct(product: Product): Finding {
  if (product.kind === "distribution") {
    return finding("ok", "product", { message: `It answers as ${product.name} does.` });
  }
  const message =
    product.kind === "other"
      ? `It is ${product.name}, not Distribution, which this program is made for.`
      : "It is not Distribution, which this program is made for.";
  return finding("unknown", "product", { message, fix: "Begin with a dry run, and check its plan." });
}

/** The words that follow "signed in": the user or token, and where the credentials come from. */
function nameOf({ credentials, source }: Identity): string {
  const from = source === "given" ? "as given" : "from Docker's configuration";
  switch (credentials.kind) {
    case "anonymous":
      return "as nobody, because neither the settings nor Docker's configuration have credentials for it";
    case "password":
      return `as ${credentials.username}, ${from}`;
    case "identity-token":
      return `with an identity token, ${from}`;
  }
}
