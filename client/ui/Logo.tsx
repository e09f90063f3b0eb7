/** The mark: depth lines around a point. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2.4" aria-hidden>
      <path d="M16 3.5c7.6 0 12.5 5 12.5 11.7S23 28.5 15.3 28.5 3.5 23.3 3.5 16 8.4 3.5 16 3.5Z" />
      <path d="M16.6 9c4.3 0 6.9 2.6 6.9 6.3s-3 7.4-7.5 7.4S8.8 19.8 8.8 15.8 12.1 9 16.6 9Z" />
      <circle cx="16.5" cy="15.5" r="2.2" fill="currentColor" stroke="none" />
    </svg>
  )
}
