import { onTestFinished } from "vitest";
import { openHost, type RegistryHost } from "../../src/registry/distribution/host.js";

/** Opens an anonymous client for a registry's host, which is closed when the test ends. */
export async function hostAt(host: string): Promise<RegistryHost> {
  const opened = await openHost({
    host,
    plainHttp: [],
    concurrency: 2,
    userAgent: "prune-image-tags/test",
    onSecret: () => undefined,
  });
  onTestFinished(() => {
    opened.close();
  });
  return opened;
}
