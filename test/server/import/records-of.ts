import { BatchReader } from '../../../server/import/batches/batch-reader.ts'
import type { LineModule } from '../../../server/import/batches/line-module.ts'
import { Intake } from '../../../server/import/intake.ts'
import { MemorySpool } from '../../../server/import/spool/spool.ts'

/** What is read of lines, given in batches of so many: all that an intake gets of them. */
export function recordsOf(lines: readonly string[], module: LineModule | null, atOnce = lines.length): object {
  const spool = new MemorySpool()
  const intake = new Intake('json-lines', true, spool)
  const reader = new BatchReader(module, intake)
  for (let at = 0; at < lines.length; at += atOnce) {
    const some = lines.slice(at, at + atOnce)
    reader.read({ bytes: new TextEncoder().encode(`${some.join('\n')}\n`), line: at + 1 })
  }
  reader.end()
  const papers = intake.papers.map((paper) => ({
    ...paper,
    text: new TextDecoder().decode(spool.read(paper.start, paper.length)),
  }))
  // Of the columns of one field the order counts.
  const columns = new Map<string, (readonly [string, number])[]>()
  for (const [field, name, times] of intake.names.uses()) {
    columns.set(field, [...(columns.get(field) ?? []), [name, times]])
  }
  return { papers, rejected: intake.rejected, names: intake.names.met(), columns }
}

/** The same line, so that it is no flat one any more: a blank more at its end. */
export const general = (line: string): string => `${line} `
