import type { AnchorHTMLAttributes, MouseEvent } from 'react'

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  /** Goes there without loading the page anew. */
  onNavigate: (href: string) => void
}

/** A link inside the app: a plain click stays in the page, every other click is the browser's. */
export function Link({ href, onNavigate, onClick, ...rest }: LinkProps) {
  const click = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    onNavigate(href)
  }
  return <a href={href} onClick={click} {...rest} />
}
