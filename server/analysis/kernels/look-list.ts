import { LOOK_FIELDS, type Looks, PLACE_FIELDS, type Places } from './phrase-kernels.ts'

/** Which number of a look says how many ways there are. */
const WAYS = LOOK_FIELDS - 1

/** Looks of phrases that are added some at a time, in their order. */
export class LookList {
  readonly #places: Int32Array
  readonly #fields: Int32Array
  readonly #wayStarts: Int32Array
  readonly #ways: Int32Array[] = []
  #next = 0

  constructor(phrases: number) {
    this.#places = new Int32Array(phrases)
    this.#fields = new Int32Array(LOOK_FIELDS * phrases)
    this.#wayStarts = new Int32Array(phrases + 1)
  }

  /** Adds the next phrases: their places, of which the first became ways, and `LOOK_FIELDS` numbers each. */
  add({ starts, places }: Places, fields: Int32Array): void {
    const first = this.#next
    const count = fields.length / LOOK_FIELDS
    this.#fields.set(fields, LOOK_FIELDS * first)
    for (let i = 0; i < count; i++) {
      this.#places[first + i] = starts[i + 1] - starts[i]
      this.#wayStarts[first + i + 1] = this.#wayStarts[first + i] + fields[i * LOOK_FIELDS + WAYS]
    }
    const before = this.#wayStarts[first]
    const ways = new Int32Array(PLACE_FIELDS * (this.#wayStarts[first + count] - before))
    for (let i = 0; i < count; i++) {
      const own = places.subarray(PLACE_FIELDS * starts[i], PLACE_FIELDS * (starts[i] + fields[i * LOOK_FIELDS + WAYS]))
      ways.set(own, PLACE_FIELDS * (this.#wayStarts[first + i] - before))
    }
    this.#ways.push(ways)
    this.#next += count
  }

  get looks(): Looks {
    const ways = new Int32Array(PLACE_FIELDS * this.#wayStarts[this.#next])
    let end = 0
    for (const some of this.#ways) {
      ways.set(some, end)
      end += some.length
    }
    return { places: this.#places, fields: this.#fields, wayStarts: this.#wayStarts, ways }
  }
}
