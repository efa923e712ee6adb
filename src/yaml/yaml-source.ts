import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";

/** A YAML text, read; or what is wrong with it, each in a few words with its line. */
export type YamlSource =
  | { readonly kind: "broken"; readonly errors: readonly string[] }
  | {
      readonly kind: "read";
      readonly value: unknown;
      /** The line, from 1, of what stands at a path; `undefined` where it is not known. */
      readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
    };

/** Reads YAML of a version: in 1.1, which Distribution's reader speaks (measured on 2.8.2), `yes` and `on` mean true. */
export function readYaml(text: string, version: "1.1" | "1.2"): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { version, lineCounter: lines, prettyErrors: false });
  const errors = [
    ...document.errors.map(({ code, message, pos: [offset] }) => ({
      offset,
      message: WORDS[code] ?? message,
    })),
    ...danglingAliases(document),
  ];
  if (errors.length > 0) {
    const told = errors.map(({ offset, message }) => `line ${lines.linePos(offset).line}: ${message}`);
    return { kind: "broken", errors: told };
  }
  try {
    const value: unknown = document.toJS();
    const lineOf = (path: readonly (string | number)[]): number | undefined => {
      const offset = offsetOf(document.contents, path, (node) =>
        isAlias(node) ? node.resolve(document) : node,
      );
      return offset === undefined ? undefined : lines.linePos(offset).line;
    };
    return { kind: "read", value, lineOf };
  } catch (error) {
    // Too many aliases.
    return { kind: "broken", errors: [error instanceof Error ? error.message : String(error)] };
  }
}

// The library's own words name a function of its own.
const WORDS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "A second document begins here, and there may be one only",
};

/** Aliases without an anchor, which the library says by throwing, the first alone, and without its line. */
function danglingAliases(
  document: Document.Parsed,
): readonly { readonly offset: number; readonly message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.source === "" || alias.resolve(document) !== undefined) return;
      const message = `*${alias.source} is an alias, and there is no anchor &${alias.source} before it`;
      found.push({ offset: alias.range?.[0] ?? 0, message });
    },
  });
  return found;
}

type Resolve = (node: unknown) => unknown;

/** Where the key of a path's last step stands, or its item. */
function offsetOf(
  root: Node | null,
  path: readonly (string | number)[],
  resolve: Resolve,
): number | undefined {
  let node: unknown = root;
  let offset: number | undefined;
  for (const step of path) {
    const collection = resolve(node);
    if (isMap(collection)) {
      const pair = collection.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      offset = startOf(pair?.key);
      node = pair?.value;
    } else {
      node = isSeq(collection) ? collection.items[Number(step)] : undefined;
      offset = startOf(node);
    }
    if (offset === undefined) return undefined;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
