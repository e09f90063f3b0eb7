import type { Page } from 'playwright-core'
import { closePages, openBrowser, openPage } from './browser.ts'
import { startSampleServer, type SampleServer } from './sample-server.ts'
import { makeFolder } from './temp-folder.ts'

/** A page of the dashboard over the sample, in light and without motion. */
export interface SamplePage extends SampleServer {
  page: Page
  /** As `openPage` has them. */
  faults: string[]
  /** Address of the collection's screens, without a slash at its end. */
  home: string
  /** Closes all pages, stops the server and removes its folder. */
  close: () => Promise<void>
}

/** Starts a server over the sample and opens a page that has gone nowhere yet. */
export async function openSamplePage(): Promise<SamplePage> {
  const folder = makeFolder()
  const sample = await startSampleServer(folder.path)
  const { server, collectionId } = sample
  const browser = await openBrowser()
  const close = async (): Promise<void> => {
    await closePages(browser)
    await server.stop()
    folder.remove()
  }
  const opened = await openPage(browser, server.address, { colorScheme: 'light', reducedMotion: 'reduce' })
  return { ...sample, ...opened, home: `${server.address}/c/${collectionId}`, close }
}
