// How long `repositories` takes on a whole registry: node bench/whole-registry.mjs [REPOSITORIES] (default 2000), after npm run build. Not part of `npm run bench`.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { pushImage } from "../scripts/images.mjs";
import { startRegistry } from "../scripts/registry.mjs";

const run = promisify(execFile);
const count = Number(process.argv[2] ?? 2000);
const AT_ONCE = 8;
const SHARDS = 8;
const RUNS = 3;

/**
 * Pushes an image to each repository. Their numbers of tags differ as a registry's do: most have few, and some have many.
 * @param {string} base
 */
async function fill(base) {
  const left = Array.from({ length: count }, (_, index) => index);
  const worker = async () => {
    for (let index = left.pop(); index !== undefined; index = left.pop()) {
      const tags = Array.from({ length: 1 + (index % 50 === 0 ? 100 : index % 7) }, (_, tag) => `1.0.${tag}`);
      await pushImage({ base, name: `team-${index % 40}/app-${index}` }, tags, { seed: "same" });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const registry = await startRegistry({ readOnly: false });
try {
  await fill(registry.url);
  const args = ["dist/cli.js", "repositories", `${registry.host}/**`, "--shards", `${SHARDS}`];
  for (let round = 0; round < RUNS; round += 1) {
    const began = performance.now();
    const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 26 });
    const seconds = (performance.now() - began) / 1000;
    const { include } = /** @type {{ include: { count: number, tags: number }[] }} */ (JSON.parse(stdout));
    const tags = include.map((shard) => shard.tags);
    const sum = include.reduce((all, shard) => all + shard.count, 0);
    process.stdout.write(
      `${sum} repositories in ${include.length} shards of ${Math.min(...tags)} to ${Math.max(...tags)} tags: ${seconds.toFixed(1)} s\n`,
    );
  }
} finally {
  await registry.stop();
}
