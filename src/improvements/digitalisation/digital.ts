import type { PlainDate } from '../../platform/dates.ts'

/** From nothing on line to the whole procedure there. */
export const LEVELS = [0, 1, 2, 3, 4] as const

/** What a centre may have, each with the requirement of the service model that it answers. */
export const MEANS = ['tickets', 'screen', 'kiosk', 'appointments', 'portal', 'device'] as const
export type Mean = (typeof MEANS)[number]
export const REQUIREMENT_OF: Readonly<Record<Mean, string>> = {
  tickets: 'MD-04',
  screen: 'MD-04',
  kiosk: 'MD-05',
  appointments: 'MD-06',
  portal: 'MD-07',
  device: 'MD-08',
}

export interface Assessment {
  assessmentId: string
  serviceId: string
  level: number
  assessedOn: PlainDate
  evidence: string
}

export interface Sighting {
  centreId: string
  mean: Mean
  isThere: boolean
  seenOn: PlainDate
  evidence: string
}
