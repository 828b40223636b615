import type { OpeningHours } from './book-rules.ts'

/** Days that follow each other and are alike, with their spans: Monday to Friday, 8:30 to 15:00. */
export interface HoursOfDays {
  from: number
  to: number
  spans: readonly { opens: string; closes: string }[]
}

export function groupHours(hours: readonly OpeningHours[]): HoursOfDays[] {
  const groups: HoursOfDays[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const spans = spansOf(hours, day)
    if (spans.length === 0) continue
    const last = groups.at(-1)
    if (last && last.to === day - 1 && isAlike(last.spans, spans)) last.to = day
    else groups.push({ from: day, to: day, spans })
  }
  return groups
}

function spansOf(hours: readonly OpeningHours[], day: number) {
  return hours
    .filter(({ weekday }) => weekday === day)
    .map(({ opens, closes }) => ({ opens, closes }))
    .sort((one, other) => one.opens.localeCompare(other.opens))
}

function isAlike(one: HoursOfDays['spans'], other: HoursOfDays['spans']): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
