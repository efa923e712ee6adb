import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import { canBeMet, parseChallenges } from "../registry/connection/challenge.js";
import type { Identity } from "../registry/connection/identity.js";
import { askAsNobody, askSignedIn, type RepositoryAddress } from "../registry/distribution/probes.js";
import { NO_DIGEST } from "../registry/distribution/requests.js";
import type { HttpResponse } from "../registry/http/message.js";
import { isLoopback } from "../registry/connection/connection.js";
import { isPage } from "../registry/distribution/words/answers.js";
import { refusal } from "../registry/distribution/refusals.js";
import { RegistryError } from "../registry/port/registry.js";
import { type Product, recognise } from "./product.js";
import { attempt, problemOf } from "./trouble.js";

/** The findings about reaching a registry and signing in; `product` is there only if both work. */
export interface Access {
  readonly findings: readonly Finding[];
  readonly product?: Product;
  /** True if something answered, and not as a registry does: a front may answer at /v2/ alone in its place. */
  readonly isStrange?: boolean;
}

/** Examines whether a registry can be reached, which product it is, and whether it accepts the credentials. */
export async function examineAccess(site: RepositoryAddress): Promise<Access> {
  const { connection, repository } = site;
  const { base, unverified } = connection;
  const first = await attempt(askAsNobody(connection));
  if (first instanceof PruneError) return { findings: [problemOf(checkOf(first), first)] };
  const strange = strangeAnswer(base, first);
  if (strange !== undefined) return { findings: [strange], isStrange: true };
  const reachable = finding("ok", "reachable", { message: `${base.host} answers.` });
  if (first.status !== 401) {
    const found = [reachable, examineTransport({ base, unverified, sends: false })];
    const message = "It answers without signing in; single repositories may still ask for it.";
    return admitted(site, [...found, finding("ok", "signed-in", { message })], [first]);
  }
  const identity = await connection.identify(repository);
  const found = [
    reachable,
    examineTransport({ base, unverified, sends: identity.credentials.kind !== "anonymous" }),
  ];
  const second = await attempt(askSignedIn(site));
  if (second instanceof PruneError) {
    return { findings: [...found, examineProduct(recognise([first])), problemOf("signed-in", second)] };
  }
  if (second.status !== 200) {
    const error = refusal(base.host, second, `signing in ${nameOf(identity)}`);
    const findings = [...found, examineProduct(recognise([first])), problemOf("signed-in", error)];
    return { findings, isStrange: second.status !== 401 };
  }
  const message = `Signed in ${nameOf(identity)}.`;
  return admitted(site, [...found, finding("ok", "signed-in", { message })], [first, second]);
}

/** Returns the access to a registry that answers about a repository as one does, though at /v2/ it does not: a prune asks nothing there. */
export function accessAllTheSame({ findings }: Access): Access {
  const told = findings.map((one) =>
    one.kind === "problem"
      ? finding("warning", one.check, {
          message: one.message,
          fix: "A prune asks about the repository alone, which is answered as by a registry. Let /v2/ itself through too: docker login asks there.",
        })
      : one,
  );
  return { findings: told, product: { kind: "unknown" } };
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
  const { status, headers, url } = answer;
  const isFromElsewhere = url.origin !== base.origin;
  // Only a registry's address is named: that of a page to sign in would get the password.
  if (isFromElsewhere && headers["docker-distribution-api-version"] !== undefined && !isPage(answer)) {
    return finding("problem", "reachable", {
      message: `${base.origin} redirects /v2/ to ${url.origin}, and deletes do not follow redirects.`,
      fix: `Use the address that it redirects to in image: ${url.origin}/…`,
    });
  }
  const isMet = parseChallenges(headers["www-authenticate"] ?? "").some(canBeMet);
  const isAnswer = (status === 200 && !isPage(answer)) || (status === 401 && (isMet || !isPage(answer)));
  if (isAnswer && !isFromElsewhere) return undefined;
  const error = refusal(base.host, answer, "asking whether a registry is there");
  return problemOf(checkOf(error), error);
}

/** The way to a registry. */
interface Transport {
  readonly base: URL;
  /** True if credentials are sent over it. */
  readonly sends: boolean;
  /** The word by which nobody looks at the certificate. */
  readonly unverified?: string | undefined;
}

/** Judges the transport, HTTPS or plain HTTP. */
export function examineTransport({ base, sends, unverified }: Transport): Finding {
  const check = "transport";
  if (unverified !== undefined) {
    return finding("warning", check, {
      message: `It is reached over HTTPS, and nobody looks at its certificate, for ${unverified} says so: anybody on the way can answer in its place.`,
      fix: "Take that out, and name the authority in ca-file.",
    });
  }
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
function nameOf({ credentials, from, trouble }: Identity): string {
  const source = from === undefined ? "as given" : `from Docker's configuration (${from})`;
  switch (credentials.kind) {
    case "anonymous":
      return trouble === undefined
        ? "as nobody, because neither the settings nor Docker's configuration have credentials for it"
        : `as nobody, because ${trouble.message}`;
    case "password":
      return `as ${credentials.username}, ${source}`;
    case "identity-token":
      return `with an identity token, ${source}`;
    case "registry-token":
      return `with a token of its own, ${source}`;
  }
}
