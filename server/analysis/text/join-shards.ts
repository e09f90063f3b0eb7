import { NumberMap } from '../math/number-map.ts'
import { FormTable } from './form-table.ts'
import { ENGLISH, LANGUAGES } from './languages.ts'
import type { TokenShard } from './shard-reader.ts'
import type { Stretches } from './stretches.ts'
import type { ReadTokens } from './tokens.ts'

/** The tokens of n papers from those of their shards, as if one reader had read all: words have their numbers in the order of reading. */
export function joinShards(n: number, shards: readonly TokenShard[]): ReadTokens {
  const table = new FormTable()
  const numbers = shards.map((shard) => table.join(shard))
  const formTexts = table.texts()
  const words = formTexts.length
  const formLanguages = formTexts.map(() => ENGLISH)
  const foreign = new NumberMap()
  const length = shards.reduce((sum, shard) => sum + shard.forms.length, 0)
  const forms = new Int32Array(length)
  const flags = new Uint8Array(length)
  const starts = new Int32Array(n + 1)
  const abstractStarts = new Int32Array(n)
  let token = 0
  let paper = 0
  shards.forEach((shard, s) => {
    const number = numbers[s]
    const numberOfForeign = shard.foreignWords.map((word, i) => {
      const language = shard.foreignLanguages[i]
      const form = foreign.getOrSet(number[word] * LANGUAGES.length + language, formTexts.length - words)
      if (form === formTexts.length - words) {
        formTexts.push(formTexts[number[word]])
        formLanguages.push(language)
      }
      return words + form
    })
    for (let i = 0; i < shard.tokens.length; i++, paper++) {
      abstractStarts[paper] = starts[paper] + shard.titleTokens[i]
      starts[paper + 1] = starts[paper] + shard.tokens[i]
    }
    const ofShard = new Int32Array(number.length + numberOfForeign.length)
    ofShard.set(number)
    ofShard.set(numberOfForeign, number.length)
    renumber(shard.forms, ofShard, forms, token)
    flags.set(shard.flags, token)
    token += shard.forms.length
  })
  return { n, starts, abstractStarts, forms, flags, formTexts, formLanguages, stretches: joinStretches(shards) }
}

function renumber(from: Int32Array, numbers: Int32Array, to: Int32Array, at: number): void {
  for (let t = 0; t < from.length; t++) to[at + t] = numbers[from[t]]
}

function joinStretches(shards: readonly TokenShard[]): Stretches {
  const count = shards.reduce((sum, { stretches }) => sum + stretches.keys.length, 0)
  const all: Stretches = {
    keys: new Float64Array(count),
    starts: new Int32Array(count),
    lengths: new Uint8Array(count),
  }
  let at = 0
  let token = 0
  for (const { stretches, forms } of shards) {
    all.keys.set(stretches.keys, at)
    all.lengths.set(stretches.lengths, at)
    stretches.starts.forEach((start, i) => (all.starts[at + i] = token + start))
    at += stretches.keys.length
    token += forms.length
  }
  return all
}
