import type { T } from '../../../platform/i18n/index.ts'
import {
  entryHash,
  fingerprintOf,
  mayVouch,
  slotHolders,
  toBase64url,
  type MemberIdentity,
  type MemberRole,
} from '../../sealing/index.ts'
import { outdatedEntry } from '../amendment.ts'
import { draftUrl, keysUrl, ownKeysUrl, publicKeysUrl } from '../../urls.ts'
import { shortages, signaturesNeeded, signersOf, tooFewLeft } from '../ceremony-rules.ts'
import type { Shortage } from '../ceremony-rules.ts'
import { holdersNeeded } from '../actions/recover-places.ts'
import type { Draft } from '../draft-store.ts'
import type { KeyPerson, MembersState } from '../read-members.ts'
import type { MembersRoom } from '../room.ts'

export function keysView(t: T, room: MembersRoom, state: MembersState) {
  const { slug, identity, staff } = room
  const { known, draft, waiting, people } = state
  const own = people.find(({ accountId }) => accountId === staff.accountId)
  const present = known?.directory.members ?? waiting
  return {
    title: t('member-keys.title'),
    script: 'sealed/member-directory.js',
    member: identity !== null,
    ownState: identity ? t(`member-keys.own_state.${own?.keys ?? 'none'}`) : null,
    founded: known !== null,
    fingerprint: known?.directory.fingerprint ?? null,
    missing: known ? [] : shortages(waiting).map((one) => sayShortage(t, one)),
    warnings: tooFewLeft(present).map((one) => sayShortage(t, one)),
    people: people.map((person) => personRow(t, person)),
    mayFound: !known && !draft && identity?.role === 'recovery_holder',
    mayVouch: identity !== null && mayVouch.includes(identity.role),
    draft: draft && draftView(t, room, state, draft),
    waiting: waiting.map(({ id, name, role }) => ({ id, name, role: roleName(t, role) })),
    members: (known?.directory.members ?? []).map(({ id, name, role }) => ({
      id,
      name,
      role: roleName(t, role),
    })),
    amend: amendView(t, room, state),
    recovery: recoveryView(room, state),
    setting: JSON.stringify({ keys: keysUrl(slug), slug }),
    urls: {
      own: ownKeysUrl(slug),
      found: `${keysUrl(slug)}/fundacion`,
      discard: `${draftUrl(slug)}/retiro`,
      recover: `${keysUrl(slug)}/recuperacion`,
      public: publicKeysUrl(slug),
    },
  }
}

function draftView(t: T, { identity }: MembersRoom, { known }: MembersState, draft: Draft) {
  const { entry, signatures } = draft
  const before = known?.directory ?? null
  const signed = signatures.map(({ by }) => by)
  const maySign = signersOf(entry, before).some(({ id }) => id === identity?.id)
  return {
    founding: before === null,
    fingerprint: before ? null : fingerprintOf(entryHash(entry)),
    admitted: entry.admitted.map(({ name, role }) => `${name} · ${roleName(t, role)}`),
    retired: (before?.members ?? [])
      .filter(({ id }) => entry.retired.includes(id))
      .map(({ name, role }) => `${name} · ${roleName(t, role)}`),
    count: signed.length,
    needed: signaturesNeeded(entry, before),
    signedByMe: signed.some((id) => id === identity?.id),
    maySign: maySign && !signed.some((id) => id === identity?.id),
  }
}

/** What the directory still says of whoever looks, and what it should say. */
function amendView(t: T, { identity, rules }: MembersRoom, { known, waiting }: MembersState) {
  const outdated = outdatedEntry(identity, known?.directory.members ?? [])
  if (!identity || !outdated || waiting.some(({ id }) => id === identity.id)) return null
  const say = ({ name, units }: MemberIdentity) => ({
    name,
    units:
      rules.units
        .filter(({ unitId }) => units.includes(unitId))
        .map((unit) => unit.name)
        .join(', ') || t('member-keys.own.no_units'),
  })
  return { before: say(outdated), now: say(identity) }
}

/** What lost keys opened: asked for by its owner, given back by two holders. */
function recoveryView({ identity }: MembersRoom, { known, recoveries }: MembersState) {
  const own = recoveries.find(({ owner }) => owner === identity?.id)
  const isReader = slotHolders(known?.directory ?? { members: [] }).some(
    ({ id }) => id === identity?.id,
  )
  const mayGive = identity?.role === 'recovery_holder'
  return {
    mayAsk: isReader && !own,
    own: own && { given: own.givers.length, needed: holdersNeeded },
    ready: own !== undefined && own.givers.length >= holdersNeeded,
    asked: recoveries
      .filter(({ givers }) => mayGive && !givers.includes(identity.id))
      .map(({ request, name }) => ({ request: toBase64url(request), name })),
  }
}

function personRow(t: T, { name, role, keys, appointed }: KeyPerson) {
  const state = appointed ? t(`member-keys.state.${keys}`) : t('member-keys.state.leaving')
  return { name, role: roleName(t, role), state }
}

function sayShortage(t: T, { role, present, needed }: Shortage): string {
  return t('member-keys.shortage', { role: roleName(t, role), present, needed })
}

const roleName = (t: T, role: MemberRole) => t(`people.roles.${role}`)
