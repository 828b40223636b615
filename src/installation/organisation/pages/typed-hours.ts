import { z } from 'zod'
import type { OpeningHours } from '../../../administrations/index.ts'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import { optionalLine } from '../../../platform/web/index.ts'

/** Opening hours as they are typed: two spans a day, each from an hour to another, or nothing. */

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const SPANS = [1, 2] as const

const hour = optionalLine(10).pipe(
  z.string().refine((text) => text === '' || /^([01]?\d|2[0-3]):[0-5]\d$/.test(text), 'not_hour'),
)

export const hoursField = (weekday: number, span: number, end: 'opens' | 'closes') =>
  `hours-${weekday}-${span}-${end}`

const fields = WEEKDAYS.flatMap((weekday) =>
  SPANS.flatMap((span) => [
    hoursField(weekday, span, 'opens'),
    hoursField(weekday, span, 'closes'),
  ]),
)

export const typedHours = Object.fromEntries(fields.map((field) => [field, hour] as const))

export function fillHours(hours: readonly OpeningHours[]): Record<string, string> {
  return Object.fromEntries(
    WEEKDAYS.flatMap((weekday) => {
      const ofDay = hours.filter((span) => span.weekday === weekday)
      return ofDay.flatMap(({ opens, closes }, index) => [
        [hoursField(weekday, index + 1, 'opens'), opens],
        [hoursField(weekday, index + 1, 'closes'), closes],
      ])
    }),
  )
}

/** Throws Invalid at the field of what is half said, ends before it begins or overlaps. */
export function readHours(typed: object): OpeningHours[] {
  const texts = new Map(Object.entries(typed))
  const said = (field: string) => {
    const text: unknown = texts.get(field)
    return typeof text === 'string' ? padded(text) : ''
  }
  const problems: FieldProblem[] = []
  const hours = WEEKDAYS.flatMap((weekday) =>
    SPANS.flatMap((span) => {
      const opensField = hoursField(weekday, span, 'opens')
      const opens = said(opensField)
      const closes = said(hoursField(weekday, span, 'closes'))
      if (opens === '' && closes === '') return []
      if (opens === '' || closes === '') problems.push({ field: opensField, code: 'half_hours' })
      else if (closes <= opens) problems.push({ field: opensField, code: 'hours_backwards' })
      return [{ weekday, opens, closes }]
    }),
  )
  for (const weekday of WEEKDAYS) {
    const [first, second] = hours.filter((span) => span.weekday === weekday)
    if (first && second && second.opens < first.closes) {
      problems.push({ field: hoursField(weekday, 2, 'opens'), code: 'hours_overlap' })
    }
  }
  if (problems.length > 0) throw new Invalid(problems)
  return hours
}

function padded(hour: string): string {
  return hour.length === 4 ? `0${hour}` : hour
}
