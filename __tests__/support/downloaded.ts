import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { listTags, pushImage } from "../../scripts/images.mjs";
import type { Ended } from "./doors.js";
import { type Proxied, useProxiedRegistry } from "./proxied.js";

/** Starts the program, in whichever form it was downloaded, with arguments. */
type Start = (args: readonly string[]) => Promise<Ended>;

/** Runs a command line in a shell. */
type RunLine = (line: string) => Promise<Ended>;

/** Returns what shows that a program prunes, on a real registry that it starts for the file's tests. */
export function useProof(): {
  /** Returns a repository with three releases. */
  readonly filled: () => Promise<Proxied>;
  /** Prunes twice, first dry, and proves by the registry that only the second run deleted; and that the command which it prints then puts all of it back. */
  readonly proveThatItPrunes: (start: Start, runLine: RunLine) => Promise<void>;
} {
  const proxied = useProxiedRegistry();
  const filled = async (): Promise<Proxied> => {
    const made = await proxied();
    for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
    return made;
  };
  return {
    filled,
    proveThatItPrunes: async (start, runLine) => {
      const made = await filled();
      const dry = await start([made.image, "--keep", "1", "--dry-run"]);
      expect(dry).toMatchObject({ code: 0, stderr: "" });
      expect(dry.stdout).toContain("Dry run: would delete 2 tags, keep 1 in 1 repository: ");
      expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
      const real = await start([made.image, "--keep", "1"]);
      expect(real).toMatchObject({ code: 0, stderr: "" });
      expect(await listTags(made.repo)).toEqual(["1.2.0"]);
      const [, line = ""] = /^To put something back .*?:\n {2}(.*) \[TAG…\]$/m.exec(real.stdout) ?? [];
      expect(await runLine(line)).toMatchObject({ code: 0, stderr: "" });
      expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
    },
  };
}

/** Returns an empty folder, which is removed after the test. */
export async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "prune-installed-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}
