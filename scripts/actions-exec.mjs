// Stands for @actions/exec in the bundle (bundle.mjs), where it and @actions/io would be a tenth of what each step reads at its start.
// @actions/core imports it to ask the system for its name and version (`platform.getDetails`), which nothing here does.

/** Never called: src/ asks @actions/core for no details of the platform. */
export function getExecOutput() {
  throw new Error("there is no @actions/exec in this bundle");
}
