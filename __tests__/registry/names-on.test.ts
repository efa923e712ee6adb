import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { namesOn } from "../../src/registry/http/pages.js";

const isName = (text: string): text is "a" | "b" => text === "a" || text === "b";

function names(body: string, aboutStray?: (text: string) => UnsureError): readonly string[] {
  const url = new URL("https://r.example.com/v2/app/tags/list");
  const response = { status: 200, headers: {}, body: Buffer.from(body), url };
  const asked = { isName, what: "a tag", ...(aboutStray === undefined ? {} : { aboutStray }) };
  return namesOn({ of: "tags", base: url }, response, asked);
}

describe("the names on a page", () => {
  test.each([
    ['{"tags":["a","b"]}', ["a", "b"]],
    ['{"tags":[]}', []],
    ['{"name":"app","tags":null}', []],
  ])("of %s are %j", (body, wanted) => expect(names(body)).toEqual(wanted));

  test.each([
    ["{", "it is not the JSON that the API asks for"],
    ['["a"]', "it is not the JSON that the API asks for"],
    ['{"names":["a"]}', "it is not the JSON that the API asks for"],
    ['{"tags":{}}', "it is not a list"],
    ['{"tags":"ab"}', "it is not a list"],
    ['{"tags":["a","c"]}', "there is something in it that is not a tag"],
    ['{"tags":["a",7]}', "there is something in it that is not a tag"],
    ['{"tags":["a",null]}', "there is something in it that is not a tag"],
  ])("of %s can't be trusted: %s", (body, why) => {
    expect(() => names(body)).toThrow(UnsureError);
    expect(() => names(body)).toThrow(why);
  });

  test("of a text that is no name may be told in other words, of anything else not", () => {
    const about = (text: string): UnsureError => new UnsureError(`a stray: ${text}`, "Look.");
    expect(() => names('{"tags":["c"]}', about)).toThrow("a stray: c");
    expect(() => names('{"tags":[7]}', about)).toThrow("not a tag");
    expect(names('{"tags":["a"]}', about)).toEqual(["a"]);
  });
});
