const DOI = /\b(10\.\d{4,9}\/[^\s"<>]+)/
/** Most links: with nothing about them that must be parsed to be judged, or written in another way. */
const PLAIN_URL = /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}\/[!#-;=?-_a-z~]*$/
/** Most arXiv ids. */
const PLAIN_ARXIV = /^(?:https?:\/\/arxiv\.org\/abs\/)?(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d{1,3})?$/
const NEW_ARXIV = /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d{1,3})?$/
const OLD_ARXIV = /^([a-z]+(?:-[a-z]+)*(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?$/i
/** What every arXiv id has in it. */
const LIKE_ARXIV = /\d{4}\.\d{4}|\/\d{7}/

const URL_LENGTH = 2048

/** A DOI bare and in lower case, out of any of its forms (`https://doi.org/…`, `doi:…`); null where there is none. */
export function readDoi(text: string): string | null {
  let plain = text.trim()
  if (plain.length > 500) return null
  if (/%2f/i.test(plain)) {
    try {
      plain = decodeURIComponent(plain)
    } catch {
      // A stray % is part of the DOI.
    }
  }
  const match = DOI.exec(plain)
  if (!match) return null
  let doi = match[1].toLowerCase()
  // Sentence marks after it are not part of it, nor is a bracket that it did not open.
  for (;;) {
    const shorter = doi.replace(/[.,;:'’]+$/, '')
    doi = shorter.endsWith(')') && !shorter.includes('(') ? shorter.slice(0, -1) : shorter
    if (doi === shorter) return doi.length > 8 ? doi : null
  }
}

/** The DOI that a link carries: one to doi.org, or an `id=doi:` of a library's link resolver; else null. */
export function doiOfUrl(url: string): string | null {
  const match = /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(.+)$/i.exec(url) ?? /[?&]id=doi:([^&]+)/i.exec(url)
  return match ? readDoi(match[1]) : null
}

/** An arXiv id without its version, out of an id, a URL or an arXiv DOI; null where there is none. Lower case. */
export function readArxivId(text: string): string | null {
  if (!LIKE_ARXIV.test(text)) return null
  const usual = PLAIN_ARXIV.exec(text)
  if (usual) return usual[1]
  const plain = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|ps)\//i, '')
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^10\.48550\/arxiv\./i, '')
    .replace(/^(?:oai:)?arxiv(?:\.org)?:\s?/i, '')
    .replace(/\.pdf$/i, '')
    .replace(/[?#].*$/, '')
  const match = NEW_ARXIV.exec(plain) ?? OLD_ARXIV.exec(plain)
  return match ? match[1].toLowerCase() : null
}

/** The arXiv id in the first of some places that has one; null where none has. */
export function arxivIdIn(...places: (string | null)[]): string | null {
  for (const place of places) {
    const arxiv = place === null ? null : readArxivId(place)
    if (arxiv !== null) return arxiv
  }
  return null
}

/** An http or https address as written where that is safe, else as URLs are normalised; null for anything else. */
export function readUrl(text: string): string | null {
  if (text.length <= URL_LENGTH && PLAIN_URL.test(text)) return text
  // Several addresses in one cell are parted by white space; the first is the best.
  const first = text.trim().split(/[\s|]+|;\s/, 1)[0]
  if (first.length > URL_LENGTH || !/^https?:\/\//i.test(first)) return null
  let url: URL
  try {
    url = new URL(first)
  } catch {
    // `URL.canParse` would tell, but in Node 20 it says no to letters beyond ASCII once it was asked often enough.
    return null
  }
  if (url.username !== '' || url.password !== '') return null
  return /^[!#-;=?-_a-z~]+$/.test(first) ? first : url.href
}
