import type { Colleague } from '../../people/index.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'

/** The roles that a team has at least. */
export const TEAM_ROLES = ['office_head', 'internal_evaluator', 'operative', 'window'] as const
export type TeamRole = (typeof TEAM_ROLES)[number]

export const FREQUENCIES = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export interface CharterMember {
  accountId: string
  name: string
  post: string
  teamRole: TeamRole
  duties: string
  signedOn: PlainDate | null
}

export interface Charter {
  charterId: string
  administrationId: string
  centreId: string
  year: number
  version: number
  meets: Frequency
  keepsOrder: boolean
  writtenAt: Date
  writtenBy: string
  members: readonly CharterMember[]
}

/** What a person of the staff is in the team, as long as nobody says otherwise. */
export function likelyRole({ posts }: Pick<Colleague, 'posts'>): TeamRole {
  const holds = (role: string) => posts.some((post) => post.role === role)
  if (holds('office_head')) return 'office_head'
  if (holds('evaluator')) return 'internal_evaluator'
  return holds('site_officer') ? 'window' : 'operative'
}

export function missingRoles(members: readonly Pick<CharterMember, 'teamRole'>[]): TeamRole[] {
  return TEAM_ROLES.filter((role) => members.every(({ teamRole }) => teamRole !== role))
}

/** Who works in the centre and is not named: the charter has to name everybody. */
export function notNamed(
  members: readonly Pick<CharterMember, 'accountId'>[],
  assigned: readonly Colleague[],
): Colleague[] {
  return assigned.filter(({ accountId }) => members.every((one) => one.accountId !== accountId))
}

/** Who is named and does not work there any more. */
export function gone<Member extends Pick<CharterMember, 'accountId'>>(
  members: readonly Member[],
  colleagues: readonly Colleague[],
): Member[] {
  return members.filter(({ accountId }) => colleagues.every((one) => one.accountId !== accountId))
}

const DAYS_APART: Readonly<Record<Frequency, number>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 28,
  quarterly: 91,
}

/** On the same weekday until the end of the year. */
export function meetingDays(first: PlainDate, meets: Frequency): PlainDate[] {
  const year = first.slice(0, 4)
  const days: PlainDate[] = []
  for (let day = first; day.startsWith(year); day = addDays(day, DAYS_APART[meets])) days.push(day)
  return days
}
