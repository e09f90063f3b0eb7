import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { errorLines, UsageError } from '../../server/cli/print/error-lines.ts'
import { write } from '../../server/cli/print/print.ts'
import { duration } from '../../server/cli/print/words.ts'
import { type Corpus, corpusOfFile, generatedCorpus } from './corpus/corpus.ts'
import type { BenchTable } from './measured/bench-row.ts'
import { type Growth, growthOf } from './measured/growth.ts'
import { ALL_NAMES, measureCorpus } from './measured/measure-corpus.ts'
import { peerVersions } from './peer/run-peer.ts'
import { benchText, growthText } from './print/bench-text.ts'
import { headLines } from './print/head-line.ts'
import { serveCommand } from './serve/serve-command.ts'
import { wholeNumber } from './whole-number.ts'

/** What the command is given of the world outside. */
export interface BenchContext {
  /** Folder that paths resolve against. */
  cwd: string
  stdout: Writable
  stderr: Writable
  /** Path of peer.py. */
  peerScript: string
  /** Path of the built command `tidemap`. */
  tidemap: string
}

interface Flags {
  corpus?: string[]
  papers?: number[]
  threads: number
  stages: string[]
  peer?: boolean
  python: string
  json?: boolean
}

const MOST_PAPERS = 10_000_000
const MOST_THREADS = 256

/** Runs `bench` with the words after its name. Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runBench(words: readonly string[], context: BenchContext): Promise<number> {
  try {
    await createCommand(context).parseAsync([...words], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (process.env['TIDEMAP_DEBUG'] === '1' && error instanceof Error) await write(context.stderr, `${error.stack}\n`)
    await write(context.stderr, errorLines(error).replace(/^tidemap:/, 'bench:'))
    return error instanceof UsageError ? 2 : 1
  }
}

function createCommand(context: BenchContext): Command {
  const { stdout, stderr } = context
  const papers = new Option('--papers <list>', 'sizes of corpora to generate (default: 10000, where no file is given)')
  const threads = new Option('--threads <n>', 'most threads; one is measured too')
  const stages = new Option('--stages <list>', `what to measure: ${ALL_NAMES.join(', ')} (default: all)`)
  const output = {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
    outputError: (text: string, out: (text: string) => void) =>
      out(`bench: ${text.trim().replace(/^error: /, '')}\nhint: npm run bench -- --help\n`),
  }
  return new Command('bench')
    .description('How fast the stages of an analysis are, and what memory they take: test/bench/README.md.')
    .option(
      '--corpus <file>',
      'a file of any format that can be imported; may be given again',
      (file, all: string[] | undefined) => [...(all ?? []), file],
    )
    .addOption(papers.argParser((text) => text.split(',').map((size) => wholeNumber(size, 10, MOST_PAPERS))))
    .addOption(threads.default(availableParallelism()).argParser((text) => wholeNumber(text, 1, MOST_THREADS)))
    .addOption(stages.default(ALL_NAMES, '').argParser(namesOf))
    .option('--peer', 'measure scikit-learn and umap-js beside it, on the same papers and matrices')
    .option('--python <path>', 'the Python that has scikit-learn', 'python3')
    .option('--json', 'print JSON')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput(output)
    .action((flags: Flags) => bench(flags, context))
    .addCommand(
      serveCommand(context).exitOverride().configureOutput(output).helpOption('-h, --help', 'print this help'),
    )
}

async function bench(flags: Flags, context: BenchContext): Promise<void> {
  const { stdout, stderr, cwd, tidemap } = context
  const files = (flags.corpus ?? []).map((file) => fileAt(cwd, file))
  const sizes = [...new Set(flags.papers ?? (files.length === 0 ? [10_000] : []))].sort((a, b) => a - b)
  const peer = flags.peer === true ? { python: flags.python, script: context.peerScript } : null
  const versions = { node: process.versions.node, ...(peer === null ? {} : await peerVersions(peer)) }
  const temp = mkdtempSync(join(tmpdir(), 'tidemap-bench-'))
  const clear = (): void => rmSync(temp, { recursive: true, force: true })
  process.once('exit', clear)
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      stderr.write(`bench: interrupted: ${signal}\n`)
      process.exit(code)
    })
  }
  const show = async (text: string): Promise<void> => {
    if (flags.json !== true) await write(stdout, text)
  }
  await show(headLines(versions))

  const tables: BenchTable[] = []
  const growth: Growth[] = []
  const idle = await generatedCorpus(12, join(temp, 'idle'))
  const measure = async (name: string, make: (folder: string) => Promise<Corpus>): Promise<BenchTable> => {
    const since = performance.now()
    const onStep = (words: string): void =>
      void stderr.write(`${name}: ${words} (after ${duration((performance.now() - since) / 1000)})\n`)
    const folder = join(temp, String(tables.length))
    onStep('getting the corpus ready')
    const settings = { threads: flags.threads, stages: new Set(flags.stages), peer, tidemap, idle, onStep }
    const table = await measureCorpus(await make(folder), settings)
    rmSync(folder, { recursive: true, force: true })
    tables.push(table)
    await show(`\n${benchText(table)}`)
    return table
  }
  try {
    for (const file of files) await measure(file, (folder) => corpusOfFile(file, folder))
    let smaller: BenchTable | null = null
    for (const size of sizes) {
      const table = await measure(`${size} papers`, (folder) => generatedCorpus(size, folder))
      if (smaller !== null) {
        const grown = growthOf(smaller, table)
        growth.push(...grown)
        await show(`\n${growthText(smaller, table, grown)}`)
      }
      smaller = table
    }
  } finally {
    clear()
  }
  if (flags.json === true) {
    const machine = { processor: cpus()[0]?.model ?? null, processors: cpus().length, memoryBytes: totalmem() }
    await write(stdout, `${JSON.stringify({ machine, versions, threads: flags.threads, tables, growth }, null, 2)}\n`)
  }
}

function fileAt(cwd: string, file: string): string {
  const path = resolve(cwd, file)
  if (!existsSync(path)) throw new UsageError(`no such file: ${file}`, 'check the name')
  if (statSync(path).isDirectory()) throw new UsageError(`a folder, not a file: ${file}`, 'name its files')
  return path
}

function namesOf(text: string): string[] {
  const names = text.split(',')
  const unknown = names.find((name) => !ALL_NAMES.includes(name))
  if (unknown !== undefined) throw new InvalidArgumentError(`Unknown stage: ${unknown}.`)
  return names
}
