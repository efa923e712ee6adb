import { describe, expect, test } from "vitest";
import { type Digest, parseRepository, type Tag } from "../../src/core/names/reference.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { type Deleting, deleteManifest, seeGone } from "../../src/registry/distribution/delete.js";
import { RegistryError, type RegistryErrorKind } from "../../src/registry/port/registry.js";
import { digest, tag } from "../support/snapshots.js";

/** A deletion that was not answered for certain is looked at: what the look says becomes its result. */

const IMAGE = digest("image");
const { repository: NAME } = parseRepository("r.test/team/app");
const text = { message: "words of the doubt", nextStep: "a step" };
const error = (kind: RegistryErrorKind): RegistryError => new RegistryError(kind, text);

/** Deletes an image, or a tag, at a registry that answers so, or fails so. */
function deleting(
  sent: RegistryError | (Pick<HttpResponse, "status"> & { readonly errors?: readonly object[] }),
  isThere: Deleting["isThere"] = () => Promise.resolve(true),
  what: Digest | Tag = IMAGE,
): Promise<"deleted" | "gone"> {
  const call = (): Promise<HttpResponse> => {
    if (sent instanceof Error) return Promise.reject(sent);
    const body = Buffer.from(sent.errors === undefined ? "" : JSON.stringify({ errors: sent.errors }));
    return Promise.resolve({ status: sent.status, headers: {}, body, url: new URL("http://r.test/") });
  };
  return deleteManifest({ host: "r.test", call, isThere }, NAME, what);
}

describe("a deletion", () => {
  test.each<[number, RegistryErrorKind]>([
    [401, "unauthorized"],
    [403, "forbidden"],
  ])("that is answered with %i, which says why, and is still there says so: %s", async (status, kind) => {
    await expect(deleting({ status })).rejects.toMatchObject({ kind });
    expect(await deleting({ status }, () => Promise.resolve(false))).toBe("deleted");
  });

  test.each([500, 418])("that is answered with %i, which says nothing, is still there", async (status) => {
    await expect(deleting({ status })).rejects.toMatchObject({ kind: "still-there" });
  });

  test("at which the registry failed in its own words says so, be it there or gone", async () => {
    const sent = { status: 500, errors: [{ code: "UNKNOWN" }] };
    await expect(deleting(sent)).rejects.toMatchObject({ kind: "failed-at" });
    const gone = deleting(sent, () => Promise.resolve(false));
    await expect(gone).rejects.toMatchObject({ kind: "half-done" });
    // A tag has no half.
    expect(await deleting(sent, () => Promise.resolve(false), tag("1.0.0"))).toBe("deleted");
    // Below 500 it is no failure of the registry's.
    await expect(deleting({ ...sent, status: 418 })).rejects.toMatchObject({ kind: "still-there" });
  });

  test.each<RegistryErrorKind>(["unreachable", "unexpected-answer"])(
    "without an answer (%s) is looked at",
    async (kind) => {
      await expect(deleting(error(kind))).rejects.toMatchObject({ kind: "still-there" });
      expect(await deleting(error(kind), () => Promise.resolve(false))).toBe("deleted");
    },
  );

  test.each<RegistryErrorKind>(["unauthorized", "outdated", "paused"])(
    "that was not sent (%s) is not looked at",
    async (kind) => {
      const gone = (): Promise<boolean> => Promise.resolve(false);
      await expect(deleting(error(kind), gone)).rejects.toMatchObject({ kind, message: text.message });
    },
  );
});

describe("a look at what was to go", () => {
  test("that fails proves nothing, whatever the failure is called", async () => {
    const failing = (): Promise<boolean> => Promise.reject(error("unauthorized"));
    await expect(seeGone(failing, error("unreachable"), "still-there")).rejects.toMatchObject({
      kind: "unproven",
      message: "words of the doubt; whether it is gone can't be seen: words of the doubt",
      nextStep: text.nextStep,
    });
  });

  test("that fails by a mistake of this program is that mistake", async () => {
    const mistake = new TypeError("not a function");
    const failing = (): Promise<boolean> => Promise.reject(mistake);
    await expect(seeGone(failing, error("unreachable"), "still-there")).rejects.toBe(mistake);
  });
});
