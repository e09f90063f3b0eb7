import { TidemapError } from '../../../shared/error.ts'
import { isDerivedId, keyOfIds, keyOfTitle } from '../identity/key.ts'
import { LIMITS } from '../limits.ts'
import type { ColumnField, ColumnNames } from '../record/columns.ts'
import { dateOf } from '../record/date-of-record.ts'
import { isIsoDate } from '../record/dates.ts'
import { arxivIdIn, doiOfUrl } from '../record/identifiers.ts'
import { fieldReaders, type FieldReaders } from '../record/paper-of-record.ts'
import { isPlainName } from '../record/people.ts'
import { countOf } from '../record/values.ts'
import type { PaperLines } from '../spool/paper-lines.ts'
import { FlatLine } from './flat-line.ts'
import { AS_LIST, AS_TEXT, FlatPaper, OUT } from './flat-paper.ts'
import { KIND, TEXT } from './line-scanner.ts'
import type { LineScanners } from './line-scanners.ts'
import { COLUMN_FIELDS, type LineShape } from './line-shapes.ts'
import { ServedColumns } from './served-columns.ts'
import { OWN_SOURCE } from './written-fields.ts'

/** Place of a field among those that are read. */
const IN = Object.fromEntries(COLUMN_FIELDS.map((field, i) => [field, i])) as Record<ColumnField, number>

/** UTF-16 units from which on a text says something, whatever it is; an abstract, also that it is one. */
const SAYS = 10
const SAYS_ABSTRACT = 64
/** Least bytes in which Embase tells venue and date: ` (2004)`, `Date of Publication: ` and a date. */
const EMBASE = 32

/**
 * Papers from flat lines of JSON. Most values are written byte by byte as they stand, since to decode, parse, clean and write them again is most of the work of an import; for all others
 * it asks who reads records of any kind.
 */
export class FlatPapers {
  readonly #line: FlatLine
  #papers!: PaperLines
  readonly #served: ServedColumns
  /** Of the line that is being read. */
  #shape!: LineShape
  #readers!: FieldReaders
  /** Bits of `TEXT` that a text has not that stands as it is written. */
  #dirt = 0
  /** Field that is read → the column that served it; −1 for none. */
  readonly #chosen = new Int8Array(COLUMN_FIELDS.length)
  /** Field that is read → whether that text is what was read. */
  readonly #isSame = new Uint8Array(COLUMN_FIELDS.length)
  readonly #paper: FlatPaper

  /** `names` learns of every column that serves. */
  constructor(scanners: LineScanners, names: ColumnNames) {
    this.#line = new FlatLine(scanners)
    this.#paper = new FlatPaper(this.#line)
    this.#served = new ServedColumns(names)
  }

  /** Turns to another batch: well-formed UTF-8, from the start of a buffer. `papers` takes its papers. */
  begin(bytes: Uint8Array, papers: PaperLines): void {
    this.#line.begin(bytes)
    this.#papers = papers
  }

  /** Takes papers from the lines from a place on, the first of which has this number, until one is to be taken by itself: how many, and its place. */
  takeMany(from: number, number: number): { count: number; place: number } {
    const { papers } = this.#line.scanner
    if (papers === null) return { count: 0, place: from }
    const place = papers.read(from, this.#line.bytes.length, number)
    papers.tell(this.#served)
    return { count: papers.addTo(this.#papers), place }
  }

  /** Takes the line bytes[from…end) of this number, which comes after those that were asked about before; false where it has to be read in the general way. */
  take(from: number, end: number, number: number): boolean {
    if (end - from > LIMITS.recordLength) return false
    const shape = this.#line.read(from, end)
    if (shape === null) return false
    if (shape !== this.#shape) this.#turnTo(shape)
    this.#line.scanner.papers?.learn(shape)
    try {
      return this.#read(number)
    } catch (error) {
      if (error instanceof TidemapError) return false
      throw error
    }
  }

  /** Tells, after the last batch, which columns served what. */
  end(): void {
    this.#line.scanners.papers?.end(this.#served)
    this.#served.tell()
  }

  #turnTo(shape: LineShape): void {
    this.#shape = shape
    this.#readers = fieldReaders(shape.plain)
    this.#dirt = shape.plain ? TEXT.unclean : TEXT.unclean | TEXT.markup
    this.#served.begin(shape)
  }

  #read(number: number): boolean {
    const line = this.#line
    const { source, dateInferred: inferredColumn, plain } = this.#shape
    if (source >= 0 && (line.kinds[source] !== KIND.text || line.ends[source] - line.starts[source] >= EMBASE)) {
      return false
    }
    this.#chosen.fill(-1)
    this.#isSame.fill(0)
    const paper = this.#paper
    paper.clear()
    const readers = this.#readers
    const titleColumn = this.#text(IN.title, OUT.title, readers.title, SAYS)
    if (paper.isNull(OUT.title)) return false
    this.#text(IN.abstract, OUT.abstract, readers.abstract, SAYS_ABSTRACT)
    const date = this.#date()
    const isInferred = plain && date !== null && this.#line.isTrue(inferredColumn)
    paper.set(OUT.dateInferred, isInferred ? 'true' : 'false')
    const firstAuthor = this.#authors()
    const link = this.#first(IN.url, readers.url)
    const doi = this.#first(IN.doi, readers.doi) ?? (link === null ? null : doiOfUrl(link))
    const id = this.#first(IN.id, readers.id)
    const arxiv = this.#first(IN.arxiv, readers.arxiv) ?? arxivIdIn(link, doi, id)
    const url = link ?? (arxiv === null || plain ? null : `https://arxiv.org/abs/${arxiv}`)
    this.#count(IN.votes, OUT.votes)
    this.#count(IN.comments, OUT.comments)
    this.#text(IN.organization, OUT.organization, readers.text, SAYS)
    this.#text(IN.venue, OUT.venue, readers.text, SAYS)
    this.#text(IN.label, OUT.label, readers.text, SAYS)
    const keywords = this.#first(IN.keywords, readers.keywords)
    paper.set(OUT.keywords, JSON.stringify(keywords))
    this.#setText(IN.doi, OUT.doi, doi)
    this.#setText(IN.url, OUT.url, url)
    const named = plain && source >= 0 ? readers.text(this.#line.valueAt(source)) : null
    paper.set(OUT.source, named === null ? OWN_SOURCE : JSON.stringify(named))
    const key =
      keyOfIds(doi, arxiv) ??
      keyOfTitle(
        titleColumn < 0 ? (JSON.parse(paper.madeOf(OUT.title)) as string) : this.#line.textAt(titleColumn),
        firstAuthor,
        { date, dateInferred: isInferred },
      )
    if (id === null) paper.set(OUT.id, JSON.stringify(key))
    else this.#setText(IN.id, OUT.id, id)
    paper.write(this.#papers)
    this.#papers.close({
      id: id ?? key,
      key,
      ownId: id !== null && !isDerivedId(id),
      doi,
      date,
      fields: paper.fields(isInferred),
      line: number,
    })
    for (let field = 0; field < this.#chosen.length; field++) this.#served.count(field, this.#chosen[field])
    return true
  }

  /** The column that served a text as it stands, which is set; −1 where it was set to what `read` makes of it. */
  #text(field: number, out: number, read: (value: unknown) => string | null, says: number): number {
    const line = this.#line
    for (const column of this.#shape.columns[field]) {
      const kind = line.kinds[column]
      if (kind === KIND.null) continue
      const [start, end] = [line.starts[column], line.ends[column]]
      if (kind !== KIND.text || (line.marks[column] & this.#dirt) !== 0) break
      if (end - start < says && (field === IN.abstract || !this.#saysSomething(column))) break
      this.#chosen[field] = column
      this.#paper.stand(out, AS_TEXT, start, end)
      return column
    }
    this.#paper.set(out, jsonOf(this.#first(field, read)))
    return -1
  }

  #saysSomething(column: number): boolean {
    const text = this.#line.textAt(column)
    return text !== '' && !this.#readers.isNothing(this.#shape.folded[column], text)
  }

  /** Sets the date, which it returns. */
  #date(): string | null {
    const line = this.#line
    for (const column of this.#shape.columns[IN.date]) {
      if (line.kinds[column] === KIND.null) continue
      const [start, length] = [line.starts[column], line.ends[column] - line.starts[column]]
      if (line.kinds[column] !== KIND.text || !isIsoDate(line.bytes, start, length)) break
      this.#chosen[IN.date] = column
      this.#paper.stand(OUT.date, AS_TEXT, start, start + length)
      this.#paper.set(OUT.datePrecision, length === 7 ? '"month"' : '"day"')
      return this.#line.textAt(column)
    }
    const { date, datePrecision } = dateOf((field, read) => this.#first(IN[field], read), null)
    this.#paper.set(OUT.date, jsonOf(date))
    this.#paper.set(OUT.datePrecision, jsonOf(datePrecision))
    return date
  }

  /** Sets the authors and their number; returns the first of them. */
  #authors(): string | undefined {
    const line = this.#line
    let count: number | null = null
    let firstAuthor: string | undefined
    const [column = -1] = this.#shape.columns[IN.authors]
    if (column >= 0 && line.kinds[column] === KIND.list && this.#areNames(column)) {
      const [start, end] = [line.starts[column], line.ends[column]]
      this.#chosen[IN.authors] = column
      this.#paper.stand(OUT.authors, AS_LIST, start, end)
      count = end - start
      firstAuthor = line.itemAt(start)
    } else {
      const authors = this.#first(IN.authors, this.#readers.authors)
      this.#paper.set(OUT.authors, JSON.stringify(authors))
      count = authors?.length ?? null
      firstAuthor = authors?.[0]
    }
    this.#paper.set(OUT.authorCount, String(this.#first(IN.authorCount, countOf) ?? count))
    return firstAuthor
  }

  /** Whether all items of a list, one at least, are names that are written as they stand. */
  #areNames(column: number): boolean {
    const { itemStarts, itemEnds, itemMarks, starts, ends, bytes } = this.#line
    for (let i = starts[column]; i < ends[column]; i++) {
      if ((itemMarks[i] & (this.#dirt | TEXT.escaped)) !== 0) return false
      if (!isPlainName(bytes, itemStarts[i], itemEnds[i])) return false
    }
    return ends[column] > starts[column]
  }

  #count(field: number, out: number): void {
    this.#paper.set(out, String(this.#first(field, countOf)))
  }

  /** The first of a field's columns that can be read. */
  #first<T>(field: number, read: (value: unknown) => T | null): T | null {
    for (const column of this.#shape.columns[field]) {
      const value = this.#line.valueAt(column)
      if (this.#readers.isNothing(this.#shape.folded[column], value)) continue
      const found = read(value)
      if (found === null) continue
      this.#chosen[field] = column
      this.#isSame[field] = Number(found === value)
      return found
    }
    return null
  }

  /** Sets what was read from the columns of the same field. */
  #setText(field: number, out: number, text: string | null): void {
    const column = this.#chosen[field]
    // JSON has no other way to write what is plain ASCII.
    if (this.#isSame[field] === 0 || this.#line.marks[column] !== 0) this.#paper.set(out, jsonOf(text))
    else this.#paper.stand(out, AS_TEXT, this.#line.starts[column], this.#line.ends[column])
  }
}

const jsonOf = (text: string | null): string => (text === null ? 'null' : JSON.stringify(text))
