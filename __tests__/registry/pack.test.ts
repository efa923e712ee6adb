import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import { MOST_PACK_BYTES, Pack } from "../../src/registry/cache/pack.js";
import { propertyRuns } from "../support/property-runs.js";

const OCI = "application/vnd.oci.image.manifest.v1+json";

function digestOf(body: Buffer | string): Digest {
  return `sha256:${createHash("sha256").update(body).digest("hex")}` as Digest;
}

function manifest(number: number, mediaType: unknown = OCI): Buffer {
  return Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config: { size: number }, layers: [] }));
}

function noted(bodies: ReadonlyMap<string, Buffer>, text = ""): Pack {
  const pack = new Pack(text);
  for (const [tag, body] of bodies) pack.note({ digest: digestOf(body), body, tag: tag as Tag });
  return pack;
}

/** As the next run reads it. */
function next(pack: Pack): Pack {
  return new Pack(pack.text() ?? "");
}

describe("the next run", () => {
  test("knows each manifest by its digest, and where its tag pointed", () => {
    const body = manifest(1);
    const pack = next(noted(new Map([["1.0.0", body]])));
    expect(pack.digestOf("1.0.0" as Tag)).toBe(digestOf(body));
    expect(pack.bytesOf(digestOf(body))).toEqual(body);
    expect(pack.digestOf("2.0.0" as Tag)).toBeUndefined();
  });

  test("forgets what the last one did not use", () => {
    const [one, two] = [manifest(1), manifest(2)];
    const first = noted(
      new Map([
        ["1.0.0", one],
        ["2.0.0", two],
      ]),
    );
    const second = noted(new Map([["2.0.0", two]]), first.text());
    expect(next(second).bytesOf(digestOf(one))).toBeUndefined();
    expect(next(second).bytesOf(digestOf(two))).toEqual(two);
  });

  test("has nothing to write where it learned nothing", () => {
    const first = noted(new Map([["1.0.0", manifest(1)]]));
    expect(noted(new Map([["1.0.0", manifest(1)]]), first.text()).text()).toBeUndefined();
    expect(noted(new Map([["1.0.0", manifest(2)]]), first.text()).text()).toBeDefined();
  });
});

describe("there is something to write", () => {
  const [one, two] = [manifest(1), manifest(2)];
  type Noted = readonly (readonly [body: Buffer, tag?: string])[];
  const noting = (list: Noted, text = ""): Pack => {
    const pack = new Pack(text);
    for (const [body, tag] of list) {
      pack.note({ digest: digestOf(body), body, ...(tag === undefined ? {} : { tag: tag as Tag }) });
    }
    return pack;
  };

  test.each<[string, Noted, Noted, boolean]>([
    [
      "where tags changed places",
      [
        [one, "a"],
        [two, "b"],
      ],
      [
        [one, "b"],
        [two, "a"],
      ],
      true,
    ],
    ["where a manifest without a tag is new", [[one, "a"]], [[one, "a"], [two]], true],
    ["where a tag is gone, and its manifest is not", [[one, "a"]], [[one]], true],
    ["where a manifest without a tag is gone", [[one], [two, "b"]], [[two, "b"]], true],
    ["and not where all is the same, with tags or without", [[one], [two, "b"]], [[one], [two, "b"]], false],
  ])("%s", (...row) => {
    const [, before, now, isSome] = row;
    const text = noting(now, noting(before).text()).text();
    expect(text !== undefined).toBe(isSome);
  });

  test("and not where it would be too long once written down", () => {
    const body = Buffer.from(JSON.stringify({ mediaType: OCI, padding: '"'.repeat(MOST_PACK_BYTES / 3) }));
    expect(body.length).toBeLessThan(MOST_PACK_BYTES);
    expect(noting([[body, "a"]]).text()).toBeUndefined();
  });
});

describe("what is not remembered", () => {
  test.each([
    ["a manifest that does not say its type", manifest(1, null)],
    ["schema 1", manifest(1, "application/vnd.docker.distribution.manifest.v1+prettyjws")],
    ["what is no manifest", Buffer.from("<html>")],
    ["bytes that are no text", Buffer.concat([manifest(1), Buffer.from([0xff])])],
  ])("%s", (_, body) => {
    expect(next(noted(new Map([["1.0.0", body]]))).bytesOf(digestOf(body))).toBeUndefined();
  });

  test("a manifest under another's digest", () => {
    const pack = new Pack("");
    pack.note({ digest: digestOf("another"), body: manifest(1) });
    expect(next(pack).bytesOf(digestOf("another"))).toBeUndefined();
  });

  test("more than a pack holds", () => {
    const large = (number: number): Buffer =>
      Buffer.from(JSON.stringify({ mediaType: OCI, number, padding: "x".repeat(MOST_PACK_BYTES / 2) }));
    const pack = noted(
      new Map([
        ["1.0.0", large(1)],
        ["2.0.0", large(2)],
        ["3.0.0", manifest(3)],
      ]),
    );
    expect(pack.text()).toBeUndefined();
  });
});

test("whatever a pack has been made to say, no bytes are believed that are not of their digest", () => {
  const [mine, theirs] = [manifest(1), manifest(2)];
  const line = fc.oneof(
    fc.constant(JSON.stringify({ digest: digestOf(mine), body: theirs.toString() })),
    fc.constant(JSON.stringify({ digest: digestOf(mine), body: `${mine.toString()} ` })),
    fc.constant(JSON.stringify({ digest: "sha256:1", body: mine.toString() })),
    fc.json(),
    fc.string(),
  );
  const text = (noted(new Map([["1.0.0", mine]])).text() ?? "").split("\n")[0] ?? "";
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(new Pack([text, ...lines].join("\n")).bytesOf(digestOf(mine))).toBeUndefined();
    }),
    { numRuns: propertyRuns(200) },
  );
  expect(
    new Pack(`another format\n${JSON.stringify({ tag: "1.0.0", digest: digestOf(mine) })}`).digestOf(
      "1.0.0" as Tag,
    ),
  ).toBeUndefined();
});
