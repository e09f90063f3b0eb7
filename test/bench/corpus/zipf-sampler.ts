import type { Random } from '../../../server/analysis/math/random.ts'

/** Shift of the ranks: the commonest few are not as far ahead as 1 ÷ rank would have them. */
const SHIFT = 2.7

/**
 * Draws ranks 0…n−1 with probabilities in proportion to 1 ÷ (rank + 1 + 2.7), the Zipf-Mandelbrot law of words.
 * Alias method: Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE TSE 17 (1991).
 */
export class ZipfSampler {
  readonly #chance: Float64Array
  readonly #alias: Int32Array

  constructor(n: number) {
    const weights = Float64Array.from({ length: n }, (_, rank) => 1 / (rank + 1 + SHIFT))
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / n
    this.#chance = weights.map((weight) => weight / mean)
    this.#alias = Int32Array.from({ length: n }, (_, rank) => rank)
    const [poor, rich]: [number[], number[]] = [[], []]
    this.#chance.forEach((chance, rank) => (chance < 1 ? poor : rich).push(rank))
    while (poor.length > 0 && rich.length > 0) {
      const [taker, giver] = [poor.pop()!, rich.at(-1)!]
      this.#alias[taker] = giver
      this.#chance[giver] -= 1 - this.#chance[taker]
      if (this.#chance[giver] < 1) poor.push(rich.pop()!)
    }
  }

  /** A rank. */
  draw(random: Random): number {
    const place = random.next() * this.#chance.length
    const rank = Math.floor(place)
    return place - rank < this.#chance[rank] ? rank : this.#alias[rank]
  }
}
