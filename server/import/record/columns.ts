/** The fields that a record is read for, and what is needed on the way to them. */
export type ColumnField =
  | 'id'
  | 'title'
  | 'abstract'
  | 'date'
  | 'year'
  | 'lateDate'
  | 'month'
  | 'authors'
  | 'authorCount'
  | 'organization'
  | 'venue'
  | 'doi'
  | 'arxiv'
  | 'url'
  | 'keywords'
  | 'votes'
  | 'comments'
  | 'label'

/**
 * The names under which exports carry a field, folded by `foldName`, best first: Scopus, IEEE Xplore, Lens, Embase, Web of
 * Science (also its two-letter tags), PubMed, Dimensions, Zotero, ASReview, OpenAlex, Semantic Scholar, Hugging Face, arXiv.
 */
export const COLUMNS: Record<ColumnField, string[]> = {
  id: words(
    'id key paperid publicationid recordid uid lensid eid ut utuniquewosid uniquewosid accessionnumber pmid pubmedid',
    'openalexid corpusid aclid anthologyid bibkey citekey itemkey documentid articleid arxivid entryid',
  ),
  title: words('title documenttitle articletitle papertitle primarytitle itemtitle worktitle displayname titles ti t1'),
  abstract: words('abstract abstractnote abstracttext paperabstract abstracts summary ab n2 description'),
  date: words(
    'date publicationdate datepublished publisheddate publishedat published pubdate dateofpublication publishdate issued',
    'publishedonline publishedprint releasedate coverdate pd da',
  ),
  /** Dates of something else than publication: taken where there is nothing better. */
  lateDate: words(
    'submitteddate datesubmitted submittedat onlinedate issuedate created createdat createdate updatedate',
  ),
  year: words('year publicationyear pubyear yearpublished yearofpublication publishedyear py y1'),
  month: words('month publicationmonth pubmonth'),
  authors: words(
    'authors author authornames authorfullnames authorsfullnames authorlist authorname creators creator firstauthors',
    'authorships authorsnames byline au af a1',
  ),
  authorCount: words('authorcount numauthors nauthors numberofauthors authorscount'),
  organization: words(
    'organization organisation affiliation affiliations authoraffiliations institution institutions researchorganizations',
  ),
  venue: words(
    'venue journal publicationtitle sourcetitle journaltitle journalname containertitle conference conferencename booktitle',
    'journalbook publicationvenue proceedingstitle secondarytitle publicationname so jo jf t2',
  ),
  doi: words('doi doilink doiurl digitalobjectidentifier di'),
  arxiv: words('arxivid arxiv arxivurl eprint arxivpdfurl'),
  url: words(
    'url link externalurl articleurl paperurl weburl arxivurl landingpageurl absurl entryid pdflink openurllink',
    'sourceurls urls links doilink pdfurl arxivpdfurl ur',
  ),
  keywords: words(
    'keywords authorkeywords keyword keywordsauthor manualtags tags aikeywords subjects indexkeywords ieeeterms kw de',
  ),
  votes: words('votes upvotes numvotes numupvotes likes'),
  comments: words('comments numcomments commentcount commentscount'),
  label: words('label labels class category primarycategory groundtruth'),
}

function words(...lines: string[]): string[] {
  return lines.join(' ').split(' ')
}

/** For each field the columns that a record has of it, best first. */
export type FieldColumns = Record<ColumnField, string[]>

const FIELDS = Object.keys(COLUMNS) as ColumnField[]
const TITLES = new Set(COLUMNS.title)
const KNOWN = new Set(Object.values(COLUMNS).flat())

/** Whether a folded name is one of a title column. */
export function isTitle(folded: string): boolean {
  return TITLES.has(folded)
}

/** Whether a folded name is one that any field is read from. */
export function isKnownColumn(folded: string): boolean {
  return KNOWN.has(folded)
}

/** A name without case, spaces and punctuation: `Author(s)` is `authors`. */
export function foldName(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Folds names once each, and remembers how a file spelled them and which ones served which field. */
export class ColumnNames {
  readonly #folded = new Map<string, string>()
  readonly #spelled = new Map<string, string>()
  readonly #shapes = new Map<string, FieldColumns>()
  /** How often a folded name served a field. */
  readonly #served = new Map<string, Map<string, number>>()

  fold(name: string): string {
    let folded = this.#folded.get(name)
    if (folded === undefined) {
      folded = foldName(name)
      // A hostile file may use a new key in every record.
      if (this.#folded.size < 10_000) {
        this.#folded.set(name, folded)
        if (!this.#spelled.has(folded)) this.#spelled.set(folded, name)
      }
    }
    return folded
  }

  /** The columns of each field among a record's names, best first; found once for all records with the same names. */
  columnsIn(values: Map<string, unknown>): FieldColumns {
    let shape = ''
    for (const name of values.keys()) shape += `${name} `
    let columns = this.#shapes.get(shape)
    if (columns === undefined) {
      columns = Object.fromEntries(
        FIELDS.map((field) => [field, COLUMNS[field].filter((name) => values.has(name))]),
      ) as FieldColumns
      if (this.#shapes.size < 1000) this.#shapes.set(shape, columns)
    }
    return columns
  }

  serve(field: string, folded: string, times = 1): void {
    const served = this.#served.get(field) ?? new Map<string, number>()
    served.set(folded, (served.get(folded) ?? 0) + times)
    this.#served.set(field, served)
  }

  /** The names that were folded, as they were met. */
  met(): string[] {
    return [...this.#folded.keys()]
  }

  /** How often a folded name served a field. */
  uses(): (readonly [field: string, folded: string, times: number])[] {
    return [...this.#served].flatMap(([field, served]) =>
      [...served].map(([folded, times]) => [field, folded, times] as const),
    )
  }

  /** The name, as spelled, that served a field most often; null where none did, or where the format has no names. */
  columnOf(field: string): string | null {
    const served = this.#served.get(field)
    if (!served) return null
    const [folded] = [...served].reduce((best, next) => (next[1] > best[1] ? next : best))
    return this.#spelled.get(folded) ?? null
  }
}
