import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import type { EcrPlace } from "../../src/core/names/registry-kind.js";

/** A request that the API got, with what became of its tag. */
export interface EcrRequest {
  readonly tag: string;
  readonly answer: object;
  readonly headers: IncomingMessage["headers"];
}

/** The registry behind the API: a tag's digest, and a tag's end. */
export interface EcrBehind {
  readonly digestOf: (repository: string, tag: string) => Promise<string | undefined>;
  readonly untag: (repository: string, tag: string) => Promise<void>;
}

/** The answers that a test has the API give instead of its own. */
export interface EcrFaults {
  /** The error of every request. */
  error?: { readonly status: number; readonly type: string };
  /** The failure of each tag that is there. */
  failure?: string;
  /** Called before a tag that is there is deleted. */
  before?: (tag: string) => Promise<void>;
  /** Answers that a tag was deleted which nobody gave. */
  saysYes?: boolean;
  /** Does what it was asked to, and breaks the connection off. */
  breaks?: boolean;
}

/** The keys that it knows. Its account and region are those of `place`. */
export const ECR_KEYS = {
  id: "AKIAIOSFODNN7LOCAL",
  secret: "s3cret/of+the/account",
  token: "session+token==",
};
const [ACCOUNT, REGION] = ["123456789012", "eu-central-1"];

/**
 * A stand-in for ECR's API: BatchDeleteImage, as https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html describes it, and the signature
 * as "Signature Version 4 for API requests" does. It verifies each by its own computation.
 */
export async function startEcrApi(
  behind: EcrBehind,
  faults: EcrFaults = {},
): Promise<{ readonly place: EcrPlace; readonly requests: readonly EcrRequest[] }> {
  const requests: EcrRequest[] = [];
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const refused = refusal(request, body) ?? faults.error;
      const [tag, answer] =
        refused === undefined
          ? await batchDelete(behind, faults, body)
          : ["", { __type: refused.type, message: "words of AWS" }];
      requests.push({ tag, answer, headers: request.headers });
      if (faults.breaks === true && "imageIds" in answer && answer.imageIds.length > 0) response.destroy();
      response.writeHead(refused?.status ?? 200, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const api = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return { place: { account: ACCOUNT, region: REGION, api }, requests };
}

interface Asked {
  readonly registryId: string;
  readonly repositoryName: string;
  readonly imageIds: readonly { readonly imageTag?: string; readonly imageDigest?: string }[];
}

async function batchDelete(
  { digestOf, untag }: EcrBehind,
  { failure, before, saysYes = false }: EcrFaults,
  body: string,
): Promise<[tag: string, { imageIds: readonly object[]; failures: readonly object[] }]> {
  const { registryId, repositoryName, imageIds } = JSON.parse(body) as Asked;
  const [{ imageTag = "", imageDigest } = {}] = imageIds;
  if (registryId !== ACCOUNT || imageIds.length !== 1 || imageDigest !== undefined) {
    throw new Error(`one tag alone, of ${ACCOUNT}: ${body}`);
  }
  const fail = (failureCode: string): readonly object[] => [
    { imageId: { imageTag }, failureCode, failureReason: "a reason" },
  ];
  const isThere = (await digestOf(repositoryName, imageTag)) !== undefined;
  if (!isThere && saysYes) return [imageTag, { imageIds: [{ imageTag }], failures: [] }];
  if (!isThere) return [imageTag, { imageIds: [], failures: fail("ImageNotFound") }];
  if (failure !== undefined) return [imageTag, { imageIds: [], failures: fail(failure) }];
  await before?.(imageTag);
  const was = await digestOf(repositoryName, imageTag);
  await untag(repositoryName, imageTag);
  return [imageTag, { imageIds: [{ imageTag, imageDigest: was }], failures: [] }];
}

type Refusal = { readonly status: number; readonly type: string } | undefined;

const INVALID: Refusal = { status: 403, type: "InvalidSignatureException" };
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const MUST_SIGN = ["content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target"];

function refusal(request: IncomingMessage, body: string): Refusal {
  const { headers, method } = request;
  const [whole, id] = AUTHORIZATION.exec(headers.authorization ?? "") ?? [];
  if (id !== ECR_KEYS.id || headers["x-amz-security-token"] !== ECR_KEYS.token) {
    return { status: 403, type: "com.amazon.coral.service#UnrecognizedClientException" };
  }
  if (whole === undefined || !isSigned(request, body)) return INVALID;
  const isAsked =
    method === "POST" &&
    headers["x-amz-target"] === "AmazonEC2ContainerRegistry_V20150921.BatchDeleteImage" &&
    headers["content-type"] === "application/x-amz-json-1.1";
  return isAsked ? undefined : { status: 400, type: "UnknownOperationException" };
}

/** True if a request's signature is the one that this server computes, for its own region and service. */
function isSigned({ headers, method, url }: IncomingMessage, body: string): boolean {
  const [, , day = "", region, service, signed = "", signature = ""] =
    AUTHORIZATION.exec(headers.authorization ?? "") ?? [];
  const names = signed.split(";");
  const stamp = String(headers["x-amz-date"]);
  if (region !== REGION || service !== "ecr" || !stamp.startsWith(day)) return false;
  if (!MUST_SIGN.every((name) => names.includes(name))) return false;
  const lines = names.map((name) => `${name}:${String(headers[name])}`);
  const sha256 = (of: string): string => createHash("sha256").update(of).digest("hex");
  const canonical = [method, url, "", ...lines, "", signed, sha256(body)].join("\n");
  const toSign = `AWS4-HMAC-SHA256\n${stamp}\n${day}/${region}/${service}/aws4_request\n${sha256(canonical)}`;
  const by = (key: string | Buffer, part: string): Buffer => createHmac("sha256", key).update(part).digest();
  const key = by(by(by(by(`AWS4${ECR_KEYS.secret}`, day), region), service), "aws4_request");
  return timingSafeEqual(by(key, toSign), Buffer.from(signature, "hex"));
}
