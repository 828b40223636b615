import { findEmergencyEmail } from '../administrations/index.ts'
import { findContact } from '../people/index.ts'
import type { System } from '../system.ts'
import type { Notice, NoticeRecipient } from './notice.ts'

/** Where a letter goes, known from the moment it leaves until it left and written nowhere. */
export interface Recipient {
  address: string
}

/** Null: the address is gone, or whoever it belongs to wants no letters. */
export type RecipientResolver = (system: System, notice: Notice) => Promise<Recipient | null>

const resolvers = new Map<NoticeRecipient['recipient'], RecipientResolver>([
  ['account', findStaff],
  ['centre', findCentre],
])

/** A feature that knows addresses says, at start, how its own are found. */
export function registerRecipientResolver(
  recipient: NoticeRecipient['recipient'],
  resolver: RecipientResolver,
): void {
  resolvers.set(recipient, resolver)
}

/** Letters whose person is not that of a case, by their template. */
const ofTemplate = new Map<string, RecipientResolver>()

export function registerRecipientOf(template: string, resolver: RecipientResolver): void {
  ofTemplate.set(template, resolver)
}

export async function resolveRecipient(system: System, notice: Notice): Promise<Recipient | null> {
  const resolver = ofTemplate.get(notice.template) ?? resolvers.get(notice.to.recipient)
  if (!resolver) throw new Error(`Nobody said how to reach a ${notice.to.recipient}`)
  return resolver(system, notice)
}

async function findStaff({ db }: System, { to }: Notice): Promise<Recipient | null> {
  if (to.recipient !== 'account') return null
  const contact = await findContact(db, to.accountId)
  return contact && { address: contact.email }
}

async function findCentre(
  { db }: System,
  { administrationId, to }: Notice,
): Promise<Recipient | null> {
  if (to.recipient !== 'centre') return null
  const address = await findEmergencyEmail(db, administrationId, to.centreId)
  return address === null ? null : { address }
}
