import { TINY_SET, type Contrast } from '../../../shared/contrast.ts'
import { plural } from '../../../shared/format.ts'
import { REST, type PaperSet } from '../../../shared/paper-set.ts'
import { contrastCounts } from './contrast.ts'
import { countInSets, countInTopics, type TermCounts } from './count-terms.ts'
import { findSet, type FoundSet } from './paper-sets.ts'
import { sizeOfTopics, type Scope } from './scope.ts'
import type { TextIndex } from './text-index.ts'

type Sides = readonly [FoundSet | typeof REST, FoundSet | typeof REST]

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
  const overlap = foundA === REST || foundB === REST ? 0 : overlapOf(n, scope, foundA, foundB)
  const [leftA, leftB] = [first.size - overlap, second.size - overlap]
  // Against nothing, every term would be told from the prior alone.
  const terms =
    leftA === 0 || leftB === 0
      ? { a: [], b: [] }
      : contrastCounts(index, countSets(index, scope, [foundA, foundB], first, second), most, ignored)
  return {
    a: { label: first.label, papers: first.size, compared: leftA, terms: terms.a },
    b: { label: second.label, papers: second.size, compared: leftB, terms: terms.b },
    overlap,
    notes: [...notesOn(first, overlap), ...notesOn(second, overlap), ...overlapNote(first, second, overlap)],
  }
}

function restOf(n: number, other: FoundSet | typeof REST): FoundSet {
  const size = n - (other === REST ? 0 : other.size)
  const papers = (): Int32Array => {
    const taken = new Uint8Array(n)
    if (other !== REST) for (const paper of other.papers()) taken[paper] = 1
    const left = new Int32Array(size)
    let at = 0
    for (let paper = 0; paper < n; paper++) if (taken[paper] === 0) left[at++] = paper
    return left
  }
  return { label: 'all other papers', size, papers, missing: 0, topics: null }
}

function overlapOf(n: number, scope: Scope, first: FoundSet, second: FoundSet): number {
  const [inA, inB] = [first.topics, second.topics]
  if (inA !== null && inB !== null) return sizeOfTopics(scope, new Set([...inA].filter((topic) => inB.has(topic))))
  const inFirst = new Uint8Array(n)
  for (const paper of first.papers()) inFirst[paper] = 1
  let overlap = 0
  for (const paper of second.papers()) overlap += inFirst[paper]
  return overlap
}

/** Topics, and a topic against all other papers, are what people mostly ask for: those are counted without reading every word again. */
function countSets(index: TextIndex, scope: Scope, [a, b]: Sides, first: FoundSet, second: FoundSet): TermCounts {
  const inA = a === REST ? null : a.topics
  const inB = b === REST ? null : b.topics
  if (inA !== null && b === REST) return countInTopics(index, scope, inA, null)
  if (a === REST && inB !== null) {
    const { a: ofB, b: ofA } = countInTopics(index, scope, inB, null)
    return { a: ofA, b: ofB }
  }
  if (inA !== null && inB !== null && ![...inA].some((topic) => inB.has(topic)))
    return countInTopics(index, scope, inA, inB)
  return countInSets(index, first.papers(), second.papers())
}

function notesOn({ label, size, missing }: FoundSet, overlap: number): string[] {
  const notes: string[] = []
  const left = size - overlap
  if (missing > 0)
    notes.push(`${plural(missing, 'paper')} of ${label} ${missing === 1 ? 'is' : 'are'} not in the collection`)
  if (size === 0) notes.push(`no paper in ${label}`)
  else if (left > 0 && left < TINY_SET)
    notes.push(`only ${plural(left, 'paper')} to compare in ${label}: the terms are hints, not findings`)
  return notes
}

function overlapNote(first: FoundSet, second: FoundSet, overlap: number): string[] {
  if (overlap === 0) return []
  if (overlap === first.size && overlap === second.size)
    return ['both sets hold the same papers: there is nothing to compare']
  const which = plural(overlap, 'paper')
  const nothing = overlap === first.size || overlap === second.size
  return [
    nothing
      ? `all papers of ${overlap === first.size ? first.label : second.label} are in the other set, too: there is nothing to compare`
      : `${which} ${overlap === 1 ? 'is' : 'are'} in both sets and left out`,
  ]
}
