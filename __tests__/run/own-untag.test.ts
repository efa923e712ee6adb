import { describe, expect, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { useDistribution } from "../support/distributions.js";
import type { Proxied } from "../support/proxied.js";
import type { Action, Answer, RecordedRequest } from "../support/proxy.js";
import { applied, runPrune } from "../support/pruning.js";

/**
 * Registries that refuse to delete a tag in the standard way, and have one of their own: local servers that answer as the documents of GitLab and Harbor say, in front
 * of a real Distribution 3.1.1.
 */
const start = useDistribution("3.1.1");
const LOGIN = { username: "robot$ci", password: "s3cret-of-the-robot" };
const JSON_TYPE = { "content-type": "application/json" };
const errors = (code: string): string => JSON.stringify({ errors: [{ code, message: "words" }] });
const isStandard = ({ method, path }: RecordedRequest): boolean =>
  method === "DELETE" && /\/manifests\/(?!sha256:)/.test(path);
const BEARER = 'Bearer realm="http://127.0.0.1:9/service/token",service="harbor-registry"';

/** Has the registry refuse the standard way, as 2.8 does. */
function refuseTags({ proxy }: Proxied): void {
  const body = errors("UNSUPPORTED");
  proxy.on({ when: isStandard, act: { kind: "answer", status: 405, headers: JSON_TYPE, body } });
}

interface OwnWay {
  /** The paths of its own way, with the tag in the first group. */
  readonly path: RegExp;
  readonly done: number;
  readonly unknown: string;
  readonly begin: (made: Proxied) => void;
}

const GITLAB: OwnWay = {
  path: /\/tags\/reference\/([^/?]+)$/,
  done: 202,
  unknown: errors("MANIFEST_UNKNOWN"),
  begin: ({ proxy }) => {
    const headers = {
      "gitlab-container-registry-version": "3.60.0-gitlab",
      "gitlab-container-registry-features": "tag_delete, other",
    };
    const change = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, ...headers } });
    proxy.on({ when: ({ path }) => path === "/v2/", act: { kind: "change", change } });
  },
};

const HARBOR: OwnWay = {
  path: /^\/api\/v2\.0\/projects\/[^/]+\/repositories\/[^/]+\/artifacts\/([^/]+)\/tags\/\1$/,
  done: 200,
  unknown: errors("NOT_FOUND"),
  begin: ({ proxy }) => {
    // The first, as nobody, is answered with a challenge; the registry behind asks for no password.
    const headers = { ...JSON_TYPE, "www-authenticate": BEARER };
    proxy.on({
      when: ({ path }) => path === "/v2/",
      act: { kind: "answer", status: 401, headers, body: errors("UNAUTHORIZED") },
    });
  },
};

/** Has the server delete tags in its own way, and returns the requests that did. */
function serve(
  made: Proxied,
  { path, done, unknown, begin }: OwnWay,
  refused?: { status: number; body: string },
): void {
  refuseTags(made);
  begin(made);
  const { proxy, repo } = made;
  proxy.on({
    when: (request) => request.method === "DELETE" && path.test(request.path),
    act: {
      kind: "respond",
      respond: async ({ request }, response) => {
        const [, tag = ""] = path.exec(request.path) ?? [];
        const isThere = (await listTags(repo)).includes(tag);
        if (!isThere) {
          response.writeHead(404, JSON_TYPE).end(unknown);
        } else if (refused !== undefined) {
          response.writeHead(refused.status, JSON_TYPE).end(refused.body);
        } else {
          await fetch(`${repo.base}/v2/${repo.name}/manifests/${tag}`, { method: "DELETE" });
          response.writeHead(done).end();
        }
      },
    },
  });
}

describe.each([
  ["GitLab's registry before it took tags in the standard way", GITLAB],
  ["Harbor's API", HARBOR],
] as const)("%s", (_, way) => {
  test("deletes a tag whose image another tag keeps", async ({ skip }) => {
    const made = await start(skip);
    const { digest } = await pushImage(made.repo, ["1.0.0", "stable"]);
    await pushImage(made.repo, ["1.1.0"]);
    serve(made, way);
    const pruned = await runPrune({ image: made.image, keep: "1", ...LOGIN });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted"]);
    expect([...(await listTags(made.repo))].sort()).toEqual(["1.1.0", "stable"]);
    await pullImage(made.repo, digest);
  });

  test.for<[string, Action]>([
    ["does not let us", { kind: "answer", status: 403, headers: JSON_TYPE, body: errors("FORBIDDEN") }],
    ["says that a tag is gone which nobody gave", { kind: "answer", status: way.done }],
  ])("is left alone where it %s, and the tag stays", async ([, act], { skip }) => {
    const made = await start(skip);
    await pushImage(made.repo, ["1.0.0", "stable"]);
    await pushImage(made.repo, ["1.1.0"]);
    const isOwn = ({ method, path }: RecordedRequest): boolean => method === "DELETE" && way.path.test(path);
    made.proxy.on({ when: isOwn, act });
    serve(made, way);
    await runPrune({ image: made.image, keep: "1", ...LOGIN });
    // It was asked by a tag that nobody has, and for none that is there.
    const tags = made.proxy.requests.filter(isOwn).map(({ path }) => way.path.exec(path)?.[1]);
    expect(tags).toEqual([expect.not.stringMatching(/^(?:1\.0\.0|1\.1\.0|stable)$/)]);
    expect([...(await listTags(made.repo))].sort()).toEqual(["1.0.0", "1.1.0", "stable"]);
  });

  test("says no to one that it keeps, and nothing is lost", async ({ skip }) => {
    const made = await start(skip);
    await pushImage(made.repo, ["1.0.0", "stable"]);
    await pushImage(made.repo, ["1.1.0"]);
    serve(made, way, {
      status: 412,
      body: JSON.stringify({ errors: [{ code: "PRECONDITION", message: "immutable" }] }),
    });
    const [only] = applied(await runPrune({ image: made.image, keep: "1", ...LOGIN })).deletions;
    expect(only).toMatchObject({ kind: "failed", error: { kind: "not-deletable" } });
    expect([...(await listTags(made.repo))].sort()).toEqual(["1.0.0", "1.1.0", "stable"]);
  });
});

test("a registry that has neither keeps the tag, as before, and gets no password that it did not ask for", async ({
  skip,
}) => {
  const made = await start(skip);
  await pushImage(made.repo, ["1.0.0", "stable"]);
  await pushImage(made.repo, ["1.1.0"]);
  refuseTags(made);
  await runPrune({ image: made.image, keep: "1", ...LOGIN });
  expect([...(await listTags(made.repo))].sort()).toEqual(["1.0.0", "1.1.0", "stable"]);
  expect(made.proxy.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});

/** The questions to a registry what it is, of which the one for each run that finds it is none. */
const questions = ({ proxy }: Proxied): readonly RecordedRequest[] =>
  proxy.requests.filter(({ method, path }) => method === "GET" && path === "/v2/");

test("a registry that lets everybody in is asked once what it is, whatever the number of repositories", async ({
  skip,
}) => {
  const made = await start(skip);
  const other = { ...made.repo, name: `${made.repo.name}-2` };
  for (const repo of [made.repo, other]) {
    await pushImage(repo, ["1.0.0", "stable"]);
    await pushImage(repo, ["1.1.0"]);
  }
  refuseTags(made);
  await runPrune({ image: `${made.image},${made.image}-2`, keep: "1", ...LOGIN });
  expect(questions(made)).toHaveLength(1);
});

test("one that asks to sign in is asked once more as who signed in, and then no more", async ({ skip }) => {
  const made = await start(skip);
  const other = { ...made.repo, name: `${made.repo.name}-2` };
  for (const repo of [made.repo, other]) {
    await pushImage(repo, ["1.0.0", "stable"]);
    await pushImage(repo, ["1.1.0"]);
  }
  serve(made, { ...GITLAB, begin: beSignedIn });
  await runPrune({ image: `${made.image},${made.image}-2`, keep: "1", ...LOGIN });
  const signed = questions(made).filter(({ headers }) => headers.authorization !== undefined);
  expect([questions(made).length - signed.length, signed.length]).toEqual([2, 1]);
  expect([...(await listTags(made.repo))].sort()).toEqual(["1.1.0", "stable"]);
});

/** Has a registry name its features to who signed in alone, as GitLab's does. */
function beSignedIn(made: Proxied): void {
  made.proxy.on({
    when: ({ path, headers }) => path === "/v2/" && headers.authorization === undefined,
    act: {
      kind: "answer",
      status: 401,
      headers: { ...JSON_TYPE, "www-authenticate": 'Basic realm="registry"' },
      body: errors("UNAUTHORIZED"),
    },
  });
  GITLAB.begin(made);
}
