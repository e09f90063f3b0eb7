// A kernel whose analysis is a stand-in: quick, and it goes wrong on request. Runs as a child process, hence from dist.
import { writeFileSync } from 'node:fs'
import { TidemapError } from '../../../dist/shared/error.js'
import { serveKernel } from '../../../dist/server/engine/local/serve-kernel.js'

serveKernel({
  analysis: { model, describe },
  buildTextIndex: (papers) => ({ ids: Array.from(papers, ({ id }) => id) }),
  writeTextIndex: (index) => new TextEncoder().encode(index.ids.join('\n')),
})

// Papers are what an analysis is told beside the words: a venue says what is to happen.
function model({ papers }, options, onStage) {
  const wish = papers[0]?.venue
  onStage('tokens', 0)
  if (wish === 'crash') process.abort()
  if (wish === 'grow') new WebAssembly.Memory({ initial: 1, maximum: 1 }).grow(1)
  if (wish === 'throw') throw new TidemapError('unprocessable', 'no usable term', { hint: 'add abstracts' })
  // So that a test can tell whether this process still lives.
  if (wish === 'hang' && papers[0].source !== null) writeFileSync(papers[0].source, String(process.pid))
  if (wish === 'hang') for (;;) onStage('topics', 0.5)
  if (wish === 'greedy') for (const hoard = []; ;) hoard.push(new Array(1e5).fill(hoard.length + 0.5))
  onStage('map', 1)
  return { papers }
}

function describe({ papers }) {
  const topic = {
    id: 1,
    label: 'all of them',
    terms: ['a', '=b'],
    papers: papers.length,
    share: 1,
    themeId: 1,
    themeLabel: 'all',
    stability: null,
    cohesion: 1,
    verdict: 'not enough data',
    uncertain: 0,
    representative: papers.slice(0, 1).map(({ id }) => id),
    nearest: [],
    x: 0,
    y: 0,
  }
  return {
    topics: [topic],
    themes: [{ id: 1, label: 'all', topics: [1], papers: papers.length, x: 0, y: 0 }],
    assignments: Object.assign(
      papers.map((paper, i) => ({
        paperId: paper.id,
        topicId: 1,
        score: 0.5,
        runnerUpTopicId: null,
        runnerUpScore: null,
        uncertain: i === 0,
        x: i,
        y: -i / 3,
      })),
      {
        reasons: {
          names: ['a'],
          columns: Int32Array.from({ length: papers.length * 5 }, (_, at) => (at % 5 === 0 ? 0 : -1)),
          shares: new Uint16Array(papers.length * 5).fill(1000),
        },
      },
    ),
    trends: { items: [], phrases: [], drift: [] },
    similar: { papers: new Int32Array(papers.length * 10).fill(-1), scores: [], terms: [], names: [] },
    facts: {
      bin: 'year',
      dated: papers.length,
      undated: 0,
      coarse: 0,
      withoutTerms: 0,
      terms: 1,
      uncertain: 1,
      topicCounts: [],
      notes: [],
    },
    agreementBetweenSeeds: null,
  }
}
