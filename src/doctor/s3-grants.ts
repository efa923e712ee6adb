/** What a registry needs of S3: Distribution's documentation of its S3 driver, "S3 permission scopes". On the bucket itself: */
export const BUCKET_ACTIONS: readonly string[] = [
  "s3:ListBucket",
  "s3:GetBucketLocation",
  "s3:ListBucketMultipartUploads",
];
/** And on the objects in it: */
export const OBJECT_ACTIONS: readonly string[] = [
  "s3:PutObject",
  "s3:GetObject",
  "s3:DeleteObject",
  "s3:ListMultipartUploadParts",
  "s3:AbortMultipartUpload",
];

/** A statement of a policy, as far as it can be judged. */
export interface Statement {
  /** The keys that make it depend on more than its text, such as `Condition`. */
  readonly unjudged?: string;
  readonly resources: readonly string[];
  /** Whether it is an `Allow` that names the action, on whatever; with `NotAction`, whether it may be. */
  readonly allows: (action: string) => boolean;
}

/** Where a registry keeps its images: ARNs of the bucket and of the objects, `arn:aws:s3:::bucket/prefix/*`. */
export interface Target {
  readonly bucket: string;
  readonly objects: string;
}

/** Actions that are to be allowed on a resource and are not. */
export interface Missing {
  readonly resource: string;
  readonly actions: readonly string[];
}

/** Reads a statement (IAM reference, "Grammar of the IAM JSON policy language": actions ignore case, `*` and `?` are wildcards). */
export function readStatement(statement: Readonly<Record<string, unknown>>): Statement {
  const { Effect: effect } = statement;
  const actions = textsOf(statement["Action"]).map((pattern) => wildcard(pattern.toLowerCase()));
  const unjudged = [
    ...(effect === "Deny" ? ["Deny"] : []),
    ...["NotAction", "NotResource", "NotPrincipal", "Condition"].filter((key) => key in statement),
  ].join(", ");
  return {
    ...(unjudged === "" ? {} : { unjudged }),
    resources: textsOf(statement["Resource"]),
    allows: (action) =>
      effect === "Allow" &&
      ("NotAction" in statement || actions.some((pattern) => pattern.test(action.toLowerCase()))),
  };
}

/**
 * What a policy says of an action on a resource.
 * - elsewhere: it allows it on other resources, those of `statement`
 * - unjudged: only a statement that can't be judged may allow it
 */
export type Grant =
  | { readonly kind: "granted" }
  | { readonly kind: "elsewhere"; readonly statement: Statement }
  | { readonly kind: "unjudged" }
  | { readonly kind: "missing" };

/** Judges one action on one resource. */
export function judge(statements: readonly Statement[], action: string, resource: string): Grant {
  const naming = statements.filter(({ allows }) => allows(action));
  const judged = naming.filter(({ unjudged }) => unjudged === undefined);
  // A name that nobody gives an object: a resource is granted as a whole only by a pattern that ends in a wildcard.
  const sample = resource.replace(/\*$/, "\u0000".repeat(8));
  const isOn = ({ resources }: Statement): boolean =>
    resources.some((pattern) => wildcard(pattern).test(sample));
  if (judged.some(isOn)) return { kind: "granted" };
  if (judged.length < naming.length) return { kind: "unjudged" };
  const [statement] = judged;
  return statement === undefined ? { kind: "missing" } : { kind: "elsewhere", statement };
}

/** The bucket and prefix that a policy is about: of all that it names, those for which it lacks the least. */
export function chooseTarget(statements: readonly Statement[]): Target | undefined {
  const targets = statements.flatMap(({ resources }) => resources.flatMap(targetsOf));
  const [first, ...others] = targets;
  if (first === undefined) return undefined;
  return others.reduce(
    (best, target) => (lackOf(statements, target) < lackOf(statements, best) ? target : best),
    first,
  );
}

/** What has to be added, for the bucket and for the objects. */
export function missingFor(statements: readonly Statement[], target: Target): readonly Missing[] {
  const lacking = (actions: readonly string[], resource: string): Missing => ({
    resource,
    actions: actions.filter((action) =>
      ["elsewhere", "missing"].includes(judge(statements, action, resource).kind),
    ),
  });
  return [lacking(BUCKET_ACTIONS, target.bucket), lacking(OBJECT_ACTIONS, target.objects)];
}

function lackOf(statements: readonly Statement[], target: Target): number {
  return missingFor(statements, target).reduce((sum, { actions }) => sum + actions.length, 0);
}

/** What a resource may be meant for: the whole bucket, and the prefix that it names. */
function targetsOf(resource: string): readonly Target[] {
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
