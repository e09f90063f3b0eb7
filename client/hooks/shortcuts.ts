/** Every key that does something, as the help lists it. */
export const SHORTCUTS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/'], does: 'Search' },
  { keys: ['Ctrl', 'K'], does: 'Go to anything' },
  { keys: ['Esc'], does: 'Clear what is picked' },
  { keys: ['E'], does: 'Explore' },
  { keys: ['T'], does: 'Trends' },
  { keys: ['P'], does: 'Papers' },
  { keys: ['R'], does: 'Report' },
  { keys: ['+'], does: 'Zoom in' },
  { keys: ['−'], does: 'Zoom out' },
  { keys: ['0'], does: 'Show the whole map' },
  { keys: ['L'], does: 'Lasso (or hold Shift and drag)' },
  { keys: ['C'], does: 'Change the colours' },
  { keys: ['['], does: 'Topics on or off' },
  { keys: [']'], does: 'Papers on or off' },
  { keys: ['?'], does: 'This list' },
]
