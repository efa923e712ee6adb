import { type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { VERSION } from "../../src/program/about.js";
import { runCli } from "../support/doors.js";
import { isDelete, isProbe, useProxiedRegistry, type Proxied } from "../support/proxied.js";
import { startProxy } from "../support/proxy.js";
import { runOnTerminal } from "../support/terminal.js";

/** The built command line as a process, and the requests that it makes. */
const proxied = useProxiedRegistry();

async function filled(): Promise<Proxied> {
  const made = await proxied();
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  return made;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe("a prune", () => {
  test("deletes, logs, and ends with 0", async () => {
    const made = await filled();
    const { code, stdout, stderr } = await runCli([made.image, "--keep", "1"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(
      /^Deleted 2 tags, kept 1 in 1 repository: [\d.]+ KB that no kept image needs\.$/,
    );
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
  });

  test("prints its result as JSON on standard output, and all else on standard error", async () => {
    const made = await filled();
    const plan = join(await temporaryFolder(), "plan.json");
    const { code, stdout, stderr } = await runCli([
      "prune",
      `${made.image}:1.0.0`,
      "--keep=1",
      "--json",
      "--plan",
      plan,
    ]);
    expect(code).toBe(0);
    const text = await readFile(plan, "utf8");
    expect(JSON.parse(stdout)).toEqual({
      deleted: [`${made.image}:1.1.0`],
      kept: [`${made.image}:1.2.0`, `${made.image}:1.0.0`],
      "deleted-untagged-count": 0,
      "deleted-count": 1,
      skipped: [],
      unproven: [],
      missing: [],
      elsewhere: [],
      "kept-count": 2,
      "staying-images-count": 0,
      notices: [
        {
          repository: made.image,
          kind: "pushed-beyond",
          tags: [{ tag: "1.0.0", group: "release", rank: 3, keep: 1 }],
          text: expect.stringMatching(/^1\.0\.0 was just pushed and is number 3 of release/) as string,
        },
      ],
      "reclaimable-bytes": expect.any(Number) as number,
      "freed-bytes": null,
      plan,
      "plan-sha256": createHash("sha256").update(text).digest("hex"),
      journal: expect.stringMatching(/\/prune-image-tags\/journal-[^/]+\.ndjson$/) as string,
      verdicts: [
        expect.objectContaining({
          tag: "1.2.0",
          verdict: "keep",
          reason: expect.objectContaining({ kind: "newest", rank: 1 }) as object,
        }),
        expect.objectContaining({
          tag: "1.1.0",
          verdict: "delete",
          reason: { kind: "beyond-newest", group: "release", rank: 2, of: 3, keep: 1 },
        }),
        {
          repository: made.image,
          tag: "1.0.0",
          digest: expect.stringMatching(/^sha256:/) as string,
          verdict: "keep",
          reason: { kind: "just-pushed" },
          with: null,
          bytes: null,
        },
      ],
    });
    expect(stderr).toContain("Deleted 1 tag, kept 2");
    expect(JSON.parse(text)).toMatchObject({
      schema: 2,
      deletions: [{ tags: ["1.1.0"] }],
    });
  });

  test("takes lists by repeated flags, and several images", async () => {
    const [one, two] = [await filled(), await filled()];
    await runCli([
      one.image,
      two.image,
      "--keep",
      "1",
      "--include",
      "1.0.*",
      "--include",
      "1.1.*",
      "--exclude",
      "1.0.0",
    ]);
    for (const { repo } of [one, two]) expect(await listTags(repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
    await runCli([
      "--image",
      one.image,
      "--image",
      two.image,
      "--keep",
      "1",
      "--include",
      "1.0.*",
      "--include",
      "1.1.*",
    ]);
    for (const { repo } of [one, two]) expect(await listTags(repo)).toEqual(["1.1.0", "1.2.0"]);
  });

  test("in a dry run sends GET alone", async () => {
    const made = await filled();
    const { code, stdout } = await runCli([made.image, "--keep", "1", "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Dry run: would delete 2 tags, keep 1 in 1 repository: ");
    expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });
});

describe("the exit code", () => {
  test("is 1 where it failed, and the error says the next step", async () => {
    const { code, stderr } = await runCli(["127.0.0.1:1/team/app"]);
    expect(code).toBe(1);
    expect(stderr).toContain("127.0.0.1:1 can't be reached (ECONNREFUSED)\nCheck the host and port");
  });

  test("is 2 for bad input, all of it at once, and nothing is sent", async () => {
    const made = await filled();
    const { code, stdout, stderr } = await runCli([
      made.image,
      "--keep",
      "ten",
      "--dry-run=maybe",
      "--exclud",
      "x",
      "--include",
      "--sort",
      "date",
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const part of [
      "Bad input (5 problems):",
      "--exclud: there is no such setting; did you mean --exclude?",
      "--include: it needs a value",
      `keep: "ten" is not a whole number`,
      `sort: "date" is not semver, prerelease, natural or created`,
      `dry-run: "maybe" is not true or false`,
    ]) {
      expect(stderr).toContain(part);
    }
    expect(made.proxy.requests).toEqual([]);
  });

  test.each([
    [["prune"], "image: it is empty"],
    [["127.0.0.1:1/a", "--keep", "1", "--keep", "2"], "--keep: it is given more than once"],
    [
      ["127.0.0.1:1/a", "--password", "hunter22", "--password", "hunter23"],
      "--password: it is given more than once",
    ],
    [["127.0.0.1:1/a", "--exclude", ""], "--exclude: it needs a value"],
    [["127.0.0.1:1/a", "--password-stdin", "--username", "me"], "standard input is empty"],
    [["127.0.0.1:1/a", "--json=maybe"], `--json: "maybe" is not true or false`],
    [["purge", "127.0.0.1:1/a"], "purge: there is no such command (prune, apply,"],
  ])("is 2 for %j", async (args, why) => {
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
    expect(stderr).not.toContain("hunter2");
  });

  test("is 2 where what is piped in as a password is none", async () => {
    const args = ["127.0.0.1:1/a", "--password-stdin", "--username", "me"];
    const { code, stderr } = await runCli(args, { input: "x".repeat(70_000) });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("--password-stdin: standard input has more than 64 KiB") as string,
    });
  });

  test("is 3 where some deletions failed", async () => {
    const made = await filled();
    made.proxy.on({ when: isDelete, times: 1, act: { kind: "answer", status: 500 } });
    const { code, stdout, stderr } = await runCli([
      made.image,
      "--keep",
      "1",
      "--concurrency",
      "1",
      "--json",
    ]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ deleted: [`${made.image}:1.1.0`] });
    expect(stderr).toContain("1 deletion failed.");
  });

  test("is 1 where the plan can't be written, and nothing is deleted", async () => {
    const made = await filled();
    const { code, stderr } = await runCli([made.image, "--keep", "1", "--plan", "/nowhere/plan.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain("the plan can't be written to /nowhere/plan.json");
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
  });
});

describe("a password", () => {
  const challenge = {
    kind: "answer",
    status: 401,
    headers: { "www-authenticate": 'Basic realm="x"' },
  } as const;
  const basic = `Basic ${Buffer.from("me: hunter22 ").toString("base64")}`;

  test.each([
    ["standard input", ["--username", "me", "--password-stdin"], {}, " hunter22 \r\n\n"],
    ["the environment", [], { PRUNE_USERNAME: "me", PRUNE_PASSWORD: " hunter22 \n" }, ""],
    ["an argument", ["--username", "me", "--password", " hunter22 "], {}, ""],
  ])("comes from %s, and is printed nowhere", async (...row) => {
    const [, args, env, input] = row;
    const made = await filled();
    made.proxy.on({ when: ({ headers }) => headers.authorization !== basic, act: challenge });
    const { code, stdout, stderr } = await runCli([made.image, "--dry-run", ...args], { env, input });
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain("hunter22");
  });

  test("on a command line is warned of", async () => {
    const { stderr } = await runCli(["127.0.0.1:1/a", "--username", "me", "--password", "hunter22"]);
    expect(stderr).toContain("--password-stdin is safer");
  });

  test("is taken out of what is printed, wherever it stands", async () => {
    const made = await filled();
    const words = JSON.stringify({ errors: [{ code: "DENIED", message: "no hunter22 here" }] });
    made.proxy.on({
      when: ({ path }) => path.includes("/tags/"),
      act: { kind: "answer", status: 500, body: words },
    });
    const { stderr } = await runCli([made.image], {
      env: { PRUNE_USERNAME: "me", PRUNE_PASSWORD: "hunter22" },
    });
    expect(stderr).toContain("DENIED no *** here");
  });
});

/** Sends a signal, and waits until the process says that it has heard it. */
async function tellToStop(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    for (const stream of [child?.stdout, child?.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        if (chunk.toString().includes("told to stop")) resolve();
      });
    }
  });
  child?.kill(signal);
  await heard;
}

describe("a signal", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s while it deletes ends it between two deletions, with a look at what is done",
    async (signal) => {
      const made = await filled();
      let child: ChildProcess | undefined;
      // Sent in the middle of the first deletion, which goes on when the process has heard it.
      const run = (): Promise<void> => tellToStop(child, signal);
      made.proxy.on({ when: isDelete, times: 1, act: { kind: "before", run } });
      const args = [made.image, "--keep", "1", "--concurrency", "1", "--json"];
      const { code, stdout, stderr } = await runCli(args, { started: (started) => (child = started) });
      expect(code).toBe(3);
      expect(JSON.parse(stdout)).toMatchObject({ deleted: [`${made.image}:1.0.0`] });
      expect(stderr).toContain("the run was told to stop, and stopped between two deletions");
      expect(made.proxy.requests.filter(isDelete)).toHaveLength(1);
      expect(await listTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
    },
  );

  test("before it deletes ends it at once, and the repositories after one that was stopped are left alone", async () => {
    const [one, two] = [await filled(), await filled()];
    let child: ChildProcess | undefined;
    const started = (process: ChildProcess): unknown => (child = process);
    const stopNow = (): Promise<void> => tellToStop(child, "SIGINT");
    one.proxy.on({ when: isDelete, times: 1, act: { kind: "before", run: stopNow } });
    await runCli([one.image, two.image, "--keep", "1", "--concurrency", "1"], { started });
    expect(two.proxy.requests.filter(isDelete)).toEqual([]);
    // Answered only when the process is no more.
    const run = async (): Promise<void> => {
      child?.kill("SIGINT");
      if (child !== undefined) await once(child, "exit");
    };
    two.proxy.on({ when: ({ method }) => method === "GET", times: 1, act: { kind: "before", run } });
    expect((await runCli([two.image, "--keep", "1"], { started })).code).toBeNull();
    expect(await listTags(two.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });
});

test("a proxy that the environment names is gone through", async () => {
  const made = await filled();
  const asked: string[] = [];
  // A forward proxy that knows where registry.test is.
  const forward = createServer((incoming, outgoing) => {
    const { host, pathname, search } = new URL(incoming.url ?? "");
    asked.push(host);
    const { method, headers } = incoming;
    const onward = request(new URL(pathname + search, made.proxy.url), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => forward.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void forward.close());
  const { port } = forward.address() as AddressInfo;
  const args = [`registry.test:5000/${made.repo.name}`, "--plain-http", "registry.test:5000", "--keep", "1"];
  const { code } = await runCli(args, { env: { http_proxy: `http://127.0.0.1:${port}` } });
  expect(code).toBe(0);
  expect(new Set(asked)).toEqual(new Set(["registry.test:5000"]));
  expect(await listTags(made.repo)).toEqual(["1.2.0"]);
});

describe("NODE_EXTRA_CA_CERTS", () => {
  const tls = join(import.meta.dirname, "../support/tls");

  test("names an authority to trust, beside one that Docker's folder for the host names", async () => {
    const made = await filled();
    const [key, cert] = await Promise.all(
      ["server.key", "server.crt"].map((name) => readFile(join(tls, name))),
    );
    if (!key || !cert) throw new Error("two files were read");
    const secure = await startProxy(made.proxy.url, { tls: { key, cert } });
    onTestFinished(() => secure.stop());
    const image = `https://${secure.host}/${made.repo.name}`;
    const home = await temporaryFolder();
    const env = { NODE_EXTRA_CA_CERTS: join(tls, "ca.crt"), XDG_CONFIG_HOME: home };
    expect((await runCli([image, "--dry-run"], { env: { XDG_CONFIG_HOME: home } })).stderr).toContain(
      "is not known here",
    );
    expect((await runCli([image, "--dry-run"], { env })).code).toBe(0);
    await cp(join(tls, "token.crt"), join(home, "docker/certs.d", secure.host, "ca.crt"));
    expect((await runCli([image, "--dry-run"], { env })).code).toBe(0);
    expect((await runCli([image, "--dry-run"], { env: { XDG_CONFIG_HOME: home } })).code).toBe(1);
  });
});

describe("on a terminal", () => {
  test("it shows the plan and asks; a yes deletes, after another look", async () => {
    const made = await filled();
    const { code, screen } = await runOnTerminal([made.image, "--keep", "1"], { answer: "y" });
    expect(code).toBe(0);
    expect(screen).toContain("delete  1.0.0  (number 3 of 3 in release, beyond the newest 1)");
    expect(screen).toContain(`from ${made.image}? 1 tag stays. [y/N]`);
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
    const methods = made.proxy.requests.map((request) => (isProbe(request) ? "probe" : request.method));
    expect(methods.slice(0, methods.indexOf("probe"))).toHaveLength(
      // Twice listed, read, and asked once for referrers.
      2 * 5,
    );
  });

  test.each(["n", "", "yess"])("the answer %j deletes nothing", async (answer) => {
    const made = await filled();
    const { code, screen } = await runOnTerminal([made.image, "--keep", "1"], { answer });
    expect(code).toBe(1);
    expect(screen).toContain("nothing was deleted");
    expect(made.sent("DELETE")).toEqual([]);
  });

  test("has nothing in it that a terminal obeys, whatever a setting says", async () => {
    const storage = "/nowhere/\u001b]52;c;x\u0007\u202e";
    const args = ["reclaim", "127.0.0.1:1", "--storage", storage];
    const { screen } = await runOnTerminal(args, { answer: "n" });
    expect(screen).toContain("left behind in /nowhere/\\u001b]52;c;x\\u0007\\u202e");
    expect(screen).not.toMatch(/\u202e|\u0007/);
  });

  test("--yes and --dry-run ask nothing", async () => {
    const made = await filled();
    const dry = await runOnTerminal([made.image, "--keep", "1", "--dry-run"], {});
    const sure = await runOnTerminal([made.image, "--keep", "1", "--yes"], {});
    expect([dry.code, sure.code]).toEqual([0, 0]);
    expect(dry.screen + sure.screen).not.toContain("[y/N]");
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
  });

  test("a password on standard input needs --yes, for nobody could answer", async () => {
    const made = await filled();
    const { code, screen } = await runOnTerminal([made.image, "--username", "me", "--password-stdin"], {
      piped: "hunter22",
    });
    expect(code).toBe(2);
    expect(screen).toContain("--password-stdin: standard input is not free for a question; say --yes");
    expect(made.proxy.requests).toEqual([]);
  });

  test("standard input that is not the person's needs --yes", async () => {
    const made = await filled();
    const { code, screen } = await runOnTerminal([made.image], { piped: "y\n" });
    expect(code).toBe(2);
    expect(screen).toContain("--yes: standard input is not free for a question");
  });
});

test("--help names every flag, --version the version", async () => {
  expect((await runCli(["--version"])).stdout).toBe(`${VERSION}\n`);
  const { code, stdout } = await runCli(["--help", "--nonsense"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: .*node dist\/cli\.js \[prune\] IMAGE\.\.\./);
});
