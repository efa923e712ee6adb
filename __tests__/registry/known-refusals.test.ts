import { describe, expect, test } from "vitest";
import { deleteRefusal, refusal } from "../../src/registry/distribution/refusals.js";
import { isEcr, KNOWN_REFUSALS, knownRefusal } from "../../src/registry/distribution/words/known-refusals.js";
import type { HttpResponse } from "../../src/registry/http/message.js";

/** The refusals that products are known for, in their own answers, by their documents or as their users report them. */
const HOST = "r.example.com";
const DOING = "deleting team/app@sha256:…";

function answer(status: number, body: unknown, headers: HttpResponse["headers"] = {}): HttpResponse {
  return { status, headers, body: Buffer.from(JSON.stringify(body)), url: new URL(`https://${HOST}/v2/`) };
}

const says = (code: string, message: string): unknown => ({ errors: [{ code, message, detail: {} }] });

const ANSWERS: readonly (readonly [string, number, unknown, string, RegExp])[] = [
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

describe("a refusal that a product is known for", () => {
  test.each(ANSWERS)("%s has its words and a next step", (...[, status, body, kind, step]) => {
    const error = refusal(HOST, answer(status, body), DOING);
    expect(error).toMatchObject({ kind, nextStep: expect.stringMatching(step) as string });
    expect(error.message).toMatch(/^r\.example\.com .*\d{3}.* while deleting/);
    // As the answer to a probe it stops the run with the same words.
    const probe = deleteRefusal(HOST, answer(status, body), { repository: "team/app", isUnknown: false });
    expect(probe).toMatchObject({ kind });
  });

  test("of each there is an example", () => {
    const met = ANSWERS.map(([, status, body]) =>
      KNOWN_REFUSALS.findIndex(
        ({ nextStep }) => nextStep === knownRefusal(HOST, answer(status, body), DOING)?.nextStep,
      ),
    );
    expect([...met].sort((a, b) => a - b)).toEqual(KNOWN_REFUSALS.map((_, index) => index));
  });

  test.each([
    ["a page that says so", 403, "locked"],
    ["the words with another status", 500, says("PRECONDITION", "immutable")],
    ["a code without its words", 403, says("DENIED", "access is denied")],
    ["no list of errors", 412, { code: "PRECONDITION", message: "immutable" }],
  ])("is not %s", (_, status, body) => {
    expect(knownRefusal(HOST, answer(status, body), DOING)).toBeUndefined();
  });
});

describe("a registry that deletes nothing", () => {
  const REFUSED = says("UNSUPPORTED", "The operation is unsupported.");
  test.each([
    ["123456789012.dkr.ecr.eu-central-1.amazonaws.com", {}, /ecr:BatchDeleteImage/],
    [HOST, { "x-jfrog-version": "Artifactory/7.90.1 79001900" }, /virtual repository/],
    [HOST, { server: "Nexus/3.89.0-09 (PRO)" }, /proxy or group/],
    [HOST, { "gitlab-container-registry-version": "4.14.0-gitlab" }, /gitlab\.rb/],
    [HOST, {}, /REGISTRY_STORAGE_DELETE_ENABLED/],
  ])("%s %j is told in its own words", (host, headers, step) => {
    const error = deleteRefusal(host, answer(405, REFUSED, headers), { repository: "app", isUnknown: false });
    expect(error).toMatchObject({ kind: "deletes-off", nextStep: expect.stringMatching(step) as string });
  });
});

test.each([
  ["123456789012.dkr.ecr.eu-central-1.amazonaws.com", true],
  ["123456789012.dkr.ecr-fips.us-east-1.amazonaws.com", true],
  ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", true],
  ["123456789012.dkr-ecr.us-east-1.on.aws", true],
  ["12345.dkr.ecr.eu-central-1.amazonaws.com", false],
  ["123456789012.dkr.ecr.eu-central-1.amazonaws.com.example.com", false],
  ["public.ecr.aws", false],
])("%s is one of ECR's private registries: %s", (host, is) => {
  expect(isEcr(host)).toBe(is);
});
