import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { parseReference } from "../../src/core/names/reference.js";
import { signedProduct } from "../../src/registry/connection/product-signs.js";
import { undoTime } from "../../src/registry/distribution/own/undo-time.js";
import { openRegistry } from "../../src/registry/open.js";
import { runCli } from "../support/doors.js";
import { useProxiedRegistry } from "../support/proxied.js";
import type { Answer, Rule } from "../support/proxy.js";

describe("a product", () => {
  const bearer = (realm: string, service: string) => ({
    "www-authenticate": `Bearer realm="${realm}",service="${service}",scope="repository:a:pull"`,
  });

  test.each([
    ["gitlab", { "gitlab-container-registry-version": "4.9.0-gitlab" }],
    ["gitlab", bearer("https://gitlab.example.com/jwt/auth", "container_registry")],
    ["harbor", bearer("https://harbor.example.com/service/token", "harbor-registry")],
    ["gitea", bearer("https://git.example.com/v2/token", "container_registry")],
    ["quay", bearer("https://quay.io/v2/auth", "quay.io")],
    ["artifactory", { "x-jfrog-version": "Artifactory/7.90.1" }],
    ["nexus", { server: "Nexus/3.89.0 (COMMUNITY)" }],
  ])("is %s by %j", (product, headers) => {
    expect(signedProduct(headers)?.product).toBe(product);
  });

  test.each([
    { server: "nginx" },
    { "docker-distribution-api-version": "registry/2.0" },
    bearer("https://auth.example.com/token", "container_registry"),
    bearer("https://auth.example.com/jwt/auth", "registry"),
    bearer("https://auth.example.com/v2/auth", "quay.io"),
  ])("is not known by %j", (headers) => {
    expect(signedProduct(headers)).toBeUndefined();
  });
});

test.each([
  [undefined, "distribution", "until-collection"],
  [undefined, "unseen", "until-collection"],
  [undefined, "other", "unknown"],
  // GitLab's registry has Distribution's words.
  ["gitlab", "distribution", "until-own-collection"],
  ["harbor", "other", "until-own-collection"],
  ["quay", "other", "time-machine"],
  ["gitea", "other", "dropped"],
  ["nexus", "distribution", "unknown"],
  ["artifactory", "unseen", "unknown"],
] as const)("what is deleted from %s (its words: %s) can be put back: %s", (product, owner, time) => {
  expect(undoTime(product, owner)).toBe(time);
});

/** Changes headers of every answer; those that are undefined are not there. */
function answering(changed: Readonly<Record<string, string | undefined>>): Rule {
  const change = (answer: Answer): Answer => {
    const headers = Object.entries({ ...answer.headers, ...changed });
    return { ...answer, headers: Object.fromEntries(headers.filter(([, value]) => value !== undefined)) };
  };
  return { when: () => true, act: { kind: "change", change } };
}

const WAY = {
  credentials: { kind: "anonymous" },
  plainHttp: [],
  concurrency: 1,
  userAgent: "prune-image-tags/test",
  onSecret: () => undefined,
} as const;

describe("over a real registry whose answers are another's", () => {
  const start = useProxiedRegistry();

  test.each([
    ["as they are", {}, "until-collection"],
    ["GitLab's", { "gitlab-container-registry-version": "4.9.0-gitlab" }, "until-own-collection"],
    ["Nexus's", { server: "Nexus/3.89.0" }, "unknown"],
    ["nobody's", { "docker-distribution-api-version": undefined }, "unknown"],
  ])("%s", async (_name, headers, time) => {
    const made = await start();
    await pushImage(made.repo, ["1.0.0"]);
    made.proxy.on(answering(headers));
    const { host, repository } = parseReference(made.image);
    const port = await openRegistry({ ...WAY, host, rights: ["pull", "delete"] });
    try {
      await port.listTags(repository);
      await port.proveDeletes(repository);
      expect(port.undo()).toBe(time);
    } finally {
      port.close();
    }
  });

  test("a run promises of it what is known alone", async () => {
    const made = await start();
    for (const name of ["1.0.0", "1.1.0"]) await pushImage(made.repo, [name]);
    made.proxy.on(answering({ "docker-distribution-api-version": undefined }));
    const { code, stdout } = await runCli([made.image, "--keep", "1", "--yes"]);
    expect(code).toBe(0);
    expect(stdout).toContain("To put something back if the registry still has its layers:\n");
    expect(stdout).not.toContain("garbage collection");
  });
});
