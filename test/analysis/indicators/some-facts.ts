import type { CaseFacts, Span } from '../../../src/analysis/index.ts'

let made = 0

/** A complaint of one day, of which nothing happened yet; what a test is about is said beside. */
export function someFacts(told: Partial<CaseFacts> = {}): CaseFacts {
  made += 1
  return {
    administrationId: '00000000-0000-4000-8000-000000000001',
    source: 'book',
    caseId: `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`,
    kind: 'complaint',
    centreId: 'c1',
    unitId: null,
    serviceId: null,
    channel: 'web',
    motive: null,
    cause: null,
    language: 'es',
    registeredOn: '2026-02-02',
    acknowledgedAtOnce: true,
    firstResponse: null,
    triageDueOn: null,
    triagedOn: null,
    correctionAsked: false,
    dueOn: null,
    answer: null,
    answeredUndated: false,
    outcome: null,
    notice: null,
    endedOn: null,
    ending: null,
    olderOn: { 10: null, 20: null, 30: null },
    repeated: false,
    rating: null,
    stays: [],
    ...told,
  }
}

export const took = (on: string, workingDays: number, calendarDays = workingDays): Span => ({
  on,
  workingDays,
  calendarDays,
})
