import { InvalidArgumentError, Option, type Command } from 'commander'
import { resolve } from 'node:path'
import { ANALYSIS_OPTIONS, AnalysisOptions, TopicChoice } from '../../shared/analysis.ts'
import { TidemapError } from '../../shared/error.ts'
import { BinChoice, dateSpan } from '../../shared/period.ts'
import { PERIOD_EXAMPLES, PeriodName } from '../../shared/period-span.ts'
import { TrendField } from '../../shared/trend.ts'
import { VOCABULARY } from '../../shared/vocabulary.ts'
import { readSettings, type SettingName, SETTINGS, type Settings } from '../config.ts'
import type { CliContext, SettingFlags } from './context.ts'
import { UsageError } from './print/error-lines.ts'

/** `--json`, which every subcommand has. */
export function jsonOption(): Option {
  return new Option('--json', 'print the result as JSON')
}

export interface DataFlag {
  data?: string
}

/** `--data DIR`, for what keeps something. */
export function dataOption(): Option {
  const { env, help, fallback } = SETTINGS.dataDir
  return new Option('--data <dir>', `${help} (default: ${env}, else ${fallback})`)
}

/** The settings of a command: its flags, else the environment; the data folder resolves against the caller's folder. */
export function settingsOf(context: CliContext, { data }: DataFlag, flags: SettingFlags = {}): Settings {
  try {
    const settings = readSettings(context.env, { ...flags, ...(data === undefined ? {} : { dataDir: data }) })
    return { ...settings, dataDir: resolve(context.cwd, settings.dataDir) }
  } catch (error) {
    if (error instanceof TidemapError) throw new UsageError(error.message, error.hint ?? 'see --help')
    throw error
  }
}

export interface AnalysisFlags {
  topics: AnalysisOptions['topics']
  seed: number
}

/** Adds `--topics` and `--seed` as `shared/analysis.ts` declares them. */
export function addAnalysisOptions(command: Command): Command {
  const { topics, seed } = ANALYSIS_OPTIONS
  const check = <T>(name: keyof typeof AnalysisOptions.shape, value: unknown, allowed: string): T => {
    const parsed = AnalysisOptions.shape[name].safeParse(value)
    if (!parsed.success) throw new InvalidArgumentError(`It must be ${allowed}.`)
    return parsed.data as T
  }
  return command
    .addOption(
      new Option('--topics <n|auto|fewer|more>', `${topics.help} (${topics.min}–${topics.max})`)
        .default(topics.default)
        .argParser((text) =>
          check(
            'topics',
            TopicChoice.safeParse(text).data ?? numberOf(text),
            `${TopicChoice.options.join(', ')} or a whole number from ${topics.min} to ${topics.max}`,
          ),
        ),
    )
    .addOption(
      new Option('--seed <n>', seed.help)
        .default(seed.default)
        .argParser((text) => check('seed', numberOf(text), `a whole number from ${seed.min} to ${seed.max}`)),
    )
}

/** Files of a vocabulary, as typed. */
export interface VocabularyFlags {
  stopWords?: string
  synonyms?: string
}

/** Adds `--stop-words` and `--synonyms`, each a file in its text form. */
export function addVocabularyOptions(command: Command): Command {
  const { stopWords, synonyms } = VOCABULARY
  return command
    .option('--stop-words <file>', `file of ${stopWords.help}`)
    .option('--synonyms <file>', `file of ${synonyms.help}`)
}

/** An option that is a setting for once, as the setting says it. */
export function settingOption(flags: string, name: SettingName): Option {
  const { env, help, fallback } = SETTINGS[name]
  const option = new Option(flags, `${help} (default: ${env}, else ${fallback})`)
  return COUNTS.has(name) ? option.argParser((text) => String(countOf(text))) : option
}

/** Settings that are a whole number from 1 on. */
const COUNTS: ReadonlySet<SettingName> = new Set(['threads', 'memoryMb'])

/** An option that takes a whole number from 1 on. */
export function countOption(flags: string, help: string): Option {
  return new Option(flags, help).argParser(countOf)
}

function countOf(text: string): number {
  const value = numberOf(text)
  if (!(value >= 1)) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return value
}

export interface ImportFlags {
  encoding: string
  skipBad?: boolean
  asOf: string
}

/** Adds what says how files are read: `--encoding`, `--skip-bad` and `--as-of`. */
export function addImportOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--encoding <name>', 'character encoding of the files')
        .choices(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'latin1'])
        .default('auto'),
    )
    .option('--skip-bad', 'list malformed records instead of refusing the file')
    .addOption(
      new Option('--as-of <date>', 'newest day that a date without a year may mean, such as 2024-12-23')
        .default(today(), 'today, UTC')
        .argParser(dayOf),
    )
}

/** `--bin`, the width of a period. */
export function binOption(): Option {
  return new Option('--bin <width>', 'width of a period; auto takes the finest that the papers carry')
    .choices(BinChoice.options)
    .default('auto')
}

/** `--fields title,abstract`; `usual` is what help says is used without it. */
export function fieldsOption(usual = 'title,abstract'): Option {
  const option = new Option('--fields <list>', 'where to look: title, abstract or both, separated by a comma')
  const isFixed = usual === 'title,abstract'
  return option.default(isFixed ? (['title', 'abstract'] satisfies TrendField[]) : null, usual).argParser((text) => {
    const fields = [...new Set(text.split(',').map((field) => field.trim()))]
    const parsed = TrendField.array().min(1).safeParse(fields)
    if (!parsed.success) throw new InvalidArgumentError('It must be title, abstract or title,abstract.')
    // The order says nothing: the same fields give the same answer.
    return TrendField.options.filter((field) => parsed.data.includes(field))
  })
}

/** An option that takes the name of a period. */
export function periodOption(flags: string, help: string): Option {
  return new Option(flags, help).argParser((text) => {
    if (PeriodName.safeParse(text).success) return text
    throw new InvalidArgumentError(`It must be a period such as ${PERIOD_EXAMPLES}.`)
  })
}

/** A whole number, or NaN for any other text. */
function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

function dayOf(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    try {
      dateSpan(text)
      return text
    } catch {
      // No such day: said below.
    }
  }
  throw new InvalidArgumentError('It must be a day such as 2024-12-23.')
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
