import { z } from 'zod'
import { cleanText, problemsOf } from '../../cases/index.ts'
import { isPlainDate, type PlainDate } from '../../platform/dates.ts'
import type { FieldProblem } from '../../platform/errors.ts'

/** What staff say of a tablet. */
export interface DeviceInput {
  name: string
  greeting: string | null
  centreId: string
  quotaPerDay: number
  endsOn: PlainDate
}

const text = (longest: number) => z.string().transform(cleanText).pipe(z.string().max(longest))

const deviceForm = z.object({
  name: text(80).pipe(z.string().min(1)),
  greeting: text(300)
    .transform((said) => (said === '' ? null : said))
    .default(null),
  centreId: z.uuid(),
  quotaPerDay: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(2000)),
  endsOn: z.string().refine(isPlainDate, { params: { code: 'valid' } }),
})

export type DeviceForm = Readonly<Record<keyof DeviceInput, string>>

/** Also refused: an enrolment that is over before it begins. */
export function parseDevice(
  form: DeviceForm,
  today: PlainDate,
): { device: DeviceInput } | { problems: FieldProblem[] } {
  const result = deviceForm.safeParse(form, { reportInput: true })
  if (!result.success) return { problems: problemsOf(result.error) }
  if (result.data.endsOn < today) return { problems: [{ field: '/endsOn', code: 'in_past' }] }
  return { device: result.data }
}
