import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { TidemapError } from '../../../shared/error.ts'
import { NO_VOCABULARY, type Vocabulary } from '../../../shared/vocabulary.ts'
import { parseVocabulary, stopWordsText, synonymsText, type LineFault } from '../../../shared/vocabulary-text.ts'
import type { VocabularyFlags } from '../options.ts'
import { FileError } from '../print/error-lines.ts'

/**
 * The vocabulary that `--stop-words` and `--synonyms` name; what has no file stays as in `kept`.
 * Throws a FileError with the line of the first fault.
 */
export function readVocabulary(cwd: string, flags: VocabularyFlags, kept: Vocabulary = NO_VOCABULARY): Vocabulary {
  const { stopWords, synonyms } = flags
  const { value, faults } = parseVocabulary({
    stopWords: stopWords === undefined ? stopWordsText(kept.stopWords) : textOf(stopWords, cwd),
    synonyms: synonyms === undefined ? synonymsText(kept.synonyms) : textOf(synonyms, cwd),
  })
  if (faults.stopWords.length > 0) throw faultOf(faults.stopWords, stopWords)
  if (faults.synonyms.length > 0) throw faultOf(faults.synonyms, synonyms ?? stopWords)
  return value
}

function faultOf([{ line, message }, ...more]: readonly LineFault[], file: string | undefined): Error {
  const hint =
    more.length === 0 ? undefined : `and ${more.length} more: ${more.map((fault) => `line ${fault.line}`).join(', ')}`
  return new FileError(file ?? 'vocabulary', new TidemapError('bad-request', message, { line, hint }))
}

function textOf(file: string, cwd: string): string {
  const bytes = readFileSync(resolve(cwd, file))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new FileError(file, new TidemapError('bad-request', 'not UTF-8', { hint: 'save it as UTF-8', cause }))
  }
}
