import { bytes } from '../../../server/cli/print/words.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { clusteringObjective } from '../sparse/clustering-objective.ts'
import { DataFolder } from '../measure/data-folder.ts'
import { PEER_JOBS } from '../peer/peer-jobs.ts'
import { type Peer, runPeer } from '../peer/run-peer.ts'
import { STAGES, stageOf } from '../stages/all-stages.ts'
import type { Stage } from '../stages/stage.ts'
import { type BenchRow, benchRow, type BenchTable } from './bench-row.ts'
import { best, bestCpu, type Measured } from './measured.ts'
import { runStage } from './run-stage.ts'
import { runWhole } from './run-whole.ts'

/** Whole runs, as `--stages` and the table call them. */
export const WHOLE_RUNS = [
  { name: 'run-50', title: 'tidemap run --topics 50', topics: 50 },
  { name: 'run-auto', title: 'tidemap run --topics auto', topics: 'auto' },
] as const

/** Everything that can be measured, in its order. */
export const ALL_NAMES: readonly string[] = [...STAGES, ...WHOLE_RUNS].map(({ name }) => name)

export interface BenchSettings {
  /** Names of what is measured. */
  stages: ReadonlySet<string>
  /** Most threads; everything is measured on one, too. */
  threads: number
  peer: Peer | null
  /** Path of the built command. */
  tidemap: string
  /** A dozen papers, on which `tidemap run` shows what it needs for nothing. */
  idle: Corpus
  onStep: (words: string) => void
}

/** Measures the stages on a corpus, each in a process of its own, one after the other. */
export async function measureCorpus(corpus: Corpus, settings: BenchSettings): Promise<BenchTable> {
  const { stages, peer, tidemap, idle, onStep } = settings
  const rows: BenchRow[] = []
  const saved = new Set<string>()
  const peers = new Map<string, Measured>()

  for (const stage of STAGES) {
    if (!stages.has(stage.name)) continue
    for (const name of stage.needs) await makeReady(name)
    let one: Measured | null = null
    for (const threads of threadsFor(stage.on, settings.threads)) {
      onStep(`${stage.title}, ${threadsOf(threads)}`)
      const ours = tell(await runStage(stage.name, threads, corpus))
      saved.add(stage.name)
      rows.push(benchRow(stage, threads, ours, one, await besides(stage.name, threads)))
      one ??= ours
    }
  }

  let idleBytes: number | null = null
  for (const whole of WHOLE_RUNS) {
    if (!stages.has(whole.name)) continue
    idleBytes ??= (await runWhole(tidemap, 2, 1, idle)).peakBytes
    let one: Measured | null = null
    for (const threads of threadsFor('both', settings.threads)) {
      onStep(`${whole.title}, ${threadsOf(threads)}`)
      const ours = tell(await runWhole(tidemap, whole.topics, threads, corpus, idleBytes))
      rows.push(benchRow(whole, threads, ours, one, await besides(whole.name, threads)))
      one ??= ours
    }
  }
  return { corpus: corpus.name, papers: corpus.papers, bytes: corpus.bytes, idleBytes, rows }

  /** A long run that is cut short has said what it found. */
  function tell(measured: Measured): Measured {
    const [seconds, cpu] = [best(measured), bestCpu(measured)].map((value) => value?.toFixed(2) ?? '–')
    onStep(`  ${seconds} s, ${cpu} CPU s, ${bytes(measured.peakBytes)}`)
    return measured
  }

  /** What others read must have been saved, whether or not it is measured. */
  async function makeReady(name: string): Promise<void> {
    if (saved.has(name)) return
    const { title, needs } = stageOf(name)
    for (const other of needs) await makeReady(other)
    onStep(`${title}, for what comes next`)
    await runStage(name, settings.threads, corpus, true)
    saved.add(name)
  }

  /** What stands beside a stage; jobs that stand beside several are done once. */
  async function besides(name: string, threads: number): Promise<BenchRow['peer']> {
    if (peer === null) return null
    if (name === 'layout-10k')
      return { name: 'umap-js', ...(await once('umap-js', () => runStage('umap-js', 1, corpus))) }
    const job = PEER_JOBS[name]
    if (job === undefined) return null
    const of = job.k === undefined ? '' : `, k = ${job.k}`
    const found = await once(`${job.job}${of}, ${threadsOf(threads)}`, async () => {
      const measured = await runPeer(peer, job, threads, corpus)
      return job.clusters === true ? withObjective(measured, new DataFolder(corpus.folder)) : measured
    })
    return { name: 'scikit-learn', ...found }
  }

  async function once(key: string, work: () => Promise<Measured>): Promise<Measured> {
    if (!peers.has(key)) {
      onStep(`peer: ${key}`)
      peers.set(key, tell(await work()))
    }
    return peers.get(key)!
  }
}

/** The clusterings that the peer left, judged as ours are: the mean where there are several. */
function withObjective(measured: Measured, data: DataFolder): Measured {
  const matrix = data.matrix('tf-idf')
  const clusters = data.int32('peer-clusters')
  const count = clusters.length / matrix.rows
  let objective = 0
  for (let i = 0; i < count; i++) {
    objective += clusteringObjective(matrix, clusters.subarray(i * matrix.rows, (i + 1) * matrix.rows)) / count
  }
  return { ...measured, figures: { objective, ...measured.figures } }
}

function threadsFor(on: Stage['on'], most: number): number[] {
  if (on === 'both' && most > 1) return [1, most]
  return [on === 'one' ? 1 : most]
}

const threadsOf = (threads: number): string => (threads === 1 ? 'one thread' : `${threads} threads`)
