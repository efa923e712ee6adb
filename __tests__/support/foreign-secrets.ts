/** Variables of a step that no other program is given: inputs, this program's own, the CI's tokens, and secrets of others. */
export const FOREIGN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...["INPUT_PASSWORD", "INPUT_GITHUB-TOKEN", "INPUT_GC-COMMAND", "input_password", "STATE_run"],
    ...["PRUNE_PASSWORD", "PRUNE_USERNAME"],
    ...["GITHUB_TOKEN", "GH_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GITEA_TOKEN"],
    ...["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_URL"],
    ...["ACTIONS_RUNTIME_URL", "ACTIONS_CACHE_URL", "ACTIONS_RESULTS_URL"],
    ...["CI_JOB_TOKEN", "CI_JOB_JWT_V2", "CI_REGISTRY_PASSWORD", "CI_DEPLOY_PASSWORD", "CI_REPOSITORY_URL"],
    ...[
      "SYSTEM_ACCESSTOKEN",
      "NPM_TOKEN",
      "SONAR_API_KEY",
      "SSH_PRIVATE_KEY",
      "DEPLOY_SECRET",
      "MY_SECRET_2",
    ],
    ...["DB_PASSWORD", "KUBE_CREDENTIALS", "AZURE_CLIENT_SECRET", "npm_config__auth"],
  ].map((name) => [name, `foreign-${name}`]),
);
