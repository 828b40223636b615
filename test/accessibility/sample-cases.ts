import { askForReview, withdrawCase } from '../../src/cases/actions/answer-back.ts'
import { requestCorrection } from '../../src/cases/actions/request-correction.ts'
import { restrictCase } from '../../src/cases/actions/restrict-case.ts'
import { acceptCase } from '../../src/cases/actions/work-on-case.ts'
import type { FilingInput } from '../../src/cases/filing.ts'
import { CaseWalk } from '../cases/case-walk.ts'
import { fileComplaint } from '../cases/follow/followed-case.ts'
import type { TestSystem } from '../support/test-system.ts'

/** Long enough before today that the time for the person's reply is over. */
const LONG_AGO = '2026-01-12T16:00:00Z'

/** A case in each state in which some page is open, by what may be done about it. */
export async function buildSampleCases(test: TestSystem) {
  const { system } = test
  const begin = async (filing: Partial<FilingInput> = {}) => {
    const receipt = await fileComplaint(system, filing)
    return new CaseWalk(system, { ...receipt, dueOn: '' })
  }
  const today = system.clock()
  test.clockAt(LONG_AGO)
  const unanswered = await begin()
  await unanswered.staff('responsable', requestCorrection, '¿En qué ventanilla fue?')
  test.clockAt(today)

  const fresh = await begin()
  const restricted = await begin()
  await restricted.staff('responsable', restrictCase, 'Se habla de dinero.')
  const compliment = await begin({ kind: 'compliment', description: 'Me atendieron muy bien.' })
  const suggestion = await begin({ kind: 'suggestion', description: 'Pongan más bancas.' })
  await (await suggestion.assigned()).click('unidad2', acceptCase)
  const assigned = await (await begin()).assigned()
  const drafted = await (await begin()).drafted()
  const issued = await (await begin({ answerBy: 'pickup' })).answered()
  const answered = await (await begin()).answered()
  const reviewed = await (await begin()).answered()
  await reviewed.person(askForReview, 'No es cierto.')
  const withdrawn = await begin()
  await withdrawn.person(withdrawCase, 'Ya se arregló.')
  return {
    unanswered,
    fresh,
    restricted,
    compliment,
    suggestion,
    assigned,
    drafted,
    issued,
    answered,
    reviewed,
    withdrawn,
  }
}

export type SampleCases = Awaited<ReturnType<typeof buildSampleCases>>
export type CaseName = keyof SampleCases
