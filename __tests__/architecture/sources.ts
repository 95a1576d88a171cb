import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Import {
  /** Path from the top of the project for our own files, else the package's name. */
  readonly from: string
  /** `*` for all of them. */
  readonly names: readonly string[]
  readonly own: boolean
  /** Erased when the program runs. */
  readonly typeOnly: boolean
  readonly line: number
}

export interface Named {
  readonly name: string
  readonly line: number
}

export interface Code {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** Values, not types: a type is exported for the signature it stands in. */
  readonly exports: readonly Named[]
  /** Names that the file uses and does not declare: globals. */
  readonly mentions: readonly Named[]
  readonly functions: readonly (Named & { readonly lines: number })[]
}

export function readCode(pattern: string): Code[] {
  const paths = globSync(pattern, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))
  return paths.sort().map(parse)
}

function parse(path: string): Code {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true)
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1
  const code = { imports: [] as Import[], exports: [] as Named[], mentions: [] as Named[], functions: [] as (Named & { lines: number })[] }
  const declared = new Set<string>()
  const visit = (node: ts.Node): void => {
    const line = lineOf(node.getStart(file))
    const imported = importOf(path, node, line)
    if (imported) code.imports.push(imported)
    code.exports.push(...exportsOf(node).map((name) => ({ name, line })))
    if (ts.isIdentifier(node) && declares(node)) declared.add(node.text)
    else if (ts.isIdentifier(node) && isMention(node)) code.mentions.push({ name: node.text, line })
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      code.functions.push({ name: functionName(node), line, lines: lineOf(node.getEnd()) - line + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  const mentions = code.mentions.filter(({ name }) => !declared.has(name))
  return { path, lines: file.text.trimEnd().split('\n').length, ...code, mentions }
}

function importOf(path: string, node: ts.Node, line: number): Import | undefined {
  const specifier = specifierOf(node)
  if (specifier === undefined) return undefined
  const own = specifier.startsWith('.')
  const from = own ? posix.join(posix.dirname(path), specifier) : specifier
  if (!ts.isImportDeclaration(node)) return { from, own, names: ['*'], typeOnly: false, line }
  const clause = node.importClause
  const bindings = clause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : undefined
  const names = named ? named.map((element) => (element.propertyName ?? element.name).text) : ['*']
  const typeOnly = clause?.isTypeOnly === true || (named !== undefined && named.length > 0 && named.every((element) => element.isTypeOnly))
  return { from, own, names, typeOnly, line }
}

function specifierOf(node: ts.Node): string | undefined {
  const text = (expression: ts.Node | undefined) => (expression && ts.isStringLiteral(expression) ? expression.text : undefined)
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return text(node.moduleSpecifier)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return text(node.arguments[0])
  return undefined
}

function exportsOf(node: ts.Node): string[] {
  if (!ts.canHaveModifiers(node) || !ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText())
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  return ts.isDeclarationStatement(node) && node.name && !isType ? [node.name.getText()] : []
}

function declares(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) return parent.name === node
  return ts.isFunctionDeclaration(parent) || ts.isImportSpecifier(parent) || ts.isNamespaceImport(parent)
}

// Not `a.process` or `{ process: … }`: only what refers to it.
function isMention(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return !(ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isTypeNode(parent))
}

function functionName(node: ts.SignatureDeclaration): string {
  const { parent } = node
  if (node.name) return node.name.getText()
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : 'a function'
}
