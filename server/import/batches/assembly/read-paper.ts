import { isDate, isLikeArxiv, isPlainDoi, isPlainName, isPlainUrl, mayBeNothing, plainArxiv } from './plain-values'
import {
  bytes,
  COUNT,
  endOf,
  ends,
  ESCAPED,
  itemEnds,
  itemMarks,
  itemStarts,
  kindOf,
  LIST,
  MARKUP,
  marksOf,
  startOf,
  starts,
  TEXT,
  TRUE,
  UNCLEAN,
} from './room'
import { columnOf, inferredOf, isPlainShape, serve, sourceOf, useShape } from './shapes'
import { makeTitleKey, titleHash } from './title-key'
import {
  beginPaper,
  endPaper,
  keepArxivKey,
  keepDoiKey,
  keepSmall,
  keepText,
  keepTitleKey,
  putArxivUrl,
  putAuthors,
  putCount,
  putNumber,
  putPrecision,
  putSmall,
  putSource,
  putText,
  putTruth,
} from './write-paper'

// `FlatPapers` (`../flat-papers.ts`) for papers of which all values are written as they stand, or nearly. A line with anything odd about it is for JavaScript, and not touched.

/** Fields that are read, as a shape has them. */
const ID: i32 = 0
const TITLE: i32 = 1
const ABSTRACT: i32 = 2
const DATE: i32 = 3
const LATE_DATE: i32 = 4
const YEAR: i32 = 5
const MONTH: i32 = 6
const AUTHORS: i32 = 7
const AUTHOR_COUNT: i32 = 8
const ORGANIZATION: i32 = 9
const VENUE: i32 = 10
const DOI: i32 = 11
const ARXIV: i32 = 12
const URL: i32 = 13
const KEYWORDS: i32 = 14
const VOTES: i32 = 15
const COMMENTS: i32 = 16
const LABEL: i32 = 17
const FIELDS: i32 = 18

const NONE: i32 = -1
/** Bytes from which on a text says something, whatever it is; an abstract, also that it is one; and in which Embase may tell a venue. */
const SAYS: usize = 10
const SAYS_ABSTRACT: usize = 64
const EMBASE: usize = 32
const MOST_ID: usize = 500

/** Field → the column that serves it, or NONE. */
const chosen: usize = memory.data(18 * 4, 16)
/** Of the shape of the line: its texts may hold no markup; marks that none has that is written as it stands. */
let isPlain: bool = false
let dirt: u32 = 0
/** Where the arXiv id of the paper begins; 0 for none. */
let arxiv: usize = 0

/** Reads the line that was scanned last, of a shape, and writes its paper; false where it is for JavaScript. */
export function readPaper(shape: usize, line: i32): bool {
  isPlain = isPlainShape(shape)
  dirt = isPlain ? UNCLEAN : UNCLEAN | MARKUP
  const source = sourceOf(shape)
  if (source >= 0 && !isPlainSource(source)) return false
  if (!choose(shape) || at(TITLE) === NONE || at(ID) === NONE) return false
  if (!findArxiv()) return false
  const isInferred = isPlain && at(DATE) !== NONE && kindOf(inferredOf(shape)) === TRUE
  if (isPlain && kindOf(inferredOf(shape)) === TEXT) return false
  const doi = at(DOI)
  if (doi === NONE && arxiv === 0 && !makeKey(isInferred)) return false

  beginPaper()
  putText(at(ID))
  putText(at(TITLE))
  putText(at(ABSTRACT))
  putText(at(DATE))
  putPrecision(at(DATE))
  putTruth(isInferred)
  const authors = at(AUTHORS)
  putAuthors(authors)
  if (at(AUTHOR_COUNT) !== NONE || authors === NONE) putCount(at(AUTHOR_COUNT))
  else putNumber(load<i32>(ends + ((<usize>authors) << 2)) - load<i32>(starts + ((<usize>authors) << 2)))
  putText(at(ORGANIZATION))
  putText(at(VENUE))
  putSmall(doi)
  if (at(URL) !== NONE || arxiv === 0 || isPlain) putText(at(URL))
  else putArxivUrl(arxiv)
  // Keywords.
  putText(NONE)
  putCount(at(VOTES))
  putCount(at(COMMENTS))
  putText(at(LABEL))
  putSource(isPlain ? source : NONE)

  keepText(at(ID))
  keepSmall(doi)
  keepText(at(DATE))
  if (doi !== NONE) keepDoiKey(doi)
  else if (arxiv !== 0) keepArxivKey(arxiv)
  else keepTitleKey(titleHash)
  endPaper(line)
  useShape(shape)
  for (let field = 0; field < FIELDS; field++) if (at(field) !== NONE) serve(shape, field, at(field))
  return true
}

function at(field: i32): i32 {
  return load<i32>(chosen + ((<usize>field) << 2))
}

function set(field: i32, column: i32): void {
  store<i32>(chosen + ((<usize>field) << 2), column)
}

/** Chooses the columns of all fields; false where one is odd. */
function choose(shape: usize): bool {
  for (let field = 0; field < FIELDS; field++) set(field, columnOf(shape, field))
  return (
    isPlainId(at(ID)) &&
    isPlainText(at(TITLE), 0) &&
    isPlainText(at(ABSTRACT), SAYS_ABSTRACT) &&
    isPlainText(at(ORGANIZATION), 0) &&
    isPlainText(at(VENUE), 0) &&
    isPlainText(at(LABEL), 0) &&
    chooseDate() &&
    areAuthors(at(AUTHORS)) &&
    isCount(at(AUTHOR_COUNT)) &&
    isCount(at(VOTES)) &&
    isCount(at(COMMENTS)) &&
    at(KEYWORDS) === NONE &&
    (at(DOI) === NONE || (isAscii(at(DOI)) && isPlainDoi(startOf(at(DOI)), endOf(at(DOI))))) &&
    (at(URL) === NONE || (isAscii(at(URL)) && isPlainUrl(startOf(at(URL)), endOf(at(URL)))))
  )
}

function isPlainSource(column: i32): bool {
  if (kindOf(column) !== TEXT) return false
  const length = endOf(column) - startOf(column)
  if (length >= EMBASE) return false
  return !isPlain || (length > 0 && (marksOf(column) & UNCLEAN) === 0)
}

/** Whether a column, if there is one, is a text that is written as it stands. */
function isPlainText(column: i32, least: usize): bool {
  if (column === NONE) return true
  if (kindOf(column) !== TEXT || (marksOf(column) & dirt) !== 0) return false
  const start = startOf(column)
  const length = endOf(column) - start
  if (length < least || length === 0) return false
  return length >= SAYS || isPlain || !mayBeNothing(start, length)
}

/** Whether a text is ASCII without escapes and markup. */
function isAscii(column: i32): bool {
  return kindOf(column) === TEXT && marksOf(column) === 0
}

function isPlainId(column: i32): bool {
  if (column === NONE) return true
  if (!isAscii(column)) return false
  const start = startOf(column)
  const length = endOf(column) - start
  if (length === 0 || length > MOST_ID) return false
  if (length < SAYS && !isPlain && mayBeNothing(start, length)) return false
  // One that a key gave: `sha:`, `doi:`, `arxiv:`.
  return load<u8>(start, 3) !== 0x3a && load<u8>(start, 5) !== 0x3a
}

/** Whether the date is one that is written as it stands, or there is none; a year and its month may be apart. */
function chooseDate(): bool {
  const column = at(DATE)
  if (column === NONE) {
    if (at(YEAR) !== NONE || at(MONTH) !== NONE || at(LATE_DATE) !== NONE) return false
  } else {
    if (kindOf(column) !== TEXT) return false
    const length = endOf(column) - startOf(column)
    if (!isDate(startOf(column), length) || (length === 4 && at(MONTH) !== NONE)) return false
  }
  set(YEAR, NONE)
  set(MONTH, NONE)
  set(LATE_DATE, NONE)
  return true
}

/** Whether authors are a list of names, one at least, that are written as they stand, or there are none. */
function areAuthors(column: i32): bool {
  if (column === NONE) return true
  if (kindOf(column) !== LIST) return false
  const end = load<u32>(ends + ((<usize>column) << 2))
  let item = load<u32>(starts + ((<usize>column) << 2))
  if (item === end) return false
  for (; item < end; item++) {
    if (((<u32>load<u8>(itemMarks + <usize>item)) & (dirt | ESCAPED)) !== 0) return false
    const place = (<usize>item) << 2
    if (!isPlainName(bytes + <usize>load<u32>(itemStarts + place), bytes + <usize>load<u32>(itemEnds + place))) {
      return false
    }
  }
  return true
}

function isCount(column: i32): bool {
  return column === NONE || kindOf(column) === COUNT
}

/** Finds the arXiv id, in its column, the link or the id; false where it is written in an unusual way, or may be in the DOI. */
function findArxiv(): bool {
  arxiv = 0
  const doi = at(DOI)
  if (doi !== NONE && isLikeArxiv(startOf(doi), endOf(doi))) return false
  if (at(ARXIV) !== NONE) {
    if (!isAscii(at(ARXIV))) return false
    arxiv = plainArxiv(startOf(at(ARXIV)), endOf(at(ARXIV)))
    return arxiv !== 0
  }
  return arxivMayBeIn(at(URL)) && (arxiv !== 0 || arxivMayBeIn(at(ID)))
}

/** Looks for it in a column; false where it is not sure whether it is there. */
function arxivMayBeIn(column: i32): bool {
  if (column === NONE || !isLikeArxiv(startOf(column), endOf(column))) return true
  arxiv = plainArxiv(startOf(column), endOf(column))
  return arxiv !== 0
}

function makeKey(isInferred: bool): bool {
  const title = at(TITLE)
  const authors = at(AUTHORS)
  const date = at(DATE)
  let author: usize = 0
  let authorEnd: usize = 0
  if (authors !== NONE) {
    const place = (<usize>load<u32>(starts + ((<usize>authors) << 2))) << 2
    author = bytes + <usize>load<u32>(itemStarts + place)
    authorEnd = bytes + <usize>load<u32>(itemEnds + place)
  }
  const year: usize = date === NONE || isInferred ? 0 : startOf(date)
  return makeTitleKey(startOf(title), endOf(title), author, authorEnd, year)
}
