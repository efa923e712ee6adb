import { expect, test } from "vitest";
import { watchLiveness } from "../../src/disk/script/watch-liveness.js";
import type { Connection } from "../../src/registry/connection/connection.js";
import type { RegistryHost } from "../../src/registry/distribution/host.js";
import { type Liveness, probeLiveness } from "../../src/registry/distribution/liveness.js";

test("a look that throws, or a listener that does, ends no watch", async () => {
  let looks = 0;
  const liveness = (): Promise<Liveness> => {
    looks += 1;
    return looks % 2 === 0 ? Promise.reject(new TypeError("Invalid URL")) : Promise.resolve({ kind: "up" });
  };
  await new Promise<void>((resolve, reject) => {
    let heard = 0;
    const end = watchLiveness({ liveness } as RegistryHost, 1, () => {
      heard += 1;
      if (heard === 3) end().then(resolve, reject);
      throw new Error("boom");
    });
  });
  expect(looks).toBe(5);
});

test("a look that breaks in a way that nobody foresaw proves nothing", async () => {
  const send = (): Promise<never> => Promise.reject(new TypeError("Invalid URL"));
  const connection = { base: new URL("http://registry.test/"), http: { send } } as unknown as Connection;
  expect(await probeLiveness(connection)).toEqual({ kind: "unknown", why: "TypeError: Invalid URL" });
});
