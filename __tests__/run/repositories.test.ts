import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { repositories, type ShardedRepositories } from "../../src/commands/repositories.js";
import { renderMatrix, viewRepositories } from "../../src/report/verbs/repositories.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { startProxy } from "../support/proxy.js";
import { readSettings } from "../support/settings.js";

/** `repositories` on a real registry of its own, for its whole catalog counts. */
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ readOnly: false });
  const tags: Readonly<Record<string, number>> = { "team/app": 7, "team/web": 3, "team/db": 2, base: 1 };
  for (const [name, count] of Object.entries(tags)) {
    const names = Array.from({ length: count }, (_, index) => `1.0.${String(index)}`);
    await pushImage({ base: registry.url, name }, names);
  }
});
afterAll(() => registry.stop());

const HOOKS = { userAgent: "prune-image-tags/test", onSecret: () => undefined };

async function divide(raw: RawSettings): Promise<ShardedRepositories> {
  const settings = readSettings({ ...raw, command: "repositories" });
  if (settings.command !== "repositories") throw new Error("another command");
  return repositories(settings, HOOKS);
}

interface Entry {
  readonly shard: number;
  readonly repositories: string;
  readonly count: number;
  readonly tags: number;
}
const entriesOf = ({ shards }: ShardedRepositories): readonly Entry[] =>
  (JSON.parse(renderMatrix(shards)) as { include: readonly Entry[] }).include;

describe("repositories", () => {
  test("divides the catalog into shards of about as many tags, on one line of JSON", async () => {
    const found = await divide({ image: `${registry.host}/**`, shards: "2" });
    const { host } = registry;
    expect(entriesOf(found)).toEqual([
      { shard: 1, repositories: `${host}/team/app`, count: 1, tags: 7 },
      {
        shard: 2,
        repositories: [`${host}/base`, `${host}/team/db`, `${host}/team/web`].join("\n"),
        count: 3,
        tags: 6,
      },
    ]);
    const view = viewRepositories(found);
    expect(view.text().trimEnd()).not.toContain("\n");
    expect([view.status, view.failure]).toEqual(["done", ""]);
    expect(view.outputs?.()).toEqual([{ name: "matrix", value: view.text().trimEnd() }]);
  });

  test("takes names and patterns together, each repository once, and no more shards than repositories", async () => {
    const { host } = registry;
    const found = await divide({ image: `${host}/base\n${host}/team/d*\n${host}/team/db`, shards: "8" });
    expect(entriesOf(found).map((entry) => entry.repositories)).toEqual([`${host}/team/db`, `${host}/base`]);
  });

  test("sends nothing that changes anything", async () => {
    const proxy = await startProxy(registry.url);
    try {
      await divide({ image: `${proxy.host}/**` });
      expect(new Set(proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    } finally {
      await proxy.stop();
    }
  });

  test.each([
    ["a pattern that matches nothing", (host: string) => `${host}/other/*`, /matches/],
    ["a catalog that can't be read", () => "127.0.0.1:1/**", /127\.0\.0\.1:1/],
  ])("%s is an error, for a matrix without its repositories would be green", async (_, image, words) => {
    await expect(divide({ image: image(registry.host) })).rejects.toThrow(words);
  });

  test("a repository whose tags can't be listed is in a shard all the same, and told", async () => {
    const proxy = await startProxy(registry.url);
    try {
      proxy.on({ when: ({ path }) => path.includes("/team/db/tags/"), act: { kind: "answer", status: 500 } });
      const found = await divide({ image: `${proxy.host}/**`, shards: "1" });
      expect(entriesOf(found)).toMatchObject([{ count: 4, tags: 11 }]);
      expect(found.unweighed.map(({ name }) => name)).toEqual([`${proxy.host}/team/db`]);
      expect(await viewRepositories(found).summary?.()).toContain("team/db");
    } finally {
      await proxy.stop();
    }
  });

  test("more names than a variable takes are a failure that says so", () => {
    const long = Array.from({ length: 2000 }, (_, index) => ({
      name: `r.example.com/${"x".repeat(80)}-${String(index)}`,
    }));
    const view = viewRepositories({ shards: [{ repositories: long, weight: 2000 }], unweighed: [] });
    expect(view.status).toBe("failed");
    expect(view.failure).toContain("Set shards higher");
  });

  test.each(["0", "257"])("%s shards are none of a matrix", (shards) => {
    expect(() => readSettings({ command: "repositories", image: "r.example.com/**", shards })).toThrow(
      "from 1 to 256",
    );
  });
});
