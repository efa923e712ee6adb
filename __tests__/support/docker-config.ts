import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";

/** Writes a config.json of Docker's, and names its folder, until the test ends. */
export async function writeDockerConfig(config: unknown): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "docker-config-"));
  vi.stubEnv("DOCKER_CONFIG", folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
}

/** Returns the entry that `docker login` writes. */
export function entryOf(username: string, password: string): { readonly auth: string } {
  return { auth: Buffer.from(`${username}:${password}`).toString("base64") };
}
