import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { isReady } from "../../src/core/result/finding.js";
import { type HubPlace, type LocalHub, useDockerHub } from "../support/docker-hub.js";
import type { HubOptions } from "../support/docker-hub-state.js";
import { isDelete } from "../support/proxied.js";
import { type Checked, runCheck } from "./checking.js";

/** What check says of a repository on Docker Hub: a local server that follows its published API. */
const start = useDockerHub();

type Login = LocalHub["credentials"];

/** Checks a repository, and sees that nothing was deleted, and one manifest at most was read. */
async function checked(hub: LocalHub, { image }: Pick<HubPlace, "image">, login?: Login): Promise<Checked> {
  const found = await runCheck(image, {
    dockerHub: hub.addresses,
    login: login ?? hub.credentials,
  });
  const isHarmful = ({ path }: { readonly path: string }): boolean =>
    !path.includes("prune-image-tags-check-");
  expect([...hub.api.requests, ...hub.registry.requests].filter(isDelete).filter(isHarmful)).toEqual([]);
  expect(hub.world.pulls).toBeLessThanOrEqual(1);
  return found;
}

async function filled(hub: LocalHub): Promise<HubPlace> {
  const place = hub.place();
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(place.repo, [tag]);
  return place;
}

test("a repository that may be deleted from is ready", async ({ skip }) => {
  const hub = await start(skip);
  const place = await filled(hub);
  const { result, secrets } = await checked(hub, place);
  expect(result.findings).toEqual([
    { kind: "ok", check: "signed-in", message: "Docker Hub takes the password." },
    { kind: "ok", check: "repository", message: `${place.repo.name} has 2 tags.` },
    { kind: "ok", check: "deletes", message: "This account may delete tags and images in it." },
  ]);
  expect([isReady(result.findings), secrets]).toEqual([
    true,
    expect.arrayContaining([hub.credentials.password]),
  ]);
  expect([...place.state.tags.keys()]).toEqual(["1.0.0", "1.1.0"]);
});

describe("what is not ready", () => {
  const CASES: readonly (readonly [string, HubOptions, string, RegExp])[] = [
    ["a token that may only read", { scope: "read" }, "deletes", /forbidden with personal access token/],
    ["too few pulls", { pulls: 1 }, "pulls", /at least 2 images .* 1 more/],
  ];
  test.for(CASES)("%s", async ([, options, check, words], { skip }) => {
    const hub = await start(skip, options);
    const { result, of } = await checked(hub, await filled(hub));
    expect(of(check)).toMatchObject([{ kind: "problem", message: expect.stringMatching(words) as string }]);
    expect(isReady(result.findings)).toBe(false);
  });

  test("a wrong password: the rest is not asked of the registry's deletions", async ({ skip }) => {
    const hub = await start(skip);
    const place = await filled(hub);
    const { of, kinds, result } = await checked(hub, place, { ...hub.credentials, password: "wrong" });
    expect(of("signed-in")).toMatchObject([
      { kind: "problem", message: expect.stringContaining("does not take the password") as string },
    ]);
    expect([kinds["deletes"], isReady(result.findings)]).toEqual([undefined, false]);
  });

  test("a repository that is not there", async ({ skip }) => {
    const hub = await start(skip);
    const { of, result } = await checked(hub, hub.place());
    expect(of("repository")).toMatchObject([{ kind: "problem" }]);
    expect(isReady(result.findings)).toBe(false);
  });
});

test("immutable tags are warned of", async ({ skip }) => {
  const hub = await start(skip, { immutable: /^1\.0/ });
  const { of, result } = await checked(hub, await filled(hub));
  expect(of("immutable-tags")).toMatchObject([
    { kind: "warning", fix: expect.stringContaining("Tag mutability settings") as string },
  ]);
  expect(isReady(result.findings)).toBe(true);
});
