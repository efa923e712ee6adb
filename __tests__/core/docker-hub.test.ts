import { describe, expect, test } from "vitest";
import { isOnDockerHub, isPathOf, parseReference, underItsHubName } from "../../src/core/names/reference.js";
import { parseImageGlob } from "../../src/core/names/image-glob.js";

describe("a place on Docker Hub", () => {
  test.each([
    ["team/app:1", "docker.io", "team/app"],
    ["docker.io/team/app", "docker.io", "team/app"],
    ["index.docker.io/team/app:1", "docker.io", "team/app"],
    ["registry-1.docker.io/team/app", "docker.io", "team/app"],
    ["https://registry.hub.docker.com/team/app", "docker.io", "team/app"],
    ["alpine:3", "docker.io", "library/alpine"],
    ["docker.io/alpine", "docker.io", "library/alpine"],
    ["index.docker.io/library/alpine", "docker.io", "library/alpine"],
    ["registry.example.com/alpine", "registry.example.com", "alpine"],
    ["docker.io.example.com/team/app", "docker.io.example.com", "team/app"],
  ])("%s has one name", (text, host, repository) => {
    const reference = parseReference(text);
    expect(underItsHubName(reference)).toEqual({ ...reference, host, repository });
    expect(isOnDockerHub(reference.host)).toBe(host === "docker.io");
  });

  test("a pattern has it too", () => {
    expect(underItsHubName(parseImageGlob("index.docker.io/team/*"))).toMatchObject({
      host: "docker.io",
      pattern: "team/*",
    });
  });
});

describe("the path of a reference", () => {
  test.each([
    ["docker.io/team/app", "team/app", true],
    ["mirror.example.com/hub/team/app", "team/app", true],
    ["docker.io/alpine", "library/alpine", true],
    ["docker.io/library/alpine", "library/alpine", true],
    ["r.example.com/library/alpine", "library/alpine", true],
    ["r.example.com/alpine", "library/alpine", false],
    ["docker.io/team/alpine", "library/alpine", false],
    ["docker.io/alpine", "team/alpine", false],
    ["docker.io/my-team/app", "team/app", false],
  ])("%s is one of %s: %s", (path, repository, is) => {
    expect(isPathOf(path, repository)).toBe(is);
  });
});
