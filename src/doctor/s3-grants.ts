import { isObject } from "../core/base/json.js";

/** The actions that a registry needs on the bucket itself (Distribution's documentation of its S3 driver, "S3 permission scopes"). */
export const BUCKET_ACTIONS: readonly string[] = [
  "s3:ListBucket",
  "s3:GetBucketLocation",
  "s3:ListBucketMultipartUploads",
];
/** The actions that a registry needs on the objects in the bucket, from the same source. */
export const OBJECT_ACTIONS: readonly string[] = [
  "s3:PutObject",
  "s3:GetObject",
  "s3:DeleteObject",
  "s3:ListMultipartUploadParts",
  "s3:AbortMultipartUpload",
];

/** A statement of a policy, as far as it can be judged. */
export interface Statement {
  /** The keys, such as `Condition`, because of which the text alone does not decide what the statement allows. */
  readonly unjudged?: string;
  readonly resources: readonly string[];
  /** True if it is an `Allow` that names the action, on any resource; with `NotAction`, true if it may be one. */
  readonly allows: (action: string) => boolean;
  /** True if it is a `Deny` that names the action, on any resource. */
  readonly denies: (action: string) => boolean;
}

/** The ARNs of the bucket in which a registry keeps its images, and of the objects there: `arn:aws:s3:::bucket/prefix/*`. */
export interface BucketArns {
  readonly bucket: string;
  readonly objects: string;
}

/** The actions that a registry needs on a resource and the policy does not allow. */
export interface MissingActions {
  readonly resource: string;
  readonly actions: readonly string[];
}

/** Reads a statement (IAM reference, "Grammar of the IAM JSON policy language": actions ignore case, `*` and `?` are wildcards). */
export function readStatement(statement: Readonly<Record<string, unknown>>): Statement {
  const { Effect: effect } = statement;
  const actions = textsOf(statement["Action"]).map((pattern) => wildcard(pattern.toLowerCase()));
  const isDeny = effect === "Deny";
  const unjudged = [
    ...(isDeny && !isForAll(statement["Principal"]) ? ["Principal"] : []),
    ...["NotAction", "NotResource", "NotPrincipal"].filter((key) => key in statement),
    ...(isEmpty(statement["Condition"]) ? [] : ["Condition"]),
  ].join(", ");
  const names = (action: string): boolean =>
    "NotAction" in statement || actions.some((pattern) => pattern.test(action.toLowerCase()));
  return {
    ...(unjudged === "" ? {} : { unjudged: isDeny ? `Deny with ${unjudged}` : unjudged }),
    resources: textsOf(statement["Resource"]),
    allows: (action) => effect === "Allow" && names(action),
    denies: (action) => isDeny && names(action),
  };
}

/** True of no condition, and of operators without a key, which always hold. */
function isEmpty(condition: unknown): boolean {
  if (condition === undefined || condition === null) return true;
  return (
    isObject(condition) &&
    Object.values(condition).every((keys) => isObject(keys) && Object.keys(keys).length === 0)
  );
}

/** True of everybody: a policy of IAM names nobody. */
function isForAll(principal: unknown): boolean {
  if (principal === undefined || principal === "*") return true;
  return isObject(principal) && Object.values(principal).some((names) => textsOf(names).includes("*"));
}

/**
 * The policy's decision about an action on a resource.
 * - denied: `statement` denies it without a condition, which wins over all that allows it; `isPart` where it denies it on some of the objects
 * - elsewhere: the policy allows it only on other resources, those of `statement`
 * - unjudged: only a statement that can't be judged may allow it
 */
export type Grant =
  | { readonly kind: "granted" }
  | { readonly kind: "denied"; readonly statement: Statement; readonly isPart: boolean }
  | { readonly kind: "elsewhere"; readonly statement: Statement }
  | { readonly kind: "unjudged" }
  | { readonly kind: "missing" };

/** Judges one action on one resource. */
export function judge(statements: readonly Statement[], action: string, resource: string): Grant {
  const denied = denial(statements, action, resource);
  if (denied !== undefined) return denied;
  const naming = statements.filter(({ allows }) => allows(action));
  const judged = naming.filter(({ unjudged }) => unjudged === undefined);
  if (judged.some(({ resources }) => isOn(resources, resource))) return { kind: "granted" };
  if (judged.length < naming.length) return { kind: "unjudged" };
  const [statement] = judged;
  return statement === undefined ? { kind: "missing" } : { kind: "elsewhere", statement };
}

function denial(statements: readonly Statement[], action: string, resource: string): Grant | undefined {
  const denying = statements.filter(({ denies, unjudged }) => unjudged === undefined && denies(action));
  const whole = denying.find(({ resources }) => isOn(resources, resource));
  if (whole !== undefined) return { kind: "denied", statement: whole, isPart: false };
  const below = resource.replace(/\*$/, "");
  const isBelow = (pattern: string): boolean => resource.endsWith("*") && pattern.startsWith(below);
  const part = denying.find(({ resources }) => resources.some(isBelow));
  return part === undefined ? undefined : { kind: "denied", statement: part, isPart: true };
}

function isOn(resources: readonly string[], resource: string): boolean {
  // No object has a name with this ending, so only a pattern that ends in a wildcard, and stands for all objects, matches it.
  const sample = resource.replace(/\*$/, "\u0000".repeat(8));
  return resources.some((pattern) => wildcard(pattern).test(sample));
}

/** The bucket and prefix that a policy is meant for: among all that it names, the ones with the fewest missing actions. */
export function chooseBucketArns(statements: readonly Statement[]): BucketArns | undefined {
  const isAllow = ({ allows }: Statement): boolean => [...BUCKET_ACTIONS, ...OBJECT_ACTIONS].some(allows);
  const allowing = statements.filter(isAllow);
  // What is denied may be another bucket's.
  const naming = allowing.length === 0 ? statements : allowing;
  const targets = naming.flatMap(({ resources }) => resources.flatMap(targetsOf));
  const [first, ...others] = targets;
  if (first === undefined) return undefined;
  return others.reduce(
    (best, target) => (countMissing(statements, target) < countMissing(statements, best) ? target : best),
    first,
  );
}

/** The actions that the policy has to allow in addition: on the bucket, and on the objects. */
export function missingFor(statements: readonly Statement[], target: BucketArns): readonly MissingActions[] {
  const lacking = (actions: readonly string[], resource: string): MissingActions => ({
    resource,
    actions: actions.filter((action) =>
      ["elsewhere", "missing"].includes(judge(statements, action, resource).kind),
    ),
  });
  return [lacking(BUCKET_ACTIONS, target.bucket), lacking(OBJECT_ACTIONS, target.objects)];
}

function countMissing(statements: readonly Statement[], target: BucketArns): number {
  return missingFor(statements, target).reduce((sum, { actions }) => sum + actions.length, 0);
}

/** The buckets that a resource may stand for: the whole bucket, and the prefix if it names one. */
function targetsOf(resource: string): readonly BucketArns[] {
  if (resource === "*") return [{ bucket: "arn:aws:s3:::*", objects: "arn:aws:s3:::*/*" }];
  const parts = /^(?<bucket>arn:aws[a-z-]*:s3:::[^/]+)(?:\/(?<path>.*))?$/.exec(resource)?.groups;
  const bucket = parts?.["bucket"];
  if (bucket === undefined) return [];
  const whole = { bucket, objects: `${bucket}/*` };
  const path = parts?.["path"] ?? "*";
  return path !== "*" && path.endsWith("*") ? [whole, { bucket, objects: `${bucket}/${path}` }] : [whole];
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((text) => typeof text === "string");
}

function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, "[^]*")
    .replace(/\?/g, "[^]");
  return new RegExp(`^${source}$`);
}
