import { describe, expect, test } from "vitest";
import { comparatorOf, compareTagsNewestFirst, type OrderedTag, SORTS } from "../../src/core/names/order.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import { standings } from "../../src/core/policy/ranks.js";
import { goes } from "../../src/core/policy/verdict.js";
import { readTagName } from "../../src/core/names/version.js";
import { propertyRuns } from "../support/property-runs.js";
import {
  daysAgo,
  ownImages,
  policy,
  type PolicyParts,
  snapshot,
  type SnapshotParts,
  tag,
} from "../support/snapshots.js";
import { TAG_LISTS, type TagList, tagsOf } from "../support/tag-lists.js";

/** From one name to another of a list, as its project published them. */
function between(list: TagList, first: string, last: string): readonly string[] {
  const names = tagsOf(list);
  const [from, to] = [names.indexOf(first), names.indexOf(last)];
  if (from < 0 || to <= from) throw new Error(`${list} does not go from ${first} to ${last}`);
  return names.slice(from, to + 1);
}

/** Numbers that look random, the same for the same seed (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = randoms(seed);
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** A repository with these tags, each with an image of its own; some have a date. */
function repository(names: readonly string[]): SnapshotParts {
  // By the name alone, so that the order of the listing has no say.
  const places = new Map([...names].sort().map((name, place) => [name, place]));
  const listed = names.map((name) => [name, places.get(name) ?? 0] as const);
  const image = (place: number): string => `image ${place}`;
  return {
    tags: Object.fromEntries(listed.map(([name, place]) => [name, image(place)])),
    created: Object.fromEntries(
      listed.flatMap(([, place]) => (place % 3 === 0 ? [] : [[image(place), daysAgo(place % 50)] as const])),
    ),
  };
}

function planned(names: readonly string[], settings: PolicyParts): Plan {
  return plan(snapshot(repository(names)), policy({ allowEmpty: true, ...settings }));
}

/** The tags that stay because they are among the newest, as they stand in the plan. */
function newest(list: TagList, settings: PolicyParts): readonly string[] {
  return planned(tagsOf(list), settings).verdicts.flatMap(({ tag, reason }) =>
    reason.kind === "newest" ? [tag] : [],
  );
}

/** The tags that would go. */
function going(list: TagList, settings: PolicyParts): readonly string[] {
  return planned(tagsOf(list), settings)
    .verdicts.filter(goes)
    .map(({ tag }) => tag);
}

/** The tags that have a place in the order. */
function candidates(names: readonly string[], settings: PolicyParts): readonly string[] {
  const { places } = standings(snapshot(repository(names)), policy(settings));
  return places.flatMap(({ tag, place }) => (place.kind === "ranked" ? [tag] : []));
}

/** In the order of semantic versions, newest first. */
function bySemver(names: readonly string[]): readonly string[] {
  const ordered = names.map((name): OrderedTag => ({ tag: tag(name), name: readTagName(name) }));
  return ordered.sort(comparatorOf("semver")).map((each) => each.tag);
}

describe.each(TAG_LISTS)("the tags of %s", (list) => {
  const names = tagsOf(list);

  test("are many, each valid, and each there once", () => {
    expect(names.length).toBeGreaterThan(80);
    expect(new Set(names.map(tag)).size).toBe(names.length);
  });

  test("are read the same the second time", () => {
    for (const name of names) expect(readTagName(name)).toEqual(readTagName(name));
  });

  test.each(SORTS)("by %s: each has exactly one verdict, whatever the order of the listing", (sort) => {
    for (const include of [[], ["*"], ["/\\d/"]]) {
      const settings = { keep: 3, sort, include };
      const first = planned(names, settings);
      expect(first.verdicts.map((verdict) => verdict.tag).sort()).toEqual([...names].sort());
      const gone = first.deletions.flatMap(({ tags }) => tags);
      expect([...gone].sort()).toEqual(
        first.verdicts
          .filter(goes)
          .map((verdict) => verdict.tag)
          .sort(),
      );
      expect(planned(shuffled(names, 1), settings)).toEqual(first);
    }
  });

  test.each(SORTS)("by %s: have one order, each newer than all behind it, or tied with them", (sort) => {
    const compare = comparatorOf(sort);
    const item = (name: string, index: number): OrderedTag => ({
      tag: tag(name),
      name: readTagName(name),
      ...(index % 3 === 0 ? {} : { created: daysAgo(index % 50) }),
    });
    const listed = (a: OrderedTag, b: OrderedTag): number =>
      compare(a, b) || compareTagsNewestFirst(a.tag, b.tag);
    const ordered = names.map(item).sort(listed);
    expect(shuffled(names.map(item), 2).toSorted(listed)).toEqual(ordered);
    const random = randoms(3);
    const pairs = [
      ...ordered.slice(1).map((_, index) => [index, index + 1] as const),
      ...Array.from({ length: propertyRuns(2000) }, () => {
        const [a, b] = [random(), random()].map((each) => Math.floor(each * ordered.length));
        return [a ?? 0, b ?? 0] as const;
      }),
    ];
    const wrong = pairs.filter(([a, b]) => {
      const [x, y] = [ordered[a], ordered[b]];
      if (x === undefined || y === undefined) throw new Error("both are in the list");
      // What ties with one ties with all between them.
      return compare(x, y) === 0
        ? compare(ordered[Math.floor((a + b) / 2)] ?? x, x) !== 0
        : Math.sign(compare(x, y)) !== Math.sign(a - b);
    });
    expect(wrong).toEqual([]);
  });

  test.each(["semver", "prerelease"] as const)(
    "by %s: only what has three numbers or more at its head is a candidate",
    (sort) => {
      const wanted = names.filter((name) => /^v?\d+\.\d+\.\d+/i.test(name));
      expect(candidates(names, { sort }).filter((name) => !wanted.includes(name))).toEqual([]);
    },
  );
});

describe("the notices of each list, without dates", () => {
  /** Each notice's kind, and how many it is about. */
  const notices = (list: TagList, settings: PolicyParts): readonly unknown[] =>
    plan(snapshot({ tags: ownImages(tagsOf(list)) }), policy({ allowEmpty: true, ...settings })).notices.map(
      (notice) => {
        switch (notice.kind) {
          case "unplaced":
            return [notice.kind, notice.tags.length, notice.of, notice.example];
          case "endless-channels":
            return [notice.kind, notice.channels.length];
          case "flavours":
            return [notice.kind, ...notice.versions.map(({ tag, gone }) => [tag, gone.length])];
          case "over-budget":
            return [notice.kind];
          case "no-candidates":
          case "newly-read":
          case "pushed-beyond":
          case "undated":
          case "unordered":
            return [notice.kind, notice.tags.length];
        }
      },
    );

  test.each<
    [TagList, Partial<Record<"by version" | "by prerelease" | "of a minor" | "by name", readonly unknown[]>>]
  >([
    ["semver", {}],
    ["alphas", {}],
    ["rc10", {}],
    [
      "flavours",
      {
        "by version": [["flavours", ["7.3.6-alpine3.9", 14], ["3.14.0-windowsservercore-ltsc2025", 1]]],
        "by prerelease": [["flavours", ["7.3.6-alpine3.9", 12], ["3.14.0-windowsservercore-ltsc2025", 1]]],
        "of a minor": [["unordered", 99]],
      },
    ],
    [
      "calendar",
      {
        "by version": [
          ["unplaced", 66, 308, "xenial-20160317"],
          ["newly-read", 14],
        ],
        "by prerelease": [["unplaced", 66, 308, "xenial-20160317"]],
        "of a minor": [
          ["unplaced", 66, 308, "xenial-20160317"],
          ["newly-read", 2],
        ],
        "by name": [["newly-read", 15]],
      },
    ],
    [
      "git-describe",
      {
        "by version": [
          ["unplaced", 73, 88, "v20230404-helm-chart-4.6.0-13-g91057c439"],
          ["unordered", 5],
        ],
        "by prerelease": [
          ["unplaced", 73, 88, "v20230404-helm-chart-4.6.0-13-g91057c439"],
          ["unordered", 5],
        ],
        "of a minor": [
          ["unplaced", 73, 88, "v20230404-helm-chart-4.6.0-13-g91057c439"],
          ["unordered", 5],
        ],
        "by name": [["newly-read", 1]],
      },
    ],
    [
      "hashes",
      {
        "by version": [
          ["unplaced", 79, 374, "v20250112-a188f4eb"],
          ["unordered", 292],
        ],
        "by prerelease": [
          ["unplaced", 79, 374, "v20250112-a188f4eb"],
          ["unordered", 292],
        ],
        "of a minor": [
          ["unplaced", 79, 374, "v20250112-a188f4eb"],
          ["unordered", 295],
        ],
      },
    ],
    [
      "branches",
      {
        "by version": [
          ["unplaced", 59, 330, "vmaster-ge5452b6f"],
          ["endless-channels", 89],
          ["unordered", 8],
        ],
        "by prerelease": [
          ["unplaced", 59, 330, "vmaster-ge5452b6f"],
          ["endless-channels", 89],
          ["unordered", 8],
        ],
        "of a minor": [
          ["unplaced", 59, 330, "vmaster-ge5452b6f"],
          ["unordered", 122],
        ],
        "by name": [["unordered", 8]],
      },
    ],
    [
      "floating",
      {
        "by version": [["unplaced", 189, 232, "unstable-20260202-slim"]],
        "by prerelease": [["unplaced", 189, 232, "unstable-20260202-slim"]],
        "of a minor": [
          ["unplaced", 189, 232, "unstable-20260202-slim"],
          ["unordered", 33],
        ],
      },
    ],
    [
      "nightly",
      {
        "by version": [["newly-read", 39]],
        "by prerelease": [["newly-read", 36]],
        "of a minor": [["newly-read", 29]],
        "by name": [["newly-read", 40]],
      },
    ],
  ])("of %s", (list, wanted) => {
    expect({
      "by version": notices(list, { keep: 3 }),
      "by prerelease": notices(list, { keep: 3, sort: "prerelease" }),
      "of a minor": notices(list, { keep: 3, groupBy: ["minor"] }),
      "by name": notices(list, { keep: 3, sort: "natural" }),
    }).toEqual({ "by version": [], "by prerelease": [], "of a minor": [], "by name": [], ...wanted });
    expect(notices(list, { sort: "created" })).toEqual([
      ["undated", tagsOf(list).filter((name) => name !== "latest").length],
    ]);
  });
});

describe("a name that moves, or is a hash's, never goes by semver or prerelease, unless it is asked for", () => {
  const FLOATING = [
    ...[
      "latest",
      "stable",
      "edge",
      "mainline",
      "current",
      "lts",
      "unstable",
      "testing",
      "sid",
      "experimental",
    ],
    ...["1", "3", "9", "12", "1.21", "8.16", "3.16", "12.13", "20220715"],
    ...["alpine", "slim", "12-alpine", "12.4-stretch-slim", "current-slim", "lts-alpine", "9.6-alpine"],
    ...["carbon", "dubnium-jessie", "trixie", "trixie-20260202", "13-slim", "chakracore-8", "rc-buggy"],
  ];
  const HASHES = [
    ...[
      "0b5e0685112e4537ee20a0bdbba451e9f6158aa3",
      "9419d4d",
      "sha-eade737",
      "sha-1734540",
      "sha-293b8125-rocm",
    ],
    ...["git-1b91e7f", "git-ccd3295-cuda126", "v20230623-d50c7193b", "v20180226-403", "v20250112-a188f4eb"],
  ];
  const OTHERS = [
    ...["precise", "trusty", "xenial-20160317", "14.04", "14.04.4", "8.5-minimal-20220510"],
    ...["base-devel-20250420.0.338771", "RELEASE.2018-02-09T22-40-05Z", "latest"],
  ];
  const BRANCHES = [
    ...["main.1887", "main-92a4dda", "main-2021-03-01-1bbad3b5", "master-fdcd992f", "vmaster-ge5452b6f"],
    ...["cw-bump-leeway.29", "release-2022.06.0.10", "v1beta1-a96ff59", "v20211001-f2ebda117d-master"],
  ];

  test.each<[TagList, readonly string[]]>([
    ["floating", FLOATING],
    ["hashes", HASHES],
    // 14.04.4 is a version all the same.
    ["calendar", OTHERS.filter((name) => name !== "14.04.4")],
    ["branches", BRANCHES],
    [
      "flavours",
      [
        "latest",
        "3",
        "3.14",
        "3-slim",
        "3.15-rc",
        "7.4-rc-cli",
        "rc-cli-alpine3.9",
        "alpine3.22",
        "1.22-bookworm-0",
      ],
    ],
    ["git-describe", ["v20200630-g2bff8ed3b", "v20190215-v0.4.0-rc.1-138-g1f61e52d"]],
    ["rc10", ["2.0b16", "2.0a13"]],
  ])("%s: %j", (list, some) => {
    const names = tagsOf(list);
    expect(some.filter((name) => !names.includes(name))).toEqual([]);
    for (const sort of ["semver", "prerelease"] as const) {
      expect(some.filter((name) => going(list, { sort, keep: 0 }).includes(name))).toEqual([]);
    }
  });
});

describe("the order of versions is the project's own", () => {
  test.each<[string, TagList, string, string, "oldest" | "newest"]>([
    ["vue", "alphas", "3.0.0-alpha.0", "3.6.0-rc.9", "oldest"],
    ["tailwindcss", "alphas", "4.0.0-alpha.1", "4.0.0", "oldest"],
    ["pnpm", "semver", "10.12.4", "12.21.0", "oldest"],
    ["nats-server", "semver", "v2.1.2", "v2.14.9", "oldest"],
    ["docker", "semver", "v1.6.2", "v28.5.2", "oldest"],
    ["runc", "semver", "v1.0.2", "v1.6.0-rc.1", "oldest"],
    ["jupyterlab, with rc10 above rc9", "rc10", "3.0.0", "3.0.0a0", "newest"],
    ["dagster, with rc32 above rc9", "rc10", "0.11.16", "0.11.0rc0", "newest"],
    ["panel", "rc10", "1.0.0", "1.0.0a1", "newest"],
    ["homeassistant", "calendar", "2024.3.3", "2023.6.0b6", "newest"],
    ["next, by its canaries", "nightly", "16.3.0-canary.7", "16.5.0-canary.38", "oldest"],
    ["typescript, by its days", "nightly", "7.1.0-dev.20260801.1", "7.1.0-dev.20261021.1", "oldest"],
    [
      "katib, by its commits",
      "git-describe",
      "v0.1.2-alpha-289-g14dad8b",
      "v0.1.2-alpha-157-g3d4cd04",
      "newest",
    ],
  ])("%s", (...[, list, first, last, begin]) => {
    const own = between(list, first, last);
    expect(bySemver(shuffled(own, 4))).toEqual(begin === "newest" ? own : [...own].reverse());
  });

  test("certifi and youtube-dl, whose 2022.6.15.2 is newer than 2022.6.15", () => {
    for (const [first, last] of [
      ["2026.10.18", "2015.4.28"],
      ["2021.12.17", "2020.11.1.1"],
    ] as const) {
      const own = between("calendar", first, last);
      expect(bySemver(shuffled(own, 5))).toEqual(own);
      expect(candidates(own, {})).toEqual(own);
    }
  });
});

describe("a policy that suits the habit keeps exactly", () => {
  test.each<[string, TagList, PolicyParts, readonly string[]]>([
    [
      "the newest three of each stage",
      "alphas",
      { keep: 3 },
      [
        ...["4.0.0", "3.5.45", "3.5.44"],
        ...["4.0.0-alpha.36", "4.0.0-alpha.35", "4.0.0-alpha.34"],
        ...["4.0.0-beta.10", "4.0.0-beta.9", "4.0.0-beta.8"],
        ...["3.6.0-rc.9", "3.6.0-rc.8", "3.6.0-rc.7"],
      ],
    ],
    [
      "by number too, where a counter begins anew with each version; no release is a candidate",
      "alphas",
      { keep: 2, sort: "prerelease" },
      [
        ...["4.0.0-alpha.36", "4.0.0-alpha.35"],
        ...["3.0.0-beta.24", "3.0.0-beta.23", "4.0.0-beta.10", "4.0.0-beta.9"],
        ...["3.0.0-rc.13", "3.0.0-rc.12", "3.6.0-rc.9", "3.6.0-rc.8"],
      ],
    ],
    [
      "the newest of each stage and minor version",
      "alphas",
      { keep: 1, groupBy: ["channel", "minor"] },
      [
        ...["4.0.0", "4.0.0-alpha.36", "4.0.0-beta.10"],
        ...["3.6.0-alpha.7", "3.6.0-beta.17", "3.6.0-rc.9"],
        ...["3.5.45", "3.5.0-alpha.5", "3.5.0-beta.3", "3.5.0-rc.1"],
        ...["3.4.38", "3.4.0-alpha.4", "3.4.0-beta.4", "3.4.0-rc.3"],
        ...["3.3.13", "3.3.0-alpha.13", "3.3.0-beta.5"],
        ...["3.2.47", "3.2.34-beta.1"],
        ...["3.1.5", "3.1.0-beta.7"],
        ...["3.0.11", "3.0.0-alpha.13", "3.0.0-beta.24", "3.0.0-rc.13"],
      ],
    ],
    [
      "the newest of each, a number glued on or not: rc10 above rc9, and a, alpha apart",
      "rc10",
      { keep: 3 },
      [
        ...["3.0.0", "2.0.0", "1.4.0"],
        ...["3.0.0a14", "3.0.0a13", "3.0.0a12"],
        ...["3.0.0-alpha27", "3.0.0-alpha16", "3.0.0-alpha10"],
        ...["1.0.0-alpha14-alpha.ac7022a4", "1.0.0-alpha14-alpha.a4a50ee4", "1.0.0-alpha14-alpha.1ebda6e4"],
        ...["3.0.0b8", "3.0.0b7", "3.0.0b6"],
        ...["3.3.0-beta2", "3.3.0-beta1", "3.2.0-beta2"],
        ...["3.3.4-rc0", "3.0.0rc15", "3.0.0rc14"],
      ],
    ],
    [
      "the newest release candidates of each version of 0.11",
      "rc10",
      { keep: 2, groupBy: ["patch"], include: ["0.11.*rc*"] },
      [
        ...["0.11.16rc18", "0.11.16rc10", "0.11.15rc1", "0.11.15rc0", "0.11.14rc8", "0.11.14rc7"],
        ...["0.11.13rc5", "0.11.13rc3", "0.11.12rc3", "0.11.12rc2", "0.11.11rc7", "0.11.11rc5"],
        ...["0.11.10rc2", "0.11.10rc1", "0.11.9rc12", "0.11.9rc11", "0.11.8rc5", "0.11.8rc4"],
        ...["0.11.7rc14", "0.11.7rc13", "0.11.6rc32", "0.11.6rc31", "0.11.5rc1", "0.11.5rc0"],
        ...["0.11.4rc0", "0.11.3rc0", "0.11.2rc0", "0.11.1rc0", "0.11.0rc0"],
      ],
    ],
    [
      "the newest with v and without, glued on and not, in one order",
      "rc10",
      { keep: 4, include: ["/^v?1\\.0\\.0-?rc\\d+$/"] },
      // 1.0.0rc9 and v1.0.0-rc9 say the same, so the date decides.
      ["v1.0.0-rc93", "1.0.0rc11", "1.0.0rc10", "1.0.0rc9"],
    ],
    [
      "the last of each year",
      "calendar",
      { keep: 1, groupBy: ["major"], include: ["20*"] },
      [
        ...["2026.10.18", "2025.11.12", "2024.12.14", "2023.12.4", "2022.12.7", "2021.12.17"],
        ...["2020.12.31", "2019.11.28", "2018.11.29", "2017.11.5", "2016.9.26", "2015.11.20.1"],
      ],
    ],
    [
      "the last of each month, with a zero before it or without",
      "calendar",
      { keep: 1, groupBy: ["minor"], include: ["2023.*"], exclude: ["*b*"] },
      [
        ...["2023.12.4", "2023.11.17", "2023.10.5", "2023.9.3", "2023.8.4", "2023.7.22"],
        ...["2023.6.3", "2023.5.7", "2023.03.1"],
      ],
    ],
    ["the newest betas", "calendar", { keep: 2, include: ["*b*"] }, ["2024.3.0b8", "2024.3.0b7"]],
    [
      "the newest by a date that is no version",
      "calendar",
      { keep: 3, sort: "natural", include: ["RELEASE.*"], exclude: ["*-license-*"] },
      ["RELEASE.2024-12-18T13-15-44Z", "RELEASE.2024-12-13T22-19-12Z", "RELEASE.2024-10-13T13-34-11Z"],
    ],
    [
      "the newest of each image of a flavour and minor version",
      "flavours",
      { keep: 1, groupBy: ["channel", "minor"], include: ["1.2?.*", "3.1?.*"], exclude: ["*a2*"] },
      [
        ...["3.14.0", "3.14.0-alpine3.22", "3.14.0-bookworm", "3.14.0-slim", "3.14.0-slim-bookworm"],
        ...["3.14.0-slim-trixie", "3.14.0-trixie", "3.14.0-windowsservercore"],
        "3.14.0-windowsservercore-ltsc2025",
        ...["3.13.9", "3.13.9-alpine3.22", "3.13.9-bookworm", "3.13.9-slim", "3.13.9-slim-bookworm"],
        ...["3.13.9-slim-trixie", "3.13.9-trixie", "3.13.9-windowsservercore"],
        "3.13.9-windowsservercore-ltsc2025",
        ...["3.12.12", "3.12.12-alpine3.22", "3.12.12-bookworm", "3.12.12-slim", "3.12.12-slim-bookworm"],
        ...["3.12.12-slim-trixie", "3.12.12-trixie"],
        ...["3.11.14", "3.11.14-alpine3.22", "3.11.14-bookworm", "3.11.14-slim", "3.11.14-slim-bookworm"],
        ...["3.11.14-slim-trixie", "3.11.14-trixie"],
        ...["3.10.19", "3.10.19-alpine3.22", "3.10.19-bookworm", "3.10.19-slim", "3.10.19-slim-bookworm"],
        ...["3.10.19-slim-trixie", "3.10.19-trixie"],
        ...["1.22.12-bookworm-0", "1.21.13-bookworm-0", "1.20.14-bookworm-0", "1.20.5-bullseye-0"],
      ],
    ],
    [
      "the newest two of a flavour; its number takes no part in its name",
      "flavours",
      { keep: 2, include: ["3.14.*-windowsservercore-*", "3.14.*-alpine*"] },
      [
        ...["3.14.0-alpine3.22", "3.14.0-alpine3.21"],
        ...["3.14.0-windowsservercore-ltsc2025", "3.14.0-windowsservercore-ltsc2022"],
      ],
    ],
    [
      "the newest of each flavour, and every name that moves",
      "floating",
      { keep: 1 },
      [
        ...["12.4.0", "12.4.0-alpine", "1.21.1-alpine-perl", "10.16.0-jessie", "10.16.0-jessie-slim"],
        ...["8.16.0-onbuild", "1.21.1-perl", "12.4.0-slim", "12.4.0-stretch", "12.4.0-stretch-slim"],
      ],
    ],
    [
      "the newest of each flavour and major version",
      "floating",
      { keep: 1, groupBy: ["channel", "major"], include: ["1[02].*", "1.*"] },
      [
        ...["12.4.0", "12.4.0-alpine", "12.4.0-slim", "12.4.0-stretch", "12.4.0-stretch-slim"],
        ...["10.16.0", "10.16.0-alpine", "10.16.0-jessie", "10.16.0-jessie-slim", "10.16.0-slim"],
        ...["10.16.0-stretch", "10.16.0-stretch-slim"],
        ...["1.21.1", "1.21.1-alpine", "1.21.1-alpine-perl", "1.21.1-perl"],
      ],
    ],
    [
      "the most commits since a version",
      "git-describe",
      { keep: 1, sort: "prerelease", include: ["v0.*"] },
      ["v0.1.2-alpha-289-g14dad8b", "v0.6.0-18-g5e36a57", "v0.6.0.rc0"],
    ],
    [
      "the newest days, and of one day the most commits",
      "git-describe",
      { keep: 4, sort: "natural", include: ["v20*"] },
      [
        ...["v20230404-helm-chart-4.6.0-13-g91057c439", "v20230404-helm-chart-4.6.0-11-gc76179c04"],
        ...["v20230318-helm-chart-4.5.2-44-gfec1dbe3a", "v20230314-helm-chart-4.5.2-32-g520384b11"],
      ],
    ],
    [
      "the newest days, a hash behind them",
      "hashes",
      { keep: 3, sort: "natural", include: ["/^v202[0-4]\\d{4}-/"] },
      ["v20241224-68ed4e7b", "v20241104-02a3933e", "v20241004-114a6abb"],
    ],
    [
      "the newest builds of a branch",
      "branches",
      { keep: 2, sort: "prerelease", include: ["main*"] },
      [
        ...["main.3413", "main.3237"],
        // A day with a hash behind it counts in its month.
        ...["main-2021-03-01-1bbad3b5", "main-2021-06-11-7c6c5051", "main-2021-09-23-177b4f23"],
        ...["main-2021-11-12-aa7e9f33", "main-2022-08-03-99239df3", "main-2022-11-18-baac7aa"],
        ...["main-2022-12-21-c378043", "main-gha.34374"],
      ],
    ],
    [
      "the newest days of a branch",
      "branches",
      { keep: 2, sort: "natural", include: ["/^main-\\d{4}-/"] },
      ["main-2022-12-21-c378043", "main-2022-11-18-baac7aa"],
    ],
    [
      "the newest build of each branch, one with a hash in its name too",
      "branches",
      { keep: 1, include: ["5.4.0-integration-[a-f]*"] },
      [
        "5.4.0-integration-dispose-tx.3",
        "5.4.0-integration-engines-5-4-0-40-janpio-shadow-drop-with-force-134b510303ababf88da061a7d13b598a4b8f9c95.1",
        "5.4.0-integration-engines-5-4-0-24-libsql-adapter-8337c6b372b0f4eb2500403a7cf450885aee4cdc.1",
        "5.4.0-integration-feat-driver-adapters-in-client.9",
        "5.4.0-integration-fix-client-disable-env-adapter.2",
        "5.4.0-integration-fix-client-extension-mock.16",
        "5.4.0-integration-fix-controlled-exports.1",
        "5.4.0-integration-fix-type-leaks.9",
      ],
    ],
    [
      "the newest canaries and daily builds",
      "nightly",
      { keep: 2, include: ["16.*", "7.1.0-dev.*"] },
      ["16.5.0-canary.38", "16.5.0-canary.26", "7.1.0-dev.20261021.1", "7.1.0-dev.20261009.1"],
    ],
    [
      "the newest days behind a hash, by prerelease",
      "nightly",
      { keep: 2, sort: "prerelease", groupBy: ["channel", "patch"], include: ["0.0.0-nightly-[a-f]*"] },
      [...["0.0.0-nightly-fbe4951b9-20260326", "0.0.0-nightly-dede70577-20250306"]],
    ],
    [
      "the newest of each major version, with a v",
      "semver",
      { keep: 1, groupBy: ["major"], include: ["v*"], exclude: ["*-*"] },
      ["v28.5.2", "v27.5.0", "v26.1.4", "v25.0.6", "v24.0.9", "v23.0.5", "v20.10.27", "v2.15.2", "v1.13.1"],
    ],
    [
      "the newest of each major version, without a v",
      "semver",
      { keep: 1, groupBy: ["major"], include: ["[0-9]*"] },
      ["12.21.0", "11.28.11", "10.34.9"],
    ],
    [
      "the newest releases, and of each other channel",
      "semver",
      { keep: 2 },
      [
        ...["v28.5.2", "v28.5.1", "v2.11.1-binary", "v2.12.8-fips"],
        ...["v2.15.0-preview.1", "v2.11.0-preview.2", "v28.3.0-rc.1", "v2.15.0-RC.1"],
      ],
    ],
  ])("%s: %s", (...[, list, settings, wanted]) => {
    expect(newest(list, settings)).toEqual(wanted);
    const others = candidates(tagsOf(list), settings).filter((name) => !wanted.includes(name));
    expect([...going(list, settings)].sort()).toEqual([...others].sort());
  });
});

describe("a hash in a name", () => {
  const newestOf = (names: readonly string[], settings: PolicyParts): readonly string[] =>
    planned(names, { keep: 1, ...settings }).verdicts.flatMap(({ tag, kind }) =>
      kind === "keep" ? [tag] : [],
    );

  test("before a date decides nothing: the day does", () => {
    const canaries = ["19.3.0-canary-ff7445e6-20260831", "19.3.0-canary-ff8f88fc-20260915"];
    expect(canaries.every((name) => tagsOf("nightly").includes(name))).toBe(true);
    expect(newestOf(canaries, {})).toEqual(["19.3.0-canary-ff8f88fc-20260915"]);
    expect(newestOf(canaries, { sort: "prerelease" })).toEqual(["19.3.0-canary-ff8f88fc-20260915"]);
  });

  test("of digits alone is one among others of its length: what differs in it alone has no order", () => {
    const insiders = ["0.0.0-insiders.9720692", "0.0.0-insiders.ffb1d72", "0.0.0-insiders.2530934"];
    expect(insiders.every((name) => tagsOf("hashes").includes(name))).toBe(true);
    const undated = plan(
      snapshot({ tags: Object.fromEntries(insiders.map((name) => [name, name.slice(-7)])) }),
      policy({ keep: 1 }),
    );
    expect(undated.verdicts.map(({ kind, reason }) => [kind, reason.kind])).toEqual(
      insiders.map(() => ["keep", "unordered"]),
    );
  });

  test("of digits alone is one behind a label too", () => {
    expect(readTagName("sha-1734540")).toMatchObject({ kind: "label", channel: "sha", numbers: ["1734540"] });
    expect(readTagName("sha-eade737")).toEqual({ kind: "other" });
    expect(candidates(tagsOf("hashes"), { sort: "prerelease", include: ["sha-*"] })).toEqual([]);
  });
});
