import { findAct, findDistribution3 } from "../../scripts/go-tools.mjs";
import { findS3Server } from "../../scripts/s3-server.mjs";

/**
 * Builds the Go programs that tests need, before any test waits for them: it takes some minutes the first time, and none
 * later. Without Go, those tests are skipped.
 */
export async function setup(): Promise<void> {
  const say = (line: string): void => {
    console.warn(line);
  };
  // One after the other, because each build uses all cores.
  await findDistribution3(say);
  await findS3Server(say);
  await findAct(say);
}
