import type { Contrast, ContrastTerm } from '../../../shared/contrast.ts'
import { seriesColor } from '../../../shared/charts/palette.ts'
import { formatPercent, plural } from '../../../shared/format.ts'
import { navigate } from '../../state/route.ts'
import { Link } from '../../ui/Link.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { barOf, trackEnd } from './bar-layout.ts'
import unseen from '../../ui/Unseen.module.css'
import classes from './ContrastBars.module.css'

interface ContrastBarsProps {
  contrast: Contrast
  /** Where a term leads. */
  linkOf: (term: string) => string
}

/** Terms of the first set to the left, of the second to the right; bars grow outwards from the middle. */
export function ContrastBars({ contrast, linkOf }: ContrastBarsProps) {
  const end = trackEnd([...contrast.a.terms, ...contrast.b.terms])
  return (
    <div className={classes.sides}>
      <Side side="a" contrast={contrast} end={end} linkOf={linkOf} />
      <Side side="b" contrast={contrast} end={end} linkOf={linkOf} />
    </div>
  )
}

function Side({ side, contrast, end, linkOf }: ContrastBarsProps & { side: 'a' | 'b'; end: number }) {
  const { label, papers, terms } = contrast[side]
  const colour = seriesColor(side === 'a' ? 0 : 1)
  return (
    <table className={classes.side} data-side={side}>
      <caption>
        <span>
          <Swatch colour={colour} />
          <strong>{label}</strong>
        </span>
        <span className={classes.count}>{plural(papers, 'paper')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">More often here</th>
          <th scope="col" className={classes.share}>
            here, there
          </th>
          <th scope="col">
            <span className={unseen.unseen}>Log-odds with 95% interval</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <TermRow key={term.term} {...{ term, side, contrast, end, colour }} href={linkOf(term.term)} />
        ))}
        {terms.length === 0 && (
          <tr>
            <td colSpan={3} className={classes.none}>
              No term is more often here.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

interface TermRowProps {
  term: ContrastTerm
  side: 'a' | 'b'
  contrast: Contrast
  end: number
  colour: string
  href: string
}

function TermRow({ term, side, contrast, end, colour, href }: TermRowProps) {
  const { length, from, to, isSure } = barOf(term, end)
  const shareA = shareOf(term.papersA, contrast.a.compared)
  const shareB = shareOf(term.papersB, contrast.b.compared)
  const [here, there] = side === 'a' ? [shareA, shareB] : [shareB, shareA]
  const odds = `log-odds ${term.logOdds.toFixed(2)}, 95% ${term.low.toFixed(2)} to ${term.high.toFixed(2)}`
  const counts = `${term.papersA} of ${contrast.a.compared} papers against ${term.papersB} of ${contrast.b.compared}`
  const start = side === 'a' ? 'right' : 'left'
  return (
    <tr data-sure={isSure} title={`${counts}; ${odds}${isSure ? '' : ': may be chance'}`}>
      <th scope="row">
        <Link href={href} onNavigate={navigate}>
          {term.term}
        </Link>
      </th>
      <td className={classes.share}>
        {here}, {there}
      </td>
      <td>
        <span className={classes.track} role="img" aria-label={odds}>
          <span className={classes.bar} style={{ [start]: 0, width: `${length}%`, background: colour }} />
          <span className={classes.interval} style={{ [start]: `${from}%`, width: `${to - from}%` }} />
        </span>
      </td>
    </tr>
  )
}

function shareOf(papers: number, all: number): string {
  return all === 0 ? '–' : formatPercent(papers / all)
}
