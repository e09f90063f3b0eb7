import { Command } from 'commander'
import { resolve } from 'node:path'
import type { CliContext } from './context.ts'
import { readPapers } from './input/read-papers.ts'
import {
  addAnalysisOptions,
  addImportOptions,
  jsonOption,
  settingsOf,
  threadsOption,
  type AnalysisFlags,
  type ImportFlags,
} from './options.ts'
import { RUN_FILES, runToFolder } from './output/run-files.ts'
import { print } from './print/print.ts'
import { summaryText } from './print/summary-text.ts'
import { plural } from './print/words.ts'

type RunFlags = ImportFlags & AnalysisFlags & { out: string; threads?: string; json?: boolean }

/** `tidemap run`: the whole road from files to results, with no server and no database. */
export function runCommand(context: CliContext): Command {
  const command = new Command('run')
    .summary('the whole road: files in, topics, trends and reports out')
    .description(
      `Reads files, finds topics and trends, and writes into one folder: ${RUN_FILES.join(', ')}.\n` +
        'No server, and no database left behind. Files of an earlier run are replaced, other files are left alone.',
    )
    .argument('<files...>', 'files, patterns such as "exports/*.csv", or - for the standard input')
    .requiredOption('--out <dir>', 'folder for the results; made if it is missing')
  addImportOptions(addAnalysisOptions(command))
  return command
    .addOption(threadsOption())
    .addOption(jsonOption())
    .action(async (names: string[], flags: RunFlags) => {
      const { out, topics, seed, threads } = flags
      const settings = settingsOf(context, {}, threads === undefined ? {} : { threads })
      const since = performance.now()
      const read = await readPapers(context, names, flags)
      const summary = await runToFolder(context, context.createEngine(settings), read, {
        out: resolve(context.cwd, out),
        options: { topics, seed },
        threads: settings.threads,
        since,
      })
      const files = plural(RUN_FILES.length, 'file')
      await print(context, flags, summary, () => `${summaryText(summary)}\n${files} in ${out}\n`)
    })
}
