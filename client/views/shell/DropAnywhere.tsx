import { useEffect, useState } from 'react'
import { addFiles } from '../../state/chosen-files.ts'
import { navigate, pathOf, type Route } from '../../state/route.ts'
import classes from './DropAnywhere.module.css'

/** Takes files that are dropped on any screen to the import screen. */
export function DropAnywhere({ route }: { route: Route }) {
  const [over, setOver] = useState(false)
  const collectionId = route.screen === 'import' ? route.collectionId : null
  const target = pathOf({ screen: 'import', collectionId })

  useEffect(() => {
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const change = (event: DragEvent, step: number) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = Math.max(0, depth + step)
      setOver(depth > 0)
    }
    const stop = new AbortController()
    const listen = { signal: stop.signal }
    window.addEventListener('dragenter', (event) => change(event, 1), listen)
    window.addEventListener('dragleave', (event) => change(event, -1), listen)
    window.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault(), listen)
    window.addEventListener('drop', (event) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      addFiles(collectionId, [...(event.dataTransfer?.files ?? [])])
      if (location.pathname !== target) navigate(target)
    }, listen) // prettier-ignore
    return () => stop.abort()
  }, [collectionId, target])

  return over ? (
    <div className={classes.over} aria-hidden>
      <p>Drop to read the papers</p>
    </div>
  ) : null
}
