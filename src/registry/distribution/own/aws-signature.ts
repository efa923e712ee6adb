import { createHash, createHmac } from "node:crypto";

/** Keys of an AWS account, as aws-actions/configure-aws-credentials leaves them in the environment. */
export interface AwsKeys {
  readonly id: string;
  readonly secret: string;
  /** Absent of keys that last. */
  readonly sessionToken?: string;
}

/** A POST to an API of AWS. Its URL has no query. */
export interface AwsPost {
  readonly url: URL;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly region: string;
  readonly service: string;
  readonly time: Date;
}

// A header may have nothing else in it.
const VISIBLE = /^[\x21-\x7e]+$/;

/** Returns the keys that an environment has; `undefined` where it has none, or half of them. */
export function awsKeys(environment: Readonly<Record<string, string | undefined>>): AwsKeys | undefined {
  const [id = "", secret = "", token = ""] = [
    environment["AWS_ACCESS_KEY_ID"],
    environment["AWS_SECRET_ACCESS_KEY"],
    environment["AWS_SESSION_TOKEN"],
  ].map((value) => value?.trim());
  if (!VISIBLE.test(id) || !VISIBLE.test(secret)) return undefined;
  return { id, secret, ...(VISIBLE.test(token) ? { sessionToken: token } : {}) };
}

/** Returns the headers of a POST with the signature that proves its sender (AWS Signature Version 4). The secret key is in none of them. */
export function signedHeaders({ id, secret, sessionToken }: AwsKeys, post: AwsPost): Record<string, string> {
  const { url, body, region, service, time } = post;
  const stamp = time.toISOString().replace(/[-:]|\.\d+/g, "");
  const headers: Record<string, string> = {
    ...post.headers,
    host: url.host,
    "x-amz-date": stamp,
    ...(sessionToken === undefined ? {} : { "x-amz-security-token": sessionToken }),
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
  const request = ["POST", url.pathname, "", lines, names.join(";"), hash(body)].join("\n");
  const scope = [stamp.slice(0, 8), region, service, "aws4_request"];
  const toSign = ["AWS4-HMAC-SHA256", stamp, scope.join("/"), hash(request)].join("\n");
  const key = scope.reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${secret}`);
  const signature = hmac(key, toSign).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope.join("/")}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return { ...headers, authorization };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
