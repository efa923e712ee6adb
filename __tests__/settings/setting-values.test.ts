import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { SORTS } from "../../src/core/names/order.js";
import { defaultGroupBy, parseDuration, parseGroupBy, parseSize } from "../../src/settings/table/values.js";

const [KB, MB, GB] = [1024, 1024 ** 2, 1024 ** 3];
const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

describe("a size", () => {
  test.each([
    ["20GB", 20 * GB],
    ["20GiB", 20 * GB],
    ["20 GB", 20 * GB],
    ["512 MiB", 512 * MB],
    ["512mb", 512 * MB],
    ["512mib", 512 * MB],
    ["1.5GB", 1.5 * GB],
    ["10kB", 10 * KB],
    ["1TB", 1024 * GB],
    ["1PiB", 1024 * 1024 * GB],
    ["700B", 700],
    ["0B", 0],
  ])("%s is %i bytes", (text, wanted) => expect(parseSize(text)).toBe(wanted));

  test.each([
    "",
    "20",
    "0",
    "GB",
    "20G",
    "20 K",
    "20  GB",
    " 20GB",
    "20GB ",
    "-1GB",
    "+1GB",
    "1,5GB",
    "1.GB",
    ".5GB",
    "1e3GB",
    "1EB",
    "20 bytes",
    "20GB 5MB",
    "0x10GB",
  ])("%j is none", (text) => {
    expect(() => parseSize(text)).toThrow(`"${text}" is not a size`);
    expect(() => parseSize(text)).toThrow(PruneError);
  });
});

describe("a time", () => {
  test.each([
    ["36h", 36 * HOUR],
    ["7d", 7 * DAY],
    ["7 d", 7 * DAY],
    ["1.5d", 1.5 * DAY],
    ["2 weeks", 14 * DAY],
    ["2w", 14 * DAY],
    ["1week", 7 * DAY],
    ["30s", 30 * SECOND],
    ["1 sec", SECOND],
    ["2secs", 2 * SECOND],
    ["1 second", SECOND],
    ["2 seconds", 2 * SECOND],
    ["30min", 30 * MINUTE],
    ["30 mins", 30 * MINUTE],
    ["1 minute", MINUTE],
    ["30 minutes", 30 * MINUTE],
    ["1hr", HOUR],
    ["2 hrs", 2 * HOUR],
    ["1 hour", HOUR],
    ["24 hours", DAY],
    ["1 day", DAY],
    ["30 days", 30 * DAY],
    ["1 month", 30.4375 * DAY],
    ["6 months", 6 * 30.4375 * DAY],
    ["1 year", 365.25 * DAY],
    ["2y", 2 * 365.25 * DAY],
    ["1 year 6 months", 1.5 * 365.25 * DAY],
    ["1 year, 6 months", 1.5 * 365.25 * DAY],
    ["1 day and 2 hours", 26 * HOUR],
    ["1 week, 1 day, and 2 hours", 8 * DAY + 2 * HOUR],
    ["1h30min", 1.5 * HOUR],
  ])("%s is %d ms, whatever a bare m is", (text, wanted) => {
    expect(parseDuration(text)).toBe(wanted);
    expect(parseDuration(text, "m")).toBe(wanted);
  });

  test.each([
    ["30m", 30 * MINUTE],
    ["1h 30m", 1.5 * HOUR],
    ["90 m", 90 * MINUTE],
  ])("%s has minutes only where nobody would mean months", (text, wanted) => {
    expect(parseDuration(text, "m")).toBe(wanted);
    expect(() => parseDuration(text)).toThrow("could be minutes or months; write min or months");
  });

  test.each([
    "",
    "7",
    "0",
    "d",
    "0d",
    "0 days",
    "-7d",
    "+7d",
    "7D",
    "7 Days",
    "1e3d",
    "1,5d",
    "7  d",
    " 7d",
    "7d2",
    "1mo",
    "1M",
    "7 fortnights",
    "7d!",
    "and 7d",
    "1d, , 2h",
    "P7D",
    "7d -2h",
    "forever",
    `${"9".repeat(400)}d`,
  ])("%j is none", (text) => {
    expect(() => parseDuration(text)).toThrow(`"${text}" is not a time`);
    expect(() => parseDuration(text, "m")).toThrow(PruneError);
  });

  test("has no minutes that are written m in the middle of it either, but where they may be", () => {
    expect(() => parseDuration("1h30m2s")).toThrow(PruneError);
    expect(parseDuration("1h30m2s", "m")).toBe(1.5 * HOUR + 2 * SECOND);
  });

  test("says how to write one, as it may be written there", () => {
    expect(() => parseDuration("soon")).toThrow("such as 30min, 24h or 7d");
    expect(() => parseDuration("soon", "m")).toThrow("such as 30m, 24h or 7d");
  });
});

describe("what is counted apart", () => {
  test.each([
    [["channel"], ["channel"]],
    [
      ["minor", "channel"],
      ["channel", "minor"],
    ],
    [
      ["patch", "minor", "major", "channel"],
      ["channel", "major", "minor", "patch"],
    ],
    [["minor", "minor"], ["minor"]],
    [["none"], []],
    [["none", "none"], []],
    [[], []],
  ])("%j is %j, in one order", (words, wanted) => expect(parseGroupBy(words)).toEqual(wanted));

  test.each([
    [["flavour"], '"flavour" is not channel, suffix, major, minor, patch or none'],
    [["channel", "Minor"], '"Minor" is not channel'],
    [["none", "flavour"], '"flavour" is not channel'],
    [["none", "channel"], '"none, channel" has none and something else'],
    [["minor", "none"], "write none alone, or leave it out"],
    [[""], '"" is not channel'],
  ])("%j is refused: %s", (words, why) => {
    expect(() => parseGroupBy(words)).toThrow(why);
    expect(() => parseGroupBy(words)).toThrow(PruneError);
  });

  test("where nobody says it, channels are, where versions are ordered, and nothing else is", () => {
    expect(SORTS.map((sort) => [sort, defaultGroupBy(sort)])).toEqual([
      ["semver", ["channel"]],
      ["prerelease", ["channel"]],
      ["natural", []],
      ["created", []],
    ]);
  });
});
