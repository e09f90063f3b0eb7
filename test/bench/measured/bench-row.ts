import { best, bestCpu, type Measured } from './measured.ts'

/** A stage on a number of threads, beside the peer where there is one. */
export interface BenchRow {
  stage: string
  title: string
  threads: number
  ours: Measured
  /** Seconds on one thread ÷ these; null on one thread, and for a stage that uses no other. */
  speedup: number | null
  peer: (Measured & { name: string }) | null
  /** Seconds of the peer ÷ ours: how many times faster we are; null without a peer. */
  timesFaster: number | null
  /** The same of processor seconds. */
  timesLessCpu: number | null
}

/** What a corpus gave. */
export interface BenchTable {
  corpus: string
  papers: number
  bytes: number
  /** Resident memory of `tidemap run` on a dozen papers, which is taken off its peaks; null where no whole run was measured. */
  idleBytes: number | null
  rows: BenchRow[]
}

/** Puts a measurement beside the one on one thread, and beside the peer's. */
export function benchRow(
  { name, title }: { name: string; title: string },
  threads: number,
  ours: Measured,
  one: Measured | null,
  peer: BenchRow['peer'],
): BenchRow {
  const [cpu, peerCpu] = [bestCpu(ours), peer === null ? null : bestCpu(peer)]
  return {
    stage: name,
    title,
    threads,
    ours,
    speedup: one === null ? null : best(one) / best(ours),
    peer,
    timesFaster: peer === null ? null : best(peer) / best(ours),
    timesLessCpu: cpu === null || peerCpu === null ? null : peerCpu / cpu,
  }
}
