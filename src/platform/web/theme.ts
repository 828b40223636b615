import type { RequestHandler } from 'express'
import { NotFound } from '../errors.ts'

/** What an administration may change of the look: its name, its mark and its colour. */
export interface Theme {
  name: string
  href: string
  /** Of the statement on accessibility; on citizens' pages. */
  accessibilityUrl?: string
  /** #rrggbb; at least 4.5:1 on white, see hasEnoughContrast. */
  accent?: string
  /** Address of its mark, of our own origin. */
  markUrl?: string
  /** Stands at the foot of every page, always in the same place (WCAG 3.2.6). */
  help?: { phone?: string; email?: string }
  /** Where a quick exit leads, when not to the usual place. */
  quickExit?: string
}

const COLOUR = /^[0-9a-f]{6}$/i
const ENOUGH = 4.5

export function themeAddress(theme: Theme | undefined): string | null {
  const accent = theme?.accent?.replace('#', '').toLowerCase()
  return accent && COLOUR.test(accent) && hasEnoughContrast(accent)
    ? `/assets/theme-${accent}.css`
    : null
}

/** WCAG 1.4.3: white text on the colour, and the colour as text on white. */
export function hasEnoughContrast(accent: string): boolean {
  return 1.05 / (luminance(accent.replace('#', '')) + 0.05) >= ENOUGH
}

/** A stylesheet that depends on its address only, so that the content policy stays strict. */
export const themeStylesheet: RequestHandler<{ accent: string }> = (request, response) => {
  const { accent } = request.params
  if (!COLOUR.test(accent) || !hasEnoughContrast(accent)) throw new NotFound()
  const properties = {
    '--accent': `#${accent}`,
    '--accent-dark': mix(accent, '000000', 0.3),
    '--accent-tint': mix(accent, 'ffffff', 0.93),
    '--govuk-brand-colour': `#${accent}`,
    '--govuk-link-colour': `#${accent}`,
    '--govuk-link-hover-colour': mix(accent, '000000', 0.4),
    '--govuk-link-visited-colour': mix(accent, '1f1b24', 0.35),
  }
  const rules = Object.entries(properties).map(([name, value]) => `${name}:${value}`)
  response
    .type('css')
    .set('Cache-Control', 'public, max-age=31536000, immutable')
    .send(`:root{${rules.join(';')}}`)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(hex: string, other: string, share: number): string {
  const to = channels(other)
  const mixed = channels(hex).map((from, i) => Math.round(from + ((to[i] ?? 0) - from) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channels(hex: string): number[] {
  return [0, 2, 4].map((start) => Number.parseInt(hex.slice(start, start + 2), 16))
}
