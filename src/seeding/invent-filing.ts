import type { BookRules } from '../administrations/index.ts'
import type { FilingInput } from '../cases/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import { addDays } from '../platform/dates.ts'
import { openKinds, rulesOn } from '../regimes/index.ts'
import type { Chance } from './chance.ts'
import type { Story, Voices } from './voices.ts'

export interface InventedFiling {
  filing: FilingInput
  filer: 'public' | 'staff'
}

/** How often people say what; a kind that the regime does not have is left out. */
const KINDS: Readonly<Record<string, number>> = {
  complaint: 62,
  suggestion: 14,
  need: 10,
  observation: 6,
  compliment: 8,
}

/** At a counter only while it is open; the rest of the day people write. */
const BY_DAY = { web: 40, counter: 24, qr: 10, phone: 12, tablet: 8, paper: 4, api: 2 }
const BY_NIGHT = { web: 84, qr: 12, api: 4 }
const IN_THE_OPEN = new Set(['web', 'api'])

/** Somebody who does not exist says something that happened nowhere. */
export function inventFiling(
  chance: Chance,
  voices: Voices,
  book: BookRules,
  { day, inOfficeHours }: { day: PlainDate; inOfficeHours: boolean },
): InventedFiling {
  const story = chance.pick(storiesFor(chance, voices, book, day))
  const language = story.es === undefined ? 'en' : 'es'
  const service = book.services.find(({ slug }) => slug === story.service)
  const centres = book.centres.filter(
    ({ serviceIds }) => service === undefined || serviceIds.includes(service.serviceId),
  )
  const centre = chance.pick(centres.length > 0 ? centres : book.centres)
  const offered = service && centre.serviceIds.includes(service.serviceId)
  const knowsMotive = rulesOn(book.regime.motives, day).some(({ code }) => code === story.motive)
  const channel = chance.weighted(inOfficeHours ? BY_DAY : BY_NIGHT)
  return {
    filer: IN_THE_OPEN.has(channel) ? 'public' : 'staff',
    filing: {
      kind: story.kind,
      centre: centre.slug,
      description: tell(chance, voices, story, language, centre.name),
      channel,
      language: book.administration.languages.includes(language) ? language : 'es',
      ...(offered && chance.happens(0.75) && { service: story.service }),
      ...(knowsMotive && chance.happens(0.7) && { motive: story.motive }),
      ...(chance.happens(0.5) && { occurredOn: addDays(day, -chance.int(0, 12)) }),
      ...inventPerson(chance, voices),
      consents: { resultsTold: chance.happens(0.4), quotation: chance.happens(0.2) },
    },
  }
}

function storiesFor(chance: Chance, voices: Voices, book: BookRules, day: PlainDate): Story[] {
  const open = openKinds(book.regime, book.authorisations, day).map(({ code }) => code)
  const possible = voices.stories.filter(({ kind }) => open.includes(kind))
  const weights = Object.entries(KINDS).filter(([kind]) =>
    possible.some((story) => story.kind === kind),
  )
  const kind = chance.weighted(Object.fromEntries(weights))
  return possible.filter((story) => story.kind === kind)
}

function tell(
  chance: Chance,
  voices: Voices,
  story: Story,
  language: 'es' | 'en',
  office: string,
): string {
  const said = [
    chance.pick(voices.openings[language] ?? ['']),
    story[language] ?? '',
    chance.pick(voices.details[language] ?? ['']),
    chance.pick(voices.endings[language] ?? ['']),
  ]
  const words: Readonly<Record<string, string>> = {
    street: chance.pick(voices.people.streets),
    street2: chance.pick(voices.people.streets),
    n: String(chance.int(2, 9)),
    office,
  }
  return said
    .filter((part) => part !== '')
    .join(' ')
    .replace(/<(\w+)>/g, (_, word: string) => words[word] ?? '')
}

/** Addresses of example.org reach nobody, and the telephones of the series 555 are nobody's. */
export function inventPerson(
  chance: Chance,
  { people }: Voices,
): Required<Pick<FilingInput, 'person' | 'answerBy'>> {
  const names = chance.pick(people.names)
  const firstSurname = chance.pick(people.surnames)
  const answerBy = chance.weighted({ none: 34, email: 38, pickup: 18, post: 10 })
  const plain = `${names}.${firstSurname}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return {
    answerBy,
    person: {
      names,
      firstSurname,
      secondSurname: chance.pick(people.surnames),
      phone: `55 5555 0${chance.int(200, 999)}`,
      ...(answerBy === 'email' && { email: `${plain}@example.org` }),
      ...(answerBy === 'post' && {
        address: `${chance.pick(people.streets)} ${chance.int(1, 240)}`,
      }),
    },
  }
}
