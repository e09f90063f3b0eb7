import { cleanText, saysNothing } from './text.ts'

/** Entries of a Python or JSON list literal (`['Marx, Karl', "O'Neil"]`), or null where the text is no such list. */
export function listLiteral(text: string): string[] | null {
  const inner = text.trim()
  if (!inner.startsWith('[') || !inner.endsWith(']')) return null
  const items: string[] = []
  let at = 1
  const end = inner.length - 1
  while (at < end) {
    const mark = inner[at]
    if (mark === ' ' || mark === ',' || mark === '\n') at++
    else if (mark === "'" || mark === '"') {
      let item = ''
      at++
      while (at < end && inner[at] !== mark) {
        if (inner[at] === '\\' && at + 1 < end) at++
        item += inner[at++]
      }
      if (at >= end) return null
      at++
      items.push(item)
    } else {
      const comma = inner.indexOf(',', at)
      const stop = comma < 0 || comma > end ? end : comma
      items.push(inner.slice(at, stop))
      at = stop
    }
  }
  return items
}

/** Keywords out of one cell: a list literal, or parted by `;`, `|` or else by commas outside brackets. */
export function splitKeywords(text: string): string[] {
  const literal = listLiteral(text)
  if (literal) return tidy(literal)
  if (text.includes(';')) return tidy(text.split(';'))
  if (text.includes('|')) return tidy(text.split('|'))
  if (text.includes('\n')) return tidy(text.split('\n'))
  return tidy(splitOutsideBrackets(text))
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]
    if (mark === '(') depth++
    else if (mark === ')') depth = Math.max(0, depth - 1)
    else if (mark === ',' && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** Clean entries, none empty, in their order. */
export function cleanItems(items: string[]): string[] {
  return items
    .map((item) =>
      cleanText(item)
        .replace(/^[,;]+|[,;]+$/g, '')
        .trim(),
    )
    .filter((item) => item !== '' && !saysNothing(item))
}

/** `cleanItems`, none twice. */
export function tidy(items: string[]): string[] {
  return [...new Set(cleanItems(items))]
}
