import type { Request, Response } from 'express'
import { type Centre } from '../../administrations/index.ts'
import { holdsWithin, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { tickedIn } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { ATTENTION_CHANNELS, type AttentionChannel } from '../attention.ts'
import { importers, mayCountIn, registrars } from '../attention-policy.ts'
import { attentionUrls, type AttentionUrls } from './urls.ts'

/** What every page of the attentions starts from. */
export interface Room extends StaffVisit {
  urls: AttentionUrls
  /** Where this person counts. */
  centres: readonly Centre[]
  mayImport: boolean
  mayKeepRegister: boolean
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { book, slug, staff, deed } = visit
  const { administrationId } = deed
  return {
    ...visit,
    urls: attentionUrls(slug),
    centres: book.centres.filter(({ centreId }) => mayCountIn(staff, administrationId, centreId)),
    mayImport: holdsWithin(staff, importers, administrationId),
    mayKeepRegister: holdsWithin(staff, registrars, administrationId),
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
