import { createReadStream } from 'node:fs'
import { TidemapError } from '../../shared/error.ts'
import { compareCodePoints, type Paper } from '../../shared/paper.ts'
import { mergeRecords } from '../../server/import/identity.ts'
import type { KeyedPaper } from '../../server/import/identity/key.ts'
import { openRecords } from '../../server/import/read-file.ts'
import { ColumnNames, COLUMNS } from '../../server/import/record/columns.ts'
import { paperOfRecord } from '../../server/import/record/paper-of-record.ts'
import type { RawRecord } from '../../server/import/readers/reader.ts'

/** A file as a set to measure on: every record that holds text, none merged with another. */
export interface QualitySet {
  /** The file as it was named. */
  file: string
  /** Ids unique, sorted by id as an analysis wants them. */
  papers: Paper[]
  /** Distinct labels, by code point; empty where the file has none. */
  labels: string[]
  /** Paper → place of its label in `labels`, −1 for none. */
  classes: Int32Array
  /** Records that an import would take for another copy of a paper; they are kept here. */
  duplicates: number
  /** Records without a title, which an import would refuse; here their abstract is all their text. */
  untitled: number
  /** Records that hold no text at all, or cannot be read: left out. */
  unreadable: number
}

/** What stands for no title: a mark that is no word, so that it counts for nothing. */
const NO_TITLE = '·'
/** What is read of a record that an import would refuse, for its date for instance, which plays no part here. */
const NEEDED = new Set([COLUMNS.id, COLUMNS.title, COLUMNS.abstract, COLUMNS.keywords, COLUMNS.label].flat())

/** Reads a file of any format that can be imported. Throws where it cannot be read, or where no record of it holds text. */
export async function readSet(file: string, path: string): Promise<QualitySet> {
  const names = new ColumnNames()
  const titled: KeyedPaper[] = []
  const untitled: Paper[] = []
  let unreadable = 0
  // Dates play no part, so any day will do.
  const { format, read } = await openRecords(createReadStream(path), { asOf: '2000-01-01' })
  await read({
    record(record) {
      const keyed = paperOf(record, format, names)
      if (keyed === null) unreadable++
      else if (keyed.paper.title === NO_TITLE) untitled.push(keyed.paper)
      else titled.push(keyed)
    },
    malformed: () => void unreadable++,
    fold: (name) => names.fold(name),
    note() {},
  })
  const papers = withUniqueIds([...titled.map(({ paper }) => paper), ...untitled])
  if (papers.length === 0)
    throw new TidemapError('unprocessable', `no text in ${unreadable} records of this ${format} file`)
  const labels = [...new Set(papers.flatMap(({ label }) => label ?? []))].sort(compareCodePoints)
  const place = new Map(labels.map((label, i) => [label, i]))
  return {
    file,
    papers,
    labels,
    classes: Int32Array.from(papers, ({ label }) => (label === null ? -1 : place.get(label)!)),
    duplicates: titled.length - mergeRecords(titled).length,
    untitled: untitled.length,
    unreadable,
  }
}

/** A record as a paper; where an import would refuse it, by its texts alone; null where there are none. */
function paperOf(record: RawRecord, format: string, names: ColumnNames): KeyedPaper | null {
  try {
    const keyed = paperOfRecord(record, format, names)
    if (keyed !== null) return keyed
  } catch {
    // A date that is none, say.
  }
  const values = new Map([...record.values].filter(([name]) => NEEDED.has(name)))
  try {
    const keyed = paperOfRecord({ ...record, values }, format, names)
    if (keyed !== null) return keyed
    const abstractOnly = paperOfRecord({ ...record, values: values.set('title', 'no title') }, format, names)
    if (abstractOnly === null || abstractOnly.paper.abstract === null) return null
    return { ...abstractOnly, paper: { ...abstractOnly.paper, title: NO_TITLE } }
  } catch {
    return null
  }
}

function withUniqueIds(papers: readonly Paper[]): Paper[] {
  const seen = new Map<string, number>()
  const taken = new Set(papers.map(({ id }) => id))
  const unique = papers.map((paper) => {
    let copy = (seen.get(paper.id) ?? 0) + 1
    if (copy > 1) while (taken.has(`${paper.id}~${copy}`)) copy++
    seen.set(paper.id, copy)
    if (copy === 1) return paper
    taken.add(`${paper.id}~${copy}`)
    return { ...paper, id: `${paper.id}~${copy}` }
  })
  return unique.sort((a, b) => compareCodePoints(a.id, b.id))
}
