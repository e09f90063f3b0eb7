import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

interface Rows {
  count: number
  /** What scrolls. */
  frame: RefObject<HTMLDivElement | null>
  /** Height of a row in pixels before it is measured. */
  height: number
  overscan: number
  /** Pixels above the first row inside the frame. */
  margin?: number
}

/** The rows of a long list that are in view. */
export function useRows({ count, frame, height, overscan, margin = 0 }: Rows) {
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this code
  return useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan,
    scrollMargin: margin,
  })
}
