import type { PartialDate } from '../record/dates.ts'
import { isHandleAndName, organizationOf } from './organization.ts'
import { classify } from './page-line.ts'
import type { Footer, PageLine } from './page-line.ts'

/** A paper as the page shows it; what it does not show is null. */
export interface PagePaper {
  /** 1-based line of its title, or of its footer where it has no title. */
  line: number
  title: string | null
  abstract: string | null
  authorCount: number | null
  organization: string | null
  date: PartialDate | null
  comments: number | null
  votes: number | null
  /** The date of the page that it is on. */
  pageDate: PartialDate | null
  /** True where the page ends before the lines that close a paper. */
  cutShort: boolean
}

const TITLE_LENGTH = 300

interface TextLine {
  line: number
  text: string
}

/** A paragraph rather than a title or a menu. */
const isLong = (text: string): boolean => text.length > 240 || (text.length > 120 && /[.!?…]$/.test(text))
const isTitleLike = (text: string): boolean => !isLong(text) && !/[.;,]$/.test(text) && text.split(' ').length > 2
const isName = (text: string): boolean => text.length <= 60 && !/[.!?…:]$|^https?:/.test(text)

/**
 * Where the title of a page's first paper is among the lines above its footer: menus may stand above it. It is the line
 * before the first paragraph, else the first below the page's date, else the first that has the words of a title.
 */
function firstTitle(lines: TextLine[], belowDate: boolean): number {
  const long = lines.findIndex(({ text }) => isLong(text))
  if (long > 0) {
    let at = long - 1
    // A short first paragraph ends like a sentence, as titles do not.
    while (at > 0 && /[.;,]$/.test(lines[at].text)) at--
    return at
  }
  if (long === 0 || belowDate) return 0
  return Math.max(
    0,
    lines.findIndex(({ text }) => text.split(' ').length > 2),
  )
}

/** Where a second title stands among a paper's lines: a short line between two paragraphs. The footer before it is missing. */
function secondTitle(lines: TextLine[]): number {
  return lines.findIndex(
    ({ text }, i) =>
      i > 1 && i < lines.length - 1 && isTitleLike(text) && isLong(lines[i - 1].text) && isLong(lines[i + 1].text),
  )
}

/**
 * Reads a copied page line by line: text above, a footer below (`9 authors`, `·`, a date, comments), then the next paper.
 * One pass, no line looked at twice.
 */
export class PageScanner {
  readonly papers: PagePaper[] = []
  /** Lines that were left out below the last paper. */
  leftOver = 0
  #line = 0
  /** The text lines of the next paper. */
  #body: TextLine[] = []
  /** The paper whose footer is being read; null while text is. */
  #open: PagePaper | null = null
  /** Numbers that stand alone above a title or in the text: votes. */
  #above: number[] = []
  /** Numbers that stand alone below a footer: comments, or votes of the next paper. */
  #below: number[] = []
  /** Whether votes stand above titles here: known from the first paper. */
  #votesAbove: boolean | null = null
  #pageDate: PartialDate | null = null
  /** True until the first paper: menus may stand above it. */
  #fresh = true
  #afterDot = false
  #afterSubmitted = false

  take(line: string): void {
    this.#line++
    const found = classify(line)
    if (found.kind === 'blank') return
    const isSubmitter = this.#afterSubmitted
    const afterDot = this.#afterDot
    this.#afterSubmitted = found.kind === 'submitted' && found.name === null
    this.#afterDot = found.kind === 'dot'
    if (found.kind === 'heading') this.#heading()
    else if (found.kind === 'submitted') this.#submitted()
    else if (found.kind === 'count') (this.#open ? this.#below : this.#above).push(found.count)
    else if (found.kind === 'footer') this.#footer(found, afterDot)
    else if (found.kind === 'date') this.#date(found, afterDot)
    else if (found.kind === 'text' && !isSubmitter) this.#text(found.text)
  }

  end(): void {
    this.#close(false)
    // Where every paper has its date, the last one without it lost it.
    const last = this.papers.at(-1)
    if (last && this.papers.length > 1 && last.date === null) {
      last.cutShort = this.papers.slice(0, -1).every(({ date }) => date !== null)
    }
    // Menus stand below the papers too; a line as long as a title is a paper cut short.
    if (this.papers.length > 0 && this.#body.every(({ text }) => text.split(' ').length < 4)) {
      this.leftOver = this.#body.length
    } else if (this.#body.length > 0) this.papers.push({ ...this.#start(), cutShort: true })
  }

  #heading(): void {
    this.#close(false)
    if (this.papers.length > 0 && this.#body.some(({ text }) => isLong(text))) {
      this.papers.push({ ...this.#start(), cutShort: true })
    }
    this.#body = []
    this.#above = []
    this.#fresh = true
  }

  #submitted(): void {
    this.#close(false)
    // Each paper of a listing begins with this line; one without a footer ends at the next.
    if (!this.#fresh && this.#body.length > 0) this.papers.push(this.#start())
    this.#body = []
    this.#above = []
    this.#fresh = false
  }

  #text(text: string): void {
    this.#close(true)
    this.#body.push({ line: this.#line, text })
  }

  #footer({ authors, organization, date, comments, dotted }: Footer, afterDot: boolean): void {
    if (this.#open?.authorCount != null && authors !== null) this.#close(false)
    if (this.#open === null) {
      const last = this.#body.at(-1)
      const named = this.#body.length > 1 && (dotted || afterDot) && last !== undefined && isName(last.text)
      if (named) this.#body.pop()
      this.#open = this.#start()
      if (named) this.#open.organization = organizationOf(last.text)
    }
    const paper = this.#open
    paper.authorCount ??= authors
    paper.organization ??= organization === null ? null : organizationOf(organization)
    paper.date ??= date
    paper.comments ??= comments
  }

  #date({ date, comments, published }: Extract<PageLine, { kind: 'date' }>, afterDot: boolean): void {
    if (this.#open === null && !published && !afterDot && this.#fresh && !this.#body.some(({ text }) => isLong(text))) {
      this.#pageDate = date
      this.#body = []
      this.#above = []
      return
    }
    if (this.#open === null) {
      // Where the line above the dot is not "9 authors", it is an organisation.
      const last = afterDot ? this.#body.at(-1) : undefined
      const named = last !== undefined && (this.#body.length > 1 || isHandleAndName(last.text))
      if (named) this.#body.pop()
      this.#open = this.#start()
      if (named) this.#open.organization = organizationOf(last.text)
    }
    this.#open.date ??= date
    this.#open.comments ??= comments
  }

  /** A paper out of the text lines so far; its footer is still to come. */
  #start(): PagePaper {
    let lines = this.#fresh ? this.#body.slice(firstTitle(this.#body, this.#pageDate !== null)) : this.#body
    for (let next = secondTitle(lines); next > 0; next = secondTitle(lines)) {
      this.papers.push({ ...this.#paper(lines.slice(0, next)), cutShort: true })
      lines = lines.slice(next)
    }
    this.#votesAbove ??= this.#above.length > 0
    const paper = this.#paper(lines)
    paper.votes = this.#above.at(-1) ?? null
    this.#body = []
    this.#above = []
    this.#fresh = false
    return paper
  }

  #paper(lines: TextLine[]): PagePaper {
    // No title is as long as an abstract: where the first line is, the title is missing.
    const hasTitle = lines.length > 0 && lines[0].text.length <= TITLE_LENGTH
    const abstract = (hasTitle ? lines.slice(1) : lines).map(({ text }) => text).join(' ')
    return {
      line: lines[0]?.line ?? this.#line,
      title: hasTitle ? lines[0].text : null,
      abstract: abstract === '' ? null : abstract,
      authorCount: null,
      organization: null,
      date: null,
      comments: null,
      votes: null,
      pageDate: this.#pageDate,
      cutShort: false,
    }
  }

  /** Ends the open paper. Of the numbers below it the first counts comments; the last may be votes of a paper that follows. */
  #close(paperFollows: boolean): void {
    if (this.#open === null) return
    if (paperFollows && this.#votesAbove) this.#above = this.#below.splice(-1)
    this.#open.comments ??= this.#below[0] ?? null
    this.#below = []
    this.papers.push(this.#open)
    this.#open = null
  }
}
