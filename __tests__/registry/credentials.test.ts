import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FOREIGN } from "../support/foreign-secrets.js";
import {
  dockerCredentials,
  dockerHubCredentials,
  keychain,
} from "../../src/registry/connection/credentials.js";

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

  test("is nowhere for a user who has no home", async () => {
    process.env["HOME"] = "no/path/from/the/root";
    process.env["DOCKER_CONFIG"] = "";
    expect(await dockerCredentials(HOST)).toEqual({ kind: "anonymous" });
  });

  test.each([
    ["what docker login writes", { [HOST]: { auth: encoded } }, wanted],
    ["a key that is a URL", { [`https://${HOST}/v1/`]: { auth: encoded } }, wanted],
    ["a URL with another path", { [`https://${HOST}/some/path`]: { auth: encoded } }, wanted],
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
    ["an entry without a user name", { auths: { [HOST]: { auth: btoa(":hunter22") } } }],
    ["a user name alone", { auths: { [HOST]: { username: "me" } } }],
    ["a password alone", { auths: { [HOST]: { password: "hunter22" } } }],
    ["a helper that is not there", { credsStore: "not-installed-anywhere" }],
    ["a helper with a path", { credsStore: "../../bin/sh" }],
  ])("with %s is an error that says what to do, and repeats nothing of it", async (_, config) => {
    await configure(config);
    const error = await dockerCredentials(HOST).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "PruneError", nextStep: expect.stringMatching(/\w/) as string });
    expect(String(error)).not.toContain("hunter22");
  });
});

const entry = (username: string, password: string): { readonly auth: string } => ({
  auth: Buffer.from(`${username}:${password}`).toString("base64"),
});

describe("an entry", () => {
  test.each([
    ["its exact key first", { [`https://${HOST}/v1/`]: entry("other", "x"), [HOST]: { auth: encoded } }],
    ["a key that Docker reduces", { [`https://${HOST}`]: { auth: encoded } }],
    ["one with /v2/, and capitals", { [`HTTPS://${HOST.toUpperCase()}/v2/`]: { auth: encoded } }],
    ["one without a scheme", { [`${HOST}/v1/`]: { auth: encoded } }],
    [
      "the older form before another URL",
      { [`http://${HOST}`]: entry("other", "x"), [`https://${HOST}/v1/`]: { auth: encoded } },
    ],
    ["another, where the exact one is empty", { [HOST]: {}, [`https://${HOST}/v1/`]: { auth: encoded } }],
    [
      "another, where the exact one has an email address alone",
      { [HOST]: { email: "a@b.c", auth: "" }, [`https://${HOST}`]: { auth: encoded } },
    ],
    [
      "another, where the exact one has no user and no password",
      { [HOST]: { auth: "Og==" }, [`https://${HOST}`]: { auth: encoded } },
    ],
    [
      "another, where the exact one is wrong",
      { [HOST]: { auth: "aGk=" }, [`https://${HOST}`]: { auth: encoded } },
    ],
    ["a NUL behind the password", { [HOST]: entry("me", "with:colons\0\0") }],
    ["a line break behind it", { [HOST]: entry("me", "with:colons\r\n") }],
    ["that apart", { [HOST]: { username: "me", password: "with:colons\n" } }],
    ["both forms", { [HOST]: { auth: encoded, username: "other", password: "x" } }],
    ["a wrong auth beside both", { [HOST]: { auth: "aGk=", username: "me", password: "with:colons" } }],
  ])("is found by %s", async (_, auths) => {
    await configure({ auths });
    expect(await dockerCredentials(HOST)).toEqual(wanted);
  });

  test.each([
    ["is empty", {}],
    ["has an email address alone", { email: "me@example.com" }],
    ["has an empty auth", { auth: "", email: "me@example.com" }],
    ["has neither user nor password", { auth: "Og==" }],
    ["is no object", "x"],
  ])("that %s is none", async (_, value) => {
    await configure({ auths: { [HOST]: value } });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "anonymous" });
  });

  test("has a token for the registry before one for a token server, and that before a password", async () => {
    await configure({ auths: { [HOST]: { auth: encoded, identitytoken: "t\n", registrytoken: "r\n" } } });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "registry-token", token: "r" });
    await configure({ auths: { [HOST]: { auth: encoded, identitytoken: "t\n" } } });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "identity-token", token: "t" });
  });

  test("with a path is for what is below that path, the longest first", async () => {
    const auths = {
      [`${HOST}/team`]: entry("team", "x"),
      [`${HOST}/team/app`]: entry("app", "x"),
      [HOST]: { auth: encoded },
    };
    await configure({ auths });
    const find = keychain(HOST);
    const users = await Promise.all(
      ["team/app", "team/app/web", "team/other", "teams/app", "app", undefined].map(async (repository) => {
        const { credentials } = await find(repository);
        return credentials.kind === "password" ? credentials.username : credentials.kind;
      }),
    );
    expect(users).toEqual(["app", "app", "team", "me", "me", "me"]);
  });

  test("with a path is for no other repository, and not for the host", async () => {
    await configure({ auths: { [`${HOST}/team`]: { auth: encoded } } });
    expect(await dockerCredentials(HOST, "team/app")).toEqual(wanted);
    for (const repository of ["teams/app", "other/team", undefined]) {
      expect(await dockerCredentials(HOST, repository)).toEqual({ kind: "anonymous" });
    }
  });

  test.each([
    ["user", entry("$CI_REGISTRY_USER", "hunter22")],
    ["password", entry("me", "${REGISTRY_PASSWORD}")],
  ])("whose %s is a variable that nothing filled in says so", async (_, value) => {
    await configure({ auths: { [HOST]: value } });
    const error = dockerCredentials(HOST);
    await expect(error).rejects.toThrow(/has an entry for .* is a variable that nothing has filled in/);
    await expect(error).rejects.not.toThrow(/hunter22|REGISTRY_PASSWORD/);
  });
});

describe("where credentials are found", () => {
  const write = async (path: string, user: string): Promise<string> => {
    const whole = join(folder, path);
    await mkdir(join(whole, ".."), { recursive: true });
    await writeFile(whole, JSON.stringify({ auths: { [HOST]: entry(user, "x") } }));
    return whole;
  };
  const found = async (): Promise<string> => {
    const credentials = await dockerCredentials(HOST);
    return credentials.kind === "password" ? credentials.username : credentials.kind;
  };
  beforeEach(() => {
    process.env["HOME"] = folder;
    for (const name of ["DOCKER_CONFIG", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "REGISTRY_AUTH_FILE"]) {
      Reflect.deleteProperty(process.env, name);
    }
  });

  test("one place comes after the other", async () => {
    expect(await found()).toBe("anonymous");
    await write(".config/containers/auth.json", "podman's, for good");
    expect(await found()).toBe("podman's, for good");
    process.env["XDG_RUNTIME_DIR"] = join(folder, "run");
    await write("run/containers/auth.json", "podman's");
    expect(await found()).toBe("podman's");
    process.env["REGISTRY_AUTH_FILE"] = await write("auth.json", "named for podman");
    expect(await found()).toBe("named for podman");
    await write(".docker/config.json", "docker's");
    expect(await found()).toBe("docker's");
    process.env["DOCKER_CONFIG"] = join(folder, "docker");
    await write("docker/config.json", "docker's, elsewhere");
    expect(await found()).toBe("docker's, elsewhere");
    process.env["DOCKER_AUTH_CONFIG"] = JSON.stringify({ auths: { [HOST]: entry("GitLab's", "x") } });
    expect(await found()).toBe("GitLab's");
  });

  test("a place that has none for the host, or an empty one, leaves it to the next", async () => {
    process.env["DOCKER_AUTH_CONFIG"] = '{"auths":{"elsewhere":{"auth":"YTpi"}}}';
    process.env["DOCKER_CONFIG"] = folder;
    process.env["REGISTRY_AUTH_FILE"] = await write("auth.json", "named");
    for (const config of ["", " \n", "{}", '{"auths":{}}', `{"auths":{"${HOST}":{}}}`]) {
      await configure(config);
      expect(await found()).toBe("named");
    }
  });

  test("DOCKER_CONFIG may name the file, and DOCKER_AUTH_CONFIG a file that GitLab made", async () => {
    process.env["DOCKER_CONFIG"] = await write("mine.json", "named itself");
    expect(await found()).toBe("named itself");
    process.env["DOCKER_AUTH_CONFIG"] = await write("DOCKER_AUTH_CONFIG", "GitLab's file");
    expect(await found()).toBe("GitLab's file");
  });

  test("one that can't be read is an error where no other has credentials, and is passed over else", async () => {
    process.env["DOCKER_AUTH_CONFIG"] = "$DOCKER_AUTH_CONFIG";
    await expect(found()).rejects.toThrow("DOCKER_AUTH_CONFIG can't be read (it is not a JSON object)");
    await write(".docker/config.json", "docker's");
    expect(await found()).toBe("docker's");
  });

  test.each([
    ["aGk=", "without a user name and password"],
    [btoa("me:$PASSWORD"), "is a variable that nothing has filled in"],
  ])("the entry with auth %s is wrong, and the error says in what", async (auth, why) => {
    process.env["DOCKER_AUTH_CONFIG"] = JSON.stringify({ auths: { [HOST]: { auth } } });
    await expect(found()).rejects.toThrow(why);
  });

  test("the file is said", async () => {
    const path = await write(".docker/config.json", "docker's");
    expect(await keychain(HOST)(undefined)).toMatchObject({ from: path });
  });
});

describe("Docker Hub's entry in Docker's configuration", () => {
  const HUB = "https://index.docker.io/v1/";
  const encoded = Buffer.from("mona:secret").toString("base64");
  const mona = { kind: "password", username: "mona", password: "secret" };
  const other = Buffer.from("other:token").toString("base64");

  test("that can't be read is an error where no other place has it", async () => {
    await configure("{ no JSON");
    await expect(dockerHubCredentials()).rejects.toThrow("it is not a JSON object");
  });

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

// The helpers here are shell scripts, which Windows does not start.
describe.skipIf(process.platform === "win32")("a credential helper", () => {
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

  test.each(["Username", "Secret"])(
    "that answers with a %s alone knows nothing of the host",
    async (name) => {
      await installHelper("half", `echo '{"${name}":"me"}'`);
      await configure({ auths: { [HOST]: { auth: encoded } }, credsStore: "half" });
      expect(await dockerCredentials(HOST)).toEqual(wanted);
    },
  );

  test("that fails is quoted whole where one of its own secrets is empty", async () => {
    process.env["BAD_TOKEN"] = "";
    await installHelper("bad", "echo locked; exit 1");
    await configure({ credsStore: "bad" });
    await expect(dockerCredentials(HOST)).rejects.toThrow("it ended with 1: locked");
  });

  test("may give an identity token", async () => {
    await installHelper("token", `echo '{"Username":"<token>","Secret":"s"}'`);
    await configure({ credsStore: "token" });
    expect(await dockerCredentials(HOST)).toEqual({ kind: "identity-token", token: "s" });
  });

  test("that is empty for the host leaves it to what is written down, and not to the store", async () => {
    await installHelper("two", `echo '{"Username":"two","Secret":"s"}'`);
    await configure({ auths: { [HOST]: { auth: encoded } }, credsStore: "two", credHelpers: { [HOST]: "" } });
    expect(await dockerCredentials(HOST)).toEqual(wanted);
  });

  test("that is not installed, or fails, is passed over where there is another way", async () => {
    await configure({ auths: { [HOST]: { auth: encoded } }, credsStore: "not-installed-anywhere" });
    expect(await dockerCredentials(HOST)).toEqual(wanted);
    await installHelper("bad", "echo locked; exit 1");
    await configure({ auths: { [HOST]: { auth: encoded } }, credsStore: "bad" });
    expect(await dockerCredentials(HOST)).toEqual(wanted);
    await configure({ auths: { [HOST]: {} }, credsStore: "not-installed-anywhere" });
    await expect(dockerCredentials(HOST)).rejects.toThrow(
      `docker-credential-not-installed-anywhere, which ${join(folder, "config.json")} names for ${HOST}, does not work (it is not installed, or not on the PATH)`,
    );
  });

  test("may end its secret with a line break", async () => {
    await installHelper("broken", `printf '%s' '{"Username":"me\\n","Secret":"with:colons\\r\\n"}'`);
    await configure({ credsStore: "broken" });
    expect(await dockerCredentials(HOST)).toEqual(wanted);
  });

  test("is asked once for all repositories of a host", async () => {
    await installHelper("counts", `echo x >>"${folder}/asked"; echo '{"Username":"u","Secret":"s"}'`);
    await configure({ credsStore: "counts" });
    const find = keychain(HOST);
    await Promise.all(["a", "b", undefined].map(find));
    await find("c");
    expect(await readFile(join(folder, "asked"), "utf8")).toBe("x\n");
  });

  test.each([
    [
      "echo 'pass not initialized: exit status 1'; exit 1",
      "it ended with 1: pass not initialized: exit status 1",
    ],
    ["echo >&2; echo 'keychain is locked' >&2; echo more >&2; exit 3", "it ended with 3: keychain is locked"],
    ["echo 'token expired, sign in again'; exit 1", "it ended with 1: token expired, sign in again"],
    [
      "echo 'open /home/me/.aws/credentials: permission denied'; exit 1",
      ".aws/credentials: permission denied",
    ],
    ["exit 4", "it ended with 4)"],
    [`echo '{"Username":"me","Secret":"hunter22"}'; exit 1`, "it ended with 1)"],
    ["echo 'wrong password hunter22'; exit 1", "wrong password ***"],
    [`echo 'no such user: {"password": "hunter22"}'; exit 1`, '"password": "***"'],
    ["echo 'PASSWORD=hunter22 is old'; exit 1", "PASSWORD=*** is old"],
    ["echo 'https://me:hunter22@vault.example.com is down'; exit 1", "https://***@vault.example.com is down"],
    [`echo "no $BAD_TOKEN here"; exit 1`, "no *** here"],
    ["echo 'refused ghp_hunter22AAAAAAAAAAAAAAAAAAAAA now'; exit 1", "refused *** now"],
    ["echo 'Authorization: Bearer hunter22'; exit 1", "***"],
  ])("that fails is quoted by its first line, without what is a secret: %s", async (script, words) => {
    process.env["BAD_TOKEN"] = "hunter22 with spaces";
    await installHelper("bad", script);
    await configure({ credsStore: "bad" });
    const error = await dockerCredentials(HOST).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(words);
    expect(String(error)).not.toContain("hunter22");
  });

  test.each([
    ["says its answer and fails", `echo '{"Secret":"hunter22"}'; exit 3`],
    ["does not answer with JSON", "echo hunter22"],
  ])("that %s is an error, and its words are not repeated", async (_, script) => {
    await installHelper("bad", script);
    await configure({ credsStore: "bad" });
    const error = await dockerCredentials(HOST).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "PruneError" });
    expect(String(error)).not.toContain("hunter22");
  });
});
