import { expect, test } from "vitest";
import type { Door } from "../../src/program/door.js";
import { connectionHooks, openRunHooks } from "../../src/program/hooks.js";
import { BY_NAME } from "../../src/report/words/own-command.js";

/** A door that gathers its warnings. */
function openDoor(): { readonly door: Door; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const ignore = (): void => undefined;
  const log = {
    info: ignore,
    warning: (line: string) => warnings.push(line),
    group: ignore,
    endGroup: ignore,
  };
  const door: Door = {
    log,
    note: ignore,
    onSecret: ignore,
    openProgress: () => Promise.resolve(ignore),
    isLogTaken: () => Promise.resolve(false),
    cacheFolder: undefined,
    journalFolder: undefined,
    spareFolders: [],
    setOutput: ignore,
    startedAs: () => BY_NAME,
  };
  return { door, warnings };
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
