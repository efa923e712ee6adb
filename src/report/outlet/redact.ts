import { CUT } from "../../core/base/cut.js";
import { passwordsIn, withoutUserInfo } from "./address.js";

/** Keeps secrets out of all output. */
export interface Redactor {
  readonly add: (secret: string) => void;
  /** Takes the secrets of the addresses in a text: of `https://user:password@host`. */
  readonly addFrom: (text: string) => void;
  readonly redact: (text: string) => string;
}

// A shorter secret would turn ordinary words into stars, and protects nothing.
const SHORTEST = 4;
// A shorter piece of base64 may be an ordinary word's.
const SHORTEST_PIECE = 6;
const STARS = "***";

/**
 * Creates a redactor without secrets.
 * @param onSecret called once with each secret
 * @param inMarkdown returns a text as a job summary has it
 */
export function createRedactor(
  onSecret: (secret: string) => void = () => undefined,
  inMarkdown: (text: string) => string = (text) => text,
): Redactor {
  const secrets = new Set<string>();
  // The longest first, because one may contain another.
  let forms: readonly string[] = [];
  const add = (secret: string): void => {
    if (secrets.has(secret) || secret === "") return;
    secrets.add(secret);
    onSecret(secret);
    const all = new Set([...forms, ...formsOf(secret), ...formsOf(inMarkdown(secret))]);
    forms = [...all].sort((a, b) => b.length - a.length);
  };
  return {
    add,
    addFrom: (text) => {
      for (const secret of passwordsIn(text)) add(secret);
    },
    redact(text) {
      const clean = forms.reduce((rest, form) => rest.replaceAll(form, STARS), text);
      return withoutUserInfo(withoutTorn(clean, forms), STARS);
    },
  };
}

/** Returns a secret as it may be written: as it is, line by line, in JSON, in an address, in base64. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < SHORTEST) return [];
  const bytes = Buffer.from(secret);
  const inAddress = safely(encodeURIComponent, secret);
  const plain = [
    secret,
    secret.trim(),
    ...secret.split(/[\r\n]+/),
    secret.replace(/[\u0000-\u001f\u007f]+/g, " "),
    JSON.stringify(secret).slice(1, -1),
    inAddress,
    inAddress.replace(/%../g, (code) => code.toLowerCase()),
    inAddress.replaceAll("%20", "+"),
    new URLSearchParams([["", secret]]).toString().slice(1),
  ];
  const encoded = ["base64", "base64url"].flatMap((encoding) => inBase64(bytes, encoding as "base64"));
  return [...plain.filter(({ length }) => length >= SHORTEST), ...encoded];
}

/** Returns a text in base64, as a whole and as a part of a longer text, at each of the three places where it may begin. */
function inBase64(bytes: Buffer, encoding: "base64" | "base64url"): readonly string[] {
  const pieces = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString(encoding)
      .replace(/=+$/, "");
    // The digits at both ends have bits of the neighbours in them.
    const isEven = (shift + bytes.length) % 3 === 0;
    return text.slice(shift === 0 ? 0 : shift + 1, isEven ? undefined : -1);
  });
  return [bytes.toString(encoding), ...pieces].filter(({ length }) => length >= SHORTEST_PIECE);
}

function safely(encode: (text: string) => string, text: string): string {
  try {
    return encode(text);
  } catch {
    // Half a surrogate pair has no such form.
    return text;
  }
}

/** Takes out what a cut has left of a secret: its beginning before the mark of the cut, or its end behind it. */
function withoutTorn(text: string, forms: readonly string[]): string {
  if (!text.includes(CUT)) return text;
  const parts = text.split(CUT);
  const last = parts.length - 1;
  return parts
    .map((part, index) => (index < last ? withoutEnd(part, forms) : part))
    .map((part, index) => (index > 0 ? withoutBeginning(part, forms) : part))
    .join(CUT);
}

function withoutEnd(text: string, forms: readonly string[]): string {
  const torn = longest(forms, (form, length) => text.endsWith(form.slice(0, length)));
  return torn === 0 ? text : `${text.slice(0, -torn)}${STARS}`;
}

function withoutBeginning(text: string, forms: readonly string[]): string {
  const torn = longest(forms, (form, length) => text.startsWith(form.slice(-length)));
  return torn === 0 ? text : `${STARS}${text.slice(torn)}`;
}

/** Returns the greatest length of a piece that was found; 0 if none was. */
function longest(forms: readonly string[], isThere: (form: string, length: number) => boolean): number {
  return forms.reduce((most, form) => {
    for (let length = form.length - 1; length > most && length >= SHORTEST; length -= 1) {
      if (isThere(form, length)) return length;
    }
    return most;
  }, 0);
}
