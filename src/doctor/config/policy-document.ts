import { isObject, parseJson } from "../../core/base/json.js";

// The output of `aws iam get-policy-version`, `get-role-policy` and their like, and of `aws s3api get-bucket-policy`, which has it as a text.
const WRAPPERS = ["PolicyVersion", "PolicyDocument", "Document", "Policy"];

/** Returns the policy's own document within the answer of a command; the value itself where it is none. */
export function documentIn(value: unknown, depth = 0): unknown {
  if (typeof value === "string" && depth > 0) {
    const parsed = parseJson(value.startsWith("%7B") ? decoded(value) : value);
    return parsed === undefined ? value : documentIn(parsed, depth + 1);
  }
  if (!isObject(value) || "Statement" in value || depth > WRAPPERS.length) return value;
  const key = WRAPPERS.find((name) => name in value);
  return key === undefined ? value : documentIn(value[key], depth + 1);
}

/** Returns a text without its percent signs, as IAM's own API sends it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
