import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Csr, selectRows } from '../../../server/analysis/matrix/csr.ts'
import { countUsualTerms } from '../../../server/analysis/matrix/term-options.ts'
import { tfIdf } from '../../../server/analysis/matrix/tf-idf.ts'
import { foldTokens } from '../../../server/analysis/text/read-corpus.ts'
import { readSnapshot } from '../../../server/engine/local/read-snapshot.ts'
import type { Stage } from './stage.ts'

/** Bytes that go from hand to hand while files are unpacked: with those of Node, 16 kB, the handing over is most of the work. */
const PIECE = 1 << 20

/** From packed files to TF-IDF, as an analysis reads what an import has written: unpacked into one file first. Saves `counts`, `tf-idf`, `papers`, `rows`. */
export const text: Stage = {
  name: 'text',
  title: 'read, tokenize, TF-IDF',
  on: 'both',
  needs: [],
  start({ kernels, files, data }) {
    const snapshot = join(data.path, 'snapshot.jsonl')
    return async () => {
      const clock = [performance.now()]
      for (const [i, file] of files.entries())
        await pipeline(
          createReadStream(file, { highWaterMark: PIECE }),
          createGunzip({ chunkSize: PIECE }),
          createWriteStream(snapshot, { flags: i === 0 ? 'w' : 'a' }),
        )
      clock.push(performance.now())
      const { papers, tokens } = readSnapshot(snapshot, kernels)
      clock.push(performance.now())
      const terms = countUsualTerms(foldTokens(tokens, 'singular', kernels), kernels)
      const matrix = tfIdf(terms, kernels)
      clock.push(performance.now())
      const [unpacking, reading, weights] = clock.slice(1).map((at, i) => ((at - clock[i]) / 1000).toFixed(2))
      return {
        figures: () => ({
          papers: papers.length,
          terms: matrix.columns,
          entries: matrix.indices.length,
          seconds: `unpacking ${unpacking}, words ${reading}, folding and TF-IDF ${weights}`,
        }),
        save() {
          const rows = rowsWithTerms(matrix)
          data.save('papers', Int32Array.of(papers.length))
          data.save('rows', rows)
          data.saveMatrix('counts', selectRows(terms.counts, rows))
          data.saveMatrix('tf-idf', selectRows(matrix, rows))
        },
      }
    }
  },
}

/** All later stages leave out papers without a term, as an analysis does. */
function rowsWithTerms({ rows, starts }: Csr): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row).filter((row) => starts[row + 1] > starts[row])
}
