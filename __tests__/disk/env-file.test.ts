import fc from "fast-check";
import { expect, test } from "vitest";
import { childEnvironment } from "../../src/core/base/child-environment.js";
import { containerVariables } from "../../src/disk/container/env-file.js";
import { propertyRuns } from "../support/property-runs.js";

test.each([
  ["A=1", "A=1\n"],
  ["A=", "A=\n"],
  ["A=b=c", "A=b=c\n"],
  ["A= 'quoted' #no comment ", "A= 'quoted' #no comment \n"],
  ["HTTP_PROXY=http://proxy", "HTTP_PROXY=http://proxy\n"],
  ["BASH_FUNC_docker%%=() { id; }", "BASH_FUNC_docker%%=() { id; }\n"],
])("%s is a line of the file", (entry, file) => {
  expect(containerVariables([entry])).toEqual({ file, others: {} });
});

test.each([
  ["no name", "=1"],
  ["no value", "A"],
  ["no value, and a registry's name", "REGISTRY_STORAGE"],
  ["a name that is a comment", "#A=1"],
  ["a space in its name, for which the client refuses the whole file", "A B=1"],
  ["a space before its name", " A=1"],
  ["a byte order mark before its name", "\uFEFFA=1"],
  ["lines in its name", "A\nB=1"],
  ["several lines", "BASH_FUNC_docker%%=() {\n id\n}"],
  ["several lines, and the client reads it", "REGISTRY_AUTH_FILE=/a\n/b"],
  ["a proxy of several lines", "HTTP_PROXY=http://a\nNO_PROXY=b"],
  ["a carriage return, which the client would cut off", "A=1\r"],
  ["more than a line of the file may have", `A=${"x".repeat(64 * 1024)}`],
])("one with %s goes nowhere", (_, entry) => {
  expect(containerVariables(["B=2", entry])).toEqual({ file: "B=2\n", others: {} });
});

test.each([["a: 1\nb: 2"], ["a\r"], ["x".repeat(64 * 1024)]])(
  "a registry's own goes to the client, where a file has no form for it",
  (value) => {
    expect(containerVariables([`REGISTRY_STORAGE=${value}`])).toEqual({
      file: "",
      others: { REGISTRY_STORAGE: value },
    });
  },
);

test("no variable of an image gets a name that a client or a shell knows", () => {
  const entry = fc.tuple(
    fc.oneof(
      fc.constantFrom("HTTP_PROXY", "DOCKER_HOST", "BASH_ENV", "LD_PRELOAD", "REGISTRY_A"),
      fc.string(),
    ),
    fc.string({ unit: fc.constantFrom("a", "=", "\n", "\r", " ", "#") }),
  );
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const { file, others } = containerVariables(entries.map((parts) => parts.join("=")));
      for (const name of Object.keys(others)) expect(name).toMatch(/^REGISTRY_/);
      for (const line of file.split("\n").slice(0, -1)) expect(line).toMatch(/^[^\s=#][^\s=]*=/u);
    }),
    { numRuns: propertyRuns(300) },
  );
});

test("a program that is started gets none of this program's own variables", () => {
  const own = {
    INPUT_PASSWORD: "a",
    "INPUT_GITHUB-TOKEN": "a",
    STATE_container: "a",
    PRUNE_PASSWORD: "a",
    GITHUB_TOKEN: "a",
    ACTIONS_RUNTIME_TOKEN: "a",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "a",
    "BASH_FUNC_docker%%": "() { id; }",
  };
  const others = {
    PATH: "/bin",
    HOME: "/root",
    DOCKER_HOST: "unix:///x",
    HTTPS_PROXY: "http://p",
    AWS_PROFILE: "p",
  };
  expect(childEnvironment({ ...own, ...others, UNSET: undefined }, () => true)).toEqual(others);
});
