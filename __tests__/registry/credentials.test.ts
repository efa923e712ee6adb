import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dockerCredentials } from "../../src/registry/connection/credentials.js";

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

describe("a credential helper", () => {
  test("whose name is a path is refused by its name, and not looked for", async () => {
    await configure({ credsStore: "../../bin/sh" });
    await expect(dockerCredentials(HOST)).rejects.toThrow(
      "the credential helper of Docker's config.json has no name that one can have",
    );
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
