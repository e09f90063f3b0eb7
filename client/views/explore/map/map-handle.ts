import type { MapName } from './label-layer.ts'

export interface MapPoints {
  x: Float32Array
  y: Float32Array
  flags: Uint8Array
}

/** Surroundings of the points, CSS colours as `rgb(…)` or hex. */
export interface MapGround {
  surface: string
  ink: string
}

export interface MapHandlers {
  /** A point under the pointer, and its place in the host; null when it left. */
  onHover(place: number | null): void
  onPick(place: number | null): void
  onPickName(name: MapName): void
  onHoverName(name: MapName | null): void
  onLasso(places: number[]): void
  /** The map was moved or resized: what hangs on a point must follow. */
  onMove(): void
}

/** The map behind a small handle, so that another renderer can take its place. */
export interface MapHandle {
  setPoints(points: MapPoints): void
  /** Per point its entry of the palette, and the palette as `#rrggbb`. */
  setColours(slot: Uint16Array, palette: readonly string[]): void
  setFocus(mask: Uint8Array | null): void
  setNames(names: readonly MapName[]): void
  setBright(topics: ReadonlySet<number> | null): void
  /** Rings: the point under the pointer, and the picked one. */
  setRings(hover: number | null, picked: number | null): void
  setGround(ground: MapGround): void
  setContours(shown: boolean): void
  setLassoMode(on: boolean): void
  zoomBy(factor: number): void
  home(): void
  /** Moves so that these points fill the view. */
  show(places: readonly number[]): void
  /** Where a point is drawn, pixels from the host's corner. */
  placeOf(point: number): { x: number; y: number } | null
  /** What is seen now, names included, as a picture. */
  toCanvas(): HTMLCanvasElement
  destroy(): void
}

export interface MapClasses {
  theme: string
  topic: string
  detail: string
  shown: string
  dim: string
  ring: string
  picked: string
  lasso: string
}
