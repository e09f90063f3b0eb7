import { oneLine } from './one-line.ts'
import { safeUrl } from './paper-link.ts'

/** What `markdownText` would change in one line of text. */
const MARKED = /[\\`*_{}[\]<>#|~&$^!@]|:\/\/|\bwww\.|^[-+=:]|^\d+[.)]/i

/** Text for Markdown (CommonMark, GFM): one line on which nothing is markup, a link, an entity or HTML. */
export function markdownText(text: string): string {
  const line = oneLine(text)
  if (!MARKED.test(line)) return line
  return line
    .replace(/[\\`*_{}[\]<>#|~&$^!]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** A link with a plain-text name; only the text where the address is not http or https. */
export function markdownLink(text: string, url: string | null): string {
  const href = safeUrl(url)
  return href === null ? markdownText(text) : `[${markdownText(text)}](<${href}>)`
}
