import type { DataProblem } from '../platform/data-file.ts'
import { corruptionInconsistencies } from './corruption-checks.ts'
import type { RegimeFile } from './regime.ts'

/** Where a kind may point into a filing to say what it asks for. */
const REQUIRABLE = new Set([
  '/service',
  '/motive',
  '/motives',
  '/description',
  '/occurredOn',
  '/occurredAt',
  '/place',
  '/person/names',
  '/person/firstSurname',
  '/person/secondSurname',
  '/person/legalName',
  '/person/representative',
  '/person/documentType',
  '/person/documentNumber',
  '/person/email',
  '/person/phone',
  '/person/address',
  '/answerBy',
  '/consents/electronicNotice',
])

/** What a schema cannot see: whether the parts of a regime fit each other. */
export function inconsistenciesOf(regime: RegimeFile): DataProblem[] {
  return [
    ...kindProblems(regime),
    ...motiveProblems(regime),
    ...unknownKinds(regime),
    ...answerProblems(regime),
    ...repeatedCodes(regime),
    ...patternProblems(regime),
    ...dateProblems(regime),
    ...corruptionInconsistencies(regime.corruption),
  ]
}

function kindProblems(regime: RegimeFile): DataProblem[] {
  return regime.kinds.flatMap((kind, index) =>
    kind.requires.flatMap((requirement, at) =>
      requirement
        .split('|')
        .filter((pointer) => !REQUIRABLE.has(pointer))
        .map((pointer) => ({
          path: ['kinds', index, 'requires', at],
          message: `a filing has no ${pointer}`,
        })),
    ),
  )
}

function motiveProblems({ motives }: RegimeFile): DataProblem[] {
  return motives.flatMap(({ parent }, index) => {
    if (parent === undefined) return []
    const path = ['motives', index, 'parent']
    const above = motives.find(({ code }) => code === parent)
    if (!above) return [{ path, message: `there is no motive ${parent}` }]
    return above.parent === undefined
      ? []
      : [{ path, message: `motives have two levels, and ${parent} is on the second` }]
  })
}

const NAMING_KINDS = ['terms', 'outcomes', 'transitions', 'approvals'] as const

function unknownKinds(regime: RegimeFile): DataProblem[] {
  const known = new Set(regime.kinds.map(({ code }) => code))
  return NAMING_KINDS.flatMap((part) =>
    regime[part].flatMap((rule, index) =>
      (rule.kinds ?? [])
        .filter((kind) => !known.has(kind))
        .map((kind) => ({ path: [part, index, 'kinds'], message: `there is no kind ${kind}` })),
    ),
  )
}

function answerProblems({ kinds, terms, outcomes, approvals }: RegimeFile): DataProblem[] {
  return kinds.flatMap(({ code }, index) => {
    const isFor = (rule: { kinds?: string[] | undefined }) => rule.kinds?.includes(code) ?? true
    const missing = [
      terms.some((term) => term.step === 'answer' && isFor(term)) ? [] : ['no term for its answer'],
      outcomes.some(isFor) ? [] : ['no outcome'],
      approvals.some(isFor) ? [] : ['nobody who approves its answer'],
    ].flat()
    return missing.map((what) => ({ path: ['kinds', index], message: `${code} has ${what}` }))
  })
}

function repeatedCodes(regime: RegimeFile): DataProblem[] {
  return (['kinds', 'motives', 'documentTypes', 'spokenLanguages'] as const).flatMap((part) =>
    repeated(regime[part].map(({ code, from }) => `${code} ${from ?? ''}`.trim())).map(
      ({ index, value }) => ({ path: [part, index, 'code'], message: `${value} is there twice` }),
    ),
  )
}

function repeated(values: string[]): { index: number; value: string }[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [{ index, value }] : []))
}

function patternProblems({ documentTypes }: RegimeFile): DataProblem[] {
  return documentTypes.flatMap(({ pattern }, index) => {
    if (pattern === undefined || isPattern(pattern)) return []
    return [{ path: ['documentTypes', index, 'pattern'], message: 'is not a pattern' }]
  })
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern).source !== ''
  } catch {
    return false
  }
}

function dateProblems(regime: RegimeFile): DataProblem[] {
  const { validFrom, validUntil } = regime
  if (validUntil !== undefined && validUntil < validFrom) {
    return [{ path: ['validUntil'], message: 'comes before validFrom' }]
  }
  return []
}
