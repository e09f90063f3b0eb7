import { BatchReader } from '../../../server/import/batches/batch-records.ts'

/** What is read of lines: all that leaves their thread. */
export function recordsOf(lines: readonly string[], reader = new BatchReader(null)): object {
  const answer = reader.answerTo({ bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), line: 1 })
  if ('error' in answer) throw answer.error
  const { papers, served, ...rest } = answer.records
  // Of the columns of one field the order counts.
  const columns = new Map<string, (readonly [string, number])[]>()
  for (const [field, name, times] of served) columns.set(field, [...(columns.get(field) ?? []), [name, times]])
  return { ...rest, columns, papers: { ...papers, bytes: new TextDecoder().decode(papers.bytes) } }
}

/** The same line, so that it is no flat one any more: a blank more at its end. */
export const general = (line: string): string => `${line} `
