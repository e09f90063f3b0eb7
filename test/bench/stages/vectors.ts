import { copyCsr, UNIT } from '../../../server/analysis/kernels/kernels.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { paperVectors } from '../../../server/analysis/vectors/paper-vectors.ts'
import { SEED, type Stage } from './stage.ts'

/** Papers as dense vectors: LSA and word vectors. Saves `vectors` (and their length in `dimensions`), and as Float32, for the peer, `unit-vectors`. */
export const vectors: Stage = {
  name: 'vectors',
  title: 'paper vectors',
  on: 'both',
  needs: ['text'],
  start({ kernels, data }) {
    const counts = copyCsr(kernels, data.matrix('counts'))
    const matrix = copyCsr(kernels, data.matrix('tf-idf'))
    return () => {
      const latent = paperVectors(kernels, counts, matrix, createRandom(SEED, 1))
      return {
        save() {
          data.save('dimensions', Int32Array.of(latent.dimensions))
          data.save('vectors', latent.vectors)
          data.save(
            'unit-vectors',
            Float32Array.from(latent.vectors, (value) => value / UNIT),
          )
        },
      }
    }
  },
}
