import { log } from './elementary.ts'

/** A seeded source of random numbers: the only one that analysis uses. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  next(): number
  /** Uniform integer in [0, bound). */
  below(bound: number): number
  /** Standard normal (Marsaglia's polar method). */
  normal(): number
}

/**
 * xoshiro128** seeded through splitmix32, so that neighbouring seeds give unrelated streams.
 * `stream` separates uses of one seed: a stage draws the same numbers however many another stage drew.
 * Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", https://prng.di.unimi.it.
 */
export function createRandom(seed: number, stream = 0): Random {
  return randomFrom(randomState(seed, stream))
}

/** What `createRandom` starts from: four Int32. */
export function randomState(seed: number, stream = 0): Int32Array {
  let state = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0
  const split = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
  return Int32Array.of(split(), split(), split(), split() | 1)
}

/** The random numbers that begin with a state of `randomState`, which stays as it is. */
export function randomFrom(state: Int32Array): Random {
  let [a, b, c, d] = state
  const bits = (): number => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 11) | (d >>> 21)
    return result
  }
  const next = (): number => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    normal: () => {
      for (;;) {
        const u = 2 * next() - 1
        const v = 2 * next() - 1
        const s = u * u + v * v
        if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s)
      }
    },
  }
}

/** The numbers 0…n−1 in random order (Fisher-Yates). */
export function shuffled(n: number, random: Random): Int32Array {
  const order = new Int32Array(n)
  for (let i = 0; i < n; i++) order[i] = i
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = order[i]
    order[i] = order[j]
    order[j] = held
  }
  return order
}

/** `count` different numbers of 0…n−1, ascending. */
export function sample(n: number, count: number, random: Random): Int32Array {
  return shuffled(n, random).slice(0, Math.min(n, count)).sort()
}
