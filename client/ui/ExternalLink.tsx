import type { ReactNode } from 'react'
import { isWebAddress } from './web-address.ts'

/** A link out of the app; text where the address is not http or https. */
export function ExternalLink({ href, children, className }: { href: string; children: ReactNode; className?: string }) {
  if (!isWebAddress(href)) return <span className={className}>{children}</span>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={className}>
      {children}
    </a>
  )
}
