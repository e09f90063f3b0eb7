import { useCallback, useState } from 'react'

/** The width of the element that takes the ref, in whole pixels; 0 until it is there. */
export function useWidth<T extends HTMLElement>() {
  return useMeasure<T>((element) => element.clientWidth)
}

/** The height of the element that takes the ref, in whole pixels; 0 until it is there. */
export function useHeight<T extends HTMLElement>() {
  return useMeasure<T>((element) => element.offsetHeight)
}

function useMeasure<T extends HTMLElement>(measure: (element: T) => number) {
  const [size, setSize] = useState(0)
  const [read] = useState(() => measure)
  const ref = useCallback(
    (element: T) => {
      const watcher = new ResizeObserver(() => setSize(Math.floor(read(element))))
      watcher.observe(element)
      return () => watcher.disconnect()
    },
    [read],
  )
  return [ref, size] as const
}
