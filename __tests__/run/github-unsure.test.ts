import { describe, expect, test } from "vitest";
import { pullImage, pushImage } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import {
  changed,
  changesSent,
  digestsLeft,
  isVersions,
  type OnGitHub,
  pushTags,
  toldBy,
  useStage,
} from "../support/github-pruning.js";
import type { Action, RecordedRequest } from "../support/proxy.js";
import { applied, failed } from "../support/pruning.js";

/** Where GitHub's answers leave a doubt, nothing is deleted. */
const stage = useStage();

const TAGS = ["1.0.0", "1.1.0", "1.2.0"];

/** Three images with a tag and one without, of which a prune would take two. */
async function filled(): Promise<OnGitHub> {
  const made = await stage();
  await pushImage(made.pack.repo, []);
  await pushTags(made, ...TAGS);
  return made;
}

const JSON_TYPE = { "content-type": "application/json" };

function answer(status: number, body: string): Action {
  return { kind: "answer", status, headers: JSON_TYPE, body };
}

function change(each: (version: object) => unknown): Action {
  return { kind: "change", change: changed((versions) => versions.map(each)) };
}

const metadata = (container: unknown) => ({ metadata: { package_type: "container", container } });

const TRUSTED = "can't be trusted: ";
const NONE = `${TRUSTED}there is something in the list of versions that is none of a container's`;

const PAGES: readonly [string, Action, string][] = [
  ["that fails", answer(500, "{}"), "answered 500 while listing the versions of octo/app-"],
  ["that fails and says why", answer(500, '{"message":"Oh no"}'), 'answered 500, "Oh no" while listing'],
  ["that is not there by now", answer(404, '{"message":"Package not found."}'), "finds no octo/app-"],
  ["that is forbidden by now", answer(403, '{"message":"No."}'), 'says no (403, "No.") while listing'],
  ["that is no JSON", answer(200, "<html>"), `${TRUSTED}a list is none`],
  ["that is empty text", answer(200, ""), `${TRUSTED}a list is none`],
  ["that is an object", answer(200, '{"message":"Hello"}'), `${TRUSTED}a list is none`],
  ["that is null", answer(200, "null"), `${TRUSTED}a list is none`],
  ["that breaks off", { kind: "truncate" }, ""],
  ["that never comes", { kind: "reset" }, ""],
];

const VERSIONS: readonly [string, Action, string][] = [
  ["of a version that is null", change(() => null), NONE],
  ["of a version without an id", change((version) => ({ ...version, id: undefined })), NONE],
  ["of a version whose id is a text", change((version) => ({ ...version, id: "12" })), NONE],
  ["of a version whose name is no digest", change((version) => ({ ...version, name: "1.0.0" })), NONE],
  ["of a version without a name", change((version) => ({ ...version, name: undefined })), NONE],
  ["of a version without metadata", change((version) => ({ ...version, metadata: undefined })), NONE],
  ["of a version of another kind", change((version) => ({ ...version, ...metadata(undefined) })), NONE],
  ["of a version without a list of tags", change((version) => ({ ...version, ...metadata({}) })), NONE],
  [
    "of a version whose tags are a text",
    change((version) => ({ ...version, ...metadata({ tags: "1.0.0" }) })),
    NONE,
  ],
  [
    "of a version with a tag that is none",
    change((version) => ({ ...version, ...metadata({ tags: ["a/b"] }) })),
    NONE,
  ],
  [
    "of a version with a number for a tag",
    change((version) => ({ ...version, ...metadata({ tags: [1] }) })),
    NONE,
  ],
  ["of a version that was never created", change((version) => ({ ...version, created_at: undefined })), NONE],
  ["of a version that was never changed", change((version) => ({ ...version, updated_at: undefined })), NONE],
  ["of a version of no date", change((version) => ({ ...version, updated_at: "yesterday" })), NONE],
];

/** The nth page from now on, and those that are asked for again because it failed. */
function fromNth(nth: number, { github }: OnGitHub): (request: RecordedRequest) => boolean {
  return (request) => isVersions(request) && github.api.requests.filter(isVersions).length >= nth;
}

async function leavesAll(made: OnGitHub, words: string): Promise<void> {
  const before = made.pack.versions();
  const pruned = await made.prune({ keep: "1" });
  failed(pruned);
  expect(toldBy(pruned.outcome)).toContain(words);
  expect([statusOf(pruned.result), changesSent(made)]).toEqual(["failed", []]);
  expect(made.pack.versions()).toEqual(before);
}

describe.each([
  ["when it is planned", 1, [...PAGES, ...VERSIONS]],
  ["just before the deletions", 2, PAGES],
] as const)("%s, a page of versions", (_, nth, table) => {
  test.each(table)("%s: nothing is deleted", async (_page, act, words) => {
    const made = await filled();
    made.github.api.on({ when: fromNth(nth, made), act });
    await leavesAll(made, words);
    expect(made.github.api.requests.filter(isVersions).length).toBeGreaterThanOrEqual(nth);
  });
});

const MANIFESTS: readonly [string, Action, string][] = [
  ["fails", answer(500, "{}"), "500"],
  ["is a proxy's 404", { kind: "answer", status: 404, body: "not found" }, "404"],
  [
    "is no JSON",
    {
      kind: "answer",
      status: 200,
      headers: { "content-type": "application/vnd.oci.image.manifest.v1+json" },
      body: "<html>",
    },
    "a manifest can't be trusted",
  ],
  [
    "has other bytes",
    { kind: "change", change: (given) => ({ ...given, body: Buffer.from(`${given.body.toString()} `) }) },
    "a manifest can't be trusted",
  ],
  ["breaks off", { kind: "truncate" }, ""],
];

describe("a manifest without a tag", () => {
  test.each(MANIFESTS)("that %s leaves all", async (_, act, words) => {
    const made = await filled();
    const { digest } = made.pack.versions().find(({ tags }) => tags.length === 0) ?? { digest: "" };
    made.github.registry.on({ when: ({ method, path }) => method === "GET" && path.endsWith(digest), act });
    await leavesAll(made, words);
  });

  test("that appears between plan and deletions and can't be read leaves all", async () => {
    const made = await filled();
    let digest = "none";
    made.github.api.on({
      when: fromNth(2, made),
      times: 1,
      act: { kind: "before", run: async () => ({ digest } = await pushImage(made.pack.repo, [])) },
    });
    made.github.registry.on({ when: ({ path }) => path.endsWith(digest), act: answer(500, "{}") });
    const pruned = await made.prune({ keep: "1" });
    failed(pruned);
    expect([statusOf(pruned.result), changesSent(made)]).toEqual(["failed", []]);
    expect(digestsLeft(made)).toContain(digest);
    expect(digestsLeft(made).size).toBe(5);
  });

  test("that is listed and not there is nothing that stays, and holds nothing up", async () => {
    const made = await filled();
    const ghost = `sha256:${"1".repeat(64)}`;
    const act: Action = {
      kind: "change",
      change: changed((versions) => [
        ...versions,
        { ...versions[0], id: 1, name: ghost, ...metadata({ tags: [] }) },
      ]),
    };
    made.github.api.on({ when: isVersions, act });
    expect(applied(await made.prune({ keep: "1" })).deleted).toEqual(["1.1.0", "1.0.0"]);
    expect(made.left()).toEqual(["-", "1.2.0"]);
    await pullImage(made.pack.repo, "1.2.0");
  });
});

test("the registry's own list of tags is as needed as the API's", async () => {
  const made = await filled();
  made.github.registry.on({ when: ({ path }) => path.includes("tags/list"), act: answer(500, "{}") });
  await leavesAll(made, "500");
});
