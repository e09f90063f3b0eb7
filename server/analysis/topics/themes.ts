import { createRandom, type Random } from '../math/random.ts'
import type { LatentVectors } from '../vectors/latent-vectors.ts'
import { kmeans } from 'ml-kmeans'
import { copyInt32, type Kernels } from '../kernels/kernels.ts'

/** Starts of the grouping. */
const STARTS = 10
const ROUNDS = 30
const START_ROUNDS = 10
/** How many times its even part a theme may hold. */
const UNEVEN = 1.75
const MOST_THEMES = 12

/**
 * Groups topics by their mean directions in the latent space: topic → theme, themes numbered by their first topic, about as many as
 * the root of the topics. `rows`: the papers that `latent` speaks of; `assignment`: paper → topic 0…k−1 or −1.
 *
 * What all topics share is taken off the directions first: else the few odd ones become themes of one, and all others one theme.
 * k-means with a most for each theme (1.75 times its even part, never more than half the topics unless there is no other way), after
 * Malinen and Fränti, "Balanced k-means for clustering", S+SSPR 2014, which asks for equal sizes; best of 10 starts.
 */
export function groupIntoThemes(
  kernels: Kernels,
  latent: LatentVectors,
  rows: Int32Array,
  assignment: Int32Array,
  k: number,
  seed: number,
): Int32Array {
  const themes = themeCount(k)
  if (themes === k || themes === 1) return Int32Array.from({ length: k }, (_, topic) => (themes === 1 ? 0 : topic))
  const { dimensions } = latent
  const directions = new Float32Array(k * dimensions)
  const topicOf = rows.map((paper) => assignment[paper])
  const sumsOfTopics = kernels.scope(() =>
    kernels.sums(latent.vectors, latent.rows, dimensions, copyInt32(kernels, topicOf), k),
  )
  toMeanDirections(sumsOfTopics, k, dimensions, directions)
  takeOffMean(directions, k, dimensions)
  const most = Math.max(Math.ceil(k / themes), Math.min(Math.floor(k / 2), Math.ceil((UNEVEN * k) / themes)))
  const random = createRandom(seed, 70)
  let best: { themeOf: Int32Array; objective: number } | undefined
  for (let start = 0; start < STARTS; start++) {
    const found = balancedMeans(directions, k, dimensions, themes, most, random)
    if (best === undefined || found.objective > best.objective + 1e-9) best = found
  }
  const numbers = new Map<number, number>()
  return best!.themeOf.map((theme) => {
    if (!numbers.has(theme)) numbers.set(theme, numbers.size)
    return numbers.get(theme)!
  })
}

/** About the square root of the number of topics; a handful of topics needs no themes above them. */
function themeCount(k: number): number {
  return k <= 3 ? k : Math.min(MOST_THEMES, Math.ceil(Math.sqrt(k)))
}

/** Turns the sums of groups into their unit mean directions, k × dimensions; an empty group keeps the direction it had. */
function toMeanDirections(sums: Float64Array, k: number, dimensions: number, directions: Float32Array): void {
  for (let c = 0; c < k; c++) {
    let length = 0
    for (let d = 0; d < dimensions; d++) length += sums[c * dimensions + d] * sums[c * dimensions + d]
    if (length === 0) continue
    const scale = 1 / Math.sqrt(length)
    for (let d = 0; d < dimensions; d++) directions[c * dimensions + d] = sums[c * dimensions + d] * scale
  }
}

/** Sums of the directions of each theme: themes × dimensions. */
function sumsOf(directions: Float32Array, dimensions: number, themeOf: Int32Array, themes: number): Float64Array {
  const sums = new Float64Array(themes * dimensions)
  themeOf.forEach((theme, topic) => {
    for (let d = 0; d < dimensions; d++) sums[theme * dimensions + d] += directions[topic * dimensions + d]
  })
  return sums
}

/** Subtracts the mean row and brings every row back to unit length. */
function takeOffMean(directions: Float32Array, k: number, dimensions: number): void {
  const mean = new Float64Array(dimensions)
  for (let i = 0; i < k * dimensions; i++) mean[i % dimensions] += directions[i] / k
  for (let topic = 0; topic < k; topic++) {
    let length = 0
    for (let d = 0; d < dimensions; d++) length += (directions[topic * dimensions + d] - mean[d]) ** 2
    const scale = length < 1e-12 ? 0 : 1 / Math.sqrt(length)
    for (let d = 0; d < dimensions; d++) {
      directions[topic * dimensions + d] = (directions[topic * dimensions + d] - mean[d]) * scale
    }
  }
}

/** One start of k-means by cosine in which no theme gets more than `most` topics: those that have most to lose choose first. */
function balancedMeans(
  directions: Float32Array,
  k: number,
  dimensions: number,
  themes: number,
  most: number,
  random: Random,
): { themeOf: Int32Array; objective: number } {
  const centres = firstCentres(directions, k, dimensions, themes, random)
  let themeOf: Int32Array = new Int32Array(k).fill(-1)
  let objective = -Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const cosines = products(directions, centres, k, themes, dimensions)
    const next = assignWithin(cosines, k, themes, most)
    let sum = 0
    for (let topic = 0; topic < k; topic++) sum += cosines[topic * themes + next[topic]]
    const same = next.every((theme, topic) => theme === themeOf[topic])
    themeOf = next
    objective = sum
    if (same) break
    toMeanDirections(sumsOf(directions, dimensions, themeOf, themes), themes, dimensions, centres)
  }
  return { themeOf, objective }
}

/** Unit directions to start from: the centroids of plain k-means, seeded by k-means++. */
function firstCentres(
  directions: Float32Array,
  k: number,
  dimensions: number,
  themes: number,
  random: Random,
): Float32Array {
  const rows = Array.from({ length: k }, (_, topic) => [
    ...directions.subarray(topic * dimensions, (topic + 1) * dimensions),
  ])
  const { centroids } = kmeans(rows, themes, {
    initialization: 'kmeans++',
    seed: 1 + random.below(2 ** 30),
    maxIterations: START_ROUNDS,
  })
  const centres = new Float32Array(themes * dimensions)
  toMeanDirections(Float64Array.from(centroids.flat()), themes, dimensions, centres)
  return centres
}

/** Topic → theme with at most `most` topics each; the topic whose best theme leads its second by most goes first. */
function assignWithin(cosines: Float64Array, k: number, themes: number, most: number): Int32Array {
  const order = Array.from({ length: k }, (_, topic) => {
    const row = cosines.slice(topic * themes, (topic + 1) * themes).sort()
    return { topic, lead: row[themes - 1] - row[themes - 2] }
  }).sort((a, b) => b.lead - a.lead || a.topic - b.topic)
  const sizes = new Int32Array(themes)
  const themeOf = new Int32Array(k)
  for (const { topic } of order) {
    let best = -1
    for (let theme = 0; theme < themes; theme++) {
      if (sizes[theme] >= most) continue
      if (best < 0 || cosines[topic * themes + theme] > cosines[topic * themes + best]) best = theme
    }
    themeOf[topic] = best
    sizes[best]++
  }
  return themeOf
}

/** Cosines of k rows to some others, k × others. */
function products(
  rows: Float32Array,
  others: Float32Array,
  k: number,
  count: number,
  dimensions: number,
): Float64Array {
  const result = new Float64Array(k * count)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < count; j++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++) sum += rows[i * dimensions + d] * others[j * dimensions + d]
      result[i * count + j] = sum
    }
  }
  return result
}
