const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What `escapeHtml` may change. */
// oxlint-disable-next-line no-control-regex
const ACTIVE = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/

/** Text that is only text in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  // One look is a fraction of the work, and does for most texts.
  if (!ACTIVE.test(text)) return text
  return withoutControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character])
}

/** The text without the characters that no page may hold: controls but tab and line ends, and halves of surrogate pairs. */
export function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}
