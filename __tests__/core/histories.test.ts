import { describe, expect, test } from "vitest";
import { type Circumstances, historyOf, pruneAfterEach } from "../support/histories.js";
import type { PolicyParts } from "../support/snapshots.js";

/** A history of real habits' kind. All that goes at each step was written by hand, from what its maintainers want. */
type History = readonly [name: string, settings: PolicyParts, pushes: string, circumstances?: Circumstances];

const NEWEST_OF_BRANCHES: PolicyParts = { keep: 2, sort: "prerelease", include: ["feature-*", "main-*"] };

const HISTORIES: readonly History[] = [
  [
    "releases, and a hotfix of an old line, which counts by its number",
    { keep: 3 },
    `
    2026-01-05  1.3.0
    2026-01-12  1.4.0
    2026-01-19  1.5.0
    2026-02-02  2.0.0  deletes 1.3.0
    2026-02-05  1.5.1  deletes 1.4.0
    2026-02-09  2.0.1  deletes 1.5.0
    2026-02-16  2.1.0  deletes 1.5.1
    2026-02-20  1.5.2                        # the fourth, but just pushed
    2026-02-23  2.1.1  deletes 1.5.2 2.0.0
    2026-03-02  v2.1.2 deletes 2.0.1         # one series, with a v or without
    2026-03-09  2.10.0 deletes 2.1.0
    `,
  ],
  [
    "releases, and hotfixes of lines that each have their own places",
    { keep: 2, groupBy: ["channel", "minor"] },
    `
    2026-01-05  1.4.8
    2026-01-12  1.4.9
    2026-01-19  1.4.10       deletes 1.4.8
    2026-02-02  2.0.0-rc.1
    2026-02-09  2.0.0
    2026-02-10  1.4.11       deletes 1.4.9
    2026-02-16  2.0.1
    2026-02-23  2.0.2        deletes 2.0.0
    2026-02-24  1.4.12       deletes 1.4.10
    2026-03-02  2.1.0-rc.1
    `,
  ],
  [
    "alphas by number: a counter that begins again loses nothing new, and nothing old until it has passed it",
    { keep: 2, sort: "prerelease", include: ["*-alpha.*"] },
    `
    2026-01-05  3.3.0-alpha.1
    2026-01-06  3.3.0-alpha.2
    2026-01-07  3.3.0-alpha.3   deletes 3.3.0-alpha.1
    2026-01-08  3.3.0
    2026-01-12  3.4.0-alpha.1                            # stays by its version
    2026-01-13  3.4.0-alpha.2   deletes 3.3.0-alpha.2    # 3.4.0's number 2 is the newer one
    2026-01-14  3.4.0-alpha.3   deletes 3.4.0-alpha.1
    2026-01-15  3.4.0-alpha.4   deletes 3.3.0-alpha.3 3.4.0-alpha.2
    2026-01-16  3.4.0-alpha.5   deletes 3.4.0-alpha.3
    2026-01-19  3.4.0
    `,
  ],
  [
    "alphas by version",
    { keep: 2 },
    `
    2026-01-05  3.3.0-alpha.73
    2026-01-06  3.3.0-alpha.74
    2026-01-12  3.4.0-alpha.1   deletes 3.3.0-alpha.73
    2026-01-13  3.4.0-ALPHA2    deletes 3.3.0-alpha.74
    2026-01-14  3.4.0-alpha.10  deletes 3.4.0-alpha.1
    2026-01-15  3.4.0-alpha9    deletes 3.4.0-ALPHA2
    2026-01-16  3.3.0-alpha.75                               # the third, but just pushed
    2026-01-17  3.4.0-alpha11   deletes 3.3.0-alpha.75 3.4.0-alpha9
    `,
  ],
  [
    "a version and a hash: the date decides",
    { keep: 2 },
    `
    2026-04-01  1.5.0-e4a8b07
    2026-04-02  1.5.0-b1c2d3e
    2026-04-03  1.5.0-9f3c2e1  deletes 1.5.0-e4a8b07
    2026-04-04  1.5.0-1234567  deletes 1.5.0-b1c2d3e    # a hash of digits alone
    2026-04-05  1.5.0-0a1b2c3  deletes 1.5.0-9f3c2e1
    2026-04-06  1.5.0
    2026-04-07  1.6.0-03d5f6a  deletes 1.5.0-1234567
    2026-04-08  1.5.1-77c1f2b  deletes 1.5.0-0a1b2c3    # older than 1.6.0, newer than 1.5.0
    2026-04-09  1.6.0-5d0e7aa  deletes 1.5.1-77c1f2b
    2026-04-10  1.6.0-1b7c9d2  deletes 1.6.0-03d5f6a
    `,
  ],
  [
    "…without dates: what ties across the last place stays, until two of a newer version are there",
    { keep: 2 },
    `
    2026-04-01  1.5.0-e4a8b07
    2026-04-02  1.5.0-b1c2d3e
    2026-04-03  1.5.0-9f3c2e1
    2026-04-04  1.5.0-1234567
    2026-04-07  1.6.0-03d5f6a
    2026-04-09  1.6.0-5d0e7aa  deletes 1.5.0-e4a8b07 1.5.0-b1c2d3e 1.5.0-9f3c2e1 1.5.0-1234567
    2026-04-10  1.6.0-1b7c9d2
    `,
    { undated: true },
  ],
  [
    "a day and a counter, which begins again each day",
    { keep: 2 },
    `
    2026-01-15  1.4.0-20260115-8
    2026-01-15  1.4.0-20260115-9
    2026-01-15  1.4.0-20260115-10  deletes 1.4.0-20260115-8
    2026-01-15  1.4.0-20260115-11  deletes 1.4.0-20260115-9
    2026-01-16  1.4.0-20260116-1   deletes 1.4.0-20260115-10
    2026-01-16  1.4.0-20260116-2   deletes 1.4.0-20260115-11
    2026-01-16  1.4.0
    2026-01-16  1.5.0-20260116-1   deletes 1.4.0-20260116-1
    `,
  ],
  [
    "calendar versions and their counter behind a dot",
    { keep: 2 },
    `
    2026-01-30  2026.01.30
    2026-01-30  2026.01.30.1
    2026-01-30  2026.01.30.2     deletes 2026.01.30
    2026-02-09  2026.2.9         deletes 2026.01.30.1
    2026-02-10  2026.02.10       deletes 2026.01.30.2
    2026-02-10  2026.02.11.dev3  # a channel of its own
    2026-02-11  2026.02.11       deletes 2026.2.9
    `,
  ],
  [
    "git describe: commits count apart from releases, and apart from those after a prerelease",
    { keep: 2 },
    `
    2026-05-01  v1.4.0
    2026-05-02  v1.4.0-1-g5d0e7aa
    2026-05-03  v1.4.0-9-gfffffff
    2026-05-04  v1.4.0-10-g1a2b3c4      deletes v1.4.0-1-g5d0e7aa
    2026-05-05  v1.5.0-rc.1
    2026-05-06  v1.5.0-rc.1-2-g9f3c2e1
    2026-05-07  v1.5.0-rc.1-11-g1234567
    2026-05-08  v1.5.0-rc.1-12-g0c4d1e2  deletes v1.5.0-rc.1-2-g9f3c2e1
    2026-05-09  v1.5.0-rc.2
    2026-05-10  v1.5.0-rc.2-1-g77c1f2b   deletes v1.5.0-rc.1-11-g1234567
    2026-05-11  v1.5.0
    2026-05-12  v1.5.0-2-g03d5f6a        deletes v1.4.0-9-gfffffff
    2026-05-13  v1.6.0                   deletes v1.4.0
    `,
  ],
  [
    "flavours behind _: each has its own place",
    { keep: 1 },
    `
    2026-01-20  21.0.2_13-jdk
    2026-01-20  21.0.2_13-jdk-alpine
    2026-01-20  21.0.2_13-jre
    2026-04-18  21.0.3_9-jdk          deletes 21.0.2_13-jdk
    2026-04-18  21.0.3_9-jdk-alpine   deletes 21.0.2_13-jdk-alpine
    2026-04-18  21.0.3_9-jre          deletes 21.0.2_13-jre
    2026-05-02  21.0.3_10-jdk         deletes 21.0.3_9-jdk
    2026-07-20  21.0.4_7-jdk          deletes 21.0.3_10-jdk
    2026-07-20  17.0.12_7-jdk                                       # the second, but just pushed
    2026-08-20  21.0.4.1_1-jdk        deletes 17.0.12_7-jdk 21.0.4_7-jdk
    `,
  ],
  [
    "builds behind _ never push a release out",
    { keep: 2 },
    `
    2026-06-01  1.3.0
    2026-06-02  1.4.0
    2026-06-03  1.4.0_9
    2026-06-04  1.4.0_10
    2026-06-05  1.4.0_118   deletes 1.4.0_9
    2026-06-06  1.4.0_dev
    2026-06-07  1.4.0_119   deletes 1.4.0_10
    2026-06-08  1.5.0       deletes 1.3.0
    2026-06-09  1.5.0_1     deletes 1.4.0_118
    `,
  ],
  [
    "branches with tickets, a number and a hash",
    NEWEST_OF_BRANCHES,
    `
    2026-07-01  feature-PROJ-123-login-57-1a2b3c7
    2026-07-01  main-57-1a2b3c4
    2026-07-02  main-58-77c1f2b
    2026-07-02  feature-PROJ-123-login-58-1a2b3c8
    2026-07-03  main-59-1234567                    deletes main-57-1a2b3c4
    2026-07-03  feature-PROJ-123-login-59-1a2b3c9  deletes feature-PROJ-123-login-57-1a2b3c7
    2026-07-04  feature-PROJ-124-cart-60-1a2b3d0
    2026-07-04  main-60-0c4d1e2                    deletes main-58-77c1f2b
    2026-07-05  feature-PROJ-125-1f3a9c0           # counts nothing
    2026-07-05  feature-PROJ-126-5d0e7aa
    2026-07-06  feature-PROJ-127-9f3c2e1
    2026-07-06  main-100-9f3c2e1                   deletes main-59-1234567
    2026-07-07  main-99-e4a8b07                    deletes main-60-0c4d1e2
    `,
  ],
  [
    "four parts and a word",
    { keep: 2 },
    `
    2026-02-01  4.0.9.2421-ls9
    2026-02-08  4.0.10.2503-ls10
    2026-02-15  4.0.10.2503-ls11         deletes 4.0.9.2421-ls9
    2026-02-22  4.0.10.2544-ls12         deletes 4.0.10.2503-ls10
    2026-03-01  4.0.11.2680-ls13         deletes 4.0.10.2503-ls11
    2026-03-02  4.0.11.2688
    2026-03-02  4.0.11.2688-develop-ls1
    2026-03-08  4.0.11.2680-ls14         deletes 4.0.10.2544-ls12
    2026-03-15  4.0.11.2681-c29d4c0c8-ls15  deletes 4.0.11.2680-ls13
    `,
  ],
  [
    "versions behind names, of which two are asked for",
    { keep: 1, include: ["api-v*", "web-v*"] },
    `
    2026-03-01  api-v1.9.0
    2026-03-01  web-v1.9.0
    2026-03-02  docs-v1.0.0
    2026-03-03  api-v1.10.0-rc.1
    2026-03-04  api-v1.10.0       deletes api-v1.9.0
    2026-03-05  web-v1.10.0       deletes web-v1.9.0
    2026-03-06  docs-v1.1.0
    2026-03-07  api-v1.10.0-rc.2  deletes api-v1.10.0-rc.1
    2026-03-08  web-v2.0.0-beta.1
    2026-03-09  api-v1.11.0       deletes api-v1.10.0
    2026-03-09  1.0.0
    2026-03-10  1.1.0
    `,
  ],
  [
    "floats that move, where a tag can be deleted by itself",
    { keep: 2 },
    `
    2026-03-01  1.1.0 1.1 1 latest
    2026-03-08  1.2.0 1.2 1 latest
    2026-03-15  1.2.1 1.2 1 latest  deletes 1.1.0   # its image stays for 1.1
    2026-03-22  1.3.0 1.3 1 latest  deletes 1.2.0
    2026-03-29  1.3.1 1.3 1 latest  deletes 1.2.1   # its image stays for 1.2
    2026-04-05  1.1.1 1.1
    2026-04-12  1.4.0 1.4 1 latest  deletes 1.1.1 1.3.0
    `,
    { untags: true },
  ],
  [
    "…where it can't: what a float names stays",
    { keep: 2 },
    `
    2026-03-01  1.1.0 1.1 1 latest
    2026-03-08  1.2.0 1.2 1 latest
    2026-03-15  1.2.1 1.2 1 latest
    2026-03-22  1.3.0 1.3 1 latest  deletes 1.2.0
    2026-03-29  1.3.1 1.3 1 latest
    2026-04-05  1.1.1 1.1           deletes 1.1.0   # 1.1 has left it
    2026-04-12  1.4.0 1.4 1 latest  deletes 1.3.0
    `,
  ],
  [
    "candidates that are released as they are, where a tag can be deleted by itself",
    { keep: 1, include: ["*-rc.*"] },
    `
    2026-03-01  1.4.0-rc.1
    2026-03-02  1.4.0-rc.2                  deletes 1.4.0-rc.1
    2026-03-03  1.4.0        from 1.4.0-rc.2
    2026-03-04  1.5.0-rc.1                  deletes 1.4.0-rc.2
    `,
    { untags: true },
  ],
  [
    "…where it can't",
    { keep: 1, include: ["*-rc.*"] },
    `
    2026-03-01  1.4.0-rc.1
    2026-03-02  1.4.0-rc.2                  deletes 1.4.0-rc.1
    2026-03-03  1.4.0        from 1.4.0-rc.2
    2026-03-04  1.5.0-rc.1
    2026-03-05  1.5.0-rc.2                  deletes 1.5.0-rc.1
    `,
  ],
  [
    "dates, then versions: the old scheme is excluded",
    { keep: 2, exclude: ["20??.*"] },
    `
    2026-10-01  2026.10.1
    2026-11-01  2026.11.1
    2026-12-01  2026.12.1
    2027-01-01  1.0.0
    2027-02-01  1.1.0
    2027-03-01  1.2.0  deletes 1.0.0
    `,
  ],
  [
    "numbers that begin again, by date",
    { keep: 2, sort: "created", include: ["build-*"] },
    `
    2026-05-01  build-1186
    2026-05-02  build-1187
    2026-05-03  build-1    deletes build-1186
    2026-05-04  build-2    deletes build-1187
    2026-05-05  build-10   deletes build-1
    `,
  ],
  [
    "a branch, a hash and the time, by name",
    { keep: 2, sort: "natural", include: ["main-*"] },
    `
    2026-05-01  main-1f3a9c0-1777593600
    2026-05-02  main-e4a8b07-1777680000
    2026-05-03  main-1234567-1777766400  deletes main-1f3a9c0-1777593600
    2026-05-04  main-03d5f6a-1777852800  deletes main-e4a8b07-1777680000
    2026-05-05  main-9f3c2e1-1777939200  deletes main-1234567-1777766400
    `,
  ],
  [
    "Python's stages: each has its own places",
    { keep: 1 },
    `
    2026-05-01  2026.5.0.dev20260501
    2026-05-02  2026.5.0.dev20260502  deletes 2026.5.0.dev20260501
    2026-05-03  2026.5.0b9
    2026-05-04  2026.5.0b10           deletes 2026.5.0b9
    2026-05-05  2026.5.0rc1
    2026-05-06  2026.5.0
    2026-05-07  2026.5.0.post1
    2026-05-08  2026.5.1              deletes 2026.5.0
    2026-05-09  2026.6.0b0            deletes 2026.5.0b10
    `,
  ],
  [
    "patches of each minor version, whatever their form",
    { keep: 1, groupBy: ["minor"] },
    `
    2026-05-01  1.4.2-rc.1
    2026-05-02  1.4.2-rc.1-alpine                              # nothing says which is newer
    2026-05-03  1.4.2-rc.2         deletes 1.4.2-rc.1 1.4.2-rc.1-alpine
    2026-05-04  1.4.2              deletes 1.4.2-rc.2
    2026-05-05  1.4.2-r8           deletes 1.4.2
    2026-05-06  1.4.2-r10          deletes 1.4.2-r8
    2026-05-07  1.4.3              deletes 1.4.2-r10
    2026-05-08  1.4.3-alpine
    2026-05-09  1.5.0-rc.1
    2026-05-10  1.4.4              deletes 1.4.3 1.4.3-alpine
    `,
    { undated: true },
  ],
];

describe("a repository that is pruned after every push", () => {
  const all = HISTORIES.map(
    ([name, settings, pushes, circumstances]) => [name, { settings, pushes, circumstances }] as const,
  );

  test.each(all)("%s", (_, { settings, pushes, circumstances }) => {
    const history = historyOf(pushes);
    const wanted = history.map(({ tags, deletes }) => [tags.join(" "), [...deletes].sort()]);
    for (const reversed of [false, true]) {
      const steps = pruneAfterEach(history, settings, { ...circumstances, reversed });
      expect(steps.map(({ push, deleted }) => [push.tags.join(" "), deleted])).toEqual(wanted);
    }
  });

  test("where nothing ties, and no image has two tags, needs no date, and no tag that is deleted by itself", () => {
    const plain = HISTORIES.filter(
      ([, { sort }, pushes, circumstances]) =>
        circumstances === undefined && sort !== "created" && !/from| 1\.1 |1\.5\.0-e4a8b07/.test(pushes),
    );
    expect(plain.length).toBeGreaterThan(10);
    for (const [, settings, pushes] of plain) {
      const history = historyOf(pushes);
      const steps = pruneAfterEach(history, settings, { undated: true, untags: true });
      expect(steps).toEqual(pruneAfterEach(history, settings));
    }
  });

  test("an old scheme that holds the places takes what was just pushed at the next push, and says so before", () => {
    const steps = pruneAfterEach(
      historyOf(`
        2026-10-01  2026.10.1
        2026-11-01  2026.11.1
        2027-01-01  1.0.0
        2027-02-01  1.1.0
      `),
      { keep: 2 },
    );
    expect(steps.map(({ deleted }) => deleted)).toEqual([[], [], [], ["1.0.0"]]);
    expect(steps.map(({ notices }) => notices.includes("pushed-beyond"))).toEqual([false, false, true, true]);
  });
});
