/** Year, month, day, hour, minute, second, and how far the clock there is ahead, if the text says so. */
export interface ReadDate {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** Without it the text names a day only. */
  hasTime: boolean
  aheadMinutes: number | null
}

export type DateReader = (text: string) => ReadDate | null

/** What each sign of a format stands for; the rest stands for itself. */
const SIGNS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MMMM: '(?<monthName>\\p{L}+)',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})(?:[.,]\\d+)?',
  a: '(?<half>[AaPp])\\.?\\s?[Mm]\\.?',
  EEEE: '[\\p{L}-]+',
  Z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
}
const PARTS = /'[^']*'|y+|M+|d+|H+|h+|m+|s+|a+|E+|Z+|[A-Za-z]+|[^A-Za-z']+/g

export function isDateFormat(format: string): boolean {
  const signs = signsOf(format)
  const has = (...names: string[]) => names.some((name) => signs.includes(name))
  const known = signs.every((sign) => sign in SIGNS)
  // twelve hours without their half of the day would be a guess
  const wholeClock = has('h', 'hh') === has('a')
  return (
    known && has('yyyy') && has('M', 'MM', 'MMMM') && has('d', 'dd') && wholeClock && isOnce(signs)
  )
}

function isOnce(signs: readonly string[]): boolean {
  const names = signs.map((sign) => (sign === 'MMMM' ? 'M' : sign.charAt(0)))
  return new Set(names).size === names.length
}

function signsOf(format: string): string[] {
  return (format.match(PARTS) ?? []).filter((part) => /^[A-Za-z]/.test(part))
}

const ISO = compile('yyyy-MM-dd')
const ISO_TIME = compile('yyyy-MM-dd HH:mm:ss')

/**
 * Reads dates in these formats, months by their names in the language. What a spreadsheet keeps as a date
 * comes as `2026-03-27 14:05:00`, which nobody can misread, and is read besides.
 */
export function dateReader(formats: readonly string[], language: string): DateReader {
  const patterns = [...formats.map(compile), ISO, ISO_TIME]
  const months = monthNames(language)
  return (text) => {
    for (const pattern of patterns) {
      const groups = pattern.exec(text)?.groups
      if (groups) return fromGroups(groups, months)
    }
    return null
  }
}

function compile(format: string): RegExp {
  const parts = format.match(PARTS) ?? []
  const pattern = parts.map((part) => {
    if (part.startsWith("'")) return escape(part.slice(1, -1))
    return SIGNS[part] ?? escape(part).replace(/\s+/g, '\\s+')
  })
  return new RegExp(`^${pattern.join('')}$`, 'u')
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function fromGroups(
  groups: Readonly<Record<string, string | undefined>>,
  months: ReadonlyMap<string, number>,
): ReadDate | null {
  const named = groups['monthName']
  const month =
    named === undefined ? Number(groups['month'] ?? 0) : (months.get(folded(named)) ?? 0)
  const hour = hourOf(Number(groups['hour'] ?? 0), groups['half'])
  const read = {
    year: Number(groups['year'] ?? 0),
    month,
    day: Number(groups['day'] ?? 0),
    hour,
    minute: Number(groups['minute'] ?? 0),
    second: Number(groups['second'] ?? 0),
    hasTime: groups['hour'] !== undefined,
    aheadMinutes: groups['zone'] === undefined ? null : aheadOf(groups['zone']),
  }
  return exists(read) ? read : null
}

/** Noon is 12 PM, midnight 12 AM. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return 24
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function aheadOf(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

function exists({ year, month, day, hour, minute, second }: ReadDate): boolean {
  if (year < 1900 || hour > 23 || minute > 59 || second > 59) return false
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function monthNames(language: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const form of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      names.set(folded(format.format(Date.UTC(2026, month - 1, 15))), month)
    }
  }
  return names
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
}
