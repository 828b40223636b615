import { placeOf } from '../../../../src/cases/asked-of-person.ts'
import { CONTACTS, NAMES, ORGANISATION, type PersonField, type Visit } from './draft.ts'
import { askedOfPerson } from './requirements.ts'

/** The filing as the machine interface takes it. What is not asked of a kind is sent nowhere. */
export function composeFiling(visit: Visit): object {
  const { draft, setup, language } = visit
  const person = {
    ...personOf(visit),
    ...(draft.supportNeeds.length > 0 && { supportNeeds: draft.supportNeeds }),
  }
  return {
    kind: draft.kind,
    centre: setup.centre.slug,
    description: draft.description.trim(),
    channel: 'tablet',
    language,
    ...(draft.service && { service: draft.service }),
    ...(draft.place.trim() && { place: draft.place.trim() }),
    ...(draft.official && { officials: [draft.official] }),
    ...(draft.motive && { motives: motivesChosen(visit) }),
    ...(draft.occurredOn && { occurredOn: draft.occurredOn }),
    ...(draft.answerBy && { answerBy: draft.answerBy }),
    ...(draft.spokenLanguage && { spokenLanguage: draft.spokenLanguage }),
    consents: {
      electronicNotice: draft.consents.electronicNotice ?? false,
      resultsTold: draft.consents.resultsTold ?? false,
      quotation: draft.consents.quotation ?? false,
    },
    ...(Object.keys(person).length > 0 && { person }),
  }
}

/** The motive as it is filed: what was chosen first, then what it belongs to. */
export function motivesChosen({ draft, setup }: Visit): string[] {
  const chosen = setup.motives.find(({ code }) => code === draft.motive)
  if (!chosen) return []
  return [chosen.code, ...(chosen.parent ? [chosen.parent] : [])]
}

function personOf(visit: Visit): Partial<Record<PersonField, string>> {
  const given = fieldsAsked(visit).flatMap((field) => {
    const value = visit.draft.person[field]?.trim()
    return value ? [[field, value] as const] : []
  })
  return Object.fromEntries(given)
}

export function fieldsAsked(visit: Visit): PersonField[] {
  const asked = askedOfPerson(visit)
  const place = placeOf(visit.draft.answerBy)
  const isGroup = asked.organisation && visit.draft.writesFor === 'organisation'
  return [
    ...(asked.names ? (isGroup ? ORGANISATION : NAMES) : []),
    ...(asked.document ? (['documentType', 'documentNumber'] as const) : []),
    ...CONTACTS.filter((contact) => contact === place || asked.contacts.includes(contact)),
  ]
}
