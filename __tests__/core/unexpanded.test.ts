import { describe, expect, test } from "vitest";
import { isUnexpanded, withoutEnd } from "../../src/core/base/unexpanded.js";

describe("a user name or password", () => {
  test.each([
    "$CI_REGISTRY_PASSWORD",
    "$$CI_REGISTRY_PASSWORD",
    "${CI_REGISTRY_USER}",
    "${REGISTRY_PASSWORD:-none}",
    "${{ secrets.REGISTRY_PASSWORD }}",
    "${{secrets.REGISTRY_PASSWORD}}",
    "${{",
    "%REGISTRY_PASSWORD%",
    "%env.PASS%",
    "$(cat /run/secrets/password)",
    "$(</run/secrets/password)",
    "$(REGISTRY_PASSWORD)",
    "$[variables.pass]",
    "`cat password`",
    "$env:REGISTRY_PASSWORD",
    "$Env:pass",
    "$registry_password",
    "$token",
    "{{ .Password }}",
    '"$REGISTRY_PASSWORD"',
    "'${PASS}'",
    " $REGISTRY_PASSWORD\n",
  ])("%j is a variable that nothing has filled in", (text) => expect(isUnexpanded(text)).toBe(true));

  test.each([
    "hunter22",
    "pa$$word",
    "$ecret",
    "$ecret99",
    "$Password1",
    "$",
    "$$",
    "$1",
    "a$CI_REGISTRY_PASSWORD",
    "$CI_REGISTRY_PASSWORD!",
    "50%",
    "%41%",
    "p%PASS%",
    "${7!}",
    "$(9)",
    "{x}",
    "!hello!",
    "",
    "_json_key",
    "robot$ci",
    "$oauthtoken",
  ])("%j is one", (text) => expect(isUnexpanded(text)).toBe(false));

  test.each([
    ["hunter22\n", "hunter22"],
    ["hunter22\r\n", "hunter22"],
    ["hunter22\0\0", "hunter22"],
    ["hunter22\n\n", "hunter22"],
    [" hunter22 \n", " hunter22 "],
    ["hun\nter22", "hun\nter22"],
    ["\n", ""],
  ])("%j is %j", (text, wanted) => expect(withoutEnd(text)).toBe(wanted));
});
