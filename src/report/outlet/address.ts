// What stands before the host (RFC 3986, 3.2.1).
const USER_INFO = /(:\/\/)([^\s/?#@"'<>`]+)@/g;
// The same as a job summary may have it, in character references.
const SHOWN = /((?::|&#58;)\/\/)(?:[^\s/?#@"'<>`]|&#\d+;)+?(@|&#64;)/g;
// As people write it: without a scheme, or with a slash in the password. What stands before a digest is an image.
const WRITTEN = /(?:^|[\s=,;"'(]|:\/\/)([^\s:@/"',;()]+):(?!\/\/)([^\s@"']+)@(?!sha\d+:)/g;
// A name alone is a secret if it is as long as a token.
const SHORTEST_TOKEN = 12;

/** Returns the passwords of the addresses in a text, as they are written and decoded; with them the whole of user and password in base64, as a header has it. */
export function passwordsIn(text: string): readonly string[] {
  if (!text.includes("@")) return [];
  const strict = [...text.matchAll(USER_INFO)].flatMap(([, , info = ""]) => secretsOf(info));
  const written = [...text.matchAll(WRITTEN)].flatMap(([, user = "", password = ""]) =>
    /^\d+\//.test(password) ? [] : secretsOf(`${user}:${password}`),
  );
  return [...new Set([...strict, ...written])];
}

function secretsOf(info: string): readonly string[] {
  const colon = info.indexOf(":");
  const password = colon === -1 ? info : info.slice(colon + 1);
  if (colon === -1 && password.length < SHORTEST_TOKEN) return [];
  const plain = [info, decoded(info)].map((each) => Buffer.from(each).toString("base64"));
  return [password, decoded(password), ...(colon === -1 ? [] : plain)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns a text whose addresses have `instead` in place of a user's name and password. */
export function withoutUserInfo(text: string, instead: string): string {
  return text.includes("//") ? text.replace(SHOWN, `$1${instead}$2`) : text;
}
