import { expect, it } from 'vitest'
import { LANGUAGES } from '../../../../server/analysis/text/languages.ts'
import { readTokens } from '../../../../server/analysis/text/read-tokens.ts'
import { paper } from '../../../support/planted-papers.ts'

it('gives the words of papers in other languages forms of their own', () => {
  const german = 'Die Modelle und die Daten sind nicht von der Art, die wir mit dem Netz und für die Analyse haben'
  const { starts, forms, formTexts, formLanguages } = readTokens([
    paper({ id: 'a', title: 'die models that die in the fields of the data' }),
    paper({ id: 'b', title: german }),
    paper({ id: 'c', title: 'they die of the data' }),
  ])
  const languages = Array.from(forms, (form) => LANGUAGES[formLanguages[form]].code)
  expect(new Set(languages.slice(starts[1], starts[2]))).toEqual(new Set(['de']))
  expect(new Set([...languages.slice(0, starts[1]), ...languages.slice(starts[2])])).toEqual(new Set(['en']))
  const dies = formTexts.flatMap((text, form) => (text === 'die' ? [LANGUAGES[formLanguages[form]].code] : []))
  expect(dies).toEqual(['en', 'de'])
  expect(forms[0]).toBe(forms[starts[2] + 1])
})
