import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import {
  digestsInUse,
  inUse,
  namesAnImage,
  parseProtected,
  presenceIn,
  scanProtected,
  useOf,
} from "../../src/core/policy/in-use.js";
import type { Manifest } from "../../src/core/image/manifest.js";
import { isDigest, type Digest } from "../../src/core/names/reference.js";
import { configOf, digest, nameOf, snapshot, type SnapshotParts, tag } from "../support/snapshots.js";

const HEX = "4bf3a1c0d2e59687".repeat(4);
const DIGEST = `sha256:${HEX}`;
const OTHER = `sha256:${"0d9c8b7a6f5e4321".repeat(4)}`;

/** What was found, in short: path:tag, a digest, or id: and its digits. */
function found(printed: string): readonly string[] {
  return scanProtected(printed).map((entry) => {
    expect(entry.from).toBe("file");
    switch (entry.kind) {
      case "tag":
        return `${entry.path}:${entry.tag}`;
      case "digest":
        return entry.digest;
      case "id":
        return `id:${entry.hex}`;
    }
  });
}

describe("one thing that is in use", () => {
  test.each([
    [
      "registry.example.com/team/app:1.0",
      [{ kind: "tag", path: "registry.example.com/team/app", tag: "1.0" }],
    ],
    ["192.168.1.121:5000/app:1.0", [{ kind: "tag", path: "192.168.1.121:5000/app", tag: "1.0" }]],
    ["http://localhost:5000/app:1.0", [{ kind: "tag", path: "localhost:5000/app", tag: "1.0" }]],
    ["team/app:1.0", [{ kind: "tag", path: "docker.io/team/app", tag: "1.0" }]],
    [
      `registry.example.com/team/app@${DIGEST}`,
      [{ kind: "digest", digest: DIGEST, path: "registry.example.com/team/app" }],
    ],
    [
      `registry.example.com/team/app:1.0@${DIGEST}`,
      [
        { kind: "tag", path: "registry.example.com/team/app", tag: "1.0" },
        { kind: "digest", digest: DIGEST, path: "registry.example.com/team/app" },
      ],
    ],
    [DIGEST, [{ kind: "digest", digest: DIGEST }]],
  ])("%s", (text, wanted) => {
    expect(parseProtected(text)).toEqual(wanted.map((entry) => ({ ...entry, text, from: "setting" })));
  });

  test.each([
    ["registry.example.com/team/app", "has no tag and no digest"],
    ["app", "names of tags belong in exclude"],
    ["registry.example.com/Team/app:1.0", "lower case"],
    ["registry.example.com/team/app@sha256:abc", "is not a digest"],
    ["registry.example.com/team/app:", "is not a tag"],
    ["4bf3a1c0d2e5", "has no tag and no digest"],
  ])("%s is refused: %s", (text, why) => {
    expect(() => parseProtected(text)).toThrow(why);
    expect(() => parseProtected(text)).toThrow(PruneError);
  });
});

const PODS = {
  apiVersion: "v1",
  kind: "List",
  metadata: { resourceVersion: "" },
  items: [
    {
      apiVersion: "v1",
      kind: "Pod",
      metadata: {
        annotations: { "kubernetes.io/config.seen": "2026-01-30T09:15:00.123456789Z" },
        creationTimestamp: "2026-01-30T09:15:00Z",
        generateName: "app-6d4cf56db6-",
        labels: { "app.kubernetes.io/name": "app", "pod-template-hash": "6d4cf56db6" },
        name: "app-6d4cf56db6-x7k2p",
        namespace: "default",
        uid: "0f5a7c1e-7d43-4e0b-9b0d-3a4d9f4f8a11",
      },
      spec: {
        containers: [
          {
            env: [{ name: "DATABASE", value: "postgres://db.internal:5432/app" }],
            image: "registry.example.com/team/app:3.3.0-alpha.74",
            imagePullPolicy: "IfNotPresent",
            name: "app",
            ports: [{ containerPort: 8080, protocol: "TCP" }],
          },
          { image: "sidecar:2", name: "sidecar" },
        ],
        initContainers: [{ image: `registry.example.com/team/migrate@${OTHER}`, name: "migrate" }],
        ephemeralContainers: [{ image: "registry.example.com/team/debug", name: "debugger-x2" }],
        nodeName: "node-1.internal",
      },
      status: {
        conditions: [{ lastTransitionTime: "2026-01-30T09:15:02Z", status: "True", type: "Ready" }],
        containerStatuses: [
          {
            containerID: "containerd://9d5e1f".padEnd(77, "0"),
            image: "registry.example.com/team/app:3.3.0-alpha.74",
            imageID: `registry.example.com/team/app@${DIGEST}`,
            name: "app",
          },
          { imageID: `docker-pullable://docker.io/library/sidecar@${digest("sidecar")}`, name: "sidecar" },
          { imageID: digest("id alone"), name: "old" },
        ],
        hostIP: "10.0.0.4",
        podIP: "10.244.0.17",
        qosClass: "Burstable",
      },
    },
  ],
};

test("an image in JSON within JSON, as annotations have it, is found", () => {
  const printed = JSON.stringify({ last: JSON.stringify({ image: "r.example.com/team/app:1.0" }) });
  expect(scanProtected(printed)).toMatchObject([{ kind: "tag", path: "r.example.com/team/app", tag: "1.0" }]);
});

describe("what kubectl prints", () => {
  const images = [
    "registry.example.com/team/app:3.3.0-alpha.74",
    "docker.io/sidecar:2",
    OTHER,
    "registry.example.com/team/debug:latest",
    DIGEST,
    digest("sidecar"),
    digest("id alone"),
  ];

  test.each([
    ["get pods -o json", JSON.stringify(PODS, null, 4)],
    ["get pods -o json, on one line", JSON.stringify(PODS)],
  ])("%s: each image, init and ephemeral ones too, by its tag, its digest or its id", (_, printed) => {
    expect(found(printed)).toEqual(expect.arrayContaining(images));
  });

  test("get pods -o jsonpath='{..image} {..imageID}': words in one line", () => {
    const printed = `registry.example.com/team/app:1.4.9 sidecar:2 registry.example.com/team/app@${DIGEST}`;
    expect(found(printed)).toEqual([
      "registry.example.com/team/app:1.4.9",
      "docker.io/sidecar:2",
      `sha256:${HEX}`,
    ]);
  });

  test("get pods -o jsonpath with a list in it, and -o custom-columns", () => {
    const list = '["registry.example.com/team/app:1.4.9","registry.example.com/team/web:2"]';
    const columns =
      "NAME    IMAGES\napp-x   registry.example.com/team/app:1.4.9,registry.example.com/team/web:2\n";
    const images = ["registry.example.com/team/app:1.4.9", "registry.example.com/team/web:2"];
    expect(found(list)).toEqual(images);
    expect(found(columns)).toEqual(images);
  });

  test("get pods -o yaml", () => {
    const printed = [
      "spec:",
      "  containers:",
      "  - image: registry.example.com/team/app:1.4.9",
      "    name: app",
      `    imageID: "registry.example.com/team/app@${DIGEST}"`,
      "  startTime: 2026-01-30T09:15:00Z",
    ].join("\r\n");
    expect(found(printed)).toEqual(["registry.example.com/team/app:1.4.9", DIGEST]);
  });
});

describe("what docker prints", () => {
  test("ps: references, and ids as it shortens them", () => {
    const printed = `CONTAINER ID   IMAGE                                    COMMAND                  CREATED        STATUS                  PORTS                    NAMES
d1f0c9e8b7a6   registry.example.com/team/app:3.3.0      "/app --listen :8080"    2 hours ago    Up 2 hours              0.0.0.0:8080->8080/tcp   app-1
77aa88bb99cc   4bf3a1c0d2e5                             "docker-entrypoint.s…"   3 weeks ago    Up 3 weeks (healthy)    5432/tcp                 db-1
0a1b2c3d4e5f   192.168.1.121:5000/web:2                 "nginx -g 'daemon of…"   3 weeks ago    Up 3 weeks              :::80->80/tcp            web-1
`;
    const all = found(printed);
    expect(all).toEqual(
      expect.arrayContaining([
        "registry.example.com/team/app:3.3.0",
        "id:4bf3a1c0d2e5",
        "192.168.1.121:5000/web:2",
      ]),
    );
    // A container's id, and a port, look like an image's: no image of the repository is called so.
    const before = snapshot({ tags: { "3.3.0": "used", "3.2.0": "old" } });
    expect([...inUse(before, scanProtected(printed)).tags.keys()]).toEqual(["3.3.0"]);
    expect(inUse(before, scanProtected(printed)).digests.size).toBe(0);
  });

  test("ps --format '{{.Image}}': one a line", () => {
    const printed = `registry.example.com/team/app:3.3.0\n4bf3a1c0d2e5\nregistry.example.com/team/web\nnginx\n`;
    expect(found(printed)).toEqual([
      "registry.example.com/team/app:3.3.0",
      "id:4bf3a1c0d2e5",
      "registry.example.com/team/web:latest",
    ]);
  });

  test("ps --no-trunc, inspect -f '{{.Image}}': whole digests", () => {
    expect(found(`registry.example.com/team/app@${DIGEST}\n${OTHER}\n${HEX}`)).toEqual([
      DIGEST,
      OTHER,
      `id:${HEX}`,
    ]);
  });
});

describe("a word of what was printed", () => {
  test.each([
    // 12 digits are the fewest that Docker shows, 64 all that there are.
    ["4bf3a1c0d2e", []],
    ["4bf3a1c0d2e5", ["id:4bf3a1c0d2e5"]],
    ["4bf3a1c0d2e59", ["id:4bf3a1c0d2e59"]],
    [HEX, [`id:${HEX}`]],
    [`${HEX}0`, []],
    ["4BF3A1C0D2E5", []],
    ["deadbeefcafg", []],
    ["nginx", []],
    ["team/app", []],
    ["linux/amd64", []],
    ["1/1", []],
    ["image:", []],
    ["2026-01-30T09:15:00Z", []],
    ["team/app:1.0", ["docker.io/team/app:1.0"]],
    ["registry.example.com/team/app", ["registry.example.com/team/app:latest"]],
    ["localhost/app", ["localhost/app:latest"]],
    ["docker-pullable://registry.example.com/team/app:1", ["registry.example.com/team/app:1"]],
    ["image=registry.example.com/team/app:1", ["registry.example.com/team/app:1"]],
    [
      "<registry.example.com/team/app:1>|(registry.example.com/team/web:1)",
      ["registry.example.com/team/app:1", "registry.example.com/team/web:1"],
    ],
    ["registry.example.com/Team/App:1", []],
    ["http://registry.example.com/team/app", []],
    ["http://registry.example.com/team/app:1", ["registry.example.com/team/app:1"]],
    ["x-https://registry.example.com/team/app", ["registry.example.com/team/app:latest"]],
    ["v2x://team/app:1", []],
    ["a:1 a:1\ta:1", ["docker.io/a:1"]],
    ["", []],
  ])("%s: %j", (printed, wanted) => expect(found(printed)).toEqual(wanted));
});

describe("whether what was printed names an image for certain", () => {
  test.each([
    ["registry.example.com/team/app:1", true],
    ["registry.example.com/team/app", true],
    ["team/app:1", true],
    ["mirror.example.com/docker.io/nginx:1", true],
    [`nginx@${DIGEST}`, true],
    [DIGEST, true],
    ["4bf3a1c0d2e5", true],
    ["error, then registry.example.com/team/app:1", true],
    // A name and a tag, or a server and its port: nobody can tell.
    ["nginx:1", false],
    [
      "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
      false,
    ],
    ['Get "https://10.0.0.1:6443/api/v1/pods?limit=500": dial tcp 10.0.0.1:6443: i/o timeout', false],
    ['Get "https://cluster.internal/api/v1/pods": dial tcp: lookup cluster.internal: no such host', false],
    ['Error from server (Forbidden): pods is forbidden: User "system:anonymous" cannot list resource', false],
    [
      "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
      false,
    ],
    ["CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES", false],
    ['{"apiVersion":"v1","items":[],"kind":"List","metadata":{"resourceVersion":""}}', false],
    ["", false],
  ])("%s: %j", (printed, wanted) => expect(namesAnImage(scanProtected(printed))).toBe(wanted));
});

/** What of this repository, which is team/app, is in use: tags, and images by name. */
function used(parts: SnapshotParts, ...texts: readonly string[]): readonly string[] {
  const { tags, digests } = inUse(snapshot(parts), texts.flatMap(scanProtected));
  return [...tags.keys(), ...[...digests.keys()].map(nameOf)];
}

describe("what of a repository is in use", () => {
  const tags = { "1.0.0": "old", "2.0.0": "new" };

  test.each([
    ["registry.example.com/team/app:1.0.0", ["1.0.0"]],
    ["other.example.com:5000/team/app:1.0.0", ["1.0.0"]],
    ["mirror.example.com/registry.example.com/team/app:1.0.0", ["1.0.0"]],
    ["team/app:1.0.0", ["1.0.0"]],
    ["registry.example.com/my-team/app:1.0.0", []],
    ["registry.example.com/app:1.0.0", []],
    ["registry.example.com/team/app/debug:1.0.0", []],
    ["registry.example.com/team/app:3.0.0", []],
    [digest("old"), ["old"]],
    [`registry.example.com/quite/another@${digest("old")}`, ["old"]],
    [`registry.example.com/team/app:1.0.0@${digest("new")}`, ["1.0.0", "new"]],
    [digest("unknown"), []],
  ])("%s: %j", (text, wanted) => expect(used({ tags }, text)).toEqual(wanted));

  test("an image is found by its configuration's digest, which is its id, whole or shortened", () => {
    const parts = { tags, created: { old: null } };
    expect(used(parts, configOf("old"))).toEqual(["old"]);
    // The digests of these tests begin with zeros; a whole id is one too.
    expect(used(parts, configOf("old").replace("sha256:", ""))).toEqual(["old"]);
    expect(used(parts, digest("new").replace("sha256:", ""))).toEqual(["new"]);
  });

  test("what an index contains, and what is missing, is found too", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index" },
      indexes: { index: ["child", "gone"] },
      missing: ["gone"],
    };
    expect(used(parts, digest("child"), digest("gone"))).toEqual(["child", "gone"]);
  });

  test("an id is the beginning of a digest, and all of it counts", () => {
    const hexes = ["4bf3a1c0d2e5a", "4bf3a1c0d2e5b"].map((begin) => begin.padEnd(64, "7"));
    const [a = digest(""), b = digest("")] = hexes
      .map((hex) => `sha256:${hex}`)
      .filter((text) => isDigest(text));
    const image: Manifest = { kind: "image" };
    const before = {
      ...snapshot({ tags: {} }),
      manifests: new Map<Digest, Manifest>([a, b].map((each) => [each, image])),
    };
    const ids = (text: string): readonly Digest[] => [...inUse(before, scanProtected(text)).digests.keys()];
    expect(ids("4bf3a1c0d2e5")).toEqual([a, b]);
    expect(ids("4bf3a1c0d2e5a")).toEqual([a]);
    expect(ids("4bf3a1c0d2e5c")).toEqual([]);
    expect(ids("4bf3a1c0d2e5c 4bf3a1c0d2e5b 4bf3a1c0d2e5a")).toEqual([a, b]);
    expect(ids("4bf3a1c0d2e5a 000000000000")).toEqual([a]);
  });
});

test("digests that were written with a repository are read there", () => {
  const { repository } = snapshot({ tags: {} });
  const texts = [
    `registry.example.com/team/app@${digest("own")}`,
    `mirror.example.com/x/team/app:1.0.0@${digest("mirrored")}`,
    `registry.example.com/my-team/app@${digest("another")}`,
    `registry.example.com/team/app/debug@${digest("below")}`,
    digest("bare"),
    "registry.example.com/team/app:1.0.0",
    "4bf3a1c0d2e5",
  ];
  const found = digestsInUse(texts.flatMap(scanProtected), repository);
  expect(found.map(nameOf)).toEqual(["own", "mirrored"]);
});

test("an entry is present exactly where something is in use by it alone", () => {
  const before = snapshot({
    tags: { "1.0.0": "old", "2.0.0": "index", "3.0.0": "gone" },
    indexes: { index: ["child"] },
    created: { old: null },
    schema1: { ancient: ["layer"] },
    missing: ["gone"],
  });
  const long = digest("x".repeat(30));
  const manifests = new Map(before.manifests).set(long, { kind: "image" });
  const all = { ...before, manifests };
  const hex = long.slice("sha256:".length);
  const texts = [
    ...["1.0.0", "2.0.0", "4.0.0"].map((name) => `r.example.com/team/app:${name}`),
    "r.example.com/my-team/app:1.0.0",
    "team.example.com/team/app/x:1.0.0",
    ...["old", "index", "child", "gone", "ancient", "layer", "unknown"].map(digest),
    configOf("old"),
    configOf("index"),
    hex,
    hex.slice(0, 20),
    `${hex.slice(0, 20)}9`,
    hex.slice(-12),
  ];
  const entries = texts.flatMap(scanProtected);
  expect(entries).toHaveLength(texts.length);
  const uses = entries.map((entry) => {
    const { tags, digests } = inUse(all, [entry]);
    return tags.size + digests.size > 0;
  });
  expect(entries.map(presenceIn(all))).toEqual(uses);
  expect(uses.filter(Boolean)).toHaveLength(10);
});

describe("by what an image is in use", () => {
  const parts: SnapshotParts = {
    tags: { "1.0.0": "index", latest: "index", "1.1.0": "other" },
    indexes: { index: ["inner"], inner: ["child"] },
    subjects: { other: "index" },
  };
  const before = snapshot(parts);
  const textOf = (texts: readonly string[], name: string, of: string): string | undefined =>
    useOf({ tag: tag(name), digest: digest(of) }, inUse(before, texts.flatMap(scanProtected)), before)?.text;

  test("its tag's name, whatever else", () => {
    expect(textOf(["r.example.com/team/app:1.0.0", digest("index")], "1.0.0", "index")).toBe(
      "r.example.com/team/app:1.0.0",
    );
  });

  test("itself, by whichever tag, or what it contains at any depth", () => {
    expect(textOf([digest("index")], "latest", "index")).toBe(digest("index"));
    expect(textOf([digest("child")], "1.0.0", "index")).toBe(digest("child"));
  });

  test("not by another tag's name, nor by what it refers to, nor by what contains it", () => {
    expect(textOf(["r.example.com/team/app:latest"], "1.0.0", "index")).toBeUndefined();
    expect(textOf([digest("index")], "1.1.0", "other")).toBeUndefined();
    const child = { tag: tag("9.9.9"), digest: digest("child") };
    expect(useOf(child, inUse(before, scanProtected(digest("index"))), before)).toBeUndefined();
  });

  test("an image without a tag, by its digest alone", () => {
    const entries = scanProtected(`r.example.com/team/app:1.0.0 ${digest("child")}`);
    const other = { tag: tag("9.9.9"), digest: digest("index") };
    expect(useOf(other, inUse(before, entries), before)?.text).toBe(digest("child"));
  });
});
