import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** A YAML text, read; or what is wrong with it, each in a few words with its line. */
export type YamlSource =
  | { readonly kind: "broken"; readonly errors: readonly string[] }
  | {
      readonly kind: "read";
      readonly value: unknown;
      /** The line, from 1, of what stands at a path; `undefined` where it is not known. */
      readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
    };

/** Reads YAML as Distribution's reader does: of version 1.1, where `yes` and `on` mean true (measured on 2.8.2). */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: "1.1", lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const errors = document.errors.map(
      ({ message, pos: [offset] }) => `line ${lines.linePos(offset).line}: ${message}`,
    );
    return { kind: "broken", errors };
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
    // Aliases without an anchor, or too many of them.
    return { kind: "broken", errors: [error instanceof Error ? error.message : String(error)] };
  }
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
