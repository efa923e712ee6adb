import type { RegistryErrorKind } from "../../src/registry/port/registry.js";

/** The list of errors of a registry, with one. */
export const says = (code: string, message: string): unknown => ({ errors: [{ code, message, detail: {} }] });

/** The refusals that products are known for, in their own answers: name, status, body, the kind of the error, and its next step. */
export const ANSWERS: readonly (readonly [string, number, unknown, RegistryErrorKind, RegExp])[] = [
  [
    "Harbor's immutable tag",
    412,
    says("PRECONDITION", "tag:1.0.0 configured as immutable"),
    "not-deletable",
    /Tag Immutability/,
  ],
  [
    "Harbor's policy against vulnerable images",
    412,
    says("PROJECTPOLICYVIOLATION", "current image with 12 vulnerabilities cannot be pulled"),
    "forbidden",
    /allowlist/,
  ],
  [
    "Harbor that is read-only",
    503,
    says("UNKNOWN", "The system is in read only mode. Any modification is prohibited."),
    "read-only",
    /Repository Read Only/,
  ],
  [
    "Azure's locked image",
    405,
    says(
      "REGISTRY_DISALLOWED_OPERATION",
      "The operation is disallowed on this registry, repository or image.",
    ),
    "not-deletable",
    /--delete-enabled true/,
  ],
  [
    "Artifact Registry's part of an index",
    400,
    says(
      "GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE",
      "Manifest is still referenced by one or more parent images",
    ),
    "not-deletable",
    /gcloud artifacts docker images list/,
  ],
  [
    "ECR's part of an index",
    400,
    says("ImageReferencedByManifestList", "Requested image referenced by manifest list: [sha256:1]"),
    "not-deletable",
    /tagStatus=UNTAGGED/,
  ],
  [
    "GitLab's protected tag",
    403,
    says("DENIED", "the tag is protected"),
    "not-deletable",
    /Protected container tags/,
  ],
  [
    "an immutable tag elsewhere",
    409,
    says("TAG_INVALID", "tag v1 is immutable"),
    "not-deletable",
    /Exclude it/,
  ],
  ["a lock elsewhere", 423, says("DENIED", "the artifact is locked"), "not-deletable", /unlock/],
  [
    "Docker Hub's pull limit",
    429,
    says("TOOMANYREQUESTS", "You have reached your pull rate limit."),
    "rate-limited",
    /paid plan/,
  ],
  ["too many requests", 429, says("TOOMANYREQUESTS", "too many requests"), "rate-limited", /Run again later/],
];
