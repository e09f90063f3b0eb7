import { TINY_SET, type Contrast } from '../../../shared/contrast.ts'
import { plural } from '../../../shared/format.ts'
import { REST, type PaperSet } from '../../../shared/paper-set.ts'
import { contrast } from './contrast.ts'
import { findSet, type FoundSet } from './paper-sets.ts'
import type { Scope } from './scope.ts'
import type { TextIndex } from './text-index.ts'

/**
 * What sets two sets of papers of a collection apart, at most `most` terms a side and none that is `ignored`, and what the
 * comparison cannot say.
 * Throws as `findSet` does.
 */
export function compareSets(
  index: TextIndex,
  scope: Scope,
  a: PaperSet,
  b: PaperSet,
  most: number,
  ignored: readonly string[] = [],
): Contrast {
  const [foundA, foundB] = [findSet(index, scope, a), findSet(index, scope, b)]
  const n = index.ids.length
  const first = foundA === REST ? restOf(n, foundB) : foundA
  const second = foundB === REST ? restOf(n, foundA) : foundB
  const inFirst = new Set(first.papers)
  let overlap = 0
  for (const paper of second.papers) if (inFirst.has(paper)) overlap++
  const [leftA, leftB] = [first.papers.length - overlap, second.papers.length - overlap]
  // Against nothing, every term would be told from the prior alone.
  const terms =
    leftA === 0 || leftB === 0 ? { a: [], b: [] } : contrast(index, first.papers, second.papers, most, ignored)
  return {
    a: { label: first.label, papers: first.papers.length, compared: leftA, terms: terms.a },
    b: { label: second.label, papers: second.papers.length, compared: leftB, terms: terms.b },
    overlap,
    notes: [...notesOn(first, overlap), ...notesOn(second, overlap), ...overlapNote(first, second, overlap)],
  }
}

function restOf(n: number, other: FoundSet | typeof REST): FoundSet {
  const taken = new Set(other === REST ? [] : other.papers)
  return {
    label: 'all other papers',
    papers: Int32Array.from(Array.from({ length: n }, (_, paper) => paper).filter((paper) => !taken.has(paper))),
    missing: 0,
  }
}

function notesOn({ label, papers, missing }: FoundSet, overlap: number): string[] {
  const notes: string[] = []
  const left = papers.length - overlap
  if (missing > 0)
    notes.push(`${plural(missing, 'paper')} of ${label} ${missing === 1 ? 'is' : 'are'} not in the collection`)
  if (papers.length === 0) notes.push(`no paper in ${label}`)
  else if (left > 0 && left < TINY_SET)
    notes.push(`only ${plural(left, 'paper')} to compare in ${label}: the terms are hints, not findings`)
  return notes
}

function overlapNote(first: FoundSet, second: FoundSet, overlap: number): string[] {
  if (overlap === 0) return []
  if (overlap === first.papers.length && overlap === second.papers.length)
    return ['both sets hold the same papers: there is nothing to compare']
  const which = plural(overlap, 'paper')
  const nothing = overlap === first.papers.length || overlap === second.papers.length
  return [
    nothing
      ? `all papers of ${overlap === first.papers.length ? first.label : second.label} are in the other set, too: there is nothing to compare`
      : `${which} ${overlap === 1 ? 'is' : 'are'} in both sets and left out`,
  ]
}
