import type { System } from '../system.ts'
import type { BookRules } from '../administrations/index.ts'
import { isNamed, routeInBook, type RoutedFiling } from '../routing/index.ts'
import { motivesOf, type FilingInput } from './filing.ts'

/** Where a new filing goes and why, in the book's own ids. */
export interface Route extends Omit<RoutedFiling, 'signals' | 'namedOfficials'> {
  signals: string[]
  /** Picked, or named for certain; a mere likeness is shown in triage. */
  namedOfficialIds: string[]
  serviceId: string | null
  centreId: string
}

export async function routeNewCase(
  system: Pick<System, 'db'>,
  rules: BookRules,
  filing: FilingInput,
  now: Date,
): Promise<Route> {
  const centre = rules.centres.find(({ slug }) => slug === filing.centre)
  if (!centre) throw new Error('a filing is checked before it is routed')
  const serviceId = rules.services.find(({ slug }) => slug === filing.service)?.serviceId ?? null
  const routed = await routeInBook(
    system.db,
    rules,
    {
      kind: filing.kind,
      centreId: centre.centreId,
      serviceId,
      motives: motivesOf(filing),
      channel: filing.channel ?? 'web',
      spokenLanguage: filing.spokenLanguage ?? null,
      text: [filing.description, filing.place ?? ''].join('\n'),
      pickedOfficialIds: filing.officials ?? [],
    },
    now,
  )
  return {
    ...routed,
    signals: [...new Set(routed.signals.map(({ signal }) => signal))],
    namedOfficialIds: routed.namedOfficials.filter(isNamed).map(({ officialId }) => officialId),
    serviceId,
    centreId: centre.centreId,
  }
}
