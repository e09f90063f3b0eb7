import { expect, it } from 'vitest'
import { stemIn } from '../../../../server/analysis/text/stem-in.ts'

it.each([
  ['de', 'sprachmodell', 'sprachmodelle', 'sprachmodellen'],
  ['fr', 'réseau', 'réseaux'],
  ['es', 'traducción', 'traducciones'],
  ['pt', 'tradução', 'traduções'],
  ['pt', 'imagem', 'imagens'],
  ['ru', 'модель', 'модели', 'моделей', 'моделями'],
  ['ru', 'недостаточность', 'недостаточности', 'недостаточностью'],
  ['ar', 'ترجمة', 'الترجمة', 'والترجمة', 'تَرْجَمَة'],
  ['ar', 'آلية', 'الآلية'],
  ['it', 'modello', 'modelli'],
])('puts forms of one word of %s together', (code, ...forms) => {
  expect(new Set(forms.map((form) => stemIn(code, form))).size, forms.join()).toBe(1)
})

it('leaves short words, and languages that it does not know', () => {
  expect(stemIn('fr', 'an')).toBe('an')
  expect(stemIn('zh', '翻译模型')).toBe('翻译模型')
  expect(stemIn('en', 'models')).toBe('models')
})
