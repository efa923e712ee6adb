import { describe, expect, test } from "vitest";
import { awsKeys, signedHeaders } from "../../src/registry/distribution/own/aws-signature.js";
import { ecrAt } from "../../src/registry/distribution/own/ecr-host.js";

const ACCOUNT = "123456789012";

describe("the API beside a private registry of ECR, by the registry's host", () => {
  test.each([
    ["dkr.ecr.eu-central-1.amazonaws.com", "eu-central-1", "https://api.ecr.eu-central-1.amazonaws.com"],
    ["dkr.ecr.us-gov-west-1.amazonaws.com", "us-gov-west-1", "https://api.ecr.us-gov-west-1.amazonaws.com"],
    ["dkr.ecr.cn-north-1.amazonaws.com.cn", "cn-north-1", "https://api.ecr.cn-north-1.amazonaws.com.cn"],
    ["dkr.ecr-fips.us-east-1.amazonaws.com", "us-east-1", "https://ecr-fips.us-east-1.amazonaws.com"],
    ["dkr-ecr.us-east-1.on.aws", "us-east-1", "https://ecr.us-east-1.api.aws"],
    ["dkr-ecr-fips.us-east-1.on.aws", "us-east-1", "https://ecr-fips.us-east-1.api.aws"],
  ])("%s", (host, region, api) => {
    expect(ecrAt(`${ACCOUNT}.${host}`)).toEqual({ account: ACCOUNT, region, api });
  });

  test.each([
    "12345.dkr.ecr.eu-central-1.amazonaws.com",
    `${ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com.example.com`,
    `example.com.${ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com`,
    `${ACCOUNT}.dkr.ecr.eu-central-1.example.com`,
    `${ACCOUNT}.dkr.ecr.eu.evil.example-1.amazonaws.com`,
    `${ACCOUNT}xdkr.ecr.eu-central-1.amazonaws.com`,
    `${ACCOUNT}.dkr.ecr.eu-central-1.amazonawsxcom`,
    `${ACCOUNT}.dkr-ecr.us-east-1.amazonaws.com`,
    `${ACCOUNT}.dkr.ecr.us-east-1.on.aws`,
    "public.ecr.aws",
    "127.0.0.1:5000",
  ])("%s is none of them", (host) => {
    expect(ecrAt(host)).toBeUndefined();
  });
});

describe("the signature", () => {
  // AWS's own test suite for Signature Version 4, in which every request has these.
  const KEYS = { id: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
  const POST = {
    url: new URL("https://example.amazonaws.com/"),
    headers: {},
    body: "",
    region: "us-east-1",
    service: "service",
    time: new Date("2015-08-30T12:36:00Z"),
  };
  const TYPE = { "content-type": "application/x-www-form-urlencoded" };

  test.each([
    [
      "post-vanilla",
      POST,
      "SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    ],
    [
      "post-header-value-case",
      { ...POST, headers: { "my-header1": "VALUE1" } },
      "SignedHeaders=host;my-header1;x-amz-date, Signature=cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
    ],
    [
      "post-x-www-form-urlencoded",
      { ...POST, headers: TYPE, body: "Param1=value1" },
      "SignedHeaders=content-type;host;x-amz-date, Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    ],
  ])("of %s is that of AWS's test suite", (_, post, end) => {
    expect(signedHeaders(KEYS, post)["authorization"]).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ${end}`,
    );
  });

  test("of keys that end with a session has the session's token, and never the secret", () => {
    const headers = signedHeaders({ ...KEYS, sessionToken: "a-session" }, POST);
    expect(headers["x-amz-security-token"]).toBe("a-session");
    expect(headers["authorization"]).toContain("SignedHeaders=host;x-amz-date;x-amz-security-token,");
    expect(JSON.stringify(headers)).not.toContain(KEYS.secret);
  });
});

describe("the keys of an environment", () => {
  const [id, secret] = ["AKIDEXAMPLE", "s3cret"];
  test.each([
    [{}, undefined],
    [{ AWS_ACCESS_KEY_ID: id }, undefined],
    [{ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: " " }, undefined],
    [{ AWS_ACCESS_KEY_ID: "two\nlines", AWS_SECRET_ACCESS_KEY: secret }, undefined],
    [
      { AWS_ACCESS_KEY_ID: `${id}\n`, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: "" },
      { id, secret },
    ],
    [
      { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: "t" },
      { id, secret, sessionToken: "t" },
    ],
  ])("%j", (environment, keys) => {
    expect(awsKeys(environment)).toEqual(keys);
  });
});
