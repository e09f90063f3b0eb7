import type { Paper } from '../../shared/paper.ts'

/** Addresses that are as they should be: a plain host name, and a path without dots in front or signs. */
const NORMAL = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/

/** An http or https address, normalised so that it holds no quote, bracket, space or control character; null for anything else. */
export function safeUrl(url: string | null): string | null {
  if (url !== null && NORMAL.test(url) && !url.includes('xn--')) return url
  if (url === null || !/^https?:\/\//i.test(url)) return null
  try {
    const { protocol, href } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') return null
    return href.replace(/[^\w\-.~:/?#@!$&*+,;=%]/g, (character) => `%${hex(character)}`)
  } catch {
    return null
  }
}

/** Where a paper can be read: its own address, else its DOI's; null without either. */
export function paperLink(paper: Pick<Paper, 'url' | 'doi'>): string | null {
  return safeUrl(paper.url) ?? (paper.doi === null ? null : safeUrl(`https://doi.org/${encodeDoi(paper.doi)}`))
}

/** A DOI as the path of a web address; its slashes stay. */
function encodeDoi(doi: string): string {
  return encodeURIComponent(doi.toWellFormed()).replaceAll('%2F', '/')
}

/** `new URL` leaves only ASCII, so one byte stands for one character. */
function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}
