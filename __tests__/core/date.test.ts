import { describe, expect, test } from "vitest";
import { readDate } from "../../src/core/image/date.js";

describe("a date", () => {
  test.each([
    ["2024-05-06T07:08:09Z", "2024-05-06T07:08:09.000Z"],
    ["2024-05-06T07:08:09.123456789Z", "2024-05-06T07:08:09.123Z"],
    ["2024-05-06T07:08:09+02:00", "2024-05-06T05:08:09.000Z"],
    ["2013-03-13T00:00:00Z", "2013-03-13T00:00:00.000Z"],
  ])("%s is %s", (text, wanted) => expect(readDate(text)).toBe(Date.parse(wanted)));

  test.each([
    ["what reproducible builds write", "1970-01-01T00:00:00Z"],
    ["what ZIP begins with", "1980-01-01T00:00:01Z"],
    ["Go's zero", "0001-01-01T00:00:00Z"],
    ["the last moment before Docker", "2013-03-12T23:59:59Z"],
    ["a month that is none", "2024-13-01T00:00:00Z"],
    ["a day alone", "2024-05-06"],
    ["a time without its zone, which would be this machine's", "2024-05-06T07:08:09"],
    ["a date as people write it", "May 6, 2024 07:08:09"],
    ["a date behind something", "at 2024-05-06T07:08:09Z"],
    ["a year of six digits", "+002024-05-06T07:08:09Z"],
    ["nothing", ""],
    ["a number", 1714979289000],
    ["null", null],
    ["undefined", undefined],
  ])("is none: %s, %j", (_, value) => expect(readDate(value)).toBeUndefined());
});
