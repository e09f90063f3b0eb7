import { parseSync } from 'vite'

/** What one source file refers to. */
export interface SourceFacts {
  imports: { specifier: string; typeOnly: boolean }[]
  /** Free names and dotted members that are used as values: `fetch`, `Math.random`. */
  names: Set<string>
}

type Node = { type: string; [key: string]: unknown }

/** Parses a TypeScript file; throws with the parser's message where it cannot. */
export function readSource(path: string, source: string): SourceFacts {
  const lang = path.endsWith('x') ? 'tsx' : 'ts'
  const { program, errors } = parseSync(path, source, { lang, sourceType: 'module' })
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
  const facts: SourceFacts = { imports: [], names: new Set() }
  visit(program as unknown as Node, facts)
  return facts
}

function visit(node: Node, facts: SourceFacts): void {
  noteImport(node, facts)
  if (node.type === 'Identifier') facts.names.add(String(node.name))
  if (node.type === 'MemberExpression') noteMember(node, facts)
  for (const [key, value] of Object.entries(node)) {
    if (isNameOnly(node, key)) continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, facts)
  }
}

function noteImport(node: Node, { imports }: SourceFacts): void {
  if (
    node.type === 'ImportDeclaration' ||
    node.type === 'ExportAllDeclaration' ||
    node.type === 'ExportNamedDeclaration'
  ) {
    const specifier = literal(node.source)
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type'
    if (specifier !== null) imports.push({ specifier, typeOnly })
  }
  if (node.type === 'ImportExpression' || node.type === 'TSImportType') {
    const specifier = literal(node.source ?? node.argument)
    if (specifier !== null) imports.push({ specifier, typeOnly: node.type === 'TSImportType' })
  }
  // new URL('./worker.ts', import.meta.url) names a module as well as an import does.
  if (node.type === 'NewExpression' && isNode(node.callee) && node.callee.name === 'URL') {
    const [first, second] = node.arguments as Node[]
    const specifier = literal(first)
    const isModule = isNode(second) && second.type === 'MemberExpression'
    if (specifier !== null && isModule && /^\.\.?\/.*\.[jt]sx?$/.test(specifier)) {
      imports.push({ specifier: specifier.replace(/\.js$/, '.ts'), typeOnly: false })
    }
  }
}

function noteMember(node: Node, { names }: SourceFacts): void {
  const { object, property, computed } = node
  if (!isNode(object) || !isNode(property) || computed === true || object.type !== 'Identifier') return
  names.add(`${String(object.name)}.${String(property.name)}`)
  // globalThis.fetch is fetch.
  if (object.name === 'globalThis' || object.name === 'window') names.add(String(property.name))
}

/** Places where a name only labels something: `x.fetch`, `{ fetch: 1 }`, types, imported names. */
function isNameOnly(node: Node, key: string): boolean {
  if (node.type === 'MemberExpression') return key === 'property' && node.computed !== true
  if (/^(Property|PropertyDefinition|MethodDefinition|AccessorProperty)$/.test(node.type)) {
    return key === 'key' && node.computed !== true
  }
  if (/^(Import|Export)\w*Specifier$/.test(node.type)) return key === 'imported' || key === 'exported'
  if (node.type === 'TSPropertySignature' || node.type === 'TSMethodSignature') return key === 'key'
  return node.type === 'TSTypeReference' && key === 'typeName'
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function literal(value: unknown): string | null {
  return isNode(value) && typeof value.value === 'string' ? value.value : null
}
