import { Command } from 'commander'
import { CollectionDetail } from '../../shared/collection.ts'
import { isEmptyVocabulary, type Vocabulary } from '../../shared/vocabulary.ts'
import { stopWordsText, synonymsText } from '../../shared/vocabulary-text.ts'
import { callJson } from './backend/backend.ts'
import { collectionPath, findCollection } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { readVocabulary } from './input/read-vocabulary.ts'
import { addVocabularyOptions, dataOption, jsonOption, type DataFlag, type VocabularyFlags } from './options.ts'
import { print } from './print/print.ts'
import { plain } from './print/words.ts'

/** `tidemap vocabulary`: what a collection ignores, and takes to mean the same. */
export function vocabularyCommand(context: CliContext): Command {
  const command = new Command('vocabulary')
    .summary('show or set the ignored words and synonyms of a collection')
    .description(
      'Shows what the analyses of a collection ignore and take to mean the same, or sets it from files. A file takes the place of\n' +
        'what was kept; an empty one leaves nothing. The next analysis uses it: tidemap analyze COLLECTION.',
    )
    .argument('<collection>', 'name of the collection')
  return addVocabularyOptions(command)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, flags: VocabularyFlags & DataFlag & { json?: boolean }) => {
      const vocabulary = await withBackend(context, flags, async (backend) => {
        const path = collectionPath(await findCollection(backend, name))
        const kept = await callJson(backend, path, CollectionDetail)
        if (flags.stopWords === undefined && flags.synonyms === undefined) return kept.vocabulary
        const json = { vocabulary: readVocabulary(context.cwd, flags, kept.vocabulary) }
        return (await callJson(backend, path, CollectionDetail, { method: 'PATCH', json })).vocabulary
      })
      await print(context, flags, vocabulary, () => vocabularyText(vocabulary))
    })
}

/** A vocabulary as the files hold it, each half under a remark. */
function vocabularyText(vocabulary: Vocabulary): string {
  if (isEmptyVocabulary(vocabulary)) return 'nothing is ignored, and nothing means the same\n'
  const half = (title: string, text: string): string =>
    text === '' ? '' : `# ${title}\n${text.split('\n').map(plain).join('\n')}`
  return [
    half('ignored words', stopWordsText(vocabulary.stopWords)),
    half('synonyms', synonymsText(vocabulary.synonyms)),
  ]
    .filter((text) => text !== '')
    .join('\n')
}
