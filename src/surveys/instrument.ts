import { z } from 'zod'
import { localized } from '../regimes/index.ts'

/** What is asked, as a document with a version: a version that was loaded never changes. */

/** The six drivers of satisfaction (conductores) of any public service. */
export const DRIVERS = [
  'professional_treatment',
  'information',
  'provision_time',
  'result',
  'accessibility',
  'trust',
] as const
export type Driver = (typeof DRIVERS)[number]

/** From the worst to the best; four and five count as satisfied. */
export const SCALE = [1, 2, 3, 4, 5] as const
export const SATISFIED_FROM = 4

export const RESOLVED = ['yes', 'partly', 'no'] as const
export type Resolved = (typeof RESOLVED)[number]

const code = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/)
const question = z.strictObject({ text: localized })

const segment = z.strictObject({
  code,
  text: localized,
  options: z.array(z.strictObject({ code, text: localized })).min(2),
})

export const instrumentFile = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
    version: z.int().min(1),
    name: localized,
    source: z.string().min(1),
    minutes: z.int().min(1),
    overall: question,
    resolved: question,
    drivers: z
      .array(z.strictObject({ code: z.enum(DRIVERS), text: localized, about: localized }))
      .min(1),
    comment: z.strictObject({ text: localized, hint: localized }),
    segments: z.array(segment),
  })
  .refine(({ drivers, segments }) => isEachOnce(drivers) && isEachOnce(segments), {
    message: 'A driver or a segment stands there twice',
  })

export type Instrument = z.infer<typeof instrumentFile>

function isEachOnce(list: readonly { code: string }[]): boolean {
  return new Set(list.map((one) => one.code)).size === list.length
}
