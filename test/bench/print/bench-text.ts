import { type Column, table } from '../../../server/cli/print/table.ts'
import { bytes, count, plain } from '../../../server/cli/print/words.ts'
import type { BenchRow, BenchTable } from '../measured/bench-row.ts'
import type { Growth } from '../measured/growth.ts'
import { best, bestCpu } from '../measured/measured.ts'
import { GROUNDWORK, ON_TOP, together } from '../measured/together.ts'
import type { Figures } from '../stages/stage.ts'

const right = (head: string): Column => ({ head, right: true })
const COLUMNS: Column[] = [
  { head: 'stage' },
  ...['threads', 'runs', 'seconds', 'CPU s', 'speedup', 'papers/s', 'MB/s', 'memory', 'a paper'].map(right),
]
const PEER_COLUMNS: Column[] = ['peer: seconds', 'CPU s', 'memory', 'times faster', 'less CPU'].map(right)
const GROWTH_COLUMNS: Column[] = [{ head: 'stage' }, ...['threads', 'papers', 'seconds', 'memory'].map(right)]
const FIGURE_COLUMNS: Column[] = [{ head: 'stage' }, right('threads'), { head: 'what came out' }]

/** A corpus as two tables, a row a stage and number of threads: what it took, and what came out. */
export function benchText(measured: BenchTable): string {
  const { corpus, papers, bytes: size, idleBytes, rows } = measured
  const withPeer = rows.some(({ peer }) => peer !== null)
  const idle = idleBytes === null ? '' : `; whole runs less ${bytes(idleBytes)} that they need for a dozen papers`
  const head = `${plain(corpus)}: ${count(papers)} papers, ${bytes(size)} unpacked${idle}`
  const costs = rows.map((row) => [...cells(row, papers, size), ...(withPeer ? peerCells(row) : [])])
  const found = rows
    .map((row) => [row.title, String(row.threads), figures(row)])
    .filter(([title, , text], i, all) => text !== '' && !(all[i - 1]?.[0] === title && all[i - 1][2] === text))
  const outcome = found.length === 0 ? '' : `\n${table(FIGURE_COLUMNS, found)}`
  return `${head}\n${table([...COLUMNS, ...(withPeer ? PEER_COLUMNS : [])], costs)}${sums(measured)}${outcome}`
}

function sums(measured: BenchTable): string {
  return [GROUNDWORK, ON_TOP]
    .flatMap((stages) => {
      const seconds = together(measured, stages)
      return seconds === null ? [] : `${stages.join(' + ')}: ${secondsOf(seconds)} s\n`
    })
    .join('')
}

/** How stages grew from one corpus to a larger one. */
export function growthText(from: BenchTable, to: BenchTable, growth: readonly Growth[]): string {
  const rows = growth.map(({ title, threads, papers, seconds, memory }) => [
    title,
    String(threads),
    ...[papers, seconds, memory].map(times),
  ])
  return `growth from ${plain(from.corpus)} to ${plain(to.corpus)}\n${table(GROWTH_COLUMNS, rows)}`
}

function cells({ title, threads, ours, speedup }: BenchRow, papers: number, size: number): string[] {
  const seconds = best(ours)
  return [
    title,
    String(threads),
    String(ours.seconds.length),
    secondsOf(seconds),
    secondsOf(bestCpu(ours)),
    times(speedup),
    count(Math.round(papers / seconds)),
    (size / 1e6 / seconds).toFixed(1),
    bytes(Math.max(0, ours.peakBytes)),
    `${(Math.max(0, ours.peakBytes) / 1000 / papers).toFixed(1)} kB`,
  ]
}

function peerCells({ peer, timesFaster, timesLessCpu }: BenchRow): string[] {
  if (peer === null) return []
  return [
    secondsOf(best(peer)),
    secondsOf(bestCpu(peer)),
    bytes(Math.max(0, peer.peakBytes)),
    times(timesFaster),
    times(timesLessCpu),
  ]
}

/** Ours, and the peer's after a stroke where it has the same: `objective 0.3121 / 0.3119`. */
function figures({ ours, peer }: BenchRow): string {
  const theirs: Figures = peer?.figures ?? {}
  return Object.entries(ours.figures)
    .map(([name, value]) => {
      const beside = name in theirs ? ` / ${shown(theirs[name])}` : ''
      return name === 'seconds' ? `(${value})` : `${name} ${shown(value)}${beside}`
    })
    .join(', ')
}

function shown(value: number | string): string {
  if (typeof value === 'string') return value
  return Number.isInteger(value) ? count(value) : value.toFixed(value < 2 ? 5 : 1)
}

const secondsOf = (seconds: number | null): string =>
  seconds === null ? '–' : seconds.toFixed(seconds < 1 ? 3 : seconds < 10 ? 2 : 1)
const times = (value: number | null): string => (value === null ? '' : `${value.toFixed(2)} ×`)
