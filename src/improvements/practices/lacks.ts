import type { PlainDate } from '../../platform/dates.ts'
import { TESTS, type Practice, type Recognition, type SustainmentCheck } from './practice.ts'

/** What stands around a practice and is not its text. */
export interface Around {
  actions: number
  liaison: 'never' | 'outdated' | 'knows'
  /** Of what is there about it. */
  evidenceIds: readonly string[]
  /** Those that prove a recognition, and so not that it was carried out. */
  proofIds: readonly string[]
}

export type Part =
  'problem' | 'draft' | 'plan' | 'liaison' | 'implemented' | 'results' | 'tests' | 'sheet'

export type Lack =
  | 'initiative'
  | 'draft'
  | 'plan'
  | 'liaison'
  | 'liaison_outdated'
  | 'evidence'
  | 'adaptation'
  | 'results'
  | 'benefit'
  | 'unanswered'
  | 'not_met'
  | 'original'

/** What each part lacks; the sheet wants all but the liaison's word and that every test is met. */
export function lacksOf(
  practice: Practice,
  around: Around,
): Readonly<Record<Part, readonly Lack[]>> {
  const { originalId, tests } = practice
  const isReplica = practice.kind === 'replicated'
  const shown = around.evidenceIds.filter(
    (id) => id !== originalId && !around.proofIds.includes(id),
  )
  const hasOriginal = originalId !== null && around.evidenceIds.includes(originalId)
  const parts = {
    problem: when(practice.initiative === '', 'initiative'),
    draft: when(practice.draft === '', 'draft'),
    plan: when(around.actions === 0, 'plan'),
    liaison: [
      ...when(around.liaison === 'never', 'liaison'),
      ...when(around.liaison === 'outdated', 'liaison_outdated'),
    ],
    implemented: [
      ...when(shown.length === 0, 'evidence'),
      ...when(isReplica && practice.adaptation === '', 'adaptation'),
    ],
    results: [
      ...when(practice.figures === '' && practice.voices === '', 'results'),
      ...when(practice.benefit === '', 'benefit'),
    ],
    tests: [
      ...when(
        TESTS.some((code) => !tests[code]),
        'unanswered',
      ),
      ...when(
        TESTS.some((code) => tests[code]?.met === false),
        'not_met',
      ),
    ],
  } satisfies Record<Exclude<Part, 'sheet'>, Lack[]>
  const sheet: Lack[] = [
    ...parts.problem,
    ...parts.draft,
    ...parts.plan,
    ...parts.implemented,
    ...parts.results,
    ...parts.tests.filter((lack) => lack !== 'not_met'),
    ...when(isReplica && !hasOriginal, 'original'),
  ]
  return { ...parts, sheet }
}

const when = (isSo: boolean, lack: Lack): Lack[] => (isSo ? [lack] : [])

export type RecognitionLack = 'proof' | 'unchecked' | 'not_kept'

/** Counts in the year in which it was given, while the practice was seen to go on since (MAS, BP-11). */
export function recognitionLacks(
  { givenOn, proofId }: Pick<Recognition, 'givenOn' | 'proofId'>,
  checks: readonly Pick<SustainmentCheck, 'checkedOn' | 'goesOn'>[],
  { evidenceIds, until }: { evidenceIds: readonly string[]; until: PlainDate },
): RecognitionLack[] {
  const lacks: RecognitionLack[] = evidenceIds.includes(proofId) ? [] : ['proof']
  const since = checks.filter(({ checkedOn }) => checkedOn >= givenOn && checkedOn <= until)
  const last = since.reduce<(typeof since)[number] | null>(
    (newest, check) => (newest && newest.checkedOn > check.checkedOn ? newest : check),
    null,
  )
  if (!last) lacks.push('unchecked')
  else if (!last.goesOn) lacks.push('not_kept')
  return lacks
}
