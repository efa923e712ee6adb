// Lints every workflow of the repository, those in README and docs/ too, with actionlint.
import process from "node:process";
import { findWorkflows, lintWorkflows } from "./workflows.mjs";

const said = await lintWorkflows(await findWorkflows(), console.warn);
if (said === undefined) {
  console.warn("The workflows were NOT linted: there is no actionlint.");
} else {
  process.stdout.write(said);
  process.exitCode = said === "" ? 0 : 1;
}
