/** Keeps secrets out of all output. */
export interface Redactor {
  readonly add: (secret: string) => void;
  readonly redact: (text: string) => string;
}

// A shorter secret would turn ordinary words into stars, and protects nothing.
const SHORTEST = 4;

/** Creates a redactor without secrets. @param onSecret called once with each secret */
export function createRedactor(onSecret: (secret: string) => void = () => undefined): Redactor {
  const secrets = new Set<string>();
  return {
    add(secret) {
      if (secrets.has(secret) || secret === "") return;
      secrets.add(secret);
      onSecret(secret);
    },
    redact(text) {
      // The longest first, because one secret may contain another.
      const known = [...secrets]
        .filter(({ length }) => length >= SHORTEST)
        .sort((a, b) => b.length - a.length);
      return known.reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
    },
  };
}
