import { expect, test } from "vitest";
import type { Door } from "../../src/program/door.js";
import { connectionHooks, openRunHooks } from "../../src/program/hooks.js";
import { QUIET_DOOR } from "../support/quiet-door.js";

/** A door that gathers its warnings. */
function openDoor(): { readonly door: Door; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const log = { ...QUIET_DOOR.log, warning: (line: string) => warnings.push(line) };
  return { door: { ...QUIET_DOOR, log }, warnings };
}

test.each([
  ["that only reads", (door: Door) => Promise.resolve(connectionHooks(door))],
  ["that deletes", (door: Door) => openRunHooks(door)],
])("a command %s warns once of each host whose certificate is not looked at", async (_, open) => {
  const { door, warnings } = openDoor();
  const { onUnverified } = await open(door);
  onUnverified?.("a.test", "insecure-skip-tls-verify");
  onUnverified?.("a.test", "insecure-skip-tls-verify");
  onUnverified?.("b.test:5000", "NODE_TLS_REJECT_UNAUTHORIZED");
  expect(warnings).toEqual([
    expect.stringMatching(
      /^The certificate of a\.test is not looked at, for insecure-skip-tls-verify says so/,
    ),
    expect.stringMatching(
      /^The certificate of b\.test:5000 .*NODE_TLS_REJECT_UNAUTHORIZED=0 is in the environment/,
    ),
  ]);
});
