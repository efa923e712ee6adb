import { describe, expect, onTestFinished, test } from "vitest";
import { openStorage } from "../../src/disk/storage/open-storage.js";
import { connectBucket, type Bucket } from "../../src/disk/storage/s3-bucket.js";
import { startMadeUpS3 } from "../support/storage-s3.js";

type Answer = Parameters<typeof startMadeUpS3>[0];

/** Opens a bucket of a server that answers so. */
async function bucketOf(answer: Answer): Promise<Bucket> {
  const { stop } = await startMadeUpS3(answer);
  onTestFinished(stop);
  return connectBucket("images");
}

/** Gives these answers one after the other, and the last one again and again. */
function inTurn(bodies: readonly string[]): { readonly answer: Answer; readonly asked: URL[] } {
  const asked: URL[] = [];
  const answer: Answer = ({ url }) => {
    asked.push(url);
    return { body: bodies[Math.min(asked.length, bodies.length) - 1] ?? "" };
  };
  return { answer, asked };
}

const TIME = "2020-01-01T00:00:00.000Z";
const object = (key: string): string =>
  `<Contents><Key>${key}</Key><Size>1</Size><LastModified>${TIME}</LastModified></Contents>`;
const page = (inner: string, next?: string): string =>
  `<ListBucketResult><IsTruncated>${String(next !== undefined)}</IsTruncated>${
    next === undefined || next === "" ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`
  }${inner}</ListBucketResult>`;

describe("a listing", () => {
  test("of several pages is read to its end", async () => {
    const { answer, asked } = inTurn([
      page(object("p/a"), "1"),
      page(object("p/b"), "2"),
      page(object("p/c")),
    ]);
    const objects = await (await bucketOf(answer)).list("p/");
    expect(objects.map(({ key }) => key)).toEqual(["p/a", "p/b", "p/c"]);
    expect(asked.map((url) => url.searchParams.get("continuation-token"))).toEqual([null, "1", "2"]);
  });

  test.each([
    ["goes on at the same place for ever", [page(object("p/a"), "1")]],
    ["goes on without a place, at once", [page(object("p/a"), "")]],
    ["goes on without a place, later", [page(object("p/a"), "1"), page(object("p/b"), "")]],
    ["has what was not asked for", [page(object("q/a"))]],
    ["has no key", [page(object("p/a").replace(/<Key>.*<\/Key>/, ""))]],
    ["has no size", [page(object("p/a").replace(/<Size>.*<\/Size>/, ""))]],
    ["has no time", [page(object("p/a").replace(/<LastModified>.*<\/LastModified>/, ""))]],
  ])("that %s is not believed", async (_, bodies) => {
    const bucket = await bucketOf(inTurn(bodies).answer);
    await expect(bucket.list("p/")).rejects.toThrow("is cut off or has gaps");
  });
});

describe("a listing of unfinished uploads", () => {
  const upload = (key: string, id = "1"): string =>
    `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${TIME}</Initiated></Upload>`;
  const uploads = (inner: string, marker = "", isTruncated = marker !== ""): string =>
    `<ListMultipartUploadsResult><IsTruncated>${String(isTruncated)}</IsTruncated>${marker}${inner}</ListMultipartUploadsResult>`;
  const key = (name: string): string => `<NextKeyMarker>${name}</NextKeyMarker>`;
  const id = (name: string): string => `<NextUploadIdMarker>${name}</NextUploadIdMarker>`;

  test("has those that are whole and were asked for", async () => {
    const { answer } = inTurn([
      uploads(
        [
          upload("p/a"),
          upload("q/b"),
          upload("p/c").replace(/<UploadId>.*<\/UploadId>/, ""),
          upload("p/d").replace(/<Initiated>.*<\/Initiated>/, ""),
        ].join(""),
      ),
    ]);
    const found = await (await bucketOf(answer)).listUploads("p/");
    expect(found).toEqual([{ key: "p/a", uploadId: "1", initiated: Date.parse(TIME) }]);
  });

  test.each([
    ["ends where it says so", [uploads(upload("p/a"), key("p/a"), false)], 1],
    ["ends where it goes on nowhere", [uploads(upload("p/a"), id("1"))], 1],
    ["ends where it goes on at the same place", [uploads(upload("p/a"), key("p/a"))], 2],
    ["goes on within a key", [uploads(upload("p/a"), key("p/a") + id("1")), uploads(upload("p/a", "2"))], 2],
    [
      "goes on while one of both moves",
      [
        uploads(upload("p/a"), key("p/a") + id("1")),
        uploads(upload("p/a", "2"), key("p/a") + id("2")),
        uploads(upload("p/b", "3"), key("p/b") + id("2")),
        uploads(""),
      ],
      4,
    ],
  ])("%s", async (_, bodies, times) => {
    const { answer, asked } = inTurn(bodies);
    await (await bucketOf(answer)).listUploads("p/");
    expect(asked).toHaveLength(times);
  });
});

describe("an object", () => {
  test("that is not there is none", async () => {
    const body = "<Error><Code>NoSuchKey</Code></Error>";
    expect(await (await bucketOf(() => ({ status: 404, body }))).read("p/a", 10)).toBeUndefined();
  });

  test("that S3 refuses is an error", async () => {
    const body = "<Error><Code>AccessDenied</Code></Error>";
    const bucket = await bucketOf(() => ({ status: 403, body }));
    await expect(bucket.read("p/a", 10)).rejects.toThrow("does not let these credentials");
  });

  test.each([
    [10, undefined, undefined],
    [10, "10", "0123456789"],
    [9, "10", undefined],
  ])("of at most %i bytes that says it has %s is read so: %s", async (most, length, text) => {
    const headers = length === undefined ? {} : { "content-length": length };
    const bucket = await bucketOf(() => ({ body: "0123456789", headers }));
    const reading = bucket.read("p/a", most);
    if (text === undefined) await expect(reading).rejects.toThrow("p/a is too long for what it should be");
    else expect(String(await reading)).toBe(text);
  });
});

test.each([
  ["repositories", "blobs"],
  ["blobs", "repositories"],
])("a bucket that has %s alone is no registry's: there are no %s", async (there, absent) => {
  const { stop } = await startMadeUpS3(({ url }) => {
    const prefix = url.searchParams.get("prefix") ?? "";
    return { body: page(prefix.endsWith(`${there}/`) ? object(`${prefix}x`) : "") };
  });
  onTestFinished(stop);
  await expect(openStorage("s3://images")).rejects.toThrow(`nothing at docker/registry/v2/${absent}/`);
});
