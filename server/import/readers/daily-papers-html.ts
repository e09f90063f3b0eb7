import { TidemapError } from '../../../shared/error.ts'
import { LIMITS, readableBytes } from '../limits.ts'
import { decodeEntities } from '../record/text.ts'
import { WORKS_TODAY } from '../unsupported.ts'
import { jsonFault } from './json-record.ts'
import { json } from './json.ts'
import type { Reader, Sink } from './reader.ts'

const PROPS = 'data-props="'

/** A Daily Papers page saved as HTML: it carries its papers as JSON in an attribute. Any other HTML page is refused. */
export const dailyPapersHtml: Reader = {
  format: 'daily-papers-html',
  async read(text, sink) {
    let page = ''
    for await (const chunk of text) {
      page += chunk
      if (page.length > LIMITS.lineLength) {
        throw new TidemapError('too-large', `HTML page larger than ${readableBytes(LIMITS.lineLength)}`)
      }
    }
    for (let at = page.indexOf(PROPS); at >= 0; at = page.indexOf(PROPS, at + 1)) {
      const end = page.indexOf('"', at + PROPS.length)
      const props = decodeEntities(page.slice(at + PROPS.length, end < 0 ? undefined : end))
      if (!props.includes('"dailyPapers":[')) continue
      const line = page.slice(0, at).split('\n').length
      try {
        JSON.parse(props)
      } catch (error) {
        sink.malformed(line, jsonFault(error))
        return
      }
      await json.read(once(props), onLine(line, sink))
      return
    }
    throw new TidemapError('unsupported-format', 'HTML page without Daily Papers', {
      hint: `copy the page in the browser (select all, copy) and paste it; ${WORKS_TODAY}`,
    })
  },
}

// oxlint-disable-next-line require-await -- readers take text as a stream
async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** A sink for what stands on one line of the page: lines of the JSON are not lines of the page. */
function onLine(line: number, sink: Sink): Sink {
  return {
    record: (record) => sink.record({ ...record, line }),
    malformed: (_, reason) => sink.malformed(line, reason),
    fold: (name) => sink.fold(name),
    note: (sentence) => sink.note(sentence),
  }
}
