import { expect, test } from "vitest";
import { registryOf, tokenKind } from "../../src/core/names/github.js";

test.each([
  ["https://api.github.com", "ghcr.io"],
  ["https://api.octo-corp.ghe.com", "containers.octo-corp.ghe.com"],
  ["https://github.example.com/api/v3", "containers.github.example.com"],
  ["http://github.example.com/api/v3", "containers.github.example.com"],
  ["http://api.octo-corp.ghe.com", undefined],
  ["https://api.octo.corp.ghe.com", undefined],
  ["https://api.octo-corp.ghe.com.evil.example", undefined],
  ["https://x.example.com/https://api.octo-corp.ghe.com", undefined],
  ["https://github.example.com/api/v3/x", undefined],
  ["https://github.example.com/x/api/v3", undefined],
  ["x https://github.example.com/api/v3", undefined],
  ["https://api.github.com/", undefined],
  ["", undefined],
])("the registry of %s is %s", (api, registry) => expect(registryOf(api)).toBe(registry));

test.each([
  ["ghs_x", "installation"],
  ["ghp_x", "classic"],
  ["github_pat_x", "fine-grained"],
  ["gho_x", "other"],
  ["x ghs_", "other"],
  ["", "other"],
])("the token %s is of the kind %s", (token, kind) => expect(tokenKind(token)).toBe(kind));
