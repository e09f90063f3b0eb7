import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconHome,
  IconLasso,
  IconMinus,
  IconPhotoDown,
  IconPlus,
  IconRipple,
  IconTable,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { COLOURS, type Colour } from '../../state/link.ts'
import { saveCanvas } from '../../ui/save-svg.ts'
import type { MapHandle } from './map/map-handle.ts'
import classes from './MapToolbar.module.css'

interface MapToolbarProps {
  table: boolean
  colour: Colour
  contours: boolean
  lassoOn: boolean
  handle: MapHandle | null
  onColour: (colour: Colour) => void
  onContours: () => void
  onLasso: () => void
  onTable: () => void
}

/** The map's tools, in its lower left corner. */
export function MapToolbar({ table, colour, contours, lassoOn, handle, ...on }: MapToolbarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="Map tools">
      {!table && (
        <>
          <Menu position="top-start">
            <Menu.Target>
              <UnstyledButton className={classes.colour}>
                colour: {colour}
                <IconChevronDown size={14} stroke={1.75} aria-hidden />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {COLOURS.map((choice) => (
                <Menu.Item
                  key={choice}
                  leftSection={<IconCheck size={14} opacity={choice === colour ? 1 : 0} aria-hidden />}
                  onClick={() => on.onColour(choice)}
                >
                  {choice}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <span className={classes.rule} />
          <Tool label="Zoom in" icon={IconPlus} wide onClick={() => handle?.zoomBy(1.6)} />
          <Tool label="Zoom out" icon={IconMinus} wide onClick={() => handle?.zoomBy(1 / 1.6)} />
          <Tool label="Show the whole map" icon={IconHome} onClick={() => handle?.home()} />
          <span className={classes.rule} />
          <Tool label="Lasso: draw around papers (or hold Shift)" icon={IconLasso} on={lassoOn} onClick={on.onLasso} />
          <Tool label="Depth lines" icon={IconRipple} on={contours} onClick={on.onContours} />
          <Tool
            label="Save the map as PNG"
            icon={IconPhotoDown}
            onClick={() => handle && saveCanvas(handle.toCanvas(), 'topic-map.png')}
          />
        </>
      )}
      <Tool label={table ? 'Show the map' : 'Show as a table'} icon={IconTable} on={table} onClick={on.onTable} />
    </div>
  )
}

interface ToolProps {
  label: string
  icon: ComponentType<{ size: number; stroke: number }>
  /** Left out where there is little room: fingers zoom without it. */
  wide?: boolean
  /** Given for what is on or off. */
  on?: boolean
  onClick: () => void
}

function Tool({ label, icon: Icon, wide, on, onClick }: ToolProps) {
  return (
    <Tooltip label={label} position="top">
      <ActionIcon
        aria-label={label}
        aria-pressed={on}
        className={`${classes.tool} ${wide ? classes.wide : ''}`}
        onClick={onClick}
      >
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
