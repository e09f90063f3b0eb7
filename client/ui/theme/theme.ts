import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const tide: MantineColorsTuple = [
  '#e9f5f6',
  '#d3eaec',
  '#a9d6da',
  '#7ac1c8',
  '#63c5d2',
  '#2f8f9b',
  '#147885',
  '#0b6470',
  '#07525c',
  '#043e46',
]

// Mantine writes white on its filled colours; ours are light in the dark scheme and need dark words.
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled' || (input.color !== undefined && input.color !== 'tide')) return colors
  return {
    ...colors,
    background: 'var(--accent)',
    hover: 'color-mix(in oklab, var(--accent) 88%, var(--ink))',
    color: 'var(--on-accent)',
  }
}

// Mantine's dark greys in the tone of ours: 4 borders, 6 fields, 7 the page.
const dark: MantineColorsTuple = [
  '#e9ebee',
  '#c4cad1',
  '#9ba5b0',
  '#7d8792',
  '#3d444d',
  '#2f353d',
  '#1a1e23',
  '#121519',
  '#0e1114',
  '#0a0c0f',
]

/** Mantine set to our tokens: one accent, hairlines, four sizes, no shadow but on what floats. */
export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver,
  colors: { tide, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '24px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    Tooltip: { defaultProps: { openDelay: 400, fz: 12, withinPortal: true } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md' }, styles: { dropdown: { maxWidth: 'calc(100vw - 16px)' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 150 },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': 'Close' },
        // The head of a dialog is no banner of the page.
        attributes: { header: { role: 'none' } },
        styles: { title: { fontSize: 'var(--size-l)', fontWeight: 600 } },
      },
    },
  },
})

/** Points Mantine's variables at our tokens, so that both colour schemes have one source. */
export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-dim)',
    '--mantine-color-placeholder': 'var(--ink-dim)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-low)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-gray-light-color': 'var(--ink)',
    '--mantine-color-gray-light-hover': 'var(--surface-low)',
    '--mantine-color-disabled': 'var(--surface-low)',
    '--mantine-color-disabled-color': 'var(--ink-dim)',
    '--mantine-shadow-md': 'var(--shadow)',
  }
  return { variables: {}, light: shared, dark: shared }
}
