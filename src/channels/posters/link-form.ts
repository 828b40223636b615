import { z } from 'zod'
import type { BookRules } from '../../administrations/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import { openKinds } from '../../regimes/index.ts'
import { MEDIA, SEALED_KIND, type NewLink } from './poster-link.ts'

/** The fields of the form, as they are typed or chosen. */
export const LINK_FIELDS = ['label', 'medium', 'place', 'service', 'kind'] as const
export type TypedLink = Readonly<Partial<Record<(typeof LINK_FIELDS)[number], string>>>

const LONGEST_LABEL = 80

/** What may be chosen: the book on the day, and whether its sealed door is open. */
export interface LinkChoices {
  rules: BookRules
  day: PlainDate
  doorOpen: boolean
  /** The centres whose links the person keeps; null: all, and the whole administration. */
  centreIds: readonly string[] | null
}

/** A place is the whole administration (''), a centre, or `centre/window`. */
export function placesOf({ rules, centreIds }: LinkChoices) {
  const centres = rules.centres.filter(
    ({ centreId }) => centreIds === null || centreIds.includes(centreId),
  )
  return centres.flatMap((centre) => [
    { value: centre.slug, centre, window: null },
    ...centre.windows.map((window) => ({ value: `${centre.slug}/${window.slug}`, centre, window })),
  ])
}

export function kindsOf({ rules, day, doorOpen }: LinkChoices): string[] {
  const codes = openKinds(rules.regime, rules.authorisations, day).map(({ code }) => code)
  return doorOpen ? [...codes, SEALED_KIND] : codes
}

export function parseLink(
  typed: TypedLink,
  choices: LinkChoices,
): { link: NewLink; problems: [] } | { link: null; problems: FieldProblem[] } {
  const label = tidy(typed.label ?? '')
  const medium = z.enum(MEDIA).safeParse(typed.medium)
  const place = placesOf(choices).find(({ value }) => value === typed.place)
  const service = choices.rules.services.find(({ slug }) => slug === typed.service)
  const kind = typed.kind ? typed.kind : null
  const problems = [
    ...(label === '' ? [{ field: 'label', code: 'required' }] : []),
    ...(label.length > LONGEST_LABEL ? [{ field: 'label', code: 'too_long' }] : []),
    ...(medium.success ? [] : [{ field: 'medium', code: 'required' }]),
    ...placeProblems(typed, place !== undefined, choices),
    ...serviceProblems(typed, service?.serviceId, place?.centre.serviceIds),
    ...(kind === null || kindsOf(choices).includes(kind)
      ? []
      : [{ field: 'kind', code: 'unknown' }]),
  ]
  if (problems.length > 0 || !medium.success) return { link: null, problems }
  return {
    link: {
      label,
      medium: medium.data,
      centreId: place?.centre.centreId ?? null,
      windowId: place?.window?.windowId ?? null,
      // the sealed door asks for nothing that it was not told there
      serviceId: kind === SEALED_KIND ? null : (service?.serviceId ?? null),
      kind,
    },
    problems: [],
  }
}

function placeProblems(
  { place }: TypedLink,
  found: boolean,
  { centreIds }: LinkChoices,
): FieldProblem[] {
  if (found) return []
  if (!place) return centreIds === null ? [] : [{ field: 'place', code: 'required' }]
  return [{ field: 'place', code: 'unknown' }]
}

function serviceProblems(
  { service }: TypedLink,
  serviceId: string | undefined,
  given: readonly string[] | undefined,
): FieldProblem[] {
  if (!service) return []
  if (serviceId === undefined) return [{ field: 'service', code: 'unknown' }]
  if (given === undefined) return [{ field: 'service', code: 'without_centre' }]
  return given.includes(serviceId) ? [] : [{ field: 'service', code: 'not_given_there' }]
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
