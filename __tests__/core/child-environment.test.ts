import { describe, expect, test } from "vitest";
import { childEnvironment, isPlatformSecret } from "../../src/core/base/child-environment.js";

const given = (name: string, isIts: (name: string) => boolean = () => false): boolean =>
  name in childEnvironment({ [name]: "value" }, isIts);

describe("another program is given", () => {
  test.each([
    "PATH",
    "HOME",
    "DOCKER_HOST",
    "SSH_AUTH_SOCK",
    "MY_INPUT_DEVICE",
    "X_STATE_Y",
    "GITHUB_WORKSPACE",
    "CI_COMMIT_SHA",
    "MY_CI_REPOSITORY_URL",
    "CI_REPOSITORY_URL_X",
    "MY_TOKENS",
    "TOKEN_COUNT",
    "COMPAT",
    "AUTHORS",
    "SECRETS",
  ])("%s", (name) => {
    expect(given(name)).toBe(true);
    expect(childEnvironment({ [name]: "value" }, () => false)).toEqual({ [name]: "value" });
  });
});

describe("no other program is given", () => {
  test.each([
    "INPUT_PASSWORD",
    "input_image",
    "STATE_container",
    "PRUNE_IMAGE",
    "BASH_FUNC_ls%%",
    "ACTIONS_RUNTIME_URL",
    "ACTIONS_RESULTS_URL",
    "ACTIONS_ID_TOKEN_REQUEST_URL",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "ACTIONS_URL",
    "CI_REPOSITORY_URL",
    "CI_DEPLOY_USER",
    "GITHUB_TOKEN",
    "GH_TOKEN",
    "CI_JOB_JWT_V2",
    "CI_JOB_TOKEN",
    "SYSTEM_ACCESSTOKEN",
    "BUILDKITE_AGENT_ACCESS_TOKEN",
  ])("%s, be it for its own", (name) => expect(given(name, () => true)).toBe(false));

  test.each([
    "NPM_TOKEN",
    "MYSQL_PASSWORD",
    "DB_PASSWD",
    "GPG_PASSPHRASE",
    "CLIENT_SECRET",
    "AWS_SECRET_ACCESS_KEY",
    "CREDENTIAL",
    "GOOGLE_CREDENTIALS",
    "APIKEY",
    "SERVICE_API_KEY",
    "ACCESSKEY",
    "S3_ACCESS_KEY",
    "SECRETKEY",
    "SECRET_KEY",
    "PRIVATEKEY",
    "SSH_PRIVATE_KEY",
    "SOME_JWT",
    "GIT_PAT",
    "CREDS_PSW",
    "MY_PWD",
    "NPM_AUTH",
    "DOCKER_AUTH_CONFIG",
    "MY_SECRET_THING",
    "npm_token",
  ])("%s, unless it is its own", (name) => {
    expect(given(name)).toBe(false);
    expect(given(name, (its) => its === name)).toBe(true);
  });

  test("what has no value", () => {
    expect(childEnvironment({ EMPTY: "", NONE: undefined }, () => true)).toEqual({ EMPTY: "" });
  });
});

describe("a CI's secret", () => {
  test.each([
    ["GITHUB_TOKEN", true],
    ["CI_JOB_TOKEN", true],
    ["ACTIONS_ID_TOKEN_REQUEST_TOKEN", true],
    ["CI_REGISTRY_PASSWORD", true],
    ["BITBUCKET_STEP_OIDC_TOKEN", true],
    ["GITEA_X_SECRET_Y", true],
    // What it can be used for is no secret.
    ["ACTIONS_ID_TOKEN_REQUEST_URL", false],
    ["CI_REPOSITORY_URL", false],
    ["CI_DEPLOY_USER", false],
    ["GITHUB_TOKEN_URL_X", true],
    ["GITHUB_TOKEN_USER_X", true],
    ["MY_GITHUB_TOKEN", false],
    ["GITHUB_SHA", false],
    ["NPM_TOKEN", false],
    ["CI_TOKENS", false],
  ])("is %s: %s", (name, is) => expect(isPlatformSecret(name)).toBe(is));
});
