import { Command } from 'commander'
import { createInterface } from 'node:readline/promises'
import { call } from './backend/backend.ts'
import { collectionPath, findCollection } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { dataOption, jsonOption, type DataFlag } from './options.ts'
import { print } from './print/print.ts'
import { plain, plural } from './print/words.ts'

/** `tidemap delete`: a collection with all that belongs to it. */
export function deleteCommand(context: CliContext): Command {
  return new Command('delete')
    .summary('delete a collection with its papers and analyses')
    .description('Deletes a collection with its papers and analyses. On a terminal it asks first.')
    .argument('<collection>', 'name of the collection')
    .option('-y, --yes', 'do not ask')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, flags: DataFlag & { yes?: boolean; json?: boolean }) => {
      const deleted = await withBackend(context, flags, async (backend) => {
        const collection = await findCollection(backend, name)
        const what = `${plain(collection.name)} (${plural(collection.papers, 'paper')})`
        if (context.interactive && flags.yes !== true && !(await isSure(context, `delete ${what}?`))) return null
        await call(backend, collectionPath(collection), { method: 'DELETE' })
        return { id: collection.id, name: collection.name, papers: collection.papers }
      })
      const text =
        deleted === null ? 'nothing deleted' : `deleted ${plain(deleted.name)} (${plural(deleted.papers, 'paper')})`
      await print(context, flags, { deleted }, () => `${text}\n`)
    })
}

async function isSure({ stdin, stderr, signal }: CliContext, question: string): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stderr })
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `, { signal })).trim())
  } finally {
    lines.close()
  }
}
