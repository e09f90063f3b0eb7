import type { Paper } from '../../../shared/paper.ts'
import type { Highlights, TextRange } from '../../../shared/search.ts'
import { count, plain, plural } from './words.ts'

interface FoundPaper extends Paper {
  score: number | null
  highlights: Highlights | null
}

/** Papers as a numbered list: title, who and when, id, and the part of the abstract that matches. `marked` sets matches in bold. */
export function foundText(
  { query, total, items }: { query: string; total: number; items: readonly FoundPaper[] },
  marked: boolean,
  authorsOf: (paper: Paper) => string | null,
): string {
  if (total === 0) return `no paper matches: ${plain(query)}\n`
  const entries = items.map((paper, i) => {
    const meta = [authorsOf(paper), paper.date, paper.venue, paper.id].filter((part) => part !== null && part !== '')
    const snippet = paper.highlights?.snippet ?? null
    const lines = [
      `${count(i + 1).padStart(3)}  ${bold(paper.title, paper.highlights?.title ?? [], marked)}`,
      `     ${plain(meta.join(' · '))}`,
      ...(snippet === null ? [] : [`     ${bold(snippet.text, snippet.ranges, marked)}`]),
    ]
    return `${lines.join('\n')}\n`
  })
  const shown = items.length < total ? `, the first ${count(items.length)} of them` : ''
  return `${plural(total, 'paper')}${shown}\n\n${entries.join('\n')}`
}

function bold(text: string, ranges: readonly TextRange[], marked: boolean): string {
  if (!marked) return plain(text)
  let shown = ''
  let from = 0
  for (const { start, end } of ranges) {
    shown += `${spaced(text.slice(from, start))}\u001B[1m${spaced(text.slice(start, end))}\u001B[22m`
    from = end
  }
  return shown + spaced(text.slice(from))
}

/** Like `plain`, but keeps the spaces at both ends. */
function spaced(text: string): string {
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\S\s+$/.test(text) ? ' ' : '']
  return `${before}${plain(text)}${after}`
}
