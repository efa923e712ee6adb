import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { pushBlob, putManifest } from "./registry-api.mjs";

/** @typedef {import("./registry-api.mjs").Repo} Repo */

const mediaType = "application/vnd.docker.distribution.manifest.v1+prettyjws";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Pushes a signed schema 1 image of one layer under a tag, which is a part of it
 * (https://distribution.github.io/distribution/spec/manifest-v2-1/).
 * @param {Repo} repo
 * @param {string} tag
 * @param {{ created?: Date }} [options]
 * @returns {Promise<{ digest: string, payload: Buffer }>} the digest is that of the payload, for the signatures are no part of it
 */
export async function pushSchema1(repo, tag, { created = new Date("2016-01-01") } = {}) {
  const layer = await pushBlob(repo, Buffer.from(randomUUID()));
  const history = {
    id: randomUUID().replaceAll("-", "").repeat(2),
    created: created.toISOString(),
    os: "linux",
  };
  const payload = Buffer.from(
    JSON.stringify(
      {
        schemaVersion: 1,
        name: repo.name,
        tag,
        architecture: "amd64",
        fsLayers: [{ blobSum: layer.digest }],
        history: [{ v1Compatibility: JSON.stringify(history) }],
      },
      undefined,
      3,
    ),
  );
  await putManifest(repo, tag, mediaType, signed(payload));
  return { digest: `sha256:${createHash("sha256").update(payload).digest("hex")}`, payload };
}

/**
 * The payload that was signed: the bytes without their signatures, by which a schema 1 manifest has its digest.
 * @param {Buffer} bytes
 * @returns {Buffer} the bytes themselves of a manifest without signatures
 */
export function payloadOf(bytes) {
  const { signatures } = /** @type {{ signatures?: { protected: string }[] }} */ (
    JSON.parse(bytes.toString())
  );
  const [first] = signatures ?? [];
  if (first === undefined) return bytes;
  const { formatLength, formatTail } = /** @type {{ formatLength: number, formatTail: string }} */ (
    JSON.parse(Buffer.from(first.protected, "base64url").toString())
  );
  return Buffer.concat([bytes.subarray(0, formatLength), Buffer.from(formatTail, "base64url")]);
}

/**
 * Signs as libtrust does: a signature covers where the payload ends, and its bytes.
 * @param {Buffer} payload JSON that ends with a line break and a brace
 */
export function signed(payload) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const tail = Buffer.from("\n}");
  const formatLength = payload.length - tail.length;
  const time = new Date().toISOString();
  const header = { formatLength, formatTail: tail.toString("base64url"), time };
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString("base64url");
  const signature = sign("sha256", Buffer.from(`${protectedHeader}.${payload.toString("base64url")}`), {
    key: privateKey,
    dsaEncoding: "ieee-p1363",
  });
  const { x, y } = publicKey.export({ format: "jwk" });
  const jwk = {
    crv: "P-256",
    kid: keyId(publicKey.export({ format: "der", type: "spki" })),
    kty: "EC",
    x,
    y,
  };
  const signatures = [
    { header: { jwk, alg: "ES256" }, signature: signature.toString("base64url"), protected: protectedHeader },
  ];
  const text = JSON.stringify(signatures, undefined, 3).replaceAll("\n", "\n   ");
  return Buffer.concat([payload.subarray(0, formatLength), Buffer.from(`,\n   "signatures": ${text}`), tail]);
}

/** @param {Buffer} der */
function keyId(der) {
  const bytes = createHash("sha256").update(der).digest().subarray(0, 30);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => base32[Number.parseInt(five, 2)]).join("");
  return (letters.match(/.{4}/g) ?? []).join(":");
}
