import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { UsageError } from '../../../server/cli/print/error-lines.ts'
import { write } from '../../../server/cli/print/print.ts'
import { duration } from '../../../server/cli/print/words.ts'
import type { BenchContext } from '../command.ts'
import { corpusOfFile, generatedCorpus } from '../corpus/corpus.ts'
import { wholeNumber } from '../whole-number.ts'
import { makeData } from './make-data.ts'
import { measureServing, type Serving } from './measure-serving.ts'
import { servingText } from './serving-text.ts'

interface Flags {
  data?: string
  collection?: string
  corpus?: string
  papers?: number
  requests: number
  json?: boolean
}

const MOST_REQUESTS = 500

/** `bench serve`: how quickly the server answers over a collection that is there, or over one that is made for it. */
export function serveCommand(context: BenchContext): Command {
  const { stdout, stderr, cwd, tidemap } = context
  return new Command('serve')
    .description('How quickly the server starts and answers: requests of each kind, one after the other, each once.')
    .option(
      '--data <dir>',
      'data folder with an analysed collection; nothing in it is changed but what the server itself makes',
    )
    .option('--collection <name>', 'its collection (default: the first that is analysed)')
    .option('--corpus <file>', 'import and analyse this file instead')
    .option('--papers <n>', 'or so many made-up papers', (text) => wholeNumber(text, 100, 10_000_000))
    .option('--requests <n>', 'requests of each kind', (text) => wholeNumber(text, 1, MOST_REQUESTS), 60)
    .option('--json', 'print JSON')
    .action(async (flags: Flags) => {
      const since = performance.now()
      const onStep = (words: string): void =>
        void stderr.write(`${words} (after ${duration((performance.now() - since) / 1000)})\n`)
      if ([flags.data, flags.corpus, flags.papers].filter((one) => one !== undefined).length !== 1)
        throw new UsageError('nothing to serve', 'give one of --data, --corpus and --papers')
      const measure = (dataDir: string): Promise<Serving> =>
        measureServing(tidemap, dataDir, flags.collection ?? null, flags.requests, onStep)
      const serving = flags.data === undefined ? await withMadeData(measure) : await measure(resolve(cwd, flags.data))
      if (flags.json !== true) return write(stdout, servingText(serving))
      const machine = { processor: cpus()[0]?.model ?? null, processors: cpus().length, memoryBytes: totalmem() }
      await write(stdout, `${JSON.stringify({ machine, node: process.versions.node, ...serving }, null, 2)}\n`)

      async function withMadeData(work: (dataDir: string) => Promise<Serving>): Promise<Serving> {
        const temp = mkdtempSync(join(tmpdir(), 'tidemap-bench-'))
        try {
          onStep('getting the corpus ready')
          const { files } =
            flags.corpus === undefined
              ? await generatedCorpus(flags.papers!, join(temp, 'corpus'))
              : await corpusOfFile(resolve(cwd, flags.corpus), join(temp, 'corpus'))
          await makeData(tidemap, files, join(temp, 'data'), availableParallelism(), onStep)
          return await work(join(temp, 'data'))
        } finally {
          rmSync(temp, { recursive: true, force: true })
        }
      }
    })
}
