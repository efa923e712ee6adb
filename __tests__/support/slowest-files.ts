import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const MOST = 10;

/** Returns the seconds that a file took, with its imports. */
function secondsOf(module: TestModule): number {
  const { collectDuration, duration } = module.diagnostic();
  return (collectDuration + duration) / 1000;
}

/** A reporter that prints the ten files that took longest, behind a run of more than ten. */
export const slowestFiles: Reporter = {
  onTestRunEnd: (modules) => {
    if (modules.length <= MOST) return;
    const slowest = [...modules].sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, MOST);
    console.log(`\nThe ${MOST} slowest files, in seconds:`);
    for (const module of slowest) {
      console.log(`${secondsOf(module).toFixed(1).padStart(7)}  ${relative(process.cwd(), module.moduleId)}`);
    }
  },
};
