import { Command } from 'commander'
import { allCollections } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { dataOption, jsonOption, type DataFlag } from './options.ts'
import { print } from './print/print.ts'
import { table } from './print/table.ts'
import { count } from './print/words.ts'

/** `tidemap collections`: what is stored. */
export function collectionsCommand(context: CliContext): Command {
  return new Command('collections')
    .summary('list the stored collections')
    .description('Lists the stored collections.')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (flags: DataFlag & { json?: boolean }) => {
      const items = await withBackend(context, flags, allCollections)
      await print(context, flags, { items, total: items.length }, () => {
        if (items.length === 0) return 'no collections yet: tidemap import FILE --collection NAME makes one\n'
        const rows = items.map(({ name, papers, from, to, analysis, jobId }) => [
          name,
          count(papers),
          from ?? '–',
          to ?? '–',
          jobId !== null
            ? 'being analysed'
            : analysis === null
              ? '–'
              : `${analysis.topics}${analysis.stale ? ', papers came since' : ''}`,
        ])
        return table(
          [
            { head: 'collection', most: 50 },
            { head: 'papers', right: true },
            { head: 'from' },
            { head: 'to' },
            { head: 'topics' },
          ],
          rows,
        )
      })
    })
}
