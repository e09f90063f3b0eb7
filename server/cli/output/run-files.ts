import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { Analysis, AnalysisOptions, AnalysisSummary } from '../../../shared/analysis.ts'
import type { Engine } from '../../engine/engine.ts'
import { peakMemory } from '../../engine/local/peak-memory.ts'
import type { CliContext } from '../context.ts'
import { importSnapshot } from '../input/import-snapshot.ts'
import type { ImportFlags } from '../options.ts'
import { progressBar } from '../print/progress-bar.ts'
import { analyzePapers } from './analyze-papers.ts'
import { openOutput } from './output-folder.ts'
import { writeReportsElsewhere } from './report-threads.ts'
import { RUN_FORMATS, writeReports, type ReportsSpec } from './write-reports.ts'

const TABLES = ['papers.jsonl', 'assignments.csv', 'topics.csv', 'trends.csv'] as const
const [HERE, ELSEWHERE] = RUN_FORMATS
const REPORTS = [...HERE, ...ELSEWHERE]

/** Papers from which on another thread writes half of the reports. */
const MANY = 5000

/** The files that a run leaves, in the order in which they appear: the summary says that all is there. */
export const RUN_FILES = [...TABLES, ...REPORTS.map((format) => `report.${format}`), 'summary.json']

export interface RunSpec {
  /** Files as they were named, and how to read them. */
  names: readonly string[]
  flags: ImportFlags
  out: string
  options: AnalysisOptions
  threads: number
  memoryMb: number
  /** When the command began to read, `performance.now()`. */
  since: number
}

/** Files → every file of a run in `out`, all at once or none. Returns the summary, which is `summary.json` too. */
export async function runToFolder(
  context: CliContext,
  engine: Engine,
  { names, flags, out, options, threads, memoryMb, since }: RunSpec,
): Promise<AnalysisSummary> {
  const output = openOutput(out)
  try {
    const workDir = join(output.staging, 'work')
    mkdirSync(workDir)
    const imports = { dir: workDir, memoryMb }
    const { snapshot, receipt, dates, ...before } = await importSnapshot(context, names, flags, imports)
    const imported = performance.now()
    const { manifest, dir } = await analyzePapers(context, engine, {
      snapshot,
      options,
      threads,
      keepPapers: true,
      workDir,
    })
    for (const name of TABLES) renameSync(join(dir, name), join(output.staging, name))
    const counted = { ...manifest.summary, rejected: receipt.rejected.length, duplicates: receipt.duplicates }
    const analysis: Analysis = {
      id: `run-${counted.resultHash.slice(0, 12)}`,
      collectionId: 'files',
      createdAt: new Date().toISOString(),
      options,
      summary: counted,
      facts: manifest.facts,
      version: context.version,
    }
    const receipts = receipt.files.map(({ file, ...each }) => ({ filename: parse(file).base, receipt: each }))
    const collection = { name: nameOf(receipts.map(({ filename }) => filename)) }
    const spec: ReportsSpec = {
      input: { collection, analysis, receipts, dates },
      resultDir: dir,
      dir: output.staging,
    }
    const reportSince = performance.now()
    const onTwo = counted.papers >= MANY && threads > 1
    await Promise.all([
      ...(onTwo ? [writeReportsElsewhere({ spec, formats: ELSEWHERE }, context.signal)] : []),
      writeReportsHere(context, spec, onTwo ? HERE : REPORTS),
    ])
    const now = performance.now()
    const seconds = {
      import: secondsBetween(since, imported),
      ...counted.seconds,
      report: secondsBetween(reportSince, now),
      total: secondsBetween(since, now),
    }
    // Where there are few papers, what reads them or writes the reports may need the most.
    const peakMemoryBytes = Math.max(before.peakMemoryBytes, counted.peakMemoryBytes, peakMemory())
    const summary = { ...counted, seconds, peakMemoryBytes }
    writeFileSync(join(output.staging, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
    context.signal.throwIfAborted()
    output.publish(RUN_FILES)
    return summary
  } finally {
    output.discard()
  }
}

async function writeReportsHere(
  context: CliContext,
  spec: ReportsSpec,
  formats: typeof REPORTS | typeof HERE,
): Promise<void> {
  const bar = progressBar(context)
  try {
    const onFormat = (done: number): void => bar.show('Writing reports', done)
    await writeReports(spec, formats, { signal: context.signal, onFormat })
  } finally {
    bar.clear()
  }
}

function secondsBetween(from: number, to: number): number {
  return Math.round(to - from) / 1000
}

/** What a report of files is called: the file's name, and how many others there are. */
export function nameOf(filenames: readonly string[]): string {
  const [first = 'papers'] = filenames
  const name = first.replace(/\.gz$/i, '').replace(/\.[a-z]{1,8}$/i, '') || first
  const others = filenames.length - 1
  return others < 1 ? name : `${name} and ${others} more ${others === 1 ? 'file' : 'files'}`
}
