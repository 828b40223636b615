import type { Request, Response } from 'express'
import { getBookRulesById, type BookRules, type Centre } from '../../administrations/index.ts'
import { holdsWithin, requireStaff, requireWorkplace } from '../../people/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import { tickedIn } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import type { AttentionDeed } from '../actions/deed.ts'
import { ATTENTION_CHANNELS, type AttentionChannel } from '../attention.ts'
import { importers, mayCountIn, registrars } from '../attention-policy.ts'
import { attentionUrls, type AttentionUrls } from './urls.ts'

/** What every page of the attentions starts from. */
export interface Room {
  book: BookRules
  deed: AttentionDeed
  today: PlainDate
  urls: AttentionUrls
  /** Where this person counts. */
  centres: readonly Centre[]
  mayImport: boolean
  mayKeepRegister: boolean
  lang: string
  t: T
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const { administrationId, slug } = requireWorkplace(response)
  const staff = requireStaff(response)
  const at = system.clock()
  const book = await getBookRulesById(system, administrationId, at)
  const { lang, t } = response.locals
  return {
    book,
    deed: { administrationId, accountId: staff.accountId, at },
    today: localDate(at, book.administration.timeZone),
    urls: attentionUrls(slug),
    centres: book.centres.filter(({ centreId }) => mayCountIn(staff, administrationId, centreId)),
    mayImport: holdsWithin(staff, importers, administrationId),
    mayKeepRegister: holdsWithin(staff, registrars, administrationId),
    lang,
    t,
  }
}

export interface Place {
  centre: Centre
  channel: AttentionChannel
}

/** The centre and the channel that a page is about: those asked for, else the first that the person has. */
export function placeOf({ centres }: Room, request: Request): Place | null {
  const sent = tickedIn(request)
  const asked = (name: string) => sent(name)[0] ?? request.query[name]
  const centre = centres.find(({ slug }) => slug === asked('oficina')) ?? centres[0]
  const channel = ATTENTION_CHANNELS.find((each) => each === asked('canal')) ?? 'counter'
  return centre ? { centre, channel } : null
}

export function placeQuery({ centre, channel }: Place): string {
  return new URLSearchParams({ oficina: centre.slug, canal: channel }).toString()
}

export function placeChoices({ centres, t }: Room) {
  return {
    centres: centres.map(({ slug, name }) => ({ value: slug, text: name })),
    channels: ATTENTION_CHANNELS.map((value) => ({
      value,
      text: t(`attentions.channel.${value}`),
    })),
  }
}

/** The services of a centre, in the order of their names. */
export function servicesOf({ book, lang }: Room, { centre }: Place) {
  return book.services
    .filter(({ serviceId }) => centre.serviceIds.includes(serviceId))
    .toSorted((one, other) => one.name.localeCompare(other.name, lang))
}
