import { getNodeValue, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Finding, finding } from "../core/result/finding.js";
import { isObject } from "../core/base/json.js";
import {
  BUCKET_ACTIONS,
  chooseBucketArns,
  type Grant,
  judge,
  type MissingActions,
  missingFor,
  OBJECT_ACTIONS,
  readStatement,
  type Statement,
  type BucketArns,
} from "./s3-grants.js";
import { documentIn } from "./config/policy-document.js";

const CHECK = "s3-policy";
const VERSION = "2012-10-17";

/** The findings about a policy; if it is not right, `corrected` is the policy as it should be (JSON text with a final line break). */
export interface PolicyExamination {
  readonly findings: readonly Finding[];
  readonly corrected?: string;
}

/**
 * Examines the IAM or bucket policy with which a registry uses S3. Distribution's documentation of its S3 driver lists the
 * actions that it needs ("S3 permission scopes"). An error of JSON is reported with its line, and the rest is still examined.
 */
export function examineS3Policy(file: string): PolicyExamination {
  // Some editors write an invisible byte order mark, which does not belong to the policy.
  const text = file.replace(/^\uFEFF/, "");
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const value = documentIn(tree === undefined ? undefined : getNodeValue(tree));
  const broken = errors.map((error) => describeSyntax(text, error));
  const statements = statementsOf(value);
  if (!isObject(value) || statements.length === 0) {
    const message = "It is not a policy, which is a JSON object with a Statement.";
    const fix = "Give the policy's own document, as the console's JSON editor shows it.";
    return { findings: [...broken, finding("problem", CHECK, { message, fix })] };
  }
  const read = statements.map(readStatement);
  const target = chooseBucketArns(read);
  if (target === undefined) {
    const message = "No statement of it names a bucket, as arn:aws:s3:::bucket.";
    const fix = "Name the bucket that the registry's configuration has (storage.s3.bucket).";
    return { findings: [...broken, ...describeUnjudged(read), finding("problem", CHECK, { message, fix })] };
  }
  const missing = missingFor(read, target);
  const version = value["Version"] === VERSION ? [] : [describeVersion(value["Version"])];
  const findings = [...broken, ...version, ...describeUnjudged(read), ...describeGrants(read, target)];
  const isRight =
    broken.length === 0 && version.length === 0 && missing.every(({ actions }) => actions.length === 0);
  // A Deny is somebody's intention, and whatever is added below it counts for nothing.
  if (isRight || isDenied(read, target)) return { findings };
  return { findings, corrected: correct(value, statements, missing) };
}

function isDenied(statements: readonly Statement[], { bucket, objects }: BucketArns): boolean {
  const denied = (actions: readonly string[], on: string): boolean =>
    actions.some((action) => judge(statements, action, on).kind === "denied");
  return denied(BUCKET_ACTIONS, bucket) || denied(OBJECT_ACTIONS, objects);
}

/** A policy's `Statement` is one object, or a list of them. */
function statementsOf(policy: unknown): readonly Readonly<Record<string, unknown>>[] {
  const written: unknown = isObject(policy) ? policy["Statement"] : undefined;
  return (Array.isArray(written) ? written : [written]).filter(isObject);
}

function describeSyntax(text: string, { error, offset }: ParseError): Finding {
  // After a comma too many the parser reports the character that follows; the mistake is the comma.
  const comma = /,\s*$/.exec(text.slice(0, offset))?.index;
  const isErrant = comma !== undefined && ["", ",", "]", "}"].includes(text.charAt(offset));
  const before = text.slice(0, isErrant ? comma : offset);
  const where = `line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
  const what = isErrant ? "there is a comma with nothing after it" : spell(printParseErrorCode(error));
  return finding("problem", `${CHECK}-syntax`, {
    message: `It is not JSON: ${what} (${where}).`,
    fix: isErrant ? "Take the comma out." : "Correct it; the corrected policy shows how it was understood.",
  });
}

/** `CommaExpected` → `comma expected`. */
function spell(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function describeVersion(version: unknown): Finding {
  const now = typeof version === "string" ? "is another" : "is not given, which means 2008-10-17";
  return finding("warning", `${CHECK}-version`, {
    message: `The policy's Version ${now}.`,
    fix: `Write "Version": "${VERSION}", the current one.`,
  });
}

/** A finding for each statement that can't be judged by its text alone. */
function describeUnjudged(statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap(({ unjudged }, index) =>
    unjudged === undefined
      ? []
      : [
          finding("unknown", `${CHECK}-unjudged`, {
            message: `Statement ${index + 1} can't be judged here, because of its ${unjudged}.`,
            fix: "Test the actions that the registry needs in the IAM policy simulator.",
          }),
        ],
  );
}

/** The actions that are needed on one resource; `what` names the resource in a sentence. */
interface ResourceNeed {
  readonly check: string;
  readonly actions: readonly string[];
  readonly on: string;
  readonly what: string;
}

function describeGrants(statements: readonly Statement[], target: BucketArns): readonly Finding[] {
  const needs: readonly ResourceNeed[] = [
    { check: `${CHECK}-bucket`, actions: BUCKET_ACTIONS, on: target.bucket, what: "the bucket itself" },
    { check: `${CHECK}-objects`, actions: OBJECT_ACTIONS, on: target.objects, what: "the bucket's objects" },
  ];
  return needs.flatMap((need) => {
    const lacking = need.actions.flatMap((action) => {
      const grant = judge(statements, action, need.on);
      if (grant.kind === "granted") return [];
      if (grant.kind === "denied") {
        return [describeDenied(need, action, [statements.indexOf(grant.statement) + 1, grant.isPart])];
      }
      return [describeLacking(need, action, grant)];
    });
    if (lacking.length > 0) return lacking;
    return [finding("ok", need.check, { message: `All that the registry needs is allowed on ${need.on}.` })];
  });
}

function describeDenied(
  { check, on, what }: ResourceNeed,
  action: string,
  [number, isPart]: readonly [statement: number, isPart: boolean],
): Finding {
  if (isPart) {
    return finding("unknown", check, {
      message: `${action} is denied on some of ${what}, ${on}, by statement ${number}; the registry's own may be among them.`,
      fix: "See that none of what it denies is below the registry's root directory.",
    });
  }
  return finding("problem", check, {
    message: `${action} on ${what}, ${on}, is denied by statement ${number}, and a Deny wins over all that allows it.`,
    fix: "Take the action, or this bucket, out of that statement.",
  });
}

function describeLacking(
  { check, on, what }: ResourceNeed,
  action: string,
  grant: Exclude<Grant, { readonly kind: "granted" | "denied" }>,
): Finding {
  const fix = `Allow it with "Resource": "${on}".`;
  switch (grant.kind) {
    case "unjudged":
      return finding("unknown", check, {
        message: `${action} on ${what}, ${on}, is allowed only by a statement that can't be judged here.`,
      });
    case "elsewhere": {
      const others = grant.statement.resources.map(shownResource).join(", ");
      return finding("problem", check, {
        message: `${action} is allowed on ${others}, but the registry needs it on ${what}, ${on}.`,
        fix,
      });
    }
    case "missing":
      return finding("problem", check, { message: `${action} is not allowed on ${what}, ${on}.`, fix });
  }
}

/** Returns a resource as it is written, where it is one. */
function shownResource(resource: string): string {
  return resource === "*" || /^arn:aws[a-z-]*:s3:::[\w.*?/-]{1,200}$/.test(resource)
    ? resource
    : "what is no ARN of S3";
}

/** The policy with statements for the missing actions at its end; nothing is removed. */
function correct(
  policy: Readonly<Record<string, unknown>>,
  statements: readonly Readonly<Record<string, unknown>>[],
  missing: readonly MissingActions[],
): string {
  // In a bucket policy every statement has to name a principal, so the first one's is used.
  const principal = statements.find(
    ({ Effect, Principal }) => Effect === "Allow" && Principal !== undefined,
  )?.["Principal"];
  const added = missing
    .filter(({ actions }) => actions.length > 0)
    .map(({ actions, resource }) => ({
      Effect: "Allow",
      ...(principal === undefined ? {} : { Principal: principal }),
      Action: actions,
      Resource: resource,
    }));
  const corrected = { ...policy, Version: VERSION, Statement: [...statements, ...added] };
  return `${JSON.stringify(corrected, undefined, 2)}\n`;
}
