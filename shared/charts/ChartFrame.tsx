import type { ReactElement, ReactNode } from 'react'

interface ChartFrameProps {
  /** Pixels. */
  width: number
  height: number
  fontSize: number
  /** The chart in words, for screen readers. */
  label: string
  /** Whether its points are buttons; a picture otherwise. */
  live?: boolean
  children: ReactNode
}

/** The drawing that every chart stands in: it shrinks with its column, keeps its proportions, and says what it shows. */
export function ChartFrame({ width, height, fontSize, label, live = false, children }: ChartFrameProps): ReactElement {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={live ? 'group' : 'img'}
      aria-label={label}
      style={{ maxWidth: '100%', height: 'auto', display: 'block' }}
      fontSize={fontSize}
    >
      {children}
    </svg>
  )
}
