import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const run = promisify(execFile);

/** A certificate and its key, as PEM files. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
  readonly certPem: string;
  readonly keyPem: string;
}

/** The contents of a certificate. */
export interface Wish {
  /** As OpenSSL writes them: `DNS:localhost,IP:127.0.0.1`. */
  readonly names?: string;
  /** `YYYYMMDDHHMMSSZ`. */
  readonly from?: string;
  readonly to?: string;
  readonly isForClients?: boolean;
}

/** An authority of the test's own, which issues certificates. */
export interface Authority {
  readonly folder: string;
  /** Its own certificate, as a file and as a text. */
  readonly ca: string;
  readonly caPem: string;
  readonly issue: (wish?: Wish) => Promise<Issued>;
  readonly signedByItself: () => Promise<Issued>;
  /** Runs openssl in the folder. */
  readonly openssl: (...args: readonly string[]) => Promise<string>;
}

const CONFIGURATION = `
[req]
distinguished_name = name
[name]
[ca]
default_ca = own
[own]
database = index.txt
rand_serial = yes
new_certs_dir = .
certificate = ca.crt
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`;

/** Makes an authority in a folder of its own, which is gone when the test ends. */
export async function makeAuthority(name = "Test Authority"): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), "authority-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const openssl = async (...args: readonly string[]): Promise<string> =>
    (await run("openssl", [...args], { cwd: folder })).stdout;
  await writeFile(join(folder, "own.cnf"), CONFIGURATION);
  await writeFile(join(folder, "index.txt"), "");
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const selfSigned = async (subject: string, stem: string, extension: string): Promise<void> => {
    const made = ["-subj", `/CN=${subject}`, "-keyout", `${stem}.key`, "-out", `${stem}.crt`];
    await openssl(
      "req",
      "-config",
      "own.cnf",
      "-x509",
      ...newKey,
      "-days",
      "30",
      "-addext",
      extension,
      ...made,
    );
  };
  await selfSigned(name, "ca", "basicConstraints=critical,CA:TRUE");
  let count = 0;
  const issued = async (stem: string): Promise<Issued> => {
    const [cert, key] = [join(folder, `${stem}.crt`), join(folder, `${stem}.key`)];
    return { cert, key, certPem: await readFile(cert, "utf8"), keyPem: await readFile(key, "utf8") };
  };
  return {
    folder,
    ca: join(folder, "ca.crt"),
    caPem: await readFile(join(folder, "ca.crt"), "utf8"),
    openssl,
    issue: async ({ names = "IP:127.0.0.1,IP:::1", from, to, isForClients = false } = {}) => {
      const stem = `issued-${(count += 1)}`;
      const extensions = isForClients ? "extendedKeyUsage=clientAuth" : `subjectAltName=${names}`;
      await writeFile(join(folder, `${stem}.ext`), `${extensions}\n`);
      const request = ["-subj", "/CN=registry", "-keyout", `${stem}.key`, "-out", `${stem}.csr`];
      await openssl("req", "-config", "own.cnf", ...newKey, ...request);
      const dates = [
        ...(from === undefined ? [] : ["-startdate", from]),
        ...(to === undefined ? [] : ["-enddate", to]),
      ];
      const wanted = ["-in", `${stem}.csr`, "-out", `${stem}.crt`, "-extfile", `${stem}.ext`, "-notext"];
      await openssl("ca", "-config", "own.cnf", "-batch", "-days", "30", ...dates, ...wanted);
      return issued(stem);
    },
    signedByItself: async () => {
      await selfSigned("registry", "self", "subjectAltName=IP:127.0.0.1");
      return issued("self");
    },
  };
}
