import type { ChildProcess } from 'node:child_process'
import type { Contrast } from '../../../shared/contrast.ts'
import type { CrossTrends } from '../../../shared/cross-trends.ts'
import { TidemapError } from '../../../shared/error.ts'
import type { QueryTrends } from '../../../shared/trend.ts'
import type { RankedPage } from '../../analysis/search/rank.ts'
import { childEntry, crash, startChild, type ChildAnswer } from '../child.ts'
import type { Matched, MatchedList, SearchQuestion, SearchRequest } from './requests.ts'

type Ask<T extends SearchRequest['type']> = Omit<Extract<SearchRequest, { type: T }>, 'type'>

/** Answers queries over text index files; `bad-request` for a query that cannot be read or holds no word. */
export interface Searcher {
  /** Reads an index, and who is in which topic, and does what can be done ahead of the first search; others are answered meanwhile. */
  load(request: Ask<'load'>): Promise<void>
  /** All papers that match, by id. */
  match(request: Ask<'match'>): Promise<Matched>
  /** Some of them in an order of the collection; null where its lists are not there. */
  listed(request: Ask<'listed'>): Promise<MatchedList | null>
  /** Some of them, best first. */
  page(request: Ask<'page'>): Promise<RankedPage>
  trends(request: Ask<'trends'>): Promise<QueryTrends>
  /** A topic by venue or organisation over time. */
  cross(request: Ask<'cross'>): Promise<CrossTrends>
  /** What sets two sets of papers apart. */
  contrast(request: Ask<'contrast'>): Promise<Contrast>
  close(): void
}

/** The answer to a question, on its way back from the process. */
export interface SearchReply {
  id: number
  answer: ChildAnswer
}

// Each answer is what its own request asked for, which no common type can say.
type Waiting = { resolve: (value: never) => void; reject: (error: unknown) => void }

/**
 * Searches in one child process that keeps the newest indexes in memory, so that no query holds up the server. It is started by
 * the first query, and again after it died.
 */
export function createSearcher({ heapMb }: { heapMb: number }): Searcher {
  const entry = childEntry('search-child', import.meta.url)
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | null = null
  let count = 0
  let isClosed = false

  function start(): ChildProcess {
    const started = startChild(entry, heapMb, true)
    started.child.on('message', (message) => {
      const { id, answer } = message as SearchReply
      const asked = waiting.get(id)
      waiting.delete(id)
      if (answer.ok) asked?.resolve(answer.value as never)
      else asked?.reject(new TidemapError(answer.code, answer.message, answer))
    })
    const lost = (end: string): void => {
      if (child === started.child) child = null
      const error = isClosed ? closed() : crash('search', end, started.stderr(), heapMb, 'search again')
      for (const asked of waiting.values()) asked.reject(error)
      waiting.clear()
    }
    started.child.once('error', (error) => lost(error.message))
    started.child.once('close', (code, signal) => lost(signal === null ? `exit code ${code}` : `signal ${signal}`))
    // The server may end while the child idles.
    started.child.unref()
    started.child.channel?.unref()
    return started.child
  }

  function ask<T>(request: SearchRequest): Promise<T> {
    if (isClosed) return Promise.reject(closed())
    child ??= start()
    const to = child
    return new Promise<T>((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      const question: SearchQuestion = { id: count, request }
      to.send(question, () => {})
    })
  }

  return {
    load: (request) => ask({ type: 'load', ...request }),
    match: (request) => ask({ type: 'match', ...request }),
    listed: (request) => ask({ type: 'listed', ...request }),
    page: (request) => ask({ type: 'page', ...request }),
    trends: (request) => ask({ type: 'trends', ...request }),
    cross: (request) => ask({ type: 'cross', ...request }),
    contrast: (request) => ask({ type: 'contrast', ...request }),
    close() {
      isClosed = true
      child?.kill('SIGKILL')
    },
  }
}

function closed(): TidemapError {
  return new TidemapError('unavailable', 'the server is stopping')
}
