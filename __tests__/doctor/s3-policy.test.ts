import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUCKET_ACTIONS, OBJECT_ACTIONS } from "../../src/doctor/s3-grants.js";
import { examineS3Policy } from "../../src/doctor/s3-policy.js";
import { propertyRuns } from "../support/property-runs.js";

const BUCKET = "arn:aws:s3:::images";
const bucket = { Effect: "Allow", Action: BUCKET_ACTIONS, Resource: BUCKET };
const objects = { Effect: "Allow", Action: OBJECT_ACTIONS, Resource: `${BUCKET}/*` };

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** The kinds and checks of what was found, without what is right. */
function wrongOf(text: string): readonly string[] {
  return examineS3Policy(text).findings.flatMap(({ kind, check }) =>
    kind === "ok" ? [] : [`${kind} ${check}`],
  );
}

describe("a policy that allows all", () => {
  test.each([
    ["as documented", policy(bucket, objects)],
    [
      "in one statement",
      policy({
        ...bucket,
        Action: [...BUCKET_ACTIONS, ...OBJECT_ACTIONS],
        Resource: [BUCKET, `${BUCKET}/*`],
      }),
    ],
    [
      "with a statement that is no list",
      JSON.stringify({
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Action: "s3:*", Resource: [BUCKET, `${BUCKET}/*`] },
      }),
    ],
    ["with everything everywhere", policy({ Effect: "Allow", Action: "*", Resource: "*" })],
    ["with one wildcard for both", policy({ Effect: "Allow", Action: "s3:*", Resource: `${BUCKET}*` })],
    [
      "in other letters",
      policy({ ...bucket, Action: BUCKET_ACTIONS.map((action) => action.toLowerCase()) }, objects),
    ],
    [
      "with wildcards in the actions",
      policy(
        { ...bucket, Action: ["s3:List*", "s3:GetBucket*"] },
        { ...objects, Action: ["s3:?etObject", "s3:Put*", "s3:Delete*", "s3:List*", "s3:Abort*"] },
      ),
    ],
    ["for a prefix", policy(bucket, { ...objects, Resource: `${BUCKET}/registry/*` })],
    [
      "in China",
      policy(
        { ...bucket, Resource: "arn:aws-cn:s3:::images" },
        { ...objects, Resource: "arn:aws-cn:s3:::images/*" },
      ),
    ],
    [
      "for the American government",
      policy(
        { ...bucket, Resource: "arn:aws-us-gov:s3:::images" },
        { ...objects, Resource: "arn:aws-us-gov:s3:::images/*" },
      ),
    ],
    [
      "beside another bucket",
      policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::other/*" }, bucket, objects),
    ],
  ])("%s", (_, text) => {
    expect(wrongOf(text)).toEqual([]);
    expect(examineS3Policy(text).corrected).toBeUndefined();
  });
});

describe("what a policy lacks", () => {
  test.each([...BUCKET_ACTIONS, ...OBJECT_ACTIONS])("%s is missed by name", (action) => {
    const without = [bucket, objects].map((one) => ({
      ...one,
      Action: one.Action.filter((name) => name !== action),
    }));
    const problems = examineS3Policy(policy(...without)).findings.filter(({ kind }) => kind === "problem");
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(`${action} is not allowed on`);
  });

  test("a bucket's action on its objects, and the other way round, is told with the right resource", () => {
    const { findings } = examineS3Policy(
      policy({ ...bucket, Resource: `${BUCKET}/*` }, { ...objects, Resource: BUCKET }),
    );
    const messages = findings.map(({ message }) => message);
    expect(findings.filter(({ kind }) => kind === "problem")).toHaveLength(8);
    expect(messages).toContain(
      `s3:ListBucket is allowed on ${BUCKET}/*, but the registry needs it on the bucket itself, ${BUCKET}.`,
    );
    expect(messages).toContain(
      `s3:PutObject is allowed on ${BUCKET}, but the registry needs it on the bucket's objects, ${BUCKET}/*.`,
    );
  });

  test("a dot in a bucket's name is a dot", () => {
    const other = { ...objects, Resource: "arn:aws:s3:::aXb/*" };
    expect(wrongOf(policy({ ...bucket, Resource: "arn:aws:s3:::a.b" }, other))).not.toEqual([]);
  });

  test.each([
    ["one object", `${BUCKET}/docker`],
    ["objects whose names have one letter", `${BUCKET}/?`],
  ])("a resource that is %s is not the objects", (_, resource) =>
    expect(wrongOf(policy(bucket, { ...objects, Resource: resource }))).toHaveLength(OBJECT_ACTIONS.length),
  );
});

describe("what can't be judged", () => {
  const unjudged = "unknown s3-policy-unjudged";
  test.each([
    [
      "a Deny with a Condition beside all that is needed",
      [
        bucket,
        objects,
        {
          Effect: "Deny",
          Action: "s3:*",
          Resource: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
      [unjudged],
    ],
    [
      "a Deny for somebody",
      [
        bucket,
        objects,
        { Effect: "Deny", Principal: { AWS: "arn:aws:iam::1:user/x" }, Action: "s3:*", Resource: "*" },
      ],
      [unjudged],
    ],
    [
      "a Condition",
      [{ ...bucket, Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }, objects],
      [unjudged, ...BUCKET_ACTIONS.map(() => "unknown s3-policy-bucket")],
    ],
    [
      "a NotAction",
      [bucket, { Effect: "Allow", NotAction: "s3:DeleteBucket", Resource: `${BUCKET}/*` }],
      [unjudged, ...OBJECT_ACTIONS.map(() => "unknown s3-policy-objects")],
    ],
    [
      "a NotResource",
      [bucket, { ...objects, NotResource: "x", Resource: undefined }],
      [unjudged, ...OBJECT_ACTIONS.map(() => "unknown s3-policy-objects")],
    ],
  ])("%s is said to be, and is no problem", (_, statements, expected) => {
    expect(wrongOf(policy(...statements))).toEqual(expected);
    expect(examineS3Policy(policy(...statements)).corrected).toBeUndefined();
  });
});

describe("an unconditional Deny", () => {
  test.each([
    ["of all", { Action: "s3:*", Resource: "*" }, [...BUCKET_ACTIONS, ...OBJECT_ACTIONS]],
    ["of deletions", { Action: "s3:Delete*", Resource: `${BUCKET}/*` }, ["s3:DeleteObject"]],
    ["for everybody", { Principal: "*", Action: "s3:ListBucket", Resource: BUCKET }, ["s3:ListBucket"]],
    [
      "for everybody of AWS",
      { Principal: { AWS: "*" }, Action: ["S3:PUTOBJECT"], Resource: "*" },
      ["s3:PutObject"],
    ],
    ["with an empty Condition", { Action: "s3:GetObject", Resource: "*", Condition: {} }, ["s3:GetObject"]],
    [
      "whose Condition has no key",
      { Action: "s3:GetObject", Resource: "*", Condition: { Bool: {} } },
      ["s3:GetObject"],
    ],
  ])("%s wins", (_, deny, actions) => {
    const { findings, corrected } = examineS3Policy(policy({ Effect: "Deny", ...deny }, bucket, objects));
    const problems = findings.filter(({ kind }) => kind === "problem");
    expect(problems.map(({ message }) => message.split(" ")[0]).sort()).toEqual([...actions].sort());
    expect(problems.every(({ message }) => message.includes("denied by statement 1"))).toBe(true);
    // To add to it would change nothing.
    expect(corrected).toBeUndefined();
  });

  test.each([
    ["of another bucket", { Action: "s3:*", Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"] }, []],
    ["of what a registry needs not", { Action: "s3:DeleteBucket", Resource: "*" }, []],
    [
      "on some of the objects",
      { Action: "s3:DeleteObject", Resource: `${BUCKET}/kept/*` },
      ["unknown s3-policy-objects"],
    ],
  ])("%s does not", (_, deny, expected) => {
    expect(wrongOf(policy({ Effect: "Deny", ...deny }, bucket, objects))).toEqual(expected);
  });
});

test("an empty Condition is none", () => {
  expect(
    wrongOf(policy({ ...bucket, Condition: {} }, { ...objects, Condition: { StringLike: {} } })),
  ).toEqual([]);
});

describe("the output of a command", () => {
  const whole = JSON.parse(policy(bucket, objects)) as unknown;
  const part = JSON.parse(policy(bucket)) as unknown;
  const WRAPPED: Readonly<Record<string, (document: unknown) => unknown>> = {
    "aws iam get-policy-version": (document) => ({
      PolicyVersion: {
        Document: document,
        VersionId: "v1",
        IsDefaultVersion: true,
        CreateDate: "2026-01-01T00:00:00Z",
      },
    }),
    "aws iam get-role-policy": (document) => ({ RoleName: "r", PolicyName: "p", PolicyDocument: document }),
    "aws s3api get-bucket-policy": (document) => ({ Policy: JSON.stringify(document) }),
    "iam's own API": (document) => ({ PolicyDocument: encodeURIComponent(JSON.stringify(document)) }),
  };

  test.each(Object.entries(WRAPPED))("%s is read as it comes", (_, wrap) => {
    expect(wrongOf(JSON.stringify(wrap(whole)))).toEqual([]);
    const { findings, corrected = "" } = examineS3Policy(JSON.stringify(wrap(part)));
    expect(findings.filter(({ kind }) => kind === "problem")).toHaveLength(OBJECT_ACTIONS.length);
    // The policy's own document, which can be put back.
    expect(wrongOf(corrected)).toEqual([]);
    expect(Object.keys(JSON.parse(corrected) as object)).toEqual(["Version", "Statement"]);
  });

  test("that has a policy which is none is no policy", () => {
    expect(wrongOf(JSON.stringify({ Policy: "nothing" }))).toEqual(["problem s3-policy"]);
  });
});

describe("JSON that is none", () => {
  test("an errant comma has its line and column, and the rest is checked", () => {
    const text =
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {"Effect": "Allow", "Action": ["s3:ListBucket",], "Resource": "arn:aws:s3:::images"}\n  ]\n}';
    const { findings, corrected } = examineS3Policy(text);
    expect(findings[0]).toMatchObject({
      kind: "problem",
      check: "s3-policy-syntax",
      fix: "Take the comma out.",
    });
    expect(findings[0]?.message).toContain("line 4, column 51");
    expect(findings.filter(({ kind }) => kind === "problem")).toHaveLength(1 + 2 + OBJECT_ACTIONS.length);
    expect(wrongOf(corrected ?? "")).toEqual([]);
  });

  test.each([
    [
      "a comma that is missing",
      policy(bucket, objects).replace('","Statement', '""Statement'),
      "comma expected",
    ],
    [
      "a word that is none, after a comma",
      policy(bucket, objects).replace('"s3:GetObject"', "GetObject"),
      "invalid symbol",
    ],
    ["a comment", `// mine\n${policy(bucket, objects)}`, "invalid comment token"],
    ["an end too early", policy(bucket, objects).slice(0, -1), "close brace expected"],
  ])("%s", (_, text, words) => {
    const [first] = examineS3Policy(text).findings;
    expect(first).toMatchObject({ kind: "problem", check: "s3-policy-syntax" });
    expect(first?.message).toContain(words);
  });

  test.each([
    ["", 2],
    ["[]", 1],
    ["{}", 1],
    ['{"Statement": 1}', 1],
    [policy({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:ec2:::x" }), 1],
  ])("%j is no policy of a bucket", (text, problems) => {
    const { findings, corrected } = examineS3Policy(text);
    expect(findings.filter(({ kind }) => kind === "problem")).toHaveLength(problems);
    expect(corrected).toBeUndefined();
  });

  test("a byte order mark is no error", () =>
    expect(wrongOf(`\uFEFF${policy(bucket, objects)}`)).toEqual([]));
});

describe("the corrected policy", () => {
  test("keeps what was there, and adds what is missing alone", () => {
    const mine = { Sid: "Mine", Effect: "Allow", Action: "s3:GetObject", Resource: `${BUCKET}/*` };
    const { corrected = "" } = examineS3Policy(JSON.stringify({ Id: "x", Statement: mine }));
    expect(JSON.parse(corrected)).toEqual({
      Id: "x",
      Version: "2012-10-17",
      Statement: [
        mine,
        bucket,
        { ...objects, Action: OBJECT_ACTIONS.filter((action) => action !== "s3:GetObject") },
      ],
    });
  });

  test("of a bucket's own policy names whom it is for", () => {
    const Principal = { AWS: "arn:aws:iam::123456789012:role/registry" };
    const { corrected = "" } = examineS3Policy(policy({ ...bucket, Principal }));
    expect(JSON.parse(corrected)).toMatchObject({
      Statement: [{ Principal }, { Principal, Action: OBJECT_ACTIONS }],
    });
  });

  test("of a prefix adds for the prefix", () => {
    const { corrected = "" } = examineS3Policy(
      policy({ ...objects, Resource: `${BUCKET}/registry/*`, Action: "s3:PutObject" }),
    );
    expect(corrected).toContain(`${BUCKET}/registry/*`);
    expect(corrected).not.toContain(`"${BUCKET}/*"`);
  });

  test("lacks nothing, whatever there was", () => {
    const actions = fc.subarray([...BUCKET_ACTIONS, ...OBJECT_ACTIONS, "s3:Get*", "s3:*"]);
    const resources = fc.subarray([BUCKET, `${BUCKET}/*`, `${BUCKET}/a/*`, "arn:aws:s3:::other"], {
      minLength: 1,
    });
    const statement = fc.record({ Effect: fc.constant("Allow"), Action: actions, Resource: resources });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
        const { corrected } = examineS3Policy(policy(...statements));
        expect(wrongOf(corrected ?? policy(...statements))).toEqual([]);
      }),
      { numRuns: propertyRuns() },
    );
  });
});
