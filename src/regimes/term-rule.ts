import { z } from 'zod'

/** How long something may take and how it is counted; what it is for is said by who extends this. */
export const termLength = z.strictObject({
  days: z.number().int().min(0).max(1000),
  unit: z.enum(['business', 'calendar', 'months']),
  /** Day 1 is the next working day, the next day, or the day itself. */
  starts: z.enum(['next_business_day', 'next_day', 'same_day']).default('next_business_day'),
  /** A filing on a non-working day counts that day, or as if made on the next working one. */
  filedOnNonWorkingDay: z
    .enum(['counts_that_day', 'counts_next_working_day'])
    .default('counts_that_day'),
  /** HH:MM; only where such filings count the next working day: from then on an evening does too. */
  receivesUntil: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  /** False: a term in calendar days or months may end on a day that is not worked. */
  rollForward: z.boolean().optional(),
  /** One month from the 31st where there is no such day. */
  shortMonth: z.enum(['first_of_next_month', 'last_of_month']).optional(),
})
