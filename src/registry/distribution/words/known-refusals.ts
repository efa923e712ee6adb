import type { HttpResponse } from "../../http/message.js";
import { RegistryError, type RegistryErrorKind } from "../../port/registry.js";
import { ecrAt } from "../own/ecr-host.js";
import { registryErrors } from "./answers.js";

/** A refusal that a product is known for, by its documents or by what its users report, with what to do about it. */
interface KnownRefusal {
  /** The registry's name. */
  readonly product: string;
  readonly statuses: readonly number[];
  /** Matches one of the codes in the answer. */
  readonly code: RegExp;
  /** Matches what the answer says with that code; absent where the code says all. */
  readonly message?: RegExp;
  readonly kind: RegistryErrorKind;
  /** Completes "HOST (PRODUCT) ...". */
  readonly says: string;
  readonly nextStep: string;
}

const ANY = /./;

/** The known refusals, the most special first. Each is shown over a server that answers so: __tests__/run/known-refusals.test.ts. */
export const KNOWN_REFUSALS: readonly KnownRefusal[] = [
  {
    product: "Harbor",
    statuses: [412],
    code: /^PROJECTPOLICYVIOLATION$/,
    kind: "forbidden",
    says: "lets nobody pull this image, for its project prevents vulnerable or unsigned images from running",
    nextStep:
      "What can't be read decides nothing, so its repository stays as it is. Add the image's vulnerabilities to the project's allowlist, or turn that policy off (Configuration, Deployment security) while this runs.",
  },
  {
    product: "Harbor",
    statuses: [412],
    code: /^PRECONDITION$/,
    kind: "not-deletable",
    says: "keeps it, for a tag of it is immutable",
    nextStep:
      "Exclude such tags, or change the rule: the project's Policy, Tag Immutability. An image stays as long as one of its tags is immutable.",
  },
  {
    product: "Harbor",
    statuses: [403, 503],
    code: ANY,
    message: /read.?only mode/i,
    kind: "read-only",
    says: "is read-only, so nothing was changed",
    nextStep:
      "Run again when its administrator has turned that off (Configuration, System Settings, Repository Read Only).",
  },
  {
    product: "Azure Container Registry",
    statuses: [405],
    code: /^REGISTRY_DISALLOWED_OPERATION$/,
    kind: "not-deletable",
    says: "keeps it, for it is locked",
    nextStep:
      "Exclude it, or unlock it: az acr repository update --name REGISTRY --image NAME:TAG --delete-enabled true --write-enabled true. A whole repository or registry can be locked too.",
  },
  {
    product: "Artifact Registry",
    statuses: [400],
    code: /DANGLING_PARENT_IMAGE$/,
    kind: "not-deletable",
    says: "keeps it, for an index that no list of tags shows contains it",
    nextStep:
      "Delete that index first: gcloud artifacts docker images list --include-tags names what has no tag.",
  },
  {
    product: "Amazon ECR",
    statuses: [400, 403, 405, 409],
    code: /^ImageReferencedByManifestList$/i,
    kind: "not-deletable",
    says: "keeps it, for an index that no list of tags shows contains it",
    nextStep:
      "Delete that index first: aws ecr list-images --filter tagStatus=UNTAGGED names what has no tag.",
  },
  {
    product: "GitLab",
    statuses: [403],
    code: /^DENIED$/,
    message: /protected/i,
    kind: "not-deletable",
    says: "keeps it, for a rule protects its tag",
    nextStep:
      "Exclude such tags, or change the rule: the project's Settings, Packages and registries, Protected container tags.",
  },
  {
    product: "Quay and others",
    statuses: [400, 403, 405, 409, 412],
    code: ANY,
    message: /immutab/i,
    kind: "not-deletable",
    says: "keeps it, for it is immutable",
    nextStep: "Exclude it, or change the rule of that registry which makes it so.",
  },
  {
    product: "Azure Container Registry, Artifactory and others",
    statuses: [403, 405, 409, 423],
    code: ANY,
    message: /\blocked\b/i,
    kind: "not-deletable",
    says: "keeps it, for it is locked",
    nextStep: "Exclude it, or unlock it there.",
  },
  {
    product: "Docker Hub and others",
    statuses: [429],
    code: /^TOOMANYREQUESTS$/,
    message: /pull rate limit/i,
    kind: "rate-limited",
    says: "lets this account pull no more in these six hours",
    nextStep:
      "Nothing is decided on a part of what is there. Run again later, or sign in with an account of a paid plan, which has no such limit.",
  },
  {
    product: "Docker Hub and others",
    statuses: [429],
    code: /^TOOMANYREQUESTS$/,
    kind: "rate-limited",
    says: "takes no more requests for now",
    nextStep: "Run again later: what is left then goes.",
  },
];

/** Returns the error of an answer that is a known refusal; `undefined` of any other. `doing` completes "… while". */
export function knownRefusal(host: string, response: HttpResponse, doing: string): RegistryError | undefined {
  const errors = registryErrors(response) ?? [];
  const known = KNOWN_REFUSALS.find(
    ({ statuses, code, message = ANY }) =>
      statuses.includes(response.status) &&
      errors.some((error) => code.test(error.code) && (message === ANY || message.test(error.message))),
  );
  if (known === undefined) return undefined;
  const { product, kind, says, nextStep } = known;
  const codes = [...new Set(errors.map(({ code }) => code))].join(", ");
  return new RegistryError(kind, {
    message: `${host} ${says} (${product}: ${response.status} ${codes}) while ${doing}`,
    nextStep,
  });
}

/** The registries that are known by their host, or by the headers of their answers, and what to do where one refuses every deletion. */
const NO_DELETES: readonly {
  readonly is: (host: string, headers: HttpResponse["headers"]) => boolean;
  readonly nextStep: string;
}[] = [
  {
    is: (host) => ecrAt(host) !== undefined,
    nextStep:
      "ECR takes a deletion by digest in the standard way where its user has the right ecr:BatchDeleteImage, and this one took none. Its own API deletes too, and is used here only for a tag whose image stays: aws ecr batch-delete-image --repository-name NAME --image-ids imageTag=TAG.",
  },
  {
    is: (_, headers) => typeof headers["x-jfrog-version"] === "string",
    nextStep:
      "A remote or virtual repository of Artifactory deletes nothing: name the local one, and give its user the permission Delete/Overwrite.",
  },
  {
    is: (_, headers) => /^nexus\//i.test(String(headers["server"] ?? "")),
    nextStep:
      "A proxy or group repository of Nexus deletes nothing: name the hosted one, and give its user the privilege to delete in it.",
  },
  {
    is: (_, headers) => headers["gitlab-container-registry-version"] !== undefined,
    nextStep:
      "GitLab's registry has deletes turned off: set registry['storage_delete_enabled'] = true in gitlab.rb (its default), and gitlab-ctl reconfigure.",
  },
];

/** Returns what to do about a registry that deletes nothing, if it is one that is known; `undefined` of others, which are taken for Distribution. */
export function stepOfNoDeletes(host: string, { headers }: HttpResponse): string | undefined {
  return NO_DELETES.find(({ is }) => is(host, headers))?.nextStep;
}
