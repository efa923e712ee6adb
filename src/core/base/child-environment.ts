/** The variables of a process. */
type Variables = Readonly<Record<string, string | undefined>>;

// What a CI gives this step for itself, what is this program's own, and shell functions, which every shell script takes over: no other program is given them.
const OWN = /^(?:INPUT|STATE|PRUNE|BASH_FUNC)_/i;
const PLATFORM =
  /^(?:(?:GITHUB|GH|GITEA|FORGEJO|ACTIONS|RUNNER|CI|SYSTEM|BITBUCKET|CIRCLE|DRONE|BUILDKITE)_(?:.*_)?(?:TOKEN|ACCESSTOKEN|PASSWORD|SECRET|CREDENTIALS?|JWT)(?:_.*)?|ACTIONS_(?:.*_)?URL|CI_REPOSITORY_URL|CI_DEPLOY_USER)$/i;
// Whatever says by its name that it is a secret.
const SECRET =
  /(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|CREDENTIALS?|API_?KEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY|JWT|_PAT|_PSW|_PWD|_AUTH|_AUTH_CONFIG)$|_SECRET_/i;

/** True if a variable is a token or password that a CI gives a step. */
export function isPlatformSecret(name: string): boolean {
  return PLATFORM.test(name) && !/_URL$|_USER$/i.test(name);
}

/** True if a variable says by its name that it is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/**
 * Returns the environment for another program: all of this process's own, but no input of the action, no variable of this program, no token of the CI's, and no other
 * variable that says by its name that it is a secret, unless that is the other program's own.
 * @param isIts true if a secret of this name is for the other program
 */
export function childEnvironment(
  environment: Variables,
  isIts: (name: string) => boolean,
): Readonly<Record<string, string>> {
  const kept = Object.entries(environment).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !OWN.test(entry[0]) &&
      !PLATFORM.test(entry[0]) &&
      (!SECRET.test(entry[0]) || isIts(entry[0])),
  );
  return Object.fromEntries(kept);
}
