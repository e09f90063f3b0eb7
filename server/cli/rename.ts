import { Command } from 'commander'
import { Collection } from '../../shared/collection.ts'
import { callJson } from './backend/backend.ts'
import { collectionPath, findCollection } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { dataOption, jsonOption, type DataFlag } from './options.ts'
import { print } from './print/print.ts'
import { plain } from './print/words.ts'

/** `tidemap rename`: another name for a collection. */
export function renameCommand(context: CliContext): Command {
  return new Command('rename')
    .summary('give a collection another name')
    .description('Gives a collection another name.')
    .argument('<collection>', 'name of the collection')
    .argument('<name>', 'its new name; no other collection may have it')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (from: string, to: string, flags: DataFlag & { json?: boolean }) => {
      const collection = await withBackend(context, flags, async (backend) => {
        const path = collectionPath(await findCollection(backend, from))
        return callJson(backend, path, Collection, { method: 'PATCH', json: { name: to } })
      })
      await print(context, flags, collection, () => `${plain(from)} is now ${plain(collection.name)}\n`)
    })
}
