// A step's inputs, in which its secrets are; the tokens of a workflow's job and of this program; shell functions, which every shell script takes over.
const PRIVATE =
  /^(?:INPUT_|STATE_|BASH_FUNC_|PRUNE_|ACTIONS_(?:RUNTIME|ID_TOKEN|RESULTS|CACHE)_|GITHUB_TOKEN$|GH_TOKEN$)/i;

/** Returns the variables of an environment that a program needs which this one starts: all but those that are this program's own. */
export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || PRIVATE.test(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
