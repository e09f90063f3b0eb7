import { readPapers } from '../corpus/read-papers.ts'
import type { Stage } from './stage.ts'

/** From packed files to papers: formats, dates, names, duplicates. An analysis begins with what an import has written. */
export const importing: Stage = {
  name: 'import',
  title: 'import',
  on: 'one',
  needs: [],
  start({ files }) {
    return async () => {
      const papers = await readPapers(files)
      return { figures: () => ({ papers: papers.length }) }
    }
  },
}
