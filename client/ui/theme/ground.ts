/** The two tokens that a canvas needs as values: `--surface` and `--ink` of tokens.css (a test compares them). */
export const GROUND = {
  light: { surface: '#ffffff', ink: '#15191e' },
  dark: { surface: '#121519', ink: '#e9ebee' },
} as const
