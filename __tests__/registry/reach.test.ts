import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import {
  guardedLookup,
  isNear,
  reachFrom,
  refuseNear,
  refuseNearByName,
} from "../../src/registry/nearby/reach.js";

/** The addresses that a registry elsewhere may not send us to, in every form that a URL takes them in. */
const NEAR = [
  ...["127.0.0.1", "127.9.8.7", "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "::1", "::"],
  ...["fe80::1", "febf::1", "fe80::1%eth0", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:7f00:1"],
  ...["::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a9fe:a9fe::1"],
  ...["fd00:ec2::254", "168.63.129.16", "100.100.100.200", "192.0.0.192"],
];
const FAR = [
  ...["192.168.1.121", "10.0.0.1", "8.8.8.8", "128.0.0.1", "169.253.1.1", "169.255.1.1", "1.0.0.0"],
  ...["2001:db8::1", "fec0::1", "fd00::1", "::ffff:8.8.8.8", "::ffff:10.0.0.1", "64:ff9b::808:808"],
];

describe("an address", () => {
  test.each(NEAR)("%s is for this machine alone, or for its cable", (address) => {
    expect(isNear(address)).toBe(true);
  });

  test.each(FAR)("%s is not", (address) => {
    expect(isNear(address)).toBe(false);
  });
});

test.each([
  ...NEAR.filter((address) => !address.includes("%")),
  ...["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "①②⑦.0.0.1"],
])("a realm at %s is refused where the registry is elsewhere, and the error names the setting", (name) => {
  const url = new URL(`http://${name.includes("::") ? `[${name}]` : name}:5001/token`);
  expect(() => refuseNear(url, "outside")).toThrow(
    expect.objectContaining({
      kind: "leads-here",
      nextStep: expect.stringContaining(`token-servers: ${url.host}.`) as unknown,
    }),
  );
});

test.each(["example.com", "localhost.example.com", "mylocalhost", ...FAR])("a realm at %s is not", (name) => {
  const url = new URL(`http://${name.includes("::") ? `[${name}]` : name}:5001/token`);
  expect(() => refuseNear(url, "outside")).not.toThrow();
});

/** Returns the addresses that this machine's interfaces have at this moment. */
function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address));
}

describe("a registry at one of this machine's own addresses", () => {
  test.each(["127.0.0.1", "127.0.0.53", "::1", "::ffff:127.0.0.1"])("at %s is told", (peer) => {
    expect(reachFrom(peer)).toBe("own");
  });

  test("at that of one of its interfaces is told", () => {
    const before = ownAddresses();
    const elsewhere = before.filter((address) => reachFrom(address) !== "own");
    // An interface of a container that ends in this moment was this machine's, and is no more.
    const still = ownAddresses();
    expect(elsewhere.filter((address) => still.includes(address))).toEqual([]);
  });

  test.each([undefined, "192.0.2.1", "169.254.169.254", "2001:db8::1"])(
    "and one at %s is elsewhere",
    (peer) => {
      expect(reachFrom(peer)).toBe("outside");
    },
  );

  test("may send us to this machine, and not to what answers a cloud's machine about itself", () => {
    expect(() => refuseNear(new URL("http://127.0.0.1:5001/"), "own")).not.toThrow();
    expect(() => refuseNear(new URL("http://169.254.169.254/"), "own")).toThrow(/169\.254\.169\.254/);
  });
});

describe("a name that leads to this machine", () => {
  const url = new URL("http://localhost:5001/token");
  const looksUp = (reach: "own" | "outside", all: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      guardedLookup(url, reach)("localhost", { all }, (error, found) => {
        if (error === null) resolve(found);
        else reject(error);
      });
    });

  test.each([true, false])(
    "is refused when it is connected to, where all addresses are asked for: %s",
    async (all) => {
      await expect(looksUp("outside", all)).rejects.toMatchObject({ kind: "leads-here" });
      const found = JSON.stringify(await looksUp("own", all));
      expect(found).toMatch(/127\.0\.0\.1|::1/);
    },
  );

  test("is refused before a proxy is asked for it; one that is not known here is the proxy's matter", async () => {
    await expect(refuseNearByName(url, "outside")).rejects.toMatchObject({ kind: "leads-here" });
    await expect(refuseNearByName(new URL("http://a.LOCALHOST./"), "outside")).rejects.toThrow(
      /a\.localhost/,
    );
    await refuseNearByName(url, "own");
    await refuseNearByName(new URL("http://nowhere.invalid/token"), "outside");
  });

  test("that is not there is an error of the network's", async () => {
    const failed = new Promise((resolve) => {
      guardedLookup(new URL("http://nowhere.invalid/"), "outside")("nowhere.invalid", {}, resolve);
    });
    expect(await failed).toMatchObject({ syscall: "getaddrinfo" });
  });
});
