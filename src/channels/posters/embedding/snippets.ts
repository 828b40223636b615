import { escapeHtml } from '../../../platform/web/index.ts'

export interface ButtonLook {
  address: string
  text: string
  /** #rrggbb on which white letters can be read. */
  accent: string
}

const MARK = [
  '<svg viewBox="0 0 40 40" width="28" height="28" aria-hidden="true" focusable="false">',
  '<path d="M20 11C16 7.6 10 6.6 4 7v22c6-.4 12 .6 16 4z" fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round"/>',
  '<path d="M20 11c4-3.4 10-4.4 16-4v22h-8l-4.6 5.4L20 29z" fill="#fff" stroke="#fff" stroke-width="2.6" stroke-linejoin="round"/>',
  '</svg>',
].join('')

const FONT = 'font:600 18px/1.3 system-ui,sans-serif'
const SHAPE =
  'display:inline-flex;align-items:center;gap:12px;min-height:48px;padding:8px 20px;border-radius:6px'

/** A link that looks like a button: no script, no picture from elsewhere, nothing that tells who reads it. */
export function buttonSnippet({ address, text, accent }: ButtonLook): string {
  const style = `${SHAPE};background:${accent};color:#fff;${FONT};text-decoration:none`
  return `<a href="${escapeHtml(address)}" style="${style}">${MARK}${escapeHtml(text)}</a>`
}

/** The form's first question in a frame; what follows opens in a tab of its own. */
export function frameSnippet(address: string, title: string): string {
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="960" loading="lazy"></iframe>`
}
