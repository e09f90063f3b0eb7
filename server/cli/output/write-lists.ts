import { setImmediate } from 'node:timers/promises'
import { TidemapError } from '../../../shared/error.ts'
import type { ReportEntry } from '../../../shared/report.ts'
import { readReasons } from '../../engine/read-result.ts'
import { listFormat, type PlacedEntry } from '../../report/list-format.ts'
import { entriesAsked, placesOf } from '../../report/report-papers.ts'
import { ByteFile } from './byte-file.ts'
import { ItemStore } from './item-store.ts'
import { paperLineGroups, shortPaper, wholePaper } from './paper-lines.ts'
import type { ReportSource } from './report-source.ts'

/** Reports that list papers in an order of their own, topic by topic. */
export type ListFormat = 'html' | 'md'

/** Writes some of those reports: first what a list says of each paper, in the order of their file, then all in the order of the topics. */
export async function writeLists(source: ReportSource, formats: readonly ListFormat[]): Promise<void> {
  const { frame, placed, papersFile, resultDir, signal, path } = source
  const known = { placed, place: placesOf(placed) }
  const asked = entriesAsked(frame, known)
  const reasons = await reasonsOf(resultDir, asked)
  const lists = await Promise.all(
    formats.map(async (format) => {
      const { items, page } = await listFormat(format)
      return { format, page, item: items(frame), store: new ItemStore(placed.length) }
    }),
  )
  const entries = new Map<number, ReportEntry>()
  let place = 0
  for (const group of paperLineGroups(papersFile)) {
    await setImmediate()
    signal?.throwIfAborted()
    for (const line of group) {
      const entry: PlacedEntry = {
        paper: asked.has(place) ? wholePaper(line) : shortPaper(line).paper,
        assignment: placed.at(place),
      }
      refuseOther(entry)
      if (asked.has(place)) {
        const assignment = { ...entry.assignment, reasons: JSON.parse(reasons.get(place)!) as [] }
        entries.set(place, { paper: entry.paper, assignment })
      }
      for (const { item, store } of lists) store.set(place, item(entry, place))
      place++
    }
  }
  for (const { format, page, store } of lists) {
    const papers = { ...known, entry: (at: number) => entries.get(at)!, item: (at: number) => store.get(at) }
    await ByteFile.fill(path(format), signal, async (file) => {
      for (const part of page(frame, papers)) {
        file.add(part)
        if (file.isFull) await file.rest()
      }
    })
  }
}

/** Place → why the paper stands there, as JSON, of those that are asked for. */
async function reasonsOf(resultDir: string, asked: ReadonlySet<number>): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  let place = 0
  for await (const group of readReasons(resultDir)) {
    for (const reasons of group) {
      if (asked.has(place)) found.set(place, Buffer.from(reasons).toString())
      place++
    }
  }
  return found
}

/** The file and the tables come from one run, in one order. */
function refuseOther({ paper, assignment }: PlacedEntry): void {
  if (paper.id !== assignment.paperId) {
    throw new TidemapError('internal', `paper without an assignment: ${paper.id}`)
  }
}
