import { bibtexEntries, bibtexText, ENTRY_END } from '../../report/bibtex.ts'
import { BibtexBytes } from './bibtex-bytes.ts'
import { ByteFile } from './byte-file.ts'
import { paperLineGroups, shortPaper, wholePaper } from './paper-lines.ts'
import type { ReportSource } from './report-source.ts'

/** Writes `report.bib`, paper by paper as they stand in their file. */
export async function writeBibtex({ frame, placed, papersFile, signal, path }: ReportSource): Promise<void> {
  const entryOf = bibtexEntries(frame)
  await ByteFile.fill(path('bib'), signal, async (file) => {
    let place = 0
    for (const group of paperLineGroups(papersFile)) {
      const abstracts = new BibtexBytes(group[0].bytes)
      for (const line of group) {
        const { paper, start, end } = shortPaper(line)
        const entry = entryOf(paper, placed.at(place++).topicId)
        if (start === end) file.text(entry)
        else {
          file.text(entry.slice(0, -ENTRY_END.length))
          file.text('  abstract = {')
          if (!abstracts.write(start, end, file)) file.text(bibtexText(wholePaper(line).abstract ?? ''))
          file.text(`},\n${ENTRY_END}`)
        }
      }
      await file.rest()
    }
  })
}
