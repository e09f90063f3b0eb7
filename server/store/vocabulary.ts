import { isEmptyVocabulary, NO_VOCABULARY, type Vocabulary } from '../../shared/vocabulary.ts'
import type { Session } from './session.ts'

/** Inside a transaction: what a collection ignores and takes to mean the same; an unknown collection has nothing of its own. */
export async function findVocabulary(session: Session, collectionId: string): Promise<Vocabulary> {
  const row = await session.first<{ vocabulary: string | null }>('SELECT vocabulary FROM collections WHERE id = $id', {
    id: collectionId,
  })
  // It was checked when it came in.
  return row?.vocabulary == null ? NO_VOCABULARY : (JSON.parse(row.vocabulary) as Vocabulary)
}

/** Inside a transaction: keeps a vocabulary in place of the earlier one. */
export function keepVocabulary(session: Session, collectionId: string, vocabulary: Vocabulary): Promise<void> {
  return session.run('UPDATE collections SET vocabulary = $vocabulary WHERE id = $id', {
    id: collectionId,
    vocabulary: isEmptyVocabulary(vocabulary) ? null : JSON.stringify(vocabulary),
  })
}
