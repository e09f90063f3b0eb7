import { TidemapError } from '../../shared/error.ts'

/** What to say when a format cannot be read. */
export const WORKS_TODAY =
  'what works today: a Daily Papers page copied from the browser, JSON, JSON Lines, CSV and TSV, each also as .gz'

/** Formats that are known by their first lines and not read yet. */
const SIGNS: [name: string, sign: RegExp][] = [
  ['BibTeX', /^[ \t]*@(?:[a-z]{3,30})[ \t]*[{(]/im],
  ['RIS', /^TY {1,2}- ?\w/m],
  ['PubMed (MEDLINE)', /^(?:PMID|OWN|STAT|PMC|DCOM) {0,2}- ?\w/m],
  ['Web of Science plain text', /^FN (?:Clarivate|Thomson|ISI)|^PT [JBSCP]$/m],
  ['EndNote tagged text', /^%0 \w/m],
]

const XML_SIGNS: [name: string, sign: RegExp][] = [
  ['Atom XML (arXiv)', /<feed[\s>]/],
  ['PubMed XML', /<PubmedArticleSet|<PubmedArticle[\s>]|<MedlineCitation/],
  ['Zotero RDF', /<rdf:RDF/],
  ['EndNote XML', /<xml>\s*<records>/],
  ['MODS XML', /<mods/],
]

/** The name of a reference format in the text's first part, or null. The format is known, its reader comes later. */
export function knownButUnread(head: string): string | null {
  const text = head.trimStart()
  if (text.startsWith('<') && !isHtml(text)) {
    return XML_SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'XML'
  }
  // A table or JSON may quote such lines inside a cell: only what stands near the top counts.
  const top = text.slice(0, 2000)
  return SIGNS.find(([, sign]) => sign.test(top))?.[0] ?? null
}

/** Whether the text is an HTML page. */
export function isHtml(head: string): boolean {
  return /^\s*(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|div|main|article|section|meta|title|p|h1)[\s>]/i.test(
    head.slice(0, 4000),
  )
}

export function unsupported(name: string): TidemapError {
  return new TidemapError('unsupported-format', `${name} cannot be read yet`, { hint: WORKS_TODAY })
}
