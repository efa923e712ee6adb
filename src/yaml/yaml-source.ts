import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { wordsFor } from "./yaml-words.js";

/** A YAML text that was read; or its errors, each in a few words with its line. */
export type YamlSource =
  | { readonly kind: "broken"; readonly errors: readonly string[] }
  | {
      readonly kind: "read";
      readonly value: unknown;
      /** Returns the line of the value at a path, from 1; `undefined` where it is not known. */
      readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
      /** Returns the text of the scalar at a path as it is written, without quotes: 0.10 is not 0.1. */
      readonly writtenAt: (path: readonly (string | number)[]) => string | undefined;
      /** The things that are passed over, each in a few words with its line. */
      readonly oddities: readonly string[];
    };

// Policies and configurations have some kilobytes.
const LONGEST = 1024 * 1024;
const MOST_DEPTH = 100;
// The library looks for the anchor of each alias through the whole document.
const MOST_ALIASES = 100;

/**
 * Reads YAML of one of two versions. In 1.1, which Distribution reads (measured on 2.8.2), `yes` and `on` mean true, of a key that is there twice the last counts, and
 * all but the first document is passed over (measured, 2.8.2 and 3.1.1).
 */
export function readYaml(text: string, version: "1.1" | "1.2"): YamlSource {
  if (text.length > LONGEST) return { kind: "broken", errors: [`It has more than ${LONGEST} characters`] };
  if (isTooDeep(text)) return { kind: "broken", errors: [`It is nested more than ${MOST_DEPTH} deep`] };
  return readDocument(text, version);
}

/**
 * True if a text may be nested too deep: by brackets, or by what stands at a line's beginning. The library calls itself for each level, and from some thousand on
 * V8 ends the whole process instead of throwing (measured).
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
    if (depth > MOST_DEPTH) return true;
  }
  return text.split("\n").some((line) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) > 2 * MOST_DEPTH);
}

function readDocument(text: string, version: "1.1" | "1.2"): YamlSource {
  const lines = new LineCounter();
  // The library looks for each key among all before it.
  const document = parseDocument(text, {
    version,
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const isGo = version === "1.1";
  const [later, wrong] = [
    document.errors.filter(isLater),
    document.errors.filter((error) => !isLater(error)),
  ];
  const lenient = [
    ...later.map(({ code, message, pos: [offset] }) => ({ offset, message: wordsFor(code, message) })),
    ...doubledKeys(document),
  ];
  const strict = [
    ...wrong.map(({ code, message, pos: [offset] }) => ({ offset, message: wordsFor(code, message) })),
    ...danglingAliases(document),
  ];
  const tell = (found: typeof strict): readonly string[] =>
    found
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, message }) => `line ${lines.linePos(offset).line}: ${message}`);
  const errors = tell(isGo ? strict : [...strict, ...lenient]);
  if (errors.length > 0) return { kind: "broken", errors };
  return readValue(document, lines, isGo ? tell(lenient) : []);
}

function readValue(document: Document.Parsed, lines: LineCounter, oddities: readonly string[]): YamlSource {
  const resolve: Resolve = (node) => (isAlias(node) ? node.resolve(document) : node);
  try {
    const value: unknown = document.toJS();
    return {
      kind: "read",
      value,
      lineOf: (path) => {
        const { offset } = placeOf(document.contents, path, resolve);
        return offset === undefined ? undefined : lines.linePos(offset).line;
      },
      writtenAt: (path) => {
        const scalar = resolve(placeOf(document.contents, path, resolve).node);
        return isScalar(scalar) ? (scalar.source ?? String(scalar.value)) : undefined;
      },
      oddities,
    };
  } catch (error) {
    // The library throws where there are too many aliases.
    const isPlain = error instanceof Error && error.message.startsWith("Excessive alias count");
    return { kind: "broken", errors: [isPlain ? error.message : "An alias can't be read"] };
  }
}

function isLater({ code }: { readonly code: string }): boolean {
  return code === "MULTIPLE_DOCS";
}

/** Finds keys that their map has already. */
function doubledKeys(
  document: Document.Parsed,
): readonly { readonly offset: number; readonly message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          found.push({ offset: startOf(key) ?? 0, message: "Map keys must be unique" });
        }
        keys.add(key.value);
      }
    },
  });
  return found;
}

/** Finds aliases without an anchor. The library throws for the first of them alone, and does not say its line. */
function danglingAliases(
  document: Document.Parsed,
): readonly { readonly offset: number; readonly message: string }[] {
  const found: { offset: number; message: string }[] = [];
  let aliases = 0;
  visit(document, {
    Alias: (_key, alias) => {
      aliases += 1;
      if (aliases > MOST_ALIASES) {
        found.push({ offset: alias.range?.[0] ?? 0, message: `There are more than ${MOST_ALIASES} aliases` });
        return visit.BREAK;
      }
      if (alias.source === "" || alias.resolve(document) !== undefined) return undefined;
      const message = "What begins with * is an alias, and there is no anchor (&) of that name before it";
      found.push({ offset: alias.range?.[0] ?? 0, message });
      return undefined;
    },
  });
  return found;
}

type Resolve = (node: unknown) => unknown;

/** The pairs of each map by their keys, made when one is asked for. */
const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  const known = PAIRS.get(map);
  const pairs =
    known ??
    new Map(
      map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
    );
  if (known === undefined) PAIRS.set(map, pairs);
  return pairs.get(key);
}

/** Returns the value at the end of a path, with the offset of its key, or of the list's item; nothing where there is none. */
function placeOf(
  root: Node | null,
  path: readonly (string | number)[],
  resolve: Resolve,
): { readonly offset?: number; readonly node?: unknown } {
  let node: unknown = root;
  let offset: number | undefined;
  for (const step of path) {
    const collection = resolve(node);
    if (isMap(collection)) {
      const pair = pairOf(collection, String(step));
      offset = startOf(pair?.key);
      node = pair?.value;
    } else {
      node = isSeq(collection) ? collection.items[Number(step)] : undefined;
      offset = startOf(node);
    }
    if (offset === undefined) return {};
  }
  return offset === undefined ? {} : { offset, node };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
