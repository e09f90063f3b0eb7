/** The look of the API page: quiet, readable, in dark and light. */
export const STYLES = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent) }
body { font: 15px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 24px; display: grid; gap: 0 40px;
  grid-template-columns: minmax(0, 17rem) minmax(0, 1fr) }
header { grid-column: 1 / -1 }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; font-size: 13px }
nav ul { list-style: none; margin: 0; padding: 0 }
nav a { text-decoration: none; overflow-wrap: anywhere }
h1 { margin: 0 0 8px; font-size: 28px }
h2 { font-size: 18px; margin: 24px 0 8px }
h3 { font-size: 15px; margin: 0 0 4px; overflow-wrap: anywhere }
small { font-weight: 400; opacity: .75 }
article { border-top: 1px solid var(--line); padding: 16px 0 }
table { border-collapse: collapse; width: 100%; margin: 8px 0; font-size: 13px }
caption { text-align: left; font-weight: 600; padding: 4px 0 }
th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere }
th { font-weight: 500; white-space: nowrap }
code { font: .92em ui-monospace, monospace }
a { color: light-dark(#0b57a4, #8ab8ee) }
@media (max-width: 860px) { body { display: block } nav { position: static } }
`
