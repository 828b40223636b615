import { z } from 'zod'
import type { Centre, Official, Service, Unit } from '../../administrations/index.ts'

/** The parts of an organisation as the record of changes keeps them. */

const validity = { validFrom: z.string().nullable(), validUntil: z.string().nullable() }

export const unitShape: z.ZodType<Unit> = z.object({
  unitId: z.string(),
  slug: z.string(),
  name: z.string(),
  parentUnitId: z.string().nullable(),
  ...validity,
})

export const serviceShape: z.ZodType<Service> = z.object({
  serviceId: z.string(),
  slug: z.string(),
  name: z.string(),
  unitId: z.string(),
  cost: z.string().nullable(),
  requirements: z.string().nullable(),
  term: z.string().nullable(),
  ...validity,
})

export const centreShape: z.ZodType<Centre> = z.object({
  centreId: z.string(),
  slug: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  calendarCode: z.string().nullable(),
  emergencyEmail: z.string().nullable(),
  headApproves: z.boolean(),
  hours: z.array(z.object({ weekday: z.number(), opens: z.string(), closes: z.string() })),
  windows: z.array(z.object({ windowId: z.string(), slug: z.string(), name: z.string() })),
  serviceIds: z.array(z.string()),
  ...validity,
})

export const officialShape: z.ZodType<Official> = z.object({
  officialId: z.string(),
  name: z.string(),
  post: z.string(),
  unitId: z.string().nullable(),
  centreId: z.string().nullable(),
  accountId: z.string().nullable(),
  ...validity,
})
