// Runs before anything else: no markup may be made from a string, and the first paint has the right colours.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML: (text) => {
      // Style sheets come through here as text; markup never does.
      if (text.includes('<')) throw new TypeError('markup from a string is refused')
      return text
    },
    createScript: () => {
      throw new TypeError('script from a string is refused')
    },
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin !== location.origin)
        throw new TypeError('script from elsewhere is refused')
      return url
    },
  })
}
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // Storage may be shut; the system's choice stands.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
