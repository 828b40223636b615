import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { Invalid, type FieldProblem } from '../platform/errors.ts'
import { dayRule } from './day-rules.ts'
import type { CalendarDay } from './working-calendar.ts'

/** A calendar as it stands in packs/calendars: one list of days, perhaps on top of another calendar. */

const text = z.string().trim().min(1)
const localized = z.object({ es: text, en: text })
const code = z.string().regex(/^[a-z][a-z0-9-]*$/)
const year = z.number().int().min(1900).max(2200)
const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-([0-2]\d|3[01])$/)
const workingWeek = z.array(z.number().int().min(1).max(7)).min(1).max(7)

const calendarDay = z.strictObject({
  date: z.iso.date(),
  name: localized,
  kind: z.enum(['holiday', 'closure', 'working_day_by_exception']).default('holiday'),
  /** Absent: that of the whole file. */
  source: text.optional(),
  publishedOn: z.iso.date().optional(),
})

const calendarFile = z.strictObject({
  code,
  parent: code.optional(),
  name: localized,
  source: text,
  workingWeek: workingWeek.optional(),
  years: z.strictObject({ first: year, last: year }).optional(),
  /** By what rule each day comes round, for the years that are not listed. */
  rules: z.array(dayRule).optional(),
  /** From which day of the year those of the next one are to be confirmed. */
  confirmFrom: monthAndDay.optional(),
  days: z.array(calendarDay),
})

type ParsedFile = z.infer<typeof calendarFile>
export type CalendarFile = Omit<ParsedFile, 'days'> & { days: CalendarDay[] }

/** Reads a file whole or says everything that is wrong with it. */
export function readCalendarFile(content: string): CalendarFile {
  const result = calendarFile.safeParse(parseYaml(content), { reportInput: true })
  if (!result.success) throw new Invalid(result.error.issues.map(problemOf))
  const problems = [...foundationProblems(result.data), ...dayProblems(result.data)]
  if (problems.length > 0) throw new Invalid(problems)
  const { source, days } = result.data
  return { ...result.data, days: days.map((day) => ({ ...day, source: day.source ?? source })) }
}

function parseYaml(content: string): unknown {
  try {
    return parse(content)
  } catch (error) {
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1
    throw new Invalid([{ field: '', code: 'unreadable', values: { line } }])
  }
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return { field, code: 'unknown_key', values: { keys: issue.keys.join(', ') } }
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return { field, code: 'bad_date' }
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return { field, code: missing ? 'missing' : 'bad_value' }
}

/** What stands on nothing must itself say which days are worked and which years it knows. */
function foundationProblems({ parent, workingWeek, years }: ParsedFile): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (years && years.last < years.first) problems.push({ field: 'years', code: 'years_reversed' })
  if (parent !== undefined) return problems
  if (!workingWeek) problems.push({ field: 'workingWeek', code: 'missing' })
  if (!years) problems.push({ field: 'years', code: 'missing' })
  return problems
}

function dayProblems({ days, years }: ParsedFile): FieldProblem[] {
  const seen = new Set<string>()
  return days.flatMap(({ date }, index) => {
    const field = `days.${index}.date`
    const problems: FieldProblem[] = []
    if (seen.has(date)) problems.push({ field, code: 'duplicate_day', values: { date } })
    seen.add(date)
    const year = Number(date.slice(0, 4))
    if (years && (year < years.first || year > years.last)) {
      problems.push({ field, code: 'outside_years', values: { date, ...years } })
    }
    return problems
  })
}
