import { expect, test } from "vitest";
import { networkError } from "../../src/registry/http/network-errors.js";

const failed = (code: string, message = "words"): Error => Object.assign(new Error(message), { code });

test.each<[string, string, unknown, string]>([
  ["an address where nothing answers", "https:", failed("ECONNREFUSED"), "unreachable"],
  ["something that is no error", "https:", "text", "unreachable"],
  ["a name that only begins like one", "https:", failed("EPROTONOSUPPORT"), "unreachable"],
  ["an answer that breaks HTTP's rules", "https:", failed("HPE_INVALID_CONSTANT"), "unexpected-answer"],
  ["a header that none may have", "https:", failed("ERR_INVALID_CHAR"), "unauthorized"],
])("%s is told as what it is", (...[, protocol, cause, kind]) => {
  const error = networkError(new URL(`${protocol}//r.example.com:5000/secret?token=x`), cause);
  expect(error).toMatchObject({ kind });
  expect(error.message).toContain("r.example.com:5000");
  expect(error.message).not.toMatch(/secret|token=/);
});

test.each([
  ["by its code", failed("ECONNRESET", "socket hang up"), "(ECONNRESET)"],
  ["by its words where it has none", new Error("socket hang up"), "(socket hang up)"],
  ["by nothing where it is no error", { message: "x" }, "()"],
])("the reason is told %s", (_, cause, reason) => {
  expect(networkError(new URL("http://r.example.com/"), cause).message).toContain(reason);
});
