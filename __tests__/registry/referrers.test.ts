import { describe, expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { isDigest } from "../../src/core/names/reference.js";
import { pushReferrer } from "../support/attachments.js";
import { openPort, useDistribution } from "../support/distributions.js";
import type { Pushed, Stage } from "../support/proxied.js";
import { type Action, type Answer, startProxy } from "../support/proxy.js";
import { isReferrers, referrersIndex, useReferrersApi } from "../support/referrers-api.js";

const stage = useDistribution("2.8");

async function list(made: Stage, { digest }: Pushed) {
  if (!isDigest(digest)) throw new Error(digest);
  const { port, repository } = await openPort(made);
  return port.listReferrers(repository, digest);
}

async function referred(made: Stage) {
  const subject = await pushImage(made.repo, ["1.0.0"]);
  const referrers: Pushed[] = [];
  for (let count = 0; count < 3; count += 1) referrers.push(await pushReferrer(made.repo, subject));
  return { ...made, subject, referrers };
}

describe.each(["2.8", "3.1.1"] as const)("Distribution %s, which has no such list", (distribution) => {
  const own = useDistribution(distribution);

  test("says nothing about referrers, not that there are none", async ({ skip }) => {
    const made = await referred(await own(skip));
    expect(await list(made, made.subject)).toBeUndefined();
    expect(made.proxy.requests).toHaveLength(1);
  });
});

describe("a registry with the referrers API", () => {
  test("lists what refers to a manifest, and nothing where nothing does", async ({ skip }) => {
    const made = await referred(await stage(skip));
    useReferrersApi(made, made.referrers);
    expect(await list(made, made.subject)).toEqual(made.referrers.map(({ digest }) => digest));
    const [first] = made.referrers;
    if (first === undefined) throw new Error("there are three");
    expect(await list(made, first)).toEqual([]);
    const { headers } = made.proxy.requests.find(isReferrers()) ?? {};
    expect(headers?.accept).toBe("application/vnd.oci.image.index.v1+json");
  });

  test("is read page by page, each referrer once", async ({ skip }) => {
    const made = await referred(await stage(skip));
    useReferrersApi(made, [...made.referrers, ...made.referrers], 2);
    expect(await list(made, made.subject)).toEqual(made.referrers.map(({ digest }) => digest));
    expect(made.proxy.requests.filter(isReferrers())).toHaveLength(3);
  });

  test("has none where its list is null", async ({ skip }) => {
    const made = await referred(await stage(skip));
    const body = JSON.stringify({ schemaVersion: 2, manifests: null });
    made.proxy.on({ when: isReferrers(), act: { kind: "answer", status: 200, body } });
    expect(await list(made, made.subject)).toEqual([]);
  });

  test("that answers once with 503 is asked again", async ({ skip }) => {
    const made = await referred(await stage(skip));
    made.proxy.on({ when: isReferrers(), times: 1, act: { kind: "answer", status: 503 } });
    useReferrersApi(made, made.referrers);
    expect(await list(made, made.subject)).toHaveLength(3);
  });

  test("whose pages have no end is not to be trusted", async ({ skip }) => {
    const made = await referred(await stage(skip));
    const link = `</v2/${made.repo.name}/referrers/${made.subject.digest}>; rel="next"`;
    const endless: Action = { kind: "answer", status: 200, headers: { link }, body: referrersIndex([]) };
    made.proxy.on({ when: isReferrers(), act: endless });
    await expect(list(made, made.subject)).rejects.toThrow("no end");
    // It leads to itself.
    expect(made.proxy.requests.filter(isReferrers())).toHaveLength(1);
  });

  test("of more pages than anybody has is not to be trusted", async ({ skip }) => {
    const made = await referred(await stage(skip));
    let pages = 0;
    const more = (answer: Answer): Answer => {
      pages += 1;
      const link = `<?last=${String(pages)}>; rel="next"`;
      return { ...answer, status: 200, headers: { link }, body: Buffer.from(referrersIndex([])) };
    };
    made.proxy.on({ when: isReferrers(), act: { kind: "change", change: more } });
    await expect(list(made, made.subject)).rejects.toThrow("no end");
    expect(pages).toBe(1000);
  });

  test("whose next page is at another host is not to be trusted, and that host is not asked", async ({
    skip,
  }) => {
    const made = await referred(await stage(skip));
    const elsewhere = await startProxy(made.repo.base);
    onTestFinished(() => elsewhere.stop());
    const link = `<${elsewhere.url}/v2/${made.repo.name}/referrers/${made.subject.digest}>; rel="next"`;
    made.proxy.on({
      when: isReferrers(),
      act: { kind: "answer", status: 200, headers: { link }, body: referrersIndex([]) },
    });
    await expect(list(made, made.subject)).rejects.toThrow("another host");
    expect(elsewhere.requests).toEqual([]);
  });

  test.for([404, 405, 501])(
    "that answers the second page with %i is not taken to have no list",
    async (status, { skip }) => {
      const made = await referred(await stage(skip));
      made.proxy.on({ when: ({ path }) => path.endsWith("?page=1"), act: { kind: "answer", status } });
      useReferrersApi(made, made.referrers, 2);
      await expect(list(made, made.subject)).rejects.toThrow(String(status));
    },
  );
});
