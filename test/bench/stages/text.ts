import { countUsualTerms } from '../../../server/analysis/matrix/term-options.ts'
import { type Csr, selectRows } from '../../../server/analysis/matrix/csr.ts'
import { tfIdf } from '../../../server/analysis/matrix/tf-idf.ts'
import { readCorpus } from '../../../server/analysis/text/read-corpus.ts'
import { readPapers } from '../corpus/read-papers.ts'
import type { Stage } from './stage.ts'

/** From packed files to TF-IDF, by the functions that an import and an analysis use. Saves `counts`, `tf-idf`, `papers`, `rows`. */
export const text: Stage = {
  name: 'text',
  title: 'read, tokenize, TF-IDF',
  on: 'one',
  needs: [],
  start({ files, data }) {
    return async () => {
      const clock = [performance.now()]
      const papers = await readPapers(files)
      clock.push(performance.now())
      const corpus = readCorpus(papers, 'singular')
      clock.push(performance.now())
      const terms = countUsualTerms(corpus)
      const matrix = tfIdf(terms)
      clock.push(performance.now())
      const [read, tokens, weights] = clock.slice(1).map((at, i) => ((at - clock[i]) / 1000).toFixed(2))
      return {
        figures: () => ({
          papers: papers.length,
          terms: matrix.columns,
          entries: matrix.indices.length,
          seconds: `read ${read}, tokens ${tokens}, TF-IDF ${weights}`,
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
