import { FormTable } from './form-table.ts'
import { ENGLISH } from './languages.ts'
import { separateLanguages } from './separate-languages.ts'
import type { TokenShard } from './token-shard.ts'
import type { Tokens } from './tokens.ts'

/** The tokens of n papers from those of their shards, as if one reader had read all: words have their numbers in the order of reading. */
export function joinShards(n: number, shards: readonly TokenShard[]): Tokens {
  const table = new FormTable()
  const length = shards.reduce((sum, shard) => sum + shard.forms.length, 0)
  const forms = new Int32Array(length)
  const flags = new Uint8Array(length)
  const starts = new Int32Array(n + 1)
  const abstractStarts = new Int32Array(n)
  let token = 0
  let paper = 0
  for (const shard of shards) {
    for (let i = 0; i < shard.tokens.length; i++, paper++) {
      abstractStarts[paper] = starts[paper] + shard.titleTokens[i]
      starts[paper + 1] = starts[paper] + shard.tokens[i]
    }
    renumber(shard.forms, table.join(shard), forms, token)
    flags.set(shard.flags, token)
    token += shard.forms.length
  }
  const formTexts = table.texts()
  const formLanguages = formTexts.map(() => ENGLISH)
  return separateLanguages({ n, starts, abstractStarts, forms, flags, formTexts, formLanguages })
}

function renumber(from: Int32Array, numbers: Int32Array, to: Int32Array, at: number): void {
  for (let t = 0; t < from.length; t++) to[at + t] = numbers[from[t]]
}
