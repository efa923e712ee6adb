import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { findS3Server } from "../../scripts/s3-server.mjs";

/**
 * Builds what the tests take from Go, before any of them waits for it: some minutes the first time, and nothing after.
 * Where there is no Go, those tests are skipped.
 */
export async function setup(): Promise<void> {
  const say = (line: string): void => {
    console.warn(line);
  };
  // One after the other: each build takes every core.
  await findDistribution3(say);
  await findS3Server(say);
}
