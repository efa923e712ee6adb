// Writes the first lines of every file that Node is started with: they are read by any Node since 12, say so where that is too old, and load the program where it is not.
import { readFile } from "node:fs/promises";

const RELEASES = "https://github.com/prune-image-tags/prune-image-tags/releases";

/**
 * The oldest Node that runs the program, as package.json has it.
 * @returns {Promise<string>} like 20.3
 */
async function oldestNode() {
  const { engines } = JSON.parse(await readFile("package.json", "utf8"));
  const [, version] = /^>=(\d+\.\d+)$/.exec(engines.node) ?? [];
  if (version === undefined) {
    throw new Error(`package.json asks for Node ${engines.node}, which is not >=X.Y`);
  }
  return version;
}

/**
 * A statement that runs a program, or says that this Node is too old for it and ends with 2. Nothing newer than Node 12 knows may stand in it, no top-level `await` either.
 * @param {string} program an expression: the promise of the whole run
 * @param {{ isStep?: boolean }} [options] `isStep` is true for a step of a workflow, whose errors are lines of standard output
 * @returns {Promise<string>}
 */
export async function guardedStart(program, { isStep = false } = {}) {
  const oldest = await oldestNode();
  const [major, minor] = oldest.split(".");
  const told = `prune-image-tags needs Node ${oldest} or newer, and this is Node `;
  const cure = isStep
    ? "The action asks for Node 24, which any current runner has."
    : `The binary and the container image bring their own: ${RELEASES}`;
  const tell = isStep ? 'console.log("::error::" + ' : "console.error(";
  return `var node = process.versions.node.split(".").map(Number);
if (node[0] < ${major} || (node[0] === ${major} && node[1] < ${minor})) {
  ${tell}${JSON.stringify(told)} + process.versions.node + ${JSON.stringify(`. ${cure}`)});
  process.exitCode = 2;
} else {
${runToItsEnd(program)}}
`;
}

/**
 * Statements that run a program, and end with 13, as Node does, where there is nothing left to wait for and the program is not done: it must not look like a run that went well.
 * @param {string} program an expression: the promise of the whole run
 */
export function runToItsEnd(program) {
  return `  var isOver = false;
  process.on("exit", function () {
    if (isOver || process.exitCode) return;
    console.error("The run ended before it was done. This is a bug; please report it.");
    process.exitCode = 13;
  });
  ${program}.then(function () {
    isOver = true;
  });
`;
}
