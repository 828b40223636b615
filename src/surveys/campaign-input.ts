import { z } from 'zod'
import type { FieldProblem } from '../platform/errors.ts'
import { day, line, numberWithin, optionalLine, ticks, words } from '../platform/web/index.ts'
import { CHANNELS, GOAL_KINDS, RATE_BASES, type Campaign } from './campaign.ts'

const MOST = 10_000_000

/** The door for campaigns. */
export const campaignInput = z.object({
  name: line(120),
  population: words(500).pipe(z.string().min(1, 'required')),
  populationSize: optionalLine(8)
    .pipe(z.string().regex(/^\d*$/, 'not_number'))
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.number().min(1, 'not_number').nullable()),
  startsOn: day,
  endsOn: day,
  goalKind: z.enum(GOAL_KINDS, 'required'),
  goalValue: numberWithin(1, MOST),
  rateBase: z.enum(RATE_BASES, 'required'),
  ownerId: z.uuid('required'),
  instrument: line(80),
  channels: ticks(z.enum(CHANNELS, 'unknown')).pipe(z.array(z.enum(CHANNELS)).min(1, 'required')),
  centreIds: ticks(z.uuid('unknown')),
})

export type CampaignInput = z.infer<typeof campaignInput>

/** Why it ends before its time: for those who read its results later. */
export const endInput = z.object({ reason: words(500).pipe(z.string().min(1, 'required')) })

/** What no single field can tell. */
export function problemsOfCampaign(
  input: Pick<
    CampaignInput,
    'startsOn' | 'endsOn' | 'goalKind' | 'goalValue' | 'rateBase' | 'populationSize'
  >,
): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (input.endsOn < input.startsOn) problems.push({ field: 'endsOn', code: 'before_start' })
  if (input.goalKind === 'rate' && input.goalValue > 100) {
    problems.push({ field: 'goalValue', code: 'over_hundred' })
  }
  const needsSize = input.goalKind === 'rate' && input.rateBase === 'population'
  if (needsSize && input.populationSize === null) {
    problems.push({ field: 'populationSize', code: 'required' })
  }
  return problems
}

/** `neutral/1`, as the form names what is asked. */
export function instrumentName({
  instrumentCode,
  instrumentVersion,
}: Pick<Campaign, 'instrumentCode' | 'instrumentVersion'>): string {
  return `${instrumentCode}/${instrumentVersion}`
}
