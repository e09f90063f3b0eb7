import { closeSync, openSync, writeSync } from 'node:fs'
import { paperLine, type Paper } from '../../../shared/paper.ts'

const PAPERS_AT_ONCE = 500

/** Writes papers as an engine reads them. */
export function writeSnapshot(path: string, papers: readonly Paper[]): void {
  const file = openSync(path, 'wx')
  try {
    for (let at = 0; at < papers.length; at += PAPERS_AT_ONCE) {
      const bytes = Buffer.from(
        papers
          .slice(at, at + PAPERS_AT_ONCE)
          .map((paper) => `${paperLine(paper)}\n`)
          .join(''),
      )
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
    }
  } finally {
    closeSync(file)
  }
}
