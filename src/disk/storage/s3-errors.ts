import { PruneError } from "../../core/base/errors.js";
import { isObject } from "../../core/base/json.js";
import { codeOf } from "../../core/base/system-error.js";

/** Makes the error for a failed call to S3. `doing` completes "while". S3's own words are left out, because they quote keys and requests. */
export function s3Error(error: unknown, bucket: string, doing: string): PruneError {
  if (error instanceof PruneError) return error;
  const name = nameOf(error);
  const code = codeOf(error) || (error instanceof Error ? codeOf(error.cause) : "");
  const known =
    KNOWN[name] ?? KNOWN[code] ?? (isRegionMissing(error) ? NO_REGION : BY_STATUS[statusOf(error) ?? 0]);
  if (known !== undefined) return new PruneError(`${known.why(bucket)} while ${doing}`, known.step);
  const status = statusOf(error);
  const said = [name === "" ? "an error" : name, status === undefined ? "" : ` (${status})`].join("");
  return new PruneError(
    `S3 answered with ${said} while ${doing}`,
    "Look the error's name up in the documentation of the S3 server, and run again.",
  );
}

interface S3ErrorMeaning {
  readonly why: (bucket: string) => string;
  readonly step: string;
}

const CREDENTIALS: S3ErrorMeaning = {
  why: () => "S3 was not told who asks: there are no credentials",
  step:
    "Give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run where a role is given " +
    "(aws-actions/configure-aws-credentials in a workflow): all that the AWS SDK reads is taken.",
};
const WRONG_KEYS: S3ErrorMeaning = {
  why: () => "S3 does not know these credentials",
  step: "Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, and the clock of this machine.",
};
const DENIED: S3ErrorMeaning = {
  why: (bucket) => `S3 does not let these credentials do that in the bucket ${bucket}`,
  step:
    "Give them what the registry itself has: s3:ListBucket and s3:ListBucketMultipartUploads on the bucket, " +
    "s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload on what is in it.",
};
const NO_BUCKET: S3ErrorMeaning = {
  why: (bucket) => `there is no bucket ${bucket}`,
  step: "Check the name, and AWS_ENDPOINT_URL where the bucket is not at AWS.",
};
const NO_REGION: S3ErrorMeaning = {
  why: () => "the bucket's region is not known",
  step: "Give AWS_REGION; for a server of your own, the one that the registry's configuration names.",
};
const OTHER_REGION: S3ErrorMeaning = {
  why: (bucket) => `the bucket ${bucket} is in another region`,
  step: "Give the bucket's own region as AWS_REGION.",
};
const UNREACHABLE: S3ErrorMeaning = {
  why: () => "the S3 server can't be reached",
  step: "Check AWS_ENDPOINT_URL and the network.",
};

const KNOWN: Readonly<Record<string, S3ErrorMeaning>> = {
  CredentialsProviderError: CREDENTIALS,
  InvalidAccessKeyId: WRONG_KEYS,
  SignatureDoesNotMatch: WRONG_KEYS,
  ExpiredToken: WRONG_KEYS,
  RequestTimeTooSkewed: WRONG_KEYS,
  AccessDenied: DENIED,
  NoSuchBucket: NO_BUCKET,
  PermanentRedirect: OTHER_REGION,
  AuthorizationHeaderMalformed: OTHER_REGION,
  ECONNREFUSED: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  TimeoutError: UNREACHABLE,
};

/** Meanings of answers without a body to name the error: those to HEAD. */
const BY_STATUS: Readonly<Record<number, S3ErrorMeaning>> = {
  301: OTHER_REGION,
  401: WRONG_KEYS,
  403: DENIED,
};

/** Returns the name of S3's error, such as NoSuchKey. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

/** True if the SDK knows no region. It gives this error no name of its own. */
function isRegionMissing(error: unknown): boolean {
  return error instanceof Error && error.message === "Region is missing";
}

function statusOf(error: unknown): number | undefined {
  const metadata = isObject(error) ? error["$metadata"] : undefined;
  const status = isObject(metadata) ? metadata["httpStatusCode"] : undefined;
  return typeof status === "number" ? status : undefined;
}
