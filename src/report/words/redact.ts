/** Keeps secrets out of whatever is printed. */
export interface Redactor {
  readonly add: (secret: string) => void;
  readonly redact: (text: string) => string;
}

// Shorter ones would turn ordinary words into stars, and are no secret.
const SHORTEST = 4;

/** @param onSecret told each secret once */
export function createRedactor(onSecret: (secret: string) => void = () => undefined): Redactor {
  const secrets = new Set<string>();
  return {
    add(secret) {
      if (secrets.has(secret) || secret === "") return;
      secrets.add(secret);
      onSecret(secret);
    },
    redact(text) {
      // The longest first: one secret may stand within another.
      const known = [...secrets]
        .filter(({ length }) => length >= SHORTEST)
        .sort((a, b) => b.length - a.length);
      return known.reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
    },
  };
}
