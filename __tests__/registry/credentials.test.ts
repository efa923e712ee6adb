import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FOREIGN } from "../support/foreign-secrets.js";
import { dockerCredentials, dockerHubCredentials } from "../../src/registry/connection/credentials.js";

const HOST = "192.168.1.121:5000";
const encoded = Buffer.from("me:with:colons").toString("base64");
const wanted = { kind: "password", username: "me", password: "with:colons" };

let folder: string;
let before: NodeJS.ProcessEnv;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "docker-config-"));
  before = { ...process.env };
  process.env["DOCKER_CONFIG"] = folder;
});
afterEach(async () => {
  // In place: other files of the same process go by the system's own object.
  for (const name of Object.keys(process.env)) {
    if (!(name in before)) Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, before);
  await rm(folder, { recursive: true, force: true });
});

const configure = (config: unknown): Promise<void> =>
  writeFile(join(folder, "config.json"), typeof config === "string" ? config : JSON.stringify(config));

/** Puts a credential helper on the PATH: a shell script, as users have them. */
async function installHelper(name: string, script: string): Promise<void> {
  const path = join(folder, `docker-credential-${name}`);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  process.env["PATH"] = `${folder}${delimiter}${before["PATH"] ?? ""}`;
}

describe("Docker's configuration", () => {
  test("that is not there is no credentials", async () => {
    expect(await dockerCredentials(HOST)).toEqual({ kind: "anonymous" });
  });

  test("in the home directory is found without DOCKER_CONFIG", async () => {
    process.env["HOME"] = folder;
    process.env["DOCKER_CONFIG"] = "";
    expect(await dockerCredentials(HOST)).toEqual({ kind: "anonymous" });
  });

  test.each([
    ["what docker login writes", { [HOST]: { auth: encoded } }, wanted],
    ["a key that is a URL", { [`https://${HOST}/v1/`]: { auth: encoded } }, wanted],
    [
      "user name and password apart",
      { [HOST]: { username: "me", password: "x" } },
      { ...wanted, password: "x" },
    ],
    [
      "an identity token",
      { [HOST]: { auth: encoded, identitytoken: "t" } },
      { kind: "identity-token", token: "t" },
    ],
    ["another host", { "192.168.1.121": { auth: encoded } }, { kind: "anonymous" }],
    ["another port", { "192.168.1.121:5001": { auth: encoded } }, { kind: "anonymous" }],
    ["what docker login leaves beside a store", { [HOST]: {} }, { kind: "anonymous" }],
  ])("with %s", async (_, auths, credentials) => {
    await configure({ auths });
    expect(await dockerCredentials(HOST)).toEqual(credentials);
  });

  test.each([
    ["no JSON", "{ hunter22"],
    ["a list", "[]"],
    ["an entry without a password", { auths: { [HOST]: { auth: "aGk=" } } }],
    ["a helper that is not there", { credsStore: "not-installed-anywhere" }],
    ["a helper with a path", { credsStore: "../../bin/sh" }],
  ])("with %s is an error that says what to do, and repeats nothing of it", async (_, config) => {
    await configure(config);
    const error = await dockerCredentials(HOST).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "PruneError", nextStep: expect.stringMatching(/\w/) as string });
    expect(String(error)).not.toContain("hunter22");
  });
});

describe("Docker Hub's entry in Docker's configuration", () => {
  const HUB = "https://index.docker.io/v1/";
  const encoded = Buffer.from("mona:secret").toString("base64");
  const mona = { kind: "password", username: "mona", password: "secret" };
  const other = Buffer.from("other:token").toString("base64");

  test.each([
    ["docker login's own key", { [HUB]: { auth: encoded } }, mona],
    [
      "beside the tokens that it writes of its own",
      { [`${HUB}access-token`]: { auth: other }, [HUB]: { auth: encoded } },
      mona,
    ],
    ["tokens of its own alone", { [`${HUB}refresh-token`]: { auth: other } }, { kind: "anonymous" }],
    ["the host alone", { "index.docker.io": { auth: encoded } }, mona],
    ["the name of references", { "docker.io": { auth: encoded } }, mona],
    [
      "another host whose name begins so",
      { "docker.io.example.com": { auth: encoded } },
      { kind: "anonymous" },
    ],
  ])("is found: %s", async (_, auths, credentials) => {
    await configure({ auths });
    expect(await dockerHubCredentials()).toEqual(credentials);
  });

  test("is not that of another registry", async () => {
    await configure({ auths: { [HUB]: { auth: encoded } } });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "anonymous" });
  });
});

describe("a credential helper", () => {
  test("whose name is a path is refused by its name, and not looked for", async () => {
    await configure({ credsStore: "../../bin/sh" });
    await expect(dockerCredentials(HOST)).rejects.toThrow(
      "the credential helper of Docker's config.json has no name that one can have",
    );
  });

  test.each(["x/../evil", "x/../../evil", "evil\n", "evil; true", ""])(
    "called %j is not run, even where there is such a program",
    async (name) => {
      const written = join(folder, "written");
      await mkdir(join(folder, "docker-credential-x"));
      for (const path of [
        "evil",
        "docker-credential-evil",
        "docker-credential-evil\n",
        "docker-credential-",
        "docker-credential-evil; true",
      ]) {
        await writeFile(
          join(folder, path),
          `#!/bin/sh\n: >${written}\necho '{"Username":"u","Secret":"s"}'\n`,
          { mode: 0o755 },
        );
      }
      // The second leads out of a folder on the PATH.
      const path = name.includes("../../") ? join(folder, "docker-credential-x") : folder;
      await mkdir(join(path, "docker-credential-x"), { recursive: true });
      process.env["PATH"] = `${path}${delimiter}${before["PATH"] ?? ""}`;
      await configure({ credsStore: name });
      if (name === "") expect(await dockerCredentials(HOST)).toEqual({ kind: "anonymous" });
      else await expect(dockerCredentials(HOST)).rejects.toThrow(/has no name that one can have/);
      expect(existsSync(written)).toBe(false);
    },
  );

  test("gets no input, and no token that is not its own", async () => {
    await installHelper("vault", `env >"${folder}/env"; echo '{"Username":"u","Secret":"s"}'`);
    await installHelper("ecr-login", `env >"${folder}/env"; echo '{"Username":"u","Secret":"s"}'`);
    Object.assign(process.env, FOREIGN, {
      VAULT_TOKEN: "own",
      AWS_SECRET_ACCESS_KEY: "aws",
      PASSWORD_STORE_DIR: "p",
    });
    await configure({ credsStore: "vault" });
    await dockerCredentials(HOST);
    const env = await readFile(join(folder, "env"), "utf8");
    for (const name of Object.keys(FOREIGN)) expect(env).not.toContain(`${name}=`);
    expect(env).toMatch(/^VAULT_TOKEN=own$/m);
    expect(env).toMatch(/^PASSWORD_STORE_DIR=p$/m);
    expect(env).not.toContain("AWS_SECRET_ACCESS_KEY");
    await configure({ credsStore: "ecr-login" });
    await dockerCredentials(HOST);
    const other = await readFile(join(folder, "env"), "utf8");
    expect([/^AWS_SECRET_ACCESS_KEY=aws$/m.test(other), other.includes("VAULT_TOKEN")]).toEqual([
      true,
      false,
    ]);
  });

  test("for the host comes before the store, and the store before what is written down", async () => {
    await installHelper("one", `read host; echo '{"Username":"one","Secret":"'$host'"}'`);
    await installHelper("two", `echo '{"Username":"two","Secret":"s"}'`);
    const auths = { [HOST]: { auth: encoded } };
    await configure({ auths, credsStore: "two", credHelpers: { [HOST]: "one" } });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "password", username: "one", password: HOST });
    await configure({ auths, credsStore: "two", credHelpers: { other: "one" } });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "password", username: "two", password: "s" });
  });

  test("that knows nothing of the host leaves it to what is written down", async () => {
    await installHelper("empty", `echo 'credentials not found in native keychain'; exit 1`);
    await configure({ auths: { [HOST]: { auth: encoded } }, credsStore: "empty" });
    expect(await dockerCredentials(HOST)).toEqual(wanted);
  });

  test("may give an identity token", async () => {
    await installHelper("token", `echo '{"Username":"<token>","Secret":"s"}'`);
    await configure({ credsStore: "token" });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "identity-token", token: "s" });
  });

  test.each([
    ["fails", "echo broken; exit 3"],
    ["does not answer with JSON", "echo hunter22"],
  ])("that %s is an error, and its words are not repeated", async (_, script) => {
    await installHelper("bad", script);
    await configure({ credsStore: "bad" });
    const error = await dockerCredentials(HOST).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "PruneError" });
    expect(String(error)).not.toContain("hunter22");
  });
});
