import { formatAuthors } from '../../../shared/format.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Reason } from '../../../shared/topic.ts'
import { table } from './table.ts'
import { plain } from './words.ts'

interface PlacedText {
  paper: Paper
  topic: { id: number; label: string; score: number }
  reasons: readonly Reason[]
  runnerUp: { id: number; label: string; score: number; margin: number } | null
  uncertain: boolean
  similar: readonly { id: string; title: string; date: string | null; score: number; terms: readonly string[] }[]
}

/** One paper, why it stands where it stands, and what is similar. */
export function paperText({ paper, topic, reasons, runnerUp, uncertain, similar }: PlacedText): string {
  const meta = [formatAuthors(paper), paper.date, paper.venue, paper.id].filter((part) => part !== null && part !== '')
  const lines = [
    plain(paper.title),
    plain(meta.join(' · ')),
    '',
    `topic      ${topic.id} ${plain(topic.label)} (similarity ${topic.score.toFixed(2)})`,
  ]
  if (reasons.length > 0)
    lines.push(
      `why here   ${reasons.map(({ term, share }) => `${plain(term)} ${Math.round(share * 100)}%`).join(', ')}`,
    )
  if (runnerUp !== null) {
    const behind = `similarity ${runnerUp.score.toFixed(2)}, ${runnerUp.margin.toFixed(2)} behind`
    lines.push(`runner-up  ${runnerUp.id} ${plain(runnerUp.label)} (${behind})`)
  }
  if (uncertain) lines.push('uncertain  the two are too close to call')
  const head = `${lines.join('\n')}\n`
  if (similar.length === 0) return `${head}\nno similar papers in this analysis\n`
  const rows = similar.map((one) => [one.score.toFixed(2), one.id, one.title, one.terms.join(', ')])
  const columns = [
    { head: 'similar', right: true },
    { head: 'id', most: 30 },
    { head: 'title', most: 70 },
    { head: 'shared terms' },
  ]
  return `${head}\n${table(columns, rows)}`
}
