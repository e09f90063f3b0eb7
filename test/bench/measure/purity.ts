import Flatbush from 'flatbush'

const NEIGHBOURS = 10
/** Papers that are asked, at most. */
const ASKED = 20_000

/** Share of the ten nearest on the map (`place`: n × 2) that are of a paper's own topic; the mean over the papers, or over 20,000 of them, evenly taken. */
export function neighbourhoodPurity(place: ArrayLike<number>, topics: ArrayLike<number>): number {
  const n = topics.length
  const index = new Flatbush(n)
  for (let i = 0; i < n; i++) index.add(place[i * 2], place[i * 2 + 1])
  index.finish()
  const step = Math.ceil(n / ASKED)
  let [same, all] = [0, 0]
  for (let i = 0; i < n; i += step) {
    // Many may stand on one place, so that the paper itself need not come first.
    const near = index.neighbors(place[i * 2], place[i * 2 + 1], NEIGHBOURS + 1).filter((other) => other !== i)
    for (const other of near.slice(0, NEIGHBOURS)) {
      all++
      if (topics[other] === topics[i]) same++
    }
  }
  return all === 0 ? 1 : same / all
}
