import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freePort, isUp, runServer } from "../../scripts/run-server.mjs";

const NGINX = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"].find(
  existsSync,
);

/** True if there is an nginx here. */
export const hasNginx = NGINX !== undefined;

/**
 * Starts nginx in front of a registry, until the test ends. Returns its `host:port`.
 * @param directives of its server: TARGET stands for the registry's address, and HTPASSWD for a file with the text `htpasswd`
 */
export async function startNginx(target: string, directives: string, htpasswd = ""): Promise<string> {
  if (NGINX === undefined) throw new Error("there is no nginx here");
  const folder = await mkdtemp(join(tmpdir(), "nginx-"));
  const port = await freePort();
  const server = directives.replaceAll("HTPASSWD", join(folder, "htpasswd")).replaceAll("TARGET", target);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const paths = temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join(" ");
  // Its workers are nobody else, who could not read this folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const text = `daemon off; ${user} pid ${join(folder, "pid")}; error_log ${join(folder, "log")}; events {}
    http { access_log off; ${paths} client_max_body_size 0; server { listen 127.0.0.1:${port}; ${server} } }`;
  await writeFile(join(folder, "htpasswd"), htpasswd);
  await writeFile(join(folder, "nginx.conf"), text);
  const running = runServer(
    NGINX,
    ["-e", join(folder, "log"), "-p", folder, "-c", join(folder, "nginx.conf")],
    {},
  );
  onTestFinished(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });
  if (!(await isUp(running, `http://127.0.0.1:${port}/`))) throw new Error(`nginx: ${running.logs()}`);
  return `127.0.0.1:${port}`;
}
