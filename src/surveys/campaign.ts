import type { PlainDate } from '../platform/dates.ts'

/** A time in which a population is asked: by which ways, until when, and how many answers are wanted. */

export const CHANNELS = ['tablet', 'qr', 'link', 'after_answer'] as const
export type SurveyChannel = (typeof CHANNELS)[number]

export const GOAL_KINDS = ['responses', 'rate'] as const
export const RATE_BASES = ['attentions', 'population'] as const

export interface Campaign {
  administrationId: string
  campaignId: string
  code: string
  name: string
  population: string
  populationSize: number | null
  startsOn: PlainDate
  endsOn: PlainDate
  endedOn: PlainDate | null
  /** In the words of whoever ended it before its time. */
  endedBecause: string | null
  goalKind: (typeof GOAL_KINDS)[number]
  goalValue: number
  rateBase: (typeof RATE_BASES)[number]
  ownerId: string
  instrumentCode: string
  instrumentVersion: number
  channels: readonly SurveyChannel[]
  /** Empty: every centre. */
  centreIds: readonly string[]
}

export type CampaignState = 'planned' | 'running' | 'ended'

type Span = Pick<Campaign, 'startsOn' | 'endsOn' | 'endedOn'>

/** The last day on which it is answered, whatever was planned. */
export function lastDayOf({ endsOn, endedOn }: Span): PlainDate {
  return endedOn !== null && endedOn < endsOn ? endedOn : endsOn
}

export function campaignState(campaign: Span, today: PlainDate): CampaignState {
  if (campaign.endedOn !== null || today > campaign.endsOn) return 'ended'
  return today < campaign.startsOn ? 'planned' : 'running'
}

export function covers({ centreIds }: Pick<Campaign, 'centreIds'>, centreId: string): boolean {
  return centreIds.length === 0 || centreIds.includes(centreId)
}

/** How many answers the goal asks for; null while what a rate is counted on is not known. */
export function wantedResponses(
  { goalKind, goalValue }: Pick<Campaign, 'goalKind' | 'goalValue'>,
  base: number | null,
): number | null {
  if (goalKind === 'responses') return goalValue
  return base === null ? null : Math.ceil((goalValue * base) / 100)
}
