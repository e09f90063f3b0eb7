import { Command } from 'commander'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { Collection, ImportRecord } from '../../shared/collection.ts'
import { Receipt, type FilesReceipt } from '../../shared/receipt.ts'

import { call, callJson, type Backend } from './backend/backend.ts'
import { collectionPath, lookForCollection } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { findFiles, type InputFile } from './input/find-files.ts'
import { watchBytes } from './input/watch-bytes.ts'
import { addImportOptions, dataOption, jsonOption, type DataFlag, type ImportFlags } from './options.ts'
import { FileError } from './print/error-lines.ts'
import { print } from './print/print.ts'
import { progressBar } from './print/progress-bar.ts'
import { filesReceiptText } from './print/receipt-text.ts'
import { sumReceipts } from './print/sum-receipts.ts'
import { plain, plural } from './print/words.ts'

const ImportAnswer = z.object({ import: ImportRecord, receipt: Receipt })

type Flags = ImportFlags & DataFlag & { collection: string; json?: boolean }

/** `tidemap import`: files into a collection, which is made if it is missing. */
export function importCommand(context: CliContext): Command {
  const command = new Command('import')
    .summary('put the papers of files into a collection')
    .description(
      'Puts the papers of files into a collection, which is made if it is missing. Importing a file twice adds nothing.\n' +
        'Each file goes in whole or not at all; the first one that cannot be read ends the command.',
    )
    .argument('<files...>', 'files, patterns such as "exports/*.csv", or - for the standard input')
    .requiredOption('--collection <name>', 'name of the collection')
  return addImportOptions(command)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (names: string[], flags: Flags) => {
      const files = findFiles(names, context.cwd, context.stdin)
      const { receipt, collection } = await withBackend(context, flags, (backend) =>
        importAll(context, backend, files, flags),
      )
      await print(context, flags, receipt, () => {
        return `${filesReceiptText(receipt)}${plain(collection.name)} now holds ${plural(collection.papers, 'paper')}\n`
      })
    })
}

async function importAll(
  context: CliContext,
  backend: Backend,
  files: readonly InputFile[],
  flags: Flags,
): Promise<{ receipt: FilesReceipt; collection: Collection }> {
  const existing = await lookForCollection(backend, flags.collection)
  const target =
    existing ??
    (await callJson(backend, '/api/collections', Collection, { method: 'POST', json: { name: flags.collection } }))
  const receipts: FilesReceipt['files'] = []
  try {
    for (const file of files)
      receipts.push({ file: file.name, ...(await importOne(context, backend, target, file, flags)) })
  } catch (error) {
    // A file that was refused leaves no empty collection behind.
    if (!existing && receipts.length === 0) await call(backend, collectionPath(target), { method: 'DELETE' })
    throw error
  }
  return { receipt: sumReceipts(receipts), collection: await callJson(backend, collectionPath(target), Collection) }
}

async function importOne(
  context: CliContext,
  backend: Backend,
  collection: Collection,
  file: InputFile,
  { encoding, skipBad = false, asOf }: ImportFlags,
): Promise<Receipt> {
  const query = new URLSearchParams({ filename: file.name, encoding, skipBad: String(skipBad), asOf })
  const bar = progressBar(context)
  let seen = 0
  const onBytes = (length: number): void => {
    bar.show(`Importing ${plain(file.name)}`, file.size === null ? null : (seen += length) / Math.max(1, file.size))
  }
  const source = Readable.from(watchBytes(file, context.signal, { onBytes }), { objectMode: false })
  try {
    const answer = await callJson(backend, collectionPath(collection, `/imports?${query.toString()}`), ImportAnswer, {
      method: 'POST',
      bytes: Readable.toWeb(source) as ReadableStream<Uint8Array>,
      signal: context.signal,
    })
    return answer.receipt
  } catch (error) {
    context.signal.throwIfAborted()
    throw new FileError(file.name, error)
  } finally {
    source.destroy()
    bar.clear()
  }
}
