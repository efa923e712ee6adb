import { createPrivateKey, X509Certificate } from "node:crypto";
import { join } from "node:path";
import { PruneError } from "../../core/base/errors.js";
import { MOST_BYTES, readRegular, whyUnreadable } from "../../files/read-regular.js";
import type { Certificates, Flaw, TlsSettings } from "./certificates.js";

/** Reads a host's folder of certificates, as Docker lays it out. What can't be used there is a flaw, and the rest counts. */
export async function readFolder(folder: string, names: readonly string[]): Promise<Certificates> {
  const flaws: Flaw[] = [];
  const authorities: string[] = [];
  for (const name of names.filter((each) => each.endsWith(".crt"))) {
    const found = await readAuthorities(join(folder, name));
    if (isFlaw(found)) flaws.push(found);
    else authorities.push(...found);
  }
  const stems = names.flatMap((name) => /^(.*)\.(?:cert|key)$/.exec(name)?.[1] ?? []);
  for (const stem of new Set(stems)) {
    const pair = await pairIn(folder, stem, names);
    if (!isFlaw(pair)) return { authorities, flaws, own: pair };
    flaws.push(pair);
  }
  return { authorities, flaws };
}

async function pairIn(folder: string, stem: string, names: readonly string[]): Promise<Pair | Flaw> {
  const [cert, key] = [`${stem}.cert`, `${stem}.key`];
  for (const [here, other, what] of [
    [cert, key, "key"],
    [key, cert, "certificate"],
  ] as const) {
    if (names.includes(other)) continue;
    return {
      of: "own",
      isRefused: true,
      what: `${join(folder, here)} has no ${what} beside it, ${other}`,
      fix: `Put the ${what} that goes with it there, or remove ${join(folder, here)}.`,
    };
  }
  return readPair(join(folder, cert), join(folder, key));
}

/** Reads the files that settings name. @throws {PruneError} where one can't be used */
export async function readNamed(
  caFile: string | undefined,
  own: TlsSettings["own"],
): Promise<Omit<Certificates, "flaws">> {
  const authorities = caFile === undefined ? [] : await readAuthorities(caFile);
  const pair = own === undefined ? undefined : await readPair(own.certFile, own.keyFile);
  for (const [setting, found] of [
    ["ca-file", authorities],
    ["cert-file and key-file", pair],
  ] as const) {
    if (found !== undefined && isFlaw(found)) throw unusable(setting, found);
  }
  return {
    authorities: isFlaw(authorities) ? [] : authorities,
    ...(pair === undefined || isFlaw(pair) ? {} : { own: pair }),
  };
}

function unusable(setting: string, { what, fix }: Flaw): PruneError {
  return new PruneError(`what ${setting} names can't be used: ${what}`, fix);
}

type Pair = NonNullable<Certificates["own"]>;

function isFlaw(found: Flaw | Pair | readonly string[]): found is Flaw {
  return "fix" in found;
}

async function readAuthorities(path: string): Promise<readonly string[] | Flaw> {
  const bytes = await readFile(path, "authorities");
  if (!Buffer.isBuffer(bytes)) return bytes;
  const found = certificatesIn(bytes.toString("latin1"));
  return found.length > 0 ? found : { of: "authorities", ...noCertificate(path, bytes) };
}

async function readPair(certPath: string, keyPath: string): Promise<Pair | Flaw> {
  const [cert, key] = [await readFile(certPath, "own"), await readFile(keyPath, "own")];
  if (!Buffer.isBuffer(cert)) return cert;
  if (!Buffer.isBuffer(key)) return key;
  const [leaf, ...chain] = certificatesIn(cert.toString("latin1"));
  if (leaf === undefined) return { of: "own", isRefused: true, ...noCertificate(certPath, cert) };
  const text = key.toString("latin1");
  try {
    const secret = createPrivateKey(text);
    if (!new X509Certificate(leaf).checkPrivateKey(secret)) {
      return { of: "own", isRefused: true, ...noMatch(certPath, keyPath) };
    }
  } catch {
    return { of: "own", isRefused: true, ...noKey(keyPath, key) };
  }
  return { cert: [leaf, ...chain].join("\n"), key: text };
}

async function readFile(path: string, of: Flaw["of"]): Promise<Buffer | Flaw> {
  try {
    return await readRegular(path, MOST_BYTES.configuration);
  } catch (cause) {
    return {
      of,
      what: `${path} can't be read (${whyUnreadable(cause)})`,
      fix: "Correct the path, or let the user that runs this read it.",
    };
  }
}

/** Returns the certificates of a PEM text that OpenSSL can read. It passes over the others in silence, and so does Docker. */
function certificatesIn(text: string): readonly string[] {
  const blocks =
    text.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END [A-Z0-9 ]*-----/g) ?? [];
  return blocks.filter((block) => isCertificate(block));
}

function isCertificate(data: string | Buffer): boolean {
  try {
    return new X509Certificate(data).serialNumber !== "";
  } catch {
    return false;
  }
}

function noCertificate(path: string, bytes: Buffer): Omit<Flaw, "of"> {
  if (isCertificate(bytes)) {
    return {
      what: `${path} is a certificate in DER, and PEM is wanted`,
      fix: `Write it as PEM: openssl x509 -inform der -in ${path} -out FILE.`,
    };
  }
  const has = bytes.includes("PRIVATE KEY-----")
    ? "a private key in it and no certificate"
    : "no certificate in it";
  return {
    what: `${path} has ${has} that can be read`,
    fix: "Put the certificate there as PEM, a text that begins with -----BEGIN CERTIFICATE-----.",
  };
}

function noKey(path: string, bytes: Buffer): Omit<Flaw, "of"> {
  const text = bytes.toString("latin1");
  // Of PKCS #8 in its first line, of the older form in its headers.
  if (text.includes("ENCRYPTED")) {
    return {
      what: `${path} is a key with a passphrase, and nobody could be asked for it`,
      fix: `Take the passphrase off, and let no other user read the file: openssl pkey -in ${path} -out FILE.`,
    };
  }
  if (text.includes("PRIVATE KEY-----")) {
    return { what: `${path} has a private key in it that can't be read`, fix: "Make the file again." };
  }
  if (bytes[0] === DER_SEQUENCE) {
    return {
      what: `${path} is a key in DER, and PEM is wanted`,
      fix: `Write it as PEM: openssl pkey -inform der -in ${path} -out FILE.`,
    };
  }
  return {
    what: `${path} has no private key in it`,
    fix: "Put the key there as PEM, a text that begins with -----BEGIN PRIVATE KEY-----.",
  };
}

const DER_SEQUENCE = 0x30;

function noMatch(certPath: string, keyPath: string): Omit<Flaw, "of"> {
  return {
    what: `the key ${keyPath} does not go with the certificate ${certPath}`,
    fix: "Put the key there that the certificate was made for; the two often come from two renewals.",
  };
}
