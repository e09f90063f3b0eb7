import { Command, CommanderError } from 'commander'
import { analyzeCommand } from './analyze.ts'
import { checkCommand } from './check.ts'
import { collectionsCommand } from './collections.ts'
import type { CliContext } from './context.ts'
import { contrastCommand } from './contrast.ts'
import { crossCommand } from './cross.ts'
import { deleteCommand } from './delete.ts'
import { driftCommand } from './drift.ts'
import { importCommand } from './import.ts'
import { paperCommand } from './paper.ts'
import { errorLines, UsageError } from './print/error-lines.ts'
import { write } from './print/print.ts'
import { renameCommand } from './rename.ts'
import { reportCommand } from './report.ts'
import { runCommand } from './run.ts'
import { searchCommand } from './search.ts'
import { serveCommand } from './serve.ts'
import { topicsCommand } from './topics.ts'
import { trendCommand } from './trend.ts'
import { trendsCommand } from './trends.ts'
import { vocabularyCommand } from './vocabulary.ts'

/** The subcommands in the order in which the help lists them. */
const COMMANDS = [
  serveCommand,
  importCommand,
  checkCommand,
  analyzeCommand,
  runCommand,
  topicsCommand,
  searchCommand,
  paperCommand,
  trendCommand,
  trendsCommand,
  driftCommand,
  crossCommand,
  contrastCommand,
  reportCommand,
  collectionsCommand,
  vocabularyCommand,
  renameCommand,
  deleteCommand,
]

/** Runs one command line (words after the program's name). Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runCommandLine(words: readonly string[], context: CliContext): Promise<number> {
  const program = createProgram(context)
  try {
    await program.parseAsync([...words], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 && words.length > 0 ? 0 : 2
    if (context.signal.aborted) throw context.signal.reason
    // The reader of our output has seen enough, as `head` does.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0
    if (context.env['TIDEMAP_DEBUG'] === '1' && error instanceof Error) await write(context.stderr, `${error.stack}\n`)
    await write(context.stderr, errorLines(error))
    return error instanceof UsageError ? 2 : 1
  }
}

/** The whole command with its help. */
export function createProgram(context: CliContext): Command {
  const program = new Command('tidemap')
    .description(
      'What is in a pile of papers, and where is it going: topics, a map, trends and reports from abstracts.',
    )
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
  for (const create of COMMANDS) program.addCommand(create(context))
  for (const command of [program, ...program.commands]) prepare(command, context)
  return program
}

function prepare(command: Command, { stdout, stderr }: CliContext): void {
  const name = command.name() === 'tidemap' ? 'tidemap' : `tidemap ${command.name()}`
  command
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => stdout.columns || 100,
      getErrHelpWidth: () => stderr.columns || 100,
      outputError: (text, out) => out(usageLines(text, name)),
    })
}

/** Commander's `error: unknown option '--x'` in our words. */
function usageLines(text: string, command: string): string {
  const [first, ...more] = text
    .trim()
    .replace(/^error: /, '')
    .split('\n')
  const message = first.charAt(0).toLowerCase() + first.slice(1)
  const suggestion = more.map((line) => line.replace(/^\((.*)\)$/, '$1')).join(' ')
  return `tidemap: ${message}\nhint: ${suggestion === '' ? '' : `${suggestion} `}${command} --help\n`
}
