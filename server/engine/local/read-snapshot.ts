import { TidemapError } from '../../../shared/error.ts'
import { compareCodePoints, paperLine, type Paper } from '../../../shared/paper.ts'
import type { Vocabulary } from '../../../shared/vocabulary.ts'
import type { TaskMap } from '../../analysis/tasks/task.ts'
import { joinShards } from '../../analysis/text/join-shards.ts'
import type { TokenKernels } from '../../analysis/text/token-kernels.ts'
import { JoinedFacts } from '../../analysis/text/fact-table.ts'
import { JoinedWords, type WordsOfShards } from '../../analysis/text/joined-words.ts'
import type { PaperFacts, ReadPapers } from '../../analysis/text/paper-facts.ts'
import { paperOf, readPapers, type PapersShard, type PartShard } from './read-lines.ts'
import { fileParts, linePieces, linesInOrder, lineTexts } from './snapshot-lines.ts'

/** A snapshot that was read: what an analysis needs, and how to come back to the papers themselves. */
export interface Snapshot extends ReadPapers {
  /** The papers as `paperLine` writes them, sorted by id, each with its LF: pieces of UTF-8. */
  lines: () => Iterable<Uint8Array>
  /** Whether these are just the bytes of the file. */
  isAsWritten: boolean
}

/**
 * Reads a snapshot (JSON Lines of papers, any order) into words and what else an analysis needs of papers, sorted by id; the papers themselves stay in the
 * file, which must not change. The words lie in the memory of the kernels, which read on all threads; `onDone` gets the bytes that are read, about. Throws `internal` where a line is no
 * paper or two papers share an id.
 */
export function readSnapshot(
  path: string,
  kernels: TokenKernels & { map: TaskMap },
  vocabulary?: Vocabulary,
  onDone: (bytes: number) => void = () => {},
): Snapshot {
  const parts: PartShard[] = Array.from(fileParts(path), (part) => ({ ...part, vocabulary }))
  const { shards, words, facts, isSorted: inOrder } = readParts(parts, kernels, onDone)
  onDone(parts.at(-1)?.to ?? 0)
  const n = facts.length
  const { starts, lengths } = places(shards, n)
  const order = Int32Array.from(facts.keys())
  if (!inOrder) sortById(order, facts)
  const isCanonical = shards.every((shard) => shard.isCanonical)
  const isAsWritten = inOrder && isCanonical
  const lines = (): Iterable<Uint8Array> => {
    const ordered = linesInOrder(path, starts, lengths, order)
    return isCanonical ? ordered : canonical(ordered)
  }
  return {
    papers: inOrder ? facts : Array.from(order, (paper) => facts[paper]),
    tokens: joinShards(
      shards.map(({ tokens }) => tokens),
      words,
      order,
      kernels,
    ),
    lines,
    isAsWritten,
  }
}

/** Sorts papers by their ids, none of which two may share. */
function sortById(order: Int32Array, facts: readonly PaperFacts[]): void {
  order.sort((a, b) => compareCodePoints(facts[a].id, facts[b].id))
  for (let i = 1; i < order.length; i++) {
    const { id } = facts[order[i]]
    if (id === facts[order[i - 1]].id) throw new TidemapError('internal', `two papers with one id: ${id}`)
  }
}

interface ReadParts {
  shards: PapersShard[]
  words: WordsOfShards
  facts: PaperFacts[]
  isSorted: boolean
}

/** Reads on all threads. What was read of a part is joined with what stands before it while others are read, so that no thread waits for that. */
function readParts(
  parts: readonly PartShard[],
  kernels: TokenKernels & { map: TaskMap },
  onDone: (bytes: number) => void,
): ReadParts {
  return kernels.scope(() => {
    const words = new JoinedWords(kernels)
    const joined = new JoinedFacts()
    const shards = kernels.map(readPapers, parts, {
      onInput: ({ from }) => onDone(from),
      onOutput(shard) {
        words.add(shard.tokens)
        joined.add(shard.facts)
      },
    })
    return { shards, words: words.words(), facts: joined.facts, isSorted: joined.isSorted }
  })
}

function isSorted(papers: readonly { id: string }[]): boolean {
  return papers.every(({ id }, i) => i === 0 || compareCodePoints(papers[i - 1].id, id) < 0)
}

/** Where the line of each paper begins, and its bytes. */
function places(shards: readonly PapersShard[], n: number): { starts: Float64Array; lengths: Int32Array } {
  const starts = new Float64Array(n)
  const lengths = new Int32Array(n)
  let paper = 0
  for (const shard of shards) {
    let next = shard.at
    for (const length of shard.lengths) {
      starts[paper] = next
      lengths[paper++] = length
      next += length
    }
  }
  return { starts, lengths }
}

function* canonical(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const bytes of pieces) {
    const lines = new TextDecoder().decode(bytes).split('\n')
    yield Buffer.from(lines.map((line) => (line === '' ? '' : `${paperLine(paperOf(line, 0))}\n`)).join(''))
  }
}

/** The papers of a snapshot as they stand there, one after the other. Throws `internal` where a line is none. */
export function* snapshotPapers(path: string): Generator<Paper> {
  for (const { bytes, at } of linePieces(path)) {
    for (const text of lineTexts(bytes)) if (text !== '') yield paperOf(text, at)
  }
}

/** All papers of a snapshot, sorted by id, for who needs their texts. Throws as `readSnapshot` does. */
export function readSnapshotPapers(path: string): Paper[] {
  const papers = [...snapshotPapers(path)]
  if (!isSorted(papers)) papers.sort((a, b) => compareCodePoints(a.id, b.id))
  for (let i = 1; i < papers.length; i++) {
    if (papers[i].id === papers[i - 1].id) throw new TidemapError('internal', `two papers with one id: ${papers[i].id}`)
  }
  return papers
}
