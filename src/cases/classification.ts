import type { BookRules } from '../administrations/index.ts'
import type { FieldProblem } from '../platform/errors.ts'
import type { PlainDate } from '../platform/dates.ts'
import { openKinds, rulesOn } from '../regimes/index.ts'

interface Classified {
  kind: string
  centreId: string
  serviceId: string | null
  motives: readonly string[]
}

/** Kinds that are open, places and services in force, motives of the regime. */
export function classificationProblems(
  to: Classified,
  { regime, authorisations, centres, services }: BookRules,
  day: PlainDate,
): FieldProblem[] {
  const isKind = openKinds(regime, authorisations, day).some(({ code }) => code === to.kind)
  const isCentre = centres.some(({ centreId }) => centreId === to.centreId)
  const isService =
    to.serviceId === null || services.some(({ serviceId }) => serviceId === to.serviceId)
  const motives = new Set(rulesOn(regime.motives, day).map(({ code }) => code))
  return [
    ...(isKind ? [] : [{ field: '/kind', code: 'unknown' }]),
    ...(isCentre ? [] : [{ field: '/centre', code: 'unknown' }]),
    ...(isService ? [] : [{ field: '/service', code: 'unknown' }]),
    ...(to.motives.every((code) => motives.has(code))
      ? []
      : [{ field: '/motive', code: 'unknown' }]),
  ]
}
