import { readdirSync } from 'node:fs'
import { join, parse, resolve, sep } from 'node:path'
import { compareCodePoints } from '../../../shared/paper.ts'

/** Whether a path holds a pattern: `*`, `?` or `[…]`. */
export function hasPattern(path: string): boolean {
  return /[*?]|\[.+\]/.test(path)
}

/**
 * Files that match a pattern, by code point, as written where they were (relative patterns give relative paths).
 * `*` and `?` stay inside one name, `[abc]` and `[!a-z]` stand for one character, `**` for any folders.
 * Hidden names match only where the pattern begins with a dot. Folders that cannot be read hold nothing.
 */
export function glob(pattern: string, cwd: string): string[] {
  const normal = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
  const { root } = parse(normal)
  const parts = normal
    .slice(root.length)
    .split('/')
    .filter((part) => part !== '')
  return [...new Set(expand(root, parts, cwd))].sort(compareCodePoints)
}

function expand(base: string, [part, ...rest]: string[], cwd: string): string[] {
  if (part === undefined) return []
  if (part === '**') {
    const folders = entries(base, cwd).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    const deeper = folders.flatMap(({ name }) => expand(join(base, name), ['**', ...rest], cwd))
    return [...expand(base, rest.length > 0 ? rest : ['*'], cwd), ...deeper]
  }
  const last = rest.length === 0
  if (!hasPattern(part) && !last) return expand(base === '' ? part : join(base, part), rest, cwd)
  const match = matcher(part)
  const found = entries(base, cwd).filter(
    ({ name }) => match.test(name) && (part.startsWith('.') || !name.startsWith('.')),
  )
  return last
    ? found.filter((entry) => !entry.isDirectory()).map(({ name }) => join(base, name))
    : found.filter((entry) => !entry.isFile()).flatMap(({ name }) => expand(join(base, name), rest, cwd))
}

function entries(base: string, cwd: string) {
  try {
    return readdirSync(resolve(cwd, base), { withFileTypes: true })
  } catch {
    return []
  }
}

function matcher(part: string): RegExp {
  const source = part.replaceAll(/\[(!?)([^\]]+)\]|[*?]|[.+^${}()|[\]\\]/g, (token, not?: string, set?: string) => {
    if (token === '*') return '.*'
    if (token === '?') return '.'
    if (set !== undefined) return `[${not === '' ? '' : '^'}${set.replaceAll(/[\\\]^]/g, String.raw`\$&`)}]`
    return `\\${token}`
  })
  return new RegExp(`^${source}$`, 'su')
}
