import { writeFileSync } from 'node:fs'
import { paperLine, type Paper } from '../../../shared/paper.ts'
import { paper } from '../../support/planted-papers.ts'

/** A paper with nothing but what is given. */
export function paperWith(given: Partial<Paper> & { id: string }): Paper {
  return paper({ title: `title of ${given.id}`, ...given })
}

const SUBJECTS = [
  ['parsing', 'treebank', 'dependency', 'grammar', 'syntactic', 'constituency'],
  ['translation', 'bilingual', 'alignment', 'decoder', 'parallel', 'corpora'],
  ['speech', 'acoustic', 'phoneme', 'recognition', 'prosody', 'speaker'],
]

/** `count` papers about three plain subjects, one after the other, dated over ten years; the ids are not in order. */
export function madeUpPapers(count: number): Paper[] {
  return Array.from({ length: count }, (_, i) => {
    const words = SUBJECTS[i % SUBJECTS.length]
    const at = Math.floor(i / SUBJECTS.length)
    const word = (k: number): string => words[(at + k) % words.length]
    return paperWith({
      id: `p${(i * 7919) % 10007}`,
      title: `On ${word(0)} and ${word(1)}`,
      abstract: `We study ${word(2)} with ${word(3)}. Results for ${word(0)} ${word(1)} improve ${word(4)} and ${word(5)}.`,
      date: `${2010 + (i % 10)}`,
      datePrecision: 'year',
    })
  })
}

export function writeSnapshot(path: string, papers: readonly Paper[]): string {
  writeFileSync(path, papers.map((paper) => `${paperLine(paper)}\n`).join(''))
  return path
}
