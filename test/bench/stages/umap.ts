import * as umap from 'umap-js'
import { UNIT } from '../../../server/analysis/kernels/kernels.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { neighbourhoodPurity } from '../measure/purity.ts'
import { somePapers } from './some-papers.ts'
import { SEED, type Stage, TOPICS } from './stage.ts'

/** As many as our layout takes. */
const NEIGHBOURS = 15

/** The peer of `layout-10k`: umap-js as it comes, neighbours and layout. Vectors have unit length, so that its Euclidean distance orders as cosine does. */
export const umapJs: Stage = {
  name: 'umap-js',
  title: 'umap-js',
  on: 'one',
  needs: ['vectors', `topics-${TOPICS}`],
  start({ data }) {
    const { n, dimensions, vectors, topics } = somePapers(data)
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from(vectors.subarray(i * dimensions, (i + 1) * dimensions), (value) => value / UNIT),
    )
    return () => {
      const random = createRandom(SEED, 940)
      const place = new umap.UMAP({ nNeighbors: NEIGHBOURS, random: () => random.next() }).fit(rows).flat()
      return { figures: () => ({ purity: neighbourhoodPurity(place, topics) }) }
    }
  },
}
