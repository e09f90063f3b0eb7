import { type Column, table } from '../../../server/cli/print/table.ts'
import { bytes, count, plain } from '../../../server/cli/print/words.ts'
import type { Serving } from './measure-serving.ts'

const right = (head: string): Column => ({ head, right: true })
const COLUMNS: Column[] = [
  { head: 'milliseconds of' },
  ...['requests', 'p50', 'p95', 'max', 'CPU p50', 'CPU p95', 'largest answer'].map(right),
]

/** How a collection is served, as lines and a table. */
export function servingText({
  collection,
  papers,
  startMs,
  first,
  map,
  rows,
  peakBytes,
  residentBytes,
}: Serving): string {
  const memory =
    peakBytes === null || residentBytes === null ? '' : `; memory ${bytes(residentBytes)}, at most ${bytes(peakBytes)}`
  const lines = [
    `${plain(collection)}: ${count(papers)} papers`,
    `answers after ${seconds(startMs)} s${memory}`,
    `first of all: ${first.map(({ name, ms }) => `${name} ${seconds(ms)} s`).join(', ')}`,
    `map: ${bytes(map.bytes)} in ${seconds(map.ms)} s`,
  ]
  const cells = rows.map(({ name, requests, p50, p95, max, cpuP50, cpuP95, bytes: size }) => [
    name,
    String(requests),
    ...[p50, p95, max, cpuP50, cpuP95].map((ms) => ms?.toFixed(1) ?? '–'),
    bytes(size),
  ])
  return `${lines.join('\n')}\n${table(COLUMNS, cells)}`
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2)
