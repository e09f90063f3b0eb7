import { expect, it } from 'vitest'
import { readCorpus } from '../../../server/analysis/text/read-corpus.ts'
import { paper } from '../../support/planted-papers.ts'
import { wordDocuments } from './word-documents.ts'

it('finds the papers of each word, plurals folded, titles read', () => {
  const corpus = readCorpus(
    [
      paper({ id: 'a', title: 'Coral reefs', abstract: 'A reef and another reef.' }),
      paper({ id: 'b', title: 'Violins', abstract: null }),
      paper({ id: 'c', title: 'On reefs', abstract: 'A violin under water.' }),
    ],
    'singular',
  )
  const found = wordDocuments(corpus, new Set(['reef', 'violin', 'organ']))
  expect(Object.fromEntries([...found].map(([word, papers]) => [word, [...papers]]))).toEqual({
    reef: [0, 2],
    violin: [1, 2],
  })
})
