import { expect, it } from 'vitest'
import { findDefinitions } from '../../../../server/analysis/text/acronym-definitions.ts'
import { readTokens } from '../../../../server/analysis/text/read-tokens.ts'
import { paper } from '../../../support/planted-papers.ts'

/** `short = long` of every definition in a text. */
function definitions(abstract: string): string[] {
  const tokens = readTokens([paper({ id: 'p', title: 'x', abstract })])
  const text = (from: number, to: number): string =>
    Array.from(tokens.forms.slice(from, to), (form) => tokens.formTexts[form]).join(' ')
  const { shorts, froms, tos } = findDefinitions(tokens)
  return Array.from(shorts, (short, i) => `${text(short, short + 1)} = ${text(froms[i], tos[i])}`)
}

it.each([
  ['We use large language models (LLMs) here', ['LLMs = large language models']],
  ['Long Form (LF) and self-supervised learning (SSL)', ['LF = Long Form', 'SSL = self supervised learning']],
  ['integrated sensing and communication (ISAC)', ['ISAC = integrated sensing and communication']],
  ['retrieval-augmented generation [RAG]', ['RAG = retrieval augmented generation']],
  ['the RAG (retrieval-augmented generation) pipeline', ['RAG = retrieval augmented generation']],
  ['a support vector machine (SVM; linear)', ['SVM = support vector machine']],
  ['Long short-term memory networks (LSTM)', ['LSTM = Long short term memory']],
  ['large pre-trained language models (LLMs)', ['LLMs = large pre trained language models']],
  ['a generative pre-trained transformer (GPT)', ['GPT = generative pre trained transformer']],
  ['hidden Markov topic models (HMTM)', ['HMTM = hidden Markov topic models']],
  ['a method (see Table AB) of note', []],
  ['Arabic (AR) and English (EN)', []],
  ['We end with large language. Models (LLM)', []],
  ['it works (a) well (GPT-4)', []],
  ['unclosed (LLM', []],
  ['(LLM) first', []],
  ['LLM (', []],
])('reads %j', (text, expected) => {
  expect(definitions(text)).toEqual(expected)
})
