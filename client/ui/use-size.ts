import { useCallback, useState } from 'react'

/** The width of the element that takes the ref, in whole pixels; 0 until it is there. */
export function useWidth<T extends HTMLElement>() {
  const [width, setWidth] = useState(0)
  const ref = useCallback((element: T) => {
    const watcher = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return [ref, width] as const
}
