import ts from "typescript";

/**
 * A place where a guard can be taken out. `decidesAt` is the value of the whole with which the guard has decided something: `true` of an `if` that leaves.
 * @typedef {{ from: number, to: number, without: string, decidesAt: boolean, line: number, shown: string }} Guard
 */

const END = ")))";

/** @param {ts.Statement} statement */
function leaves(statement) {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  if (last === undefined) return false;
  return (
    ts.isReturnStatement(last) ||
    ts.isThrowStatement(last) ||
    ts.isContinueStatement(last) ||
    ts.isBreakStatement(last)
  );
}

/**
 * Returns what stands in a node's place without its guard: an `if` that leaves never does, and `a && b` or `a || b` is one of the two alone.
 * @param {ts.Node} node
 * @param {(part: ts.Node) => string} textOf
 * @returns {{ place: ts.Node, without: readonly string[], decidesAt: boolean }}
 */
function takenOut(node, textOf) {
  if (ts.isIfStatement(node) && leaves(node.thenStatement)) {
    return { place: node.expression, without: ["false"], decidesAt: true };
  }
  const { AmpersandAmpersandToken: and, BarBarToken: or } = ts.SyntaxKind;
  if (ts.isBinaryExpression(node) && [and, or].includes(node.operatorToken.kind)) {
    const without = [textOf(node.left), textOf(node.right)];
    return { place: node, without, decidesAt: node.operatorToken.kind === or };
  }
  return { place: node, without: [], decidesAt: true };
}

/**
 * Returns each guard of a source, in the order of the lines.
 * @param {string} file
 * @param {string} text
 * @returns {readonly Guard[]}
 */
export function findGuards(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const textOf = (/** @type {ts.Node} */ part) => part.getText(source);
  /** @type {Guard[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const { place, without, decidesAt } = takenOut(node, textOf);
    const from = place.getStart(source);
    const line = source.getLineAndCharacterOfPosition(from).line + 1;
    for (const each of without) {
      const shown = `${textOf(place)}  →  ${each}`.replace(/\s+/g, " ");
      found.push({ from, to: place.getEnd(), without: each, decidesAt, line, shown });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Returns the source with a switch at each guard: `guardIsOut(id)` says whether that one is out, and `guardSays(id, value)` is told what it says.
 * @param {string} text
 * @param {readonly (Guard & { id: number })[]} guards
 */
export function withSwitches(text, guards) {
  /** @type {{ at: number, text: string, order: number }[]} */
  const inserted = [];
  for (const { from, to, without, id } of guards) {
    inserted.push({ at: from, text: `(guardIsOut(${id}) ? (${without}) : guardSays(${id}, (`, order: to });
    inserted.push({ at: to, text: END, order: -from });
  }
  // What starts at one place: the longer first. What ends at one place: the shorter first, and ends before starts.
  inserted.sort((a, b) => a.at - b.at || rank(a) - rank(b));
  let made = "";
  let done = 0;
  for (const { at, text: piece } of inserted) {
    made += text.slice(done, at) + piece;
    done = at;
  }
  return made + text.slice(done);
}

/** @param {{ text: string, order: number }} piece */
function rank({ text, order }) {
  return text === END ? order - 1e9 : -order;
}
