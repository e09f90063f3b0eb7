import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ReportFrame, ReportModel } from '../../shared/report.ts'
import { Contents } from './page/Contents.tsx'
import { MapSection } from './page/MapSection.tsx'
import { Method } from './page/Method.tsx'
import { Opening } from './page/Opening.tsx'
import { paperItem, standingItem } from './page/paper-item.ts'
import { STYLE } from './page/style.ts'
import { escapeHtml, withoutControls } from './page/escape-html.ts'
import { TopicHead } from './page/TopicHead.tsx'
import { SmallTrend, TrendHead, drawnTopics } from './page/TrendSection.tsx'
import { Uncertain } from './page/Uncertain.tsx'
import { trendMode } from './trend-mode.ts'
import { labelsOf, readingOrder } from './page/reading-order.ts'
import { papersAtHand, type PlacedEntry, type ReportPapers } from './report-papers.ts'

/** Most papers of a topic that stand open; longer lists fold. */
const OPEN_PAPERS = 30

/** The report as one self-contained page: no script, no request, light and dark, made for paper too. */
export function html(model: ReportModel): Generator<string> {
  return htmlPage(model, papersAtHand(model.papers, htmlItems(model)))
}

/** Writes a paper as an item of a list. */
export function htmlItems(model: ReportFrame): (entry: PlacedEntry, place: number) => string {
  const labels = labelsOf(model)
  return (entry, place) => paperItem(entry, place, labels)
}

/** The page around the items of papers, which `htmlItems` writes. */
export function* htmlPage<Item>(model: ReportFrame, papers: ReportPapers<Item>): Generator<string | Item> {
  const context = readingOrder(model, papers)
  yield head(model.collection.name)
  yield render(<Opening model={model} />)
  yield '<main>'
  yield render(<MapSection model={model} papers={papers} context={context} />)
  yield render(<Contents model={model} context={context} />)
  yield* trends(model)
  for (const topic of context.topics) {
    const representative = new Set(topic.representative)
    const first = topic.paperIds.filter((id) => representative.has(id))
    const rest = topic.paperIds.slice(first.length)
    yield `<section class="topic" id="topic-${topic.id}" aria-labelledby="topic-${topic.id}-name">`
    yield render(<TopicHead topic={topic} model={model} context={context} />)
    if (first.length > 0) {
      yield '<h3>Papers that stand for it</h3><ol class="papers standing">'
      for (const id of first) yield standingItem(context.entry(id), context.place(id), context.labels)
      yield '</ol>'
    }
    if (rest.length > 0) {
      const title = first.length > 0 ? `${first.length === 1 ? 'The' : 'All'} other papers` : 'Papers'
      yield `<details${rest.length <= OPEN_PAPERS ? ' open' : ''}><summary><h3>${title} <span class="count">${rest.length}</span></h3></summary>`
      yield '<ol class="papers">'
      for (const id of rest) yield papers.item(context.place(id))
      yield '</ol></details>'
    }
    yield '</section>'
  }
  yield render(<Uncertain model={model} context={context} />)
  yield render(<Method model={model} />)
  yield '</main></body></html>\n'
}

/** React escapes markup, but lets through characters that no page may hold. */
function render(element: ReactElement): string {
  return withoutControls(renderToStaticMarkup(element))
}

function* trends(model: ReportFrame): Generator<string> {
  const topics = drawnTopics(model)
  const mode = trendMode(topics)
  yield '<section id="trends" aria-labelledby="trends-name">'
  yield render(<TrendHead model={model} />)
  if (topics.length > 1) {
    yield '<div class="multiples">'
    for (const topic of topics) yield render(<SmallTrend topic={topic} mode={mode} />)
    yield '</div>'
  }
  yield '</section>'
}

function head(name: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(name)} · Tidemap report</title>
<style>${STYLE}</style>
</head>
<body>
`
}
