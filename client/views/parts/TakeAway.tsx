import { ActionIcon, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { downloadText, fileName } from '../../ui/download.ts'
import { savePng, saveSvg } from '../../ui/save-svg.ts'
import { copyLink } from '../shell/LinkButton.tsx'

interface TakeAwayProps {
  /** Holds the chart's SVG; absent where there is none to take. */
  chart?: RefObject<HTMLDivElement | null>
  csv: () => string
  json: () => string
  title: string
}

/** The chart as a picture, its numbers as a file, its address as a link. */
export function TakeAway({ chart, csv, json, title }: TakeAwayProps) {
  const withSvg = (use: (svg: SVGSVGElement) => void) => () => {
    const svg = chart?.current?.querySelector('svg')
    if (svg) use(svg)
  }
  return (
    <div>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label="Download or share the chart" title="Download or share">
            <IconDownload size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void copyLink()}>Copy link</Menu.Item>
          <Menu.Divider />
          {chart && (
            <>
              <Menu.Item onClick={withSvg((svg) => void savePng(svg, fileName(title, 'png')))}>Picture (PNG)</Menu.Item>
              <Menu.Item onClick={withSvg((svg) => saveSvg(svg, fileName(title, 'svg')))}>Drawing (SVG)</Menu.Item>
            </>
          )}
          <Menu.Item onClick={() => downloadText(csv(), fileName(title, 'csv'), 'text/csv')}>Numbers (CSV)</Menu.Item>
          <Menu.Item onClick={() => downloadText(json(), fileName(title, 'json'), 'application/json')}>
            Numbers (JSON)
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
