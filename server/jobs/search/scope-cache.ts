import { readFile } from 'node:fs/promises'
import { decodeMap } from '../../../shared/map.ts'
import { compareCodePoints } from '../../../shared/paper.ts'
import type { Scope } from '../../analysis/search/scope.ts'
import type { TextIndex } from '../../analysis/search/text-index.ts'
import type { AnalysisSource } from './requests.ts'
import { readTopicCounts } from './topic-counts-file.ts'

const MOST = 4

/** Who is in which topic, of the analyses that were asked for last; a map file never changes once it is there. */
export class ScopeCache {
  readonly #topics = new Map<string, { index: TextIndex; topicOf: Promise<Int32Array> }>()

  /** What an analysis says of the papers of the index of a file. */
  async get(analysis: AnalysisSource, index: TextIndex, indexFile: string): Promise<Scope> {
    const { map, topics } = analysis
    const known = this.#topics.get(map)
    const topicOf = known?.index === index ? known.topicOf : read(analysis, index, indexFile)
    // A Map keeps the order of insertion: the last is the newest used.
    this.#topics.delete(map)
    this.#topics.set(map, { index, topicOf })
    topicOf.catch(() => this.#topics.delete(map))
    for (const oldest of this.#topics.keys()) {
      if (this.#topics.size <= MOST) break
      this.#topics.delete(oldest)
    }
    return { topicOf: await topicOf, topics }
  }
}

async function read(analysis: AnalysisSource, index: TextIndex, indexFile: string): Promise<Int32Array> {
  const topicOf = await readTopics(analysis.map, index)
  await readTopicCounts(analysis, indexFile, index, topicOf)
  return topicOf
}

async function readTopics(file: string, index: TextIndex): Promise<Int32Array> {
  const { buffer, byteOffset, byteLength } = await readFile(file)
  const { ids, topic } = decodeMap(buffer.slice(byteOffset, byteOffset + byteLength), new TextDecoder())
  // Both are sorted by id, and mostly the same.
  let place = 0
  return Int32Array.from({ length: index.ids.length }, (_, paper) => {
    const id = index.ids.at(paper)!
    while (place < ids.length && ids[place] !== id && compareCodePoints(ids[place], id) < 0) place++
    return ids[place] === id ? topic[place++] : -1
  })
}
