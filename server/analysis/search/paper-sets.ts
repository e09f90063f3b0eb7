import { TidemapError } from '../../../shared/error.ts'
import { formatCount } from '../../../shared/format.ts'
import { PAPER_SETS, readPaperSet, REST, type PaperSet } from '../../../shared/paper-set.ts'
import { PERIOD_EXAMPLES, periodRange } from '../../../shared/period-span.ts'
import { parseQuery } from './query.ts'
import { paperOf } from './rank.ts'
import { findTopic, papersOfTopics, sizeOfTopics, type Scope } from './scope.ts'
import { findPapers, papersBetween } from './search.ts'
import type { TextIndex } from './text-index.ts'

/** A set of papers with its name. */
export interface FoundSet {
  label: string
  /** How many papers it has. */
  size: number
  /** Their numbers in the index, ascending. */
  papers: () => Int32Array
  /** Papers that were asked for by id and are not there. */
  missing: number
  /** Ids of the topics that it is made of; null where it is made of something else. */
  topics: ReadonlySet<number> | null
}

/**
 * The papers of a set (`shared/paper-set.ts` says how it is written), or `rest` for all that are not in the other.
 * Throws `bad-request` for what is no set, `not-found` for a topic or theme that the analysis has not.
 */
export function findSet(index: TextIndex, scope: Scope, set: PaperSet): FoundSet | typeof REST {
  if (typeof set !== 'string') return papersById(index, set.papers)
  const read = readPaperSet(set)
  if (read === null) {
    const examples = Object.values(PAPER_SETS).map(({ example }) => example)
    throw new TidemapError('bad-request', `unknown set of papers: ${set}`, {
      hint: `write ${examples.join(', ')} or ${REST}`,
    })
  }
  const { kind, value } = read
  switch (kind) {
    case REST:
      return REST
    case 'topic': {
      const topic = findTopic(scope, value)
      return setOfTopics(scope, topic.label, new Set([topic.id]))
    }
    case 'theme':
      return papersOfTheme(scope, value)
    case 'period':
      return papersOfPeriod(index, value)
    case 'query':
      return setOfPapers(`“${value}”`, matching(index, scope, value))
    case 'venue':
    case 'org':
      return setOfPapers(value, matching(index, scope, `${kind}:"${value.replaceAll('"', ' ')}"`))
    case 'papers':
      return papersById(index, value.split(',').map(decodeId))
  }
}

function matching(index: TextIndex, scope: Scope, query: string): Int32Array {
  return findPapers(index, parseQuery(query, 'anywhere'), ['title', 'abstract'], scope).papers
}

function papersOfTheme(scope: Scope, name: string): FoundSet {
  const wanted = name.toLowerCase()
  const theme =
    scope.topics.find(({ themeId }) => String(themeId) === wanted) ??
    scope.topics.find(({ themeLabel }) => themeLabel.toLowerCase() === wanted)
  if (!theme) throw new TidemapError('not-found', `unknown theme: ${name}`)
  const own = scope.topics.filter(({ themeId }) => themeId === theme.themeId)
  return setOfTopics(scope, theme.themeLabel, new Set(own.map(({ id }) => id)))
}

function setOfTopics(scope: Scope, label: string, topics: ReadonlySet<number>): FoundSet {
  // A comparison of whole topics needs no list of their papers.
  return { label, size: sizeOfTopics(scope, topics), papers: () => papersOfTopics(scope, topics), missing: 0, topics }
}

function setOfPapers(label: string, papers: Int32Array, missing = 0): FoundSet {
  return { label, size: papers.length, papers: () => papers, missing, topics: null }
}

function papersOfPeriod(index: TextIndex, value: string): FoundSet {
  const range = periodRange(value)
  if (range === null) {
    throw new TidemapError('bad-request', `unknown period: ${value}`, {
      hint: `write ${PERIOD_EXAMPLES}, or two with .. between`,
    })
  }
  const [from, to = from] = value.split('..').map((name) => name.trim())
  const label = from === to ? from : from === '' ? `up to ${to}` : to === '' ? `from ${from} on` : `${from} to ${to}`
  return setOfPapers(label, papersBetween(index, range.first, range.last))
}

function papersById(index: TextIndex, ids: readonly string[]): FoundSet {
  const wanted = new Set(ids)
  const papers: number[] = []
  for (const id of wanted) {
    const number = paperOf(index.ids, id)
    if (number >= 0) papers.push(number)
  }
  const missing = wanted.size - papers.length
  const label = wanted.size === 1 ? '1 chosen paper' : `${formatCount(wanted.size)} chosen papers`
  return setOfPapers(label, Int32Array.from(papers).sort(), missing)
}

function decodeId(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
