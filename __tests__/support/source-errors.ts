import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

/** An error that the source can make: its message and next step, with `…` for what is known only when it happens. */
export interface SourceError {
  /** Path below `src/`. */
  readonly file: string;
  readonly message: string;
  readonly nextStep: string;
}

/** Every error of ours in the source, in the order of files and lines. */
export async function sourceErrors(): Promise<readonly SourceError[]> {
  const files = await sourceFiles();
  return files.flatMap(([file, source]) => errorsIn(file, source));
}

/** Something that can be wrong with a setting. */
export interface SourceProblem {
  /** `…` where any can have it. */
  readonly setting: string;
  readonly message: string;
}

/** Every problem that the readers of settings report, in the order of files and lines. */
export async function sourceProblems(): Promise<readonly SourceProblem[]> {
  const files = await sourceFiles();
  return files.flatMap(([, source]) => {
    const problems: SourceProblem[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) problems.push(...problemOf(node, source));
      ts.forEachChild(node, visit);
    };
    visit(source);
    return problems;
  });
}

function problemOf(node: ts.CallExpression, source: ts.SourceFile): readonly SourceProblem[] {
  const { expression } = node;
  const [setting, message] = node.arguments;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "problem") return [];
  if (setting === undefined || message === undefined) return [];
  return [{ setting: textOf(setting, source), message: textOf(message, source) }];
}

/** Every text in the source, its parts put together where `+` or `.join` does so, with `…` for what is not written there. */
export async function sourceTexts(): Promise<readonly string[]> {
  const files = await sourceFiles();
  return files.flatMap(([, source]) => {
    const texts: string[] = [];
    const visit = (node: ts.Node): void => {
      if (makesText(node)) texts.push(textOf(node, source));
      ts.forEachChild(node, visit);
    };
    visit(source);
    return texts.filter((text) => /\w/.test(text));
  });
}

function makesText(node: ts.Node): node is ts.Expression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isBinaryExpression(node);
}

type SourceFiles = readonly (readonly [path: string, source: ts.SourceFile])[];

let parsed: Promise<SourceFiles> | undefined;

/** Returns the source's files, which are parsed once. */
function sourceFiles(): Promise<SourceFiles> {
  parsed ??= parseSource();
  return parsed;
}

async function parseSource(): Promise<SourceFiles> {
  const names = (await readdir("src", { recursive: true })).filter((name) => name.endsWith(".ts")).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join("src", name), "utf8");
      return [name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)] as const;
    }),
  );
}

function errorsIn(file: string, source: ts.SourceFile): readonly SourceError[] {
  const errors: SourceError[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) errors.push(...errorOf(file, node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return errors;
}

function errorOf(file: string, node: ts.NewExpression, source: ts.SourceFile): readonly SourceError[] {
  if (!/^(?:Prune|Registry|Unsure|Engine)Error$/.test(node.expression.getText(source))) return [];
  const [first, second] = node.arguments ?? [];
  const texts = second !== undefined && ts.isObjectLiteralExpression(second) ? second : undefined;
  const message = texts === undefined ? first : propertyOf(texts, "message", source);
  const nextStep = texts === undefined ? second : propertyOf(texts, "nextStep", source);
  if (message === undefined || nextStep === undefined) return [];
  return [{ file, message: textOf(message, source), nextStep: textOf(nextStep, source) }];
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

/** The text that an expression makes, as far as it is written in this file. */
function textOf(node: ts.Expression, source: ts.SourceFile): string {
  return partsOf(node, source).replace(/…(?:\s*…)+/g, "…");
}

function partsOf(node: ts.Expression, source: ts.SourceFile): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map((span) => `${partsOf(span.expression, source)}${span.literal.text}`);
    return node.head.text + spans.join("");
  }
  if (ts.isParenthesizedExpression(node)) return partsOf(node.expression, source);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return partsOf(node.left, source) + partsOf(node.right, source);
  }
  if (ts.isCallExpression(node)) return joined(node, source);
  if (ts.isIdentifier(node)) return constantOf(node.text, source);
  return "…";
}

/** The lines of an array that is joined by line breaks. */
function joined(node: ts.CallExpression, source: ts.SourceFile): string {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "join") return "…";
  if (!ts.isArrayLiteralExpression(expression.expression)) return "…";
  return expression.expression.elements.map((element) => partsOf(element, source)).join("\n");
}

/** The text of a constant of the file, if it is one. */
function constantOf(name: string, source: ts.SourceFile): string {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: known, initializer } of statement.declarationList.declarations) {
      if (initializer === undefined || known.getText(source) !== name) continue;
      if (ts.isStringLiteralLike(initializer) || ts.isBinaryExpression(initializer)) {
        return partsOf(initializer, source);
      }
    }
  }
  return "…";
}
