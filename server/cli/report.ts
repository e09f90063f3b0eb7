import { Command, Option } from 'commander'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { REPORT_FORMATS, ReportFormat } from '../../shared/report.ts'
import { call } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { dataOption, jsonOption, type DataFlag } from './options.ts'
import { UsageError } from './print/error-lines.ts'
import { print, write } from './print/print.ts'
import { bytes, plain } from './print/words.ts'

interface ReportFlags extends DataFlag {
  format?: ReportFormat
  output: string
  json?: boolean
}

/** `tidemap report`: the cluster report of a collection's newest analysis as a file. */
export function reportCommand(context: CliContext): Command {
  return new Command('report')
    .summary('write the cluster report of a collection')
    .description("Writes the cluster report of a collection's newest analysis.")
    .argument('<collection>', 'name of the collection')
    .addOption(
      new Option('--format <format>', "kind of report (default: by the file's ending)").choices(ReportFormat.options),
    )
    .requiredOption('-o, --output <file>', 'file to write; - for the standard output')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, flags: ReportFlags) => {
      const format = flags.format ?? formatOf(flags.output)
      const toStdout = flags.output === '-'
      if (toStdout && flags.json === true)
        throw new UsageError('two results on one output: --json and -o -', 'give -o a file')
      const result = await withBackend(context, flags, async (backend) => {
        const collection = await findCollection(backend, name)
        const analysis = newestAnalysis(collection)
        const path = `/api/analyses/${encodeURIComponent(analysis)}/report?format=${format}`
        const { body } = await call(backend, path, { signal: context.signal })
        let size = 0
        const chunks = counted(body as ReadableStream<Uint8Array>, (length) => (size += length))
        if (toStdout) for await (const chunk of chunks) await write(context.stdout, chunk)
        else await save(chunks, resolve(context.cwd, flags.output), context.signal)
        return { collection: collection.name, analysis, format, file: flags.output, bytes: size }
      })
      if (!toStdout) {
        await print(
          context,
          flags,
          result,
          () => `${plain(flags.output)}: ${REPORT_FORMATS[format].label}, ${bytes(result.bytes)}\n`,
        )
      }
    })
}

function formatOf(file: string): ReportFormat {
  if (file === '-') return 'html'
  const parsed = ReportFormat.safeParse(extname(file).slice(1).toLowerCase())
  if (parsed.success) return parsed.data
  throw new UsageError(`unknown kind of report: ${file}`, `give --format: ${ReportFormat.options.join(', ')}`)
}

/** Writes a whole file or none. */
async function save(chunks: AsyncIterable<Uint8Array>, path: string, signal: AbortSignal): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(chunks, createWriteStream(part), { signal })
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    yield chunk
  }
}
