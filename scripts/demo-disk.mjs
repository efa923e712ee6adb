import { randomBytes } from "node:crypto";
import { runAction } from "./demo-action.mjs";
import { startSite } from "./demo-site.mjs";
import { listTags, pullImage, pushImage, ResponseError } from "./images.mjs";
import { lastErrorLine } from "./programs.mjs";
import { makeSmallDisk } from "./small-disk.mjs";

const say = console.log;

/** @param {number} bytes */
const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/**
 * Shows how a full disk gets its space back: a push dies with 500, the action prunes and collects, and the next push works.
 * @returns {Promise<number>} an exit code
 */
export async function showDisk() {
  say("\n\n== The disk ==\n");
  const disk = await makeSmallDisk();
  if (!disk) {
    say(
      "No small disk can be mounted here, for that takes Linux and root: an ordinary folder, before and after.",
    );
  }
  try {
    const site = await startSite(disk, say).catch((error) => {
      const why = lastErrorLine(error).replace(/ Do one of these.*/, "");
      say(`This part is left out, for it needs a registry of its own, and none can be started: ${why}`);
      return undefined;
    });
    if (!site) return 0;
    try {
      return await show(site, disk !== undefined);
    } finally {
      await site.stop();
    }
  } finally {
    await disk?.unmount();
  }
}

/**
 * @param {import("./demo-site.mjs").Site} site
 * @param {boolean} isSmall true if its disk is so small that it is soon full
 */
async function show({ host, what, inputs, used }, isSmall) {
  const repo = { base: `http://${host}`, name: "team/app" };
  say(`A registry (${what}) answers at ${repo.base}${isSmall ? "; its disk has 20 MiB" : ""}.`);
  say("Pushing 3.3.0-alpha.1 and on, a mebibyte each …");
  const last = await fill(repo, isSmall ? 1000 : 19);
  say(`\nBefore: ${mebibytes(await used())} used, ${(await listTags(repo)).length} tags\n`);

  say("The action, as a workflow runs it after that push (if: always()), with keep: 3 and\n");
  for (const [name, value] of Object.entries(inputs)) say(`${name}: ${value.replaceAll("\n", "\n  ")}\n`);
  const { code, freed } = await runAction({
    image: `http://${host}/team/app:${tagOf(last)}`,
    keep: "3",
    ...inputs,
  });

  say(`\nAfter: ${mebibytes(await used())} used; freed-bytes: ${freed ?? "not known"}`);
  await push(repo, last + 1);
  const tags = await listTags(repo);
  for (const tag of tags) await pullImage(repo, tag);
  say(`The next push, ${tagOf(last + 1)}, works. Every tag was pulled, byte for byte: ${tags.join(", ")}.`);
  say(`The action ended with ${code}.`);
  return code;
}

/** @param {number} number */
const tagOf = (number) => `3.3.0-alpha.${number}`;

/**
 * @param {import("./images.mjs").Repo} repo
 * @param {number} number
 */
const push = (repo, number) => pushImage(repo, [tagOf(number)], { layer: randomBytes(2 ** 20) });

/**
 * Pushes until a push fails because the disk is full, or until there are `most` images.
 * @param {import("./images.mjs").Repo} repo
 * @param {number} most
 * @returns {Promise<number>} the number of the last push
 */
async function fill(repo, most) {
  for (let number = 1; number <= most; number += 1) {
    try {
      await push(repo, number);
    } catch (error) {
      if (!(error instanceof ResponseError) || error.status !== 500) throw error;
      say(
        `The push of ${tagOf(number)} failed: 500, ${/no space left on device/.exec(error.message)?.[0] ?? "disk full"}.`,
      );
      return number;
    }
  }
  return most;
}
