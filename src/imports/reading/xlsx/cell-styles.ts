import { attributeOf, readXml } from './xml-pieces.ts'
import type { Zip } from './zip.ts'

const DATES_BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

/** Which styles show their number as a date: only the style tells a serial from a number. */
export async function readDateStyles(zip: Zip): Promise<ReadonlySet<number>> {
  const styles = new Set<number>()
  if (!zip.has('xl/styles.xml')) return styles
  const own = new Map<number, boolean>()
  let inCells = false
  let position = 0
  for await (const pieces of readXml(zip.read('xl/styles.xml'))) {
    for (const piece of pieces) {
      if (piece.type === 'text') continue
      const { name, attributes } = piece
      const format = Number(attributeOf(attributes, 'numFmtId'))
      if (name === 'cellXfs') inCells = piece.type === 'open'
      else if (piece.type !== 'open') continue
      else if (name === 'numFmt') own.set(format, isDate(attributeOf(attributes, 'formatCode')))
      else if (name === 'xf' && inCells) {
        if (own.get(format) ?? DATES_BUILT_IN.has(format)) styles.add(position)
        position += 1
      }
    }
  }
  return styles
}

function isDate(code: string | null): boolean {
  // colours, conditions and words in quotes hold letters that mean no part of a date
  return /[ymdhs]/i.test((code ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}

const DAY = 86_400_000
/** Day 0 as spreadsheets count, which hold 1900 for a leap year; some count from 1904. */
const BEGINNINGS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/** A serial as a date that cannot be misread: `2026-03-27` or `2026-03-27 14:05:00`. */
export function writeSerial(text: string, from: keyof typeof BEGINNINGS): string {
  const serial = Number(text)
  if (text === '' || !(serial >= 1 && serial < 2_958_466)) return text
  // rounded, since half a second is all that a serial can keep
  const instant = new Date(BEGINNINGS[from] + Math.round((serial * DAY) / 1000) * 1000)
  const written = instant.toISOString()
  return Number.isInteger(serial) ? written.slice(0, 10) : written.slice(0, 19).replace('T', ' ')
}
