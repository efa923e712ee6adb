import { count } from "../../core/base/count.js";
import { PruneError } from "../../core/base/errors.js";
import { type Finding, finding } from "../../core/result/finding.js";
import { type TokenKind, tokenKind } from "../../core/names/github.js";
import type { RepositoryName } from "../../core/names/reference.js";
import type { Packages } from "../../registry/github/packages.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import { attempt, problemOf } from "../trouble.js";

/** The package to examine, and the two interfaces of GitHub through which it is reached. */
export interface ExaminedPackage {
  readonly registry: RegistryReader;
  readonly packages: Packages;
  readonly repository: RepositoryName;
  readonly token: string;
}

/** Examines whether a package on GitHub's registry is ready for a prune. Changes nothing; every error becomes a finding. */
export async function examinePackage({
  registry,
  packages,
  repository,
  token,
}: ExaminedPackage): Promise<readonly Finding[]> {
  const signedIn = finding("ok", "signed-in", { message: `Signed in with ${TOKENS[tokenKind(token)]}.` });
  const tags = await attempt(registry.listTags(repository));
  if (tags instanceof PruneError) return [signedIn, problemOf("repository", tags)];
  const number = tags?.length ?? 0;
  const found = finding("ok", "repository", {
    message: `${repository} has ${count(number, "tag")}.`,
  });
  const facts = await attempt(packages.facts(repository));
  const deletes = await attempt(Promise.resolve().then(() => packages.proveScopes()));
  return [
    signedIn,
    found,
    facts instanceof PruneError ? problemOf("linked", facts) : describeLink(repository, facts.linkedTo),
    deletes instanceof PruneError ? problemOf("deletes", deletes) : describeDeletes(deletes),
  ];
}

const TOKENS: Readonly<Record<TokenKind, string>> = {
  installation: "a workflow's or an app's token",
  classic: "a classic personal access token",
  "fine-grained": "a fine-grained personal access token",
  other: "a token",
};

function describeLink(repository: RepositoryName, linkedTo: string | undefined): Finding {
  if (linkedTo !== undefined) {
    return finding("ok", "linked", { message: `${repository} is linked to the repository ${linkedTo}.` });
  }
  return finding("warning", "linked", {
    message: `${repository} is linked to no repository, so no workflow's token may change it unless the package's settings say so.`,
    fix: "On the package's page, Package settings, Manage Actions access, give the repository of the workflow the role Admin; or connect the two there.",
  });
}

function describeDeletes(scope: "proven" | "unknown"): Finding {
  if (scope === "proven") {
    return finding("ok", "deletes", { message: "The token has the scope delete:packages." });
  }
  return finding("unknown", "deletes", {
    message: "Only a delete shows whether this token may delete: GitHub offers no way to ask.",
    fix: "It needs permissions: packages: write in the job, and the role Admin for its repository in the package's settings.",
  });
}
