import { Command } from 'commander'
import { Contrast, CONTRAST_TERMS_DEFAULT } from '../../shared/contrast.ts'
import { PAPER_SETS, REST } from '../../shared/paper-set.ts'
import { callJson } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { countOption, dataOption, jsonOption, type DataFlag } from './options.ts'
import { contrastText } from './print/contrast-text.ts'
import { print } from './print/print.ts'

interface ContrastFlags extends DataFlag {
  a: string
  b: string
  limit: number
  json?: boolean
}

const SETS = Object.values(PAPER_SETS).map(({ example, means }) => `  ${example.padEnd(24)}${means}`)

/** `tidemap contrast`: the terms that set two sets of papers apart. */
export function contrastCommand(context: CliContext): Command {
  return new Command('contrast')
    .summary('the terms that set two sets of papers apart')
    .description(
      'Compares two sets of papers of an analysed collection: the terms that are more in one than in the other, by log-odds\n' +
        `with an informative Dirichlet prior and 95% intervals. A set is one of\n\n${SETS.join('\n')}`,
    )
    .argument('<collection>', 'name of the collection')
    .requiredOption('--a <set>', 'the first set')
    .option('--b <set>', `the second set, or ${REST} for all papers that are not in the first`, REST)
    .addOption(countOption('--limit <n>', 'most terms a side').default(CONTRAST_TERMS_DEFAULT))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, flags: ContrastFlags) => {
      const contrast = await withBackend(context, flags, async (backend) => {
        const id = newestAnalysis(await findCollection(backend, name))
        return callJson(backend, `/api/analyses/${encodeURIComponent(id)}/contrast`, Contrast, {
          method: 'POST',
          json: { a: flags.a, b: flags.b, limit: flags.limit },
          signal: context.signal,
        })
      })
      await print(context, flags, contrast, () => contrastText(contrast))
    })
}
