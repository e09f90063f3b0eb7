import { Command } from 'commander'
import { MemorySpool } from '../import/spool/spool.ts'
import type { CliContext } from './context.ts'
import { spoolPapers } from './input/read-papers.ts'
import { addImportOptions, jsonOption, type ImportFlags } from './options.ts'
import { print } from './print/print.ts'
import { progressBar } from './print/progress-bar.ts'
import { filesReceiptText } from './print/receipt-text.ts'

/** `tidemap check`: what an import would take and leave, with nothing stored. */
export function checkCommand(context: CliContext): Command {
  const command = new Command('check')
    .summary('say what an import would take and leave; nothing is stored')
    .description(
      'Reads files and says what an import would take, what it would leave out and why. Nothing is stored.\n' +
        'Rejected records are no failure; a file that cannot be read is.',
    )
    .argument('<files...>', 'files, patterns such as "exports/*.csv", or - for the standard input')
    .addOption(jsonOption())
    .action(async (names: string[], flags: ImportFlags & { json?: boolean }) => {
      const { receipt } = await spoolPapers(context, progressBar(context), names, flags, new MemorySpool())
      await print(context, flags, receipt, () => filesReceiptText(receipt))
    })
  return addImportOptions(command)
}
