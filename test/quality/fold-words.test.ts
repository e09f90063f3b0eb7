import { expect, it } from 'vitest'
import { readCorpus } from '../../server/analysis/text/read-corpus.ts'
import { paper } from '../support/planted-papers.ts'
import { wordFolder } from './fold-words.ts'

it('folds words as the corpus does, and leaves words alone that it lacks', () => {
  const fold = wordFolder(
    readCorpus([paper({ id: 'a', title: 'Coral Reefs', abstract: 'The corals of a reef.' })], 'singular'),
  )
  expect(['coral', 'corals', 'reefs', 'reef', 'the', 'violins'].map(fold)).toEqual([
    'coral',
    'coral',
    'reef',
    'reef',
    'the',
    'violins',
  ])
})
