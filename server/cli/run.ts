import { Command } from 'commander'
import { resolve } from 'node:path'
import { withVocabulary } from '../../shared/analysis.ts'
import type { CliContext, SettingFlags } from './context.ts'
import { readVocabulary } from './input/read-vocabulary.ts'
import {
  addAnalysisOptions,
  addImportOptions,
  addVocabularyOptions,
  jsonOption,
  settingsOf,
  settingOption,
  type AnalysisFlags,
  type ImportFlags,
  type VocabularyFlags,
} from './options.ts'
import { RUN_FILES, runToFolder } from './output/run-files.ts'
import { print } from './print/print.ts'
import { summaryText } from './print/summary-text.ts'
import { plural } from './print/words.ts'

type RunFlags = ImportFlags & AnalysisFlags & VocabularyFlags & SettingFlags & { out: string; json?: boolean }

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
  addImportOptions(addVocabularyOptions(addAnalysisOptions(command)))
  return command
    .addOption(settingOption('--threads <n>', 'threads'))
    .addOption(settingOption('--memory-mb <n>', 'memoryMb'))
    .addOption(jsonOption())
    .action(async (names: string[], flags: RunFlags) => {
      const { out, topics, seed, threads, memoryMb } = flags
      const settings = settingsOf(
        context,
        {},
        {
          ...(threads === undefined ? {} : { threads }),
          ...(memoryMb === undefined ? {} : { memoryMb }),
        },
      )
      const options = withVocabulary({ topics, seed }, readVocabulary(context.cwd, flags))
      const since = performance.now()
      const summary = await runToFolder(context, context.createEngine(settings), {
        names,
        flags,
        out: resolve(context.cwd, out),
        options,
        threads: settings.threads,
        memoryMb: settings.memoryMb,
        since,
      })
      const files = plural(RUN_FILES.length, 'file')
      await print(context, flags, summary, () => `${summaryText(summary)}\n${files} in ${out}\n`)
    })
}
