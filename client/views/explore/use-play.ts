import { useEffect, useRef, useState } from 'react'

const STEP_MS = 700

/** Takes a step every 0.7 s while on. */
export function usePlay(step: () => void): { on: boolean; toggle: () => void } {
  const [on, setOn] = useState(false)
  const latest = useRef(step)
  useEffect(() => {
    latest.current = step
  })
  useEffect(() => {
    if (!on) return
    latest.current()
    const timer = setInterval(() => latest.current(), STEP_MS)
    return () => clearInterval(timer)
  }, [on])
  return { on, toggle: () => setOn((before) => !before) }
}
