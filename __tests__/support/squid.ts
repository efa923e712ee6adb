import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freePort } from "../../scripts/run-server.mjs";
import { findSquid } from "../../scripts/squid.mjs";

/** A running squid, and what it was asked. */
export interface Squid {
  readonly host: string;
  /** The methods and addresses that it was asked for, with its own statuses: `TCP_MISS/200 GET http://…`. */
  readonly asked: () => Promise<readonly string[]>;
}

/** The rules of a squid, beside those that Debian brings: CONNECT to port 443 alone. */
export interface SquidRules {
  /** Other ports that CONNECT may go to. */
  readonly connectTo?: readonly number[];
  /** `user:password`, without which it lets nobody through. */
  readonly login?: string;
  /** Hosts that it lets nobody to. */
  readonly denied?: readonly string[];
  /** The names that it knows, each of which is this machine. */
  readonly names: readonly string[];
}

/** Starts squid as Debian has it; `undefined` where it can't be had. It ends with the test. */
export async function startSquid(rules: SquidRules): Promise<Squid | undefined> {
  const found = await findSquid(() => undefined);
  if (found === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "squid-"));
  await chmod(folder, 0o777);
  const port = await freePort();
  const login = rules.login ?? "";
  const [user, password] = [login.split(":", 1)[0] ?? "", login.slice(login.indexOf(":") + 1)];
  await writeFile(join(folder, "hosts"), rules.names.map((name) => `127.0.0.1 ${name}\n`).join(""));
  // Squid asks a program about a user and password, which it percent-encodes.
  const wanted = JSON.stringify(`${user} ${password}`);
  const checker = `require("readline").createInterface({ input: process.stdin }).on("line", (line) => console.log(decodeURIComponent(line) === ${wanted} ? "OK" : "ERR"));`;
  await writeFile(join(folder, "checker.cjs"), checker);
  const lines = [
    `http_port 127.0.0.1:${port}`,
    // It refuses to run as root, and is somebody else's by then: the folder is open to all.
    ...(process.getuid?.() === 0 ? ["cache_effective_user nobody"] : []),
    "visible_hostname squid.test",
    "pid_filename none",
    "cache deny all",
    "memory_cache_shared off",
    "shutdown_lifetime 0 seconds",
    `access_log stdio:${join(folder, "access.log")}`,
    `cache_log ${join(folder, "cache.log")}`,
    `coredump_dir ${folder}`,
    `mime_table ${join(found.share, "mime.conf")}`,
    `icon_directory ${join(found.share, "icons")}`,
    `error_directory ${found.pages}`,
    `hosts_file ${join(folder, "hosts")}`,
    "pinger_enable off",
    `unlinkd_program ${join(found.helpers, "unlinkd")}`,
    "dns_nameservers 127.0.0.1",
    `acl tls_ports port ${[443, ...(rules.connectTo ?? [])].join(" ")}`,
    "acl CONNECT method CONNECT",
    "http_access deny CONNECT !tls_ports",
    ...(rules.denied ?? []).flatMap((name) => [`acl denied dstdomain ${name}`, "http_access deny denied"]),
    ...(rules.login === undefined
      ? []
      : [
          `auth_param basic program ${process.execPath} ${join(folder, "checker.cjs")}`,
          "acl known proxy_auth REQUIRED",
          "http_access deny !known",
        ]),
    "http_access allow localhost",
    "http_access deny all",
  ];
  await writeFile(join(folder, "squid.conf"), `${lines.join("\n")}\n`);
  const squid = spawn(found.program, ["-N", "-n", `prune${port}`, "-f", join(folder, "squid.conf")], {
    env: { ...process.env, LD_LIBRARY_PATH: found.libraries },
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(async () => {
    // It takes its shared memory, which bears the name of -n, along.
    squid.kill("SIGTERM");
    if (squid.exitCode === null && squid.signalCode === null) await once(squid, "exit");
    await rm(folder, { recursive: true, force: true });
  });
  await listens(squid, port, join(folder, "cache.log"));
  return {
    host: `127.0.0.1:${port}`,
    asked: async () => {
      const text = await readFile(join(folder, "access.log"), "utf8");
      return text.split("\n").flatMap((line) => {
        const [, , , status = "", , method = "", address = ""] = line.split(/\s+/);
        // A connection on which nothing was asked: that which found out that it listens.
        return line === "" || address.startsWith("error:") ? [] : [`${status} ${method} ${address}`];
      });
    },
  };
}

async function listens(squid: ChildProcess, port: number, log: string): Promise<void> {
  let said = "";
  squid.stderr?.on("data", (bytes: Buffer) => (said += bytes.toString()));
  for (;;) {
    if (squid.exitCode !== null) {
      throw new Error(`squid did not start: ${said}${await readFile(log, "utf8").catch(() => "")}`);
    }
    const socket = connect(port, "127.0.0.1");
    const isThere = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
