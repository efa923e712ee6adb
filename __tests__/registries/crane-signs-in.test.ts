import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { findGoRegistry } from "../../scripts/go-registries.mjs";
import { pushImage } from "../../scripts/images.mjs";
import { runCli } from "../support/doors.js";
import { entryOf } from "../support/docker-config.js";
import { useDistribution } from "../support/distributions.js";

/** Where crane signs in with what a configuration has, the program does too, and as the same user. */
const run = promisify(execFile);
// bcrypt of "hunter22", at the lowest cost.
const HTPASSWD = "me:$2a$04$kygLMwYVDaQcKG.e3TfXsO7o85aN4cDN/4lMUy5Vp/ADPUpnPWRnq";
const stage = useDistribution("2.8", { htpasswd: HTPASSWD });
const OK = entryOf("me", "hunter22");
const OTHER = entryOf("me", "another's");
const HELPER = '#!/bin/sh\nread host\nprintf \'{"Username":"me","Secret":"hunter22"}\'\n';

/** Files below a home, by their paths, and variables, for a registry's host. */
interface Place {
  readonly files: (host: string) => Readonly<Record<string, string>>;
  readonly env?: (host: string) => Readonly<Record<string, string>>;
}

const docker = (config: (host: string) => unknown): Place => ({
  files: (host) => ({ ".docker/config.json": JSON.stringify(config(host)) }),
});

const PLACES: Readonly<Record<string, Place>> = {
  "the host": docker((host) => ({ auths: { [host]: OK } })),
  "user name and password apart": docker((host) => ({
    auths: { [host]: { username: "me", password: "hunter22" } },
  })),
  "the host's address": docker((host) => ({ auths: { [`https://${host}`]: OK } })),
  "the host's address with a slash": docker((host) => ({ auths: { [`https://${host}/`]: OK } })),
  "the address of version 1": docker((host) => ({ auths: { [`https://${host}/v1/`]: OK } })),
  "the address of version 2": docker((host) => ({ auths: { [`https://${host}/v2/`]: OK } })),
  "the exact key before another": docker((host) => ({
    auths: { [`https://${host}/v1/`]: OTHER, [host]: OK },
  })),
  "an empty entry beside another": docker((host) => ({ auths: { [host]: {}, [`https://${host}/v1/`]: OK } })),
  "an entry with an address alone": docker((host) => ({ auths: { [host]: { email: "me@example.com" } } })),
  "no entry": docker(() => ({ auths: {} })),
  "an empty file": { files: () => ({ ".docker/config.json": "" }) },
  "a line break behind the password": docker((host) => ({ auths: { [host]: entryOf("me", "hunter22\n") } })),
  "a NUL behind the password": docker((host) => ({ auths: { [host]: entryOf("me", "hunter22\0") } })),
  "a wrong password": docker((host) => ({ auths: { [host]: OTHER } })),
  "a helper for the host": docker((host) => ({ credHelpers: { [host]: "made-up" } })),
  "a helper for all": docker(() => ({ credsStore: "made-up" })),
  "a helper that is not there": docker((host) => ({ credsStore: "nowhere", auths: { [host]: OK } })),
  DOCKER_CONFIG: {
    files: (host) => ({ "elsewhere/config.json": JSON.stringify({ auths: { [host]: OK } }) }),
    env: () => ({ DOCKER_CONFIG: "HOME/elsewhere" }),
  },
  "podman's file": {
    files: (host) => ({ "run/containers/auth.json": JSON.stringify({ auths: { [host]: OK } }) }),
    env: () => ({ XDG_RUNTIME_DIR: "HOME/run" }),
  },
  REGISTRY_AUTH_FILE: {
    files: (host) => ({ "auth.json": JSON.stringify({ auths: { [host]: OK } }) }),
    env: () => ({ REGISTRY_AUTH_FILE: "HOME/auth.json" }),
  },
};

/** Those with which docker signs in, or would, and crane does not. */
const OURS_ALONE: ReadonlySet<string> = new Set([
  "an empty entry beside another",
  "a line break behind the password",
  "a helper that is not there",
]);

/** Makes a home with these files, and a helper's program on its path. Returns the variables of a process that has it. */
async function homeOf(
  { files, env = () => ({}) }: Place,
  host: string,
): Promise<Readonly<Record<string, string>>> {
  const home = await mkdtemp(join(tmpdir(), "crane-home-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files(host))) {
    await mkdir(dirname(join(home, name)), { recursive: true });
    await writeFile(join(home, name), text);
  }
  const helper = join(home, "docker-credential-made-up");
  await writeFile(helper, HELPER);
  await chmod(helper, 0o755);
  const made: Record<string, string> = { HOME: home, PATH: `${home}:${process.env["PATH"] ?? ""}` };
  for (const [name, value] of Object.entries(env(host))) made[name] = value.replace("HOME", home);
  return made;
}

describe("credentials", () => {
  test.for(Object.entries(PLACES))("of %s", async ([name, place], { skip }) => {
    const crane = await findGoRegistry("crane registry serve 0.20.3", console.warn);
    if (crane === undefined) return skip("crane can't be built here");
    const { image, repo, proxy } = await stage(skip);
    const headers = { authorization: `Basic ${OK.auth}` };
    await pushImage({ ...repo, headers }, ["1.0.0"]);
    const env = await homeOf(place, image.slice(0, image.indexOf("/")));
    const sentBy = async (work: () => Promise<boolean>): Promise<{ isIn: boolean; as: unknown }> => {
      const before = proxy.requests.length;
      const isIn = await work();
      const signed = proxy.requests.slice(before).map((request) => request.headers.authorization);
      return { isIn, as: signed.find((one) => one !== undefined) };
    };
    const theirs = await sentBy(() =>
      run(crane, ["digest", `${image}:1.0.0`], { env }).then(
        () => true,
        () => false,
      ),
    );
    const ours = await sentBy(
      async () => (await runCli([image, "--keep", "1", "--dry-run"], { env })).code === 0,
    );
    expect(ours.isIn).toBe(theirs.isIn || OURS_ALONE.has(name));
    if (theirs.isIn) expect(ours.as).toBe(theirs.as);
  });
});
