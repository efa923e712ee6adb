import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path/posix";
import ts from "typescript";

/** An error that the source can make: its message and next step, with `…` for what is known only when it happens. */
export interface SourceError {
  /** Path below `src/`. */
  readonly file: string;
  readonly message: string;
  readonly nextStep: string;
}

/** Every error of ours in the source, in the order of files and lines. */
export function sourceErrors(): readonly SourceError[] {
  const kinds = new Set(["PruneError", ...files.flatMap(([, source]) => errorsBelow(source))]);
  return files.flatMap(([file, source]) =>
    nodesOf(source).flatMap((node) => {
      const given = isErrorMade(node, kinds, source)
        ? textsGiven(node.arguments ?? [], source)
        : handedOn(node, source);
      if (given === undefined) return [];
      return pairsOf(given.message, given.nextStep, source).map(({ message, fix: nextStep }) => ({
        file,
        message,
        nextStep,
      }));
    }),
  );
}

/** The names of the classes of a file that extend an error for people. */
function errorsBelow(source: ts.SourceFile): readonly string[] {
  const classes = source.statements.filter((statement) => ts.isClassDeclaration(statement));
  const below = classes.filter(({ heritageClauses }) =>
    heritageClauses?.some((clause) => /^extends \w*PruneError$/.test(clause.getText(source))),
  );
  return below.flatMap(({ name }) => name?.text ?? []);
}

function isErrorMade(
  node: ts.Node,
  kinds: ReadonlySet<string>,
  source: ts.SourceFile,
): node is ts.NewExpression | ts.CallExpression {
  if (ts.isNewExpression(node)) return kinds.has(node.expression.getText(source));
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

/** What a call gives to a function of the file that makes an error of a message and steps. */
function handedOn(node: ts.Node, source: ts.SourceFile): ReturnType<typeof textsGiven> {
  if (!ts.isCallExpression(node)) return undefined;
  const made = functionOf(node, source);
  const names = made?.parameters.map(({ name }) => name.getText(source)) ?? [];
  const [message, nextStep] = ["message", "steps"].map((name) => node.arguments[names.indexOf(name)]);
  return message === undefined || nextStep === undefined ? undefined : { message, nextStep };
}

function functionOf(
  { expression }: ts.CallExpression,
  source: ts.SourceFile,
): ts.FunctionDeclaration | undefined {
  const name = expression.getText(source);
  return source.statements
    .filter((statement) => ts.isFunctionDeclaration(statement))
    .find((statement) => statement.name?.text === name);
}

function textsGiven(
  [first, second]: readonly ts.Expression[],
  source: ts.SourceFile,
): { readonly message: ts.Expression; readonly nextStep: ts.Expression } | undefined {
  const texts = second !== undefined && ts.isObjectLiteralExpression(second) ? second : undefined;
  const message = texts === undefined ? first : propertyOf(texts, "message", source);
  const nextStep = texts === undefined ? second : propertyOf(texts, "nextStep", source);
  return message === undefined || nextStep === undefined ? undefined : { message, nextStep };
}

/** Something that can be wrong with a setting. */
export interface SourceProblem {
  /** `…` where any can have it. */
  readonly setting: string;
  readonly message: string;
}

/** Every problem of a setting or an argument that the source reports, in the order of files and lines. */
export function sourceProblems(): readonly SourceProblem[] {
  const errors = sourceErrors();
  const reported = files.flatMap(([, source]) => nodesOf(source).flatMap((node) => problemsOf(node, source)));
  // What reads one value says what is wrong with it, and not which setting has it.
  const values = errors.filter(({ nextStep }) => nextStep === "Correct it.");
  return [...reported, ...values.map(({ message }) => ({ setting: "…", message }))];
}

function problemsOf(node: ts.Node, source: ts.SourceFile): readonly SourceProblem[] {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const [setting, message] = node.arguments;
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "problem") return [];
    return problemsIn(setting, message, source);
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  return problemsIn(propertyOf(node, "setting", source), propertyOf(node, "message", source), source);
}

function problemsIn(
  setting: ts.Expression | undefined,
  message: ts.Expression | undefined,
  source: ts.SourceFile,
): readonly SourceProblem[] {
  if (setting === undefined || message === undefined) return [];
  return textsOf(message, source).map((text) => ({ setting: textOf(setting, source), message: text }));
}

/** Something that `check` finds wrong, or can't find out. */
export interface SourceFinding {
  readonly message: string;
  readonly fix: string;
}

/** Everything that `check` says with advice, in the order of files and lines. */
export function sourceFindings(): readonly SourceFinding[] {
  return files.flatMap(([, source]) =>
    nodesOf(source).flatMap((node) => {
      if (!ts.isCallExpression(node) || node.expression.getText(source) !== "finding") return [];
      const [kind, , about] = node.arguments;
      if (about === undefined || !ts.isObjectLiteralExpression(about)) return [];
      if (kind !== undefined && ts.isStringLiteral(kind) && kind.text === "ok") return [];
      const [message, fix] = [propertyOf(about, "message", source), propertyOf(about, "fix", source)];
      if (message === undefined) return [];
      return fix === undefined
        ? textsOf(message, source).map((text) => ({ message: text, fix: "" }))
        : pairsOf(message, fix, source);
    }),
  );
}

function pairsOf(
  message: ts.Expression,
  fix: ts.Expression,
  source: ts.SourceFile,
): readonly SourceFinding[] {
  const advice = textsOf(fix, source).join("\nOr: ");
  return textsOf(message, source).map((text) => ({ message: text, fix: advice }));
}

/** Every text in the source, its parts put together where `+` or `.join` does so, with `…` for what is not written there. */
export function sourceTexts(): readonly string[] {
  const texts = files.flatMap(([, source]) =>
    nodesOf(source).flatMap((node) => (makesText(node) ? [textOf(node, source)] : [])),
  );
  return texts.filter((text) => /\w/.test(text));
}

const walked = new WeakMap<ts.Node, readonly ts.Node[]>();

/** A file, or a part of one, and everything in it, as it is written. */
function nodesOf(within: ts.Node): readonly ts.Node[] {
  const found = walked.get(within);
  if (found !== undefined) return found;
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(within);
  walked.set(within, nodes);
  return nodes;
}

function makesText(node: ts.Node): node is ts.Expression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isBinaryExpression(node);
}

type SourceFiles = readonly (readonly [path: string, source: ts.SourceFile])[];

/** The source's files. */
const files = await parseSource();

async function parseSource(): Promise<SourceFiles> {
  const names = (await readdir("src", { recursive: true }))
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join("src", name), "utf8");
      return [name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)] as const;
    }),
  );
}

function propertyOf(
  object: ts.ObjectLiteralExpression,
  name: string,
  source: ts.SourceFile,
): ts.Expression | undefined {
  for (const property of object.properties) {
    if (property.name?.getText(source) !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}

/** The text that an expression makes, as far as it is written in this file; of several the first. */
function textOf(node: ts.Expression, source: ts.SourceFile): string {
  return textsOf(node, source)[0] ?? "…";
}

const MOST = 12;

/** The texts that an expression can make. */
function textsOf(node: ts.Expression, source: ts.SourceFile): readonly string[] {
  const texts = partsOf(node, source).map((text) => text.replace(/…(?:\s*…)+/g, "…"));
  return [...new Set(texts)].slice(0, MOST);
}

/** Every text of the first followed by every text of the second. */
function together(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.flatMap((text) => after.map((more) => text + more)).slice(0, MOST);
}

/** The texts of what was read; of what is being read nothing is known, so that no circle is gone round. */
const known = new WeakMap<ts.Node, readonly string[]>();

function partsOf(node: ts.Expression, source: ts.SourceFile): readonly string[] {
  const found = known.get(node);
  if (found !== undefined) return found;
  known.set(node, ["…"]);
  const parts = readParts(node, source);
  known.set(node, parts);
  return parts;
}

function readParts(node: ts.Expression, source: ts.SourceFile): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return partsOf(node.expression, source);
  if (ts.isCallExpression(node)) return joined(node, source) ?? returnedBy(node, source);
  if (ts.isArrayLiteralExpression(node)) return linesOf(node, source) ?? ["…"];
  if (ts.isPropertyAccessExpression(node)) return keptIn(node, source);
  if (ts.isIdentifier(node)) return constantOf(node, source) ?? argumentsFor(node, source);
  return putTogether(node, source);
}

/** The texts of what is made of several. */
function putTogether(node: ts.Expression, source: ts.SourceFile): readonly string[] {
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>(
      (texts, span) => together(texts, together(partsOf(span.expression, source), [span.literal.text])),
      [node.head.text],
    );
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return together(partsOf(node.left, source), partsOf(node.right, source));
  }
  if (!ts.isConditionalExpression(node)) return ["…"];
  const either = [...partsOf(node.whenTrue, source), ...partsOf(node.whenFalse, source)];
  return either.some(saysSomething) ? either : ["…"];
}

/** True if three words of a text are known beforehand. */
export function saysSomething(text: string): boolean {
  return (text.replaceAll("…", " ").match(/[A-Za-z]{2,}/g) ?? []).length >= 3;
}

/** The lines of an array that is joined by line breaks, if it is that. */
function joined({ expression }: ts.CallExpression, source: ts.SourceFile): readonly string[] | undefined {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "join") return undefined;
  return linesOf(expression.expression, source);
}

/** The elements of an array as lines, if it is written here. */
function linesOf(array: ts.Expression, source: ts.SourceFile): readonly string[] | undefined {
  if (!ts.isArrayLiteralExpression(array)) return undefined;
  const [first, ...others] = array.elements;
  if (first === undefined) return undefined;
  return others.reduce<readonly string[]>(
    (texts, element) => together(texts, together(["\n"], partsOf(element, source))),
    partsOf(first, source),
  );
}

/** What a function of the file returns, where that says something and is no call itself, which could lead in a circle. */
function returnedBy(call: ts.CallExpression, source: ts.SourceFile): readonly string[] {
  const made = functionOf(call, source);
  if (made === undefined) return ["…"];
  const texts = nodesOf(made).flatMap((node) => {
    if (!ts.isReturnStatement(node) || node.expression === undefined) return [];
    const isPlain = nodesOf(node).every((each) => !ts.isCallExpression(each));
    return isPlain ? partsOf(node.expression, source) : ["…"];
  });
  return texts.some(saysSomething) ? texts : ["…"];
}

/** The text under a name of a constant object of the file. */
function keptIn({ expression, name }: ts.PropertyAccessExpression, source: ts.SourceFile): readonly string[] {
  const object = ts.isIdentifier(expression) ? initializerOf(expression.text, source) : undefined;
  const bare = object !== undefined && ts.isAsExpression(object) ? object.expression : object;
  const kept =
    bare !== undefined && ts.isObjectLiteralExpression(bare)
      ? propertyOf(bare, name.text, source)
      : undefined;
  return kept === undefined ? ["…"] : partsOf(kept, source);
}

/** What callers in the same file give for a function's parameter, where that says something. */
function argumentsFor(name: ts.Identifier, source: ts.SourceFile): readonly string[] {
  const { declaration, place } = parameterOf(name) ?? {};
  if (declaration?.name === undefined || place === undefined) return ["…"];
  const called = declaration.name.text;
  const texts = nodesOf(source).flatMap((node) => {
    if (!ts.isCallExpression(node) || node.expression.getText(source) !== called) return [];
    const given = node.arguments[place];
    // A parameter that is handed on would lead in a circle.
    return given === undefined || ts.isIdentifier(given) ? [] : partsOf(given, source);
  });
  return texts.length === 0 ? ["…"] : texts.map((text) => (saysSomething(text) ? text : "…"));
}

function parameterOf(
  name: ts.Identifier,
): { readonly declaration: ts.FunctionDeclaration; readonly place: number } | undefined {
  const declaration = ts.findAncestor(name, ts.isFunctionDeclaration);
  const place = declaration?.parameters.findIndex(
    (parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name.text,
  );
  return declaration === undefined || place === undefined || place === -1
    ? undefined
    : { declaration, place };
}

/** The texts of a constant of the file, or of one in capitals that it imports, if it is one. */
function constantOf({ text: name }: ts.Identifier, source: ts.SourceFile): readonly string[] | undefined {
  const initializer = initializerOf(name, source);
  if (initializer !== undefined) return partsOf(initializer, source);
  if (!/^[A-Z_]+$/.test(name)) return undefined;
  const [, origin] = files.find(([, file]) => initializerOf(name, file) !== undefined) ?? [];
  const imported = origin === undefined ? undefined : initializerOf(name, origin);
  return origin === undefined || imported === undefined ? undefined : partsOf(imported, origin);
}

function initializerOf(name: string, source: ts.SourceFile): ts.Expression | undefined {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: known, initializer } of statement.declarationList.declarations) {
      if (known.getText(source) === name) return initializer;
    }
  }
  return undefined;
}
