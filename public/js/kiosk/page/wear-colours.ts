const COLOUR = /^#?([0-9a-f]{6})$/i

/** The administration's own colour, in the three tones that the app uses. */
export function wearColours(accent: string | undefined): void {
  const hex = COLOUR.exec(accent ?? '')?.[1]
  if (!hex) return
  const { style } = document.documentElement
  style.setProperty('--accent', `#${hex}`)
  style.setProperty('--accent-dark', mix(hex, 0, 0.3))
  style.setProperty('--accent-tint', mix(hex, 255, 0.93))
}

function mix(hex: string, to: number, share: number): string {
  const mixed = [0, 2, 4].map((at) => {
    const from = Number.parseInt(hex.slice(at, at + 2), 16)
    return Math.round(from + (to - from) * share)
  })
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
