import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Kernels } from '../../server/analysis/kernels/kernels.ts'
import { ANALYSIS_OPTIONS } from '../../shared/analysis.ts'
import { errorLines, FileError, UsageError } from '../../server/cli/print/error-lines.ts'
import { write } from '../../server/cli/print/print.ts'
import { duration } from '../../server/cli/print/words.ts'
import { measureSet, type SetFigures, type WantedTopics } from './measure-set.ts'
import { qualityText } from './print/quality-text.ts'
import { readSet } from './read-set.ts'
import { type PeerVersions, peerVersions } from './run-peer.ts'

/** What the command is given of the world outside. */
export interface QualityContext {
  /** Folder that paths resolve against. */
  cwd: string
  stdout: Writable
  stderr: Writable
  /** Path of peer.py. */
  peerScript: string
  /** Default: those in TypeScript, which are slow. */
  kernels?: Kernels
}

interface Flags {
  topics: WantedTopics
  seeds: number
  json?: boolean
  peer?: boolean
  python: string
}

const MOST_SEEDS = 1000

/** Runs `quality` with the words after its name. Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runQuality(words: readonly string[], context: QualityContext): Promise<number> {
  try {
    await createCommand(context).parseAsync([...words], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (process.env['TIDEMAP_DEBUG'] === '1' && error instanceof Error) await write(context.stderr, `${error.stack}\n`)
    await write(context.stderr, errorLines(error).replace(/^tidemap:/, 'quality:'))
    return error instanceof UsageError ? 2 : 1
  }
}

function createCommand(context: QualityContext): Command {
  const { stdout, stderr } = context
  const { min, max } = ANALYSIS_OPTIONS.topics
  const topics = new Option(
    '--topics <n|auto|labels>',
    'topics to find; labels: as many as the file has labels, else auto',
  )
  const seeds = new Option('--seeds <n>', 'runs of every method, with seeds 1 to n')
  return new Command('quality')
    .description('How good topics and labels are, as mean ± standard deviation over the seeds: test/quality/README.md.')
    .argument('<files...>', 'files of any format that can be imported, each a set of its own')
    .addOption(topics.default('labels').argParser(topicsOf))
    .addOption(seeds.default(5).argParser((text) => wholeNumber(text, 1, MOST_SEEDS)))
    .option('--json', 'print JSON')
    .option('--peer', 'measure k-means and NMF of scikit-learn on the same papers too')
    .option('--python <path>', 'the Python that has scikit-learn', 'python3')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, out) =>
        out(`quality: ${text.trim().replace(/^error: /, '')}\nhint: npm run quality -- --help\n`),
    })
    .action((files: string[], flags: Flags) => measureFiles(files, flags, context))

  function topicsOf(text: string): WantedTopics {
    return text === 'auto' || text === 'labels' ? text : wholeNumber(text, min, max, 'auto, labels or ')
  }
}

async function measureFiles(files: readonly string[], flags: Flags, context: QualityContext): Promise<void> {
  const { cwd, stdout, stderr } = context
  for (const file of files) {
    const path = resolve(cwd, file)
    if (!existsSync(path)) throw new UsageError(`no such file: ${file}`, 'check the name')
    if (statSync(path).isDirectory()) throw new UsageError(`a folder, not a file: ${file}`, 'name its files')
  }
  const peer = flags.peer === true ? { python: flags.python, script: context.peerScript } : null
  const versions: { node: string } & Partial<PeerVersions> = {
    node: process.versions.node,
    ...(peer === null ? {} : await peerVersions(peer)),
  }
  const seeds = Array.from({ length: flags.seeds }, (_, i) => i + 1)
  const sets: SetFigures[] = []
  if (flags.json !== true) await write(stdout, `${headLine(versions, flags.seeds)}\n`)
  for (const file of files) {
    const since = performance.now()
    const say = (words: string): void =>
      void stderr.write(`${file}: ${words} (after ${duration((performance.now() - since) / 1000)})\n`)
    try {
      say('reading')
      const set = await readSet(file, resolve(cwd, file))
      sets.push(await measureSet(set, { topics: flags.topics, seeds, peer, onStep: say, kernels: context.kernels }))
    } catch (error) {
      throw new FileError(file, error)
    }
    if (flags.json !== true) await write(stdout, `\n${qualityText(sets.at(-1)!)}`)
  }
  if (flags.json === true) await write(stdout, `${JSON.stringify({ versions, seeds, sets }, null, 2)}\n`)
}

function headLine(versions: Readonly<Record<string, string>>, seeds: number): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `${seeds === 1 ? 'one seed' : `mean ± standard deviation of ${seeds} seeds`}; ${names.join(', ')}`
}

function wholeNumber(text: string, min: number, max: number, others = ''): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max))
    throw new InvalidArgumentError(`It must be ${others}a whole number from ${min} to ${max}.`)
  return value
}
