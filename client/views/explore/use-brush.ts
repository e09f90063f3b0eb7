import { brushX, select, type D3BrushEvent } from 'd3'
import { useEffect, useRef, type RefObject } from 'react'

interface Brush {
  layer: RefObject<SVGGElement | null>
  /** Pixels. */
  width: number
  height: number
  /** Periods that share the width evenly. */
  count: number
  /** First and last period that is picked; null for none. */
  run: readonly [number, number] | null
  /** A person brushed these periods; null: let go. */
  onBrush: (run: [number, number] | null) => void
}

/** d3's brush on one group, snapped to whole periods and kept where the link says. */
export function useBrush({ layer, width, height, count, run, onBrush }: Brush): void {
  const latest = useRef(onBrush)
  useEffect(() => {
    latest.current = onBrush
  })
  const start = run?.[0] ?? null
  const end = run?.[1] ?? null
  useEffect(() => {
    if (layer.current === null || width === 0 || count < 2) return
    const step = width / count
    const group = select<SVGGElement, unknown>(layer.current)
    const brush = brushX<unknown>()
    brush.extent([[0, 0], [width, height]]) // prettier-ignore
    brush.on('end', (event: D3BrushEvent<unknown>) => {
      // Only what a person did: moving the brush to where the link says ends here too.
      if (event.sourceEvent === undefined || event.sourceEvent === null) return
      const selection = event.selection as [number, number] | null
      latest.current(selection === null ? null : snap(selection, step, count))
    })
    group.call(brush)
    brush.move(group, start === null || end === null ? null : [start * step, (end + 1) * step])
    return () => void group.on('.brush', null)
  }, [layer, width, height, count, start, end])
}

/** The whole periods that a stretch of pixels covers for the most part; at least one. */
export function snap([left, right]: [number, number], step: number, count: number): [number, number] {
  const first = Math.max(0, Math.min(count - 1, Math.round(left / step)))
  const last = Math.max(first, Math.min(count - 1, Math.round(right / step) - 1))
  return [first, last]
}
