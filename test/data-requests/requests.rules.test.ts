import { describe, expect, it } from '@jest/globals'
import { WorkingCalendar } from '../../src/deadlines/index.ts'
import { isReminderDay } from '../../src/data-requests/reminder-days.ts'
import { answerDue, effectiveDue, nextDay } from '../../src/data-requests/request-clock.ts'
import { isPossible } from '../../src/data-requests/request-policy.ts'
import { findDataRight } from '../../src/regimes/index.ts'
import { readRegimePack } from '../../src/regimes/regime-pack.ts'

const calendar = new WorkingCalendar([
  {
    code: 'week',
    version: 1,
    workingWeek: [1, 2, 3, 4, 5],
    years: { first: 2026, last: 2027 },
    days: [],
  },
])
const ZONE = 'America/Mexico_City'
const MONDAY = new Date('2026-03-02T16:00:00Z')

const ruleOf = async (regime: string, right: 'access' | 'erasure') =>
  findDataRight(await readRegimePack(`packs/regimes/${regime}.yaml`), right, '2026-03-02') ?? null

const asked = (rule: Awaited<ReturnType<typeof ruleOf>>, changes: object = {}) => ({
  ...{ rule, filedAt: MONDAY, extendedBy: null, proofAskedOn: null, provenOn: null },
  ...changes,
})
const due = (request: ReturnType<typeof asked>, today = '2026-03-02') =>
  answerDue(request, calendar, ZONE, today)

describe('The clock of a data request', () => {
  it.each([
    ['mx-guanajuato-mas', 'erasure', '2026-03-30'],
    ['pe-ds-007-2020-pcm', 'access', '2026-03-30'],
    ['pe-ds-007-2020-pcm', 'erasure', '2026-03-16'],
    ['neutral', 'access', '2026-03-30'],
  ] as const)('under %s gives the answer about %s until %s', async (regime, right, day) => {
    expect(due(asked(await ruleOf(regime, right)))).toBe(day)
  })

  it('goes on for the one extension, and stands still while proof is awaited', async () => {
    const rule = await ruleOf('mx-guanajuato-mas', 'access')
    expect(due(asked(rule, { extendedBy: 10 }))).toBe('2026-04-13')
    const waited = asked(rule, { proofAskedOn: '2026-03-03', provenOn: '2026-03-06' })
    expect(due(waited, '2026-03-06')).toBe('2026-04-02')
  })

  it('gives fifteen days to do what was granted, or the term to answer where no more is given', async () => {
    const mexico = { rule: await ruleOf('mx-guanajuato-mas', 'erasure'), dueOn: '2026-03-30' }
    const peru = { rule: await ruleOf('pe-ds-007-2020-pcm', 'erasure'), dueOn: '2026-03-16' }
    expect(effectiveDue(mexico, MONDAY, calendar, ZONE)).toBe('2026-03-23')
    expect(effectiveDue(peru, MONDAY, calendar, ZONE)).toBe('2026-03-16')
  })

  it('looks at the day of what is owed now, and at none once all is settled', () => {
    const days = { dueOn: 'a', proofDueOn: 'b', effectiveDueOn: 'c' }
    const seen = (['in_review', 'awaiting_proof', 'granted', 'denied'] as const).map((state) =>
      nextDay({ state, ...days }),
    )
    expect(seen).toEqual(['a', 'b', 'c', null])
  })

  it('reminds five and two working days before, on the day, the day after and each week then', () => {
    const on = (today: string) => isReminderDay('2026-03-30', today, calendar)
    const days = [
      '2026-03-23',
      '2026-03-24',
      '2026-03-26',
      '2026-03-30',
      '2026-03-31',
      '2026-04-04',
    ]
    expect(days.map(on)).toEqual([true, false, true, true, true, false])
    expect([on('2026-04-01'), on('2026-04-06')]).toEqual([false, true])
  })
})

describe('A step of a data request', () => {
  const request = {
    ...{ administrationId: 'a', rule: null, extendedBy: null },
    state: 'in_review' as const,
  }

  it('decides about nobody who has not proved who they are', () => {
    expect(isPossible('grant', { ...request, proof: null })).toBe(false)
    expect(isPossible('grant', { ...request, proof: 'secret' })).toBe(true)
    expect(isPossible('deny', { ...request, proof: null })).toBe(true)
  })

  it('takes in other cases only for a person whose document was seen', () => {
    expect(isPossible('add_case', { ...request, proof: 'secret' })).toBe(false)
    expect(isPossible('add_case', { ...request, proof: 'document' })).toBe(true)
  })

  it('extends once, and only where the rule has an extension', async () => {
    const rule = await ruleOf('neutral', 'access')
    const proof = 'secret' as const
    expect(isPossible('extend', { ...request, proof, rule })).toBe(true)
    expect(isPossible('extend', { ...request, proof, rule, extendedBy: 10 })).toBe(false)
    expect(isPossible('extend', { ...request, proof })).toBe(false)
  })
})
