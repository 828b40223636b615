import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Page, Route } from '../../../platform/web/index.ts'
import { sealedMemberOf, sealedRoles } from '../../../people/index.ts'
import type { System } from '../../../system.ts'
import { listMemberKeys } from '../../member-key-store.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { memberRoles, toBase64url } from '../../sealing/index.ts'
import { amendEntry } from '../actions/amend-entry.ts'
import { keepKeys } from '../actions/keep-keys.ts'
import { proposeChange } from '../actions/propose-change.ts'
import { signDraft } from '../actions/sign-draft.ts'
import { readMembers } from '../read-members.ts'
import { enterMembersRoom } from '../room.ts'
import { findSetUp } from '../set-up-store.ts'
import { bytes, read } from './read-body.ts'
import { recoveryApiRoutes } from './recovery-routes.ts'

const text = (longest: number) => z.string().max(longest)
const ids = z.array(text(80)).max(100)

const record = z.object({
  id: text(80),
  role: z.enum(memberRoles),
  name: text(200),
  units: ids,
  x: text(64),
  e: text(64),
  proof: text(128),
})
const keys = z.object({ record, seed: text(400) })
const amendment = z.object({ record })
const signature = z.object({ hash: text(64), signature: text(128) })
const change = z.object({ admit: ids, retire: ids, signature: text(128) })

const room = '/personal/:slug/llaves'
const members = sealedMemberOf(...sealedRoles)

/** For the members' own scripts. */
export const memberApiRoutes = (system: System): readonly Route[] => [
  ['post', `${room}/datos`, members, giveDirectory(system)],
  ['post', `${room}/semilla`, members, giveSeeds(system)],
  ['post', `${room}/propias`, members, takeKeys(system)],
  ['post', `${room}/ficha`, members, takeAmendment(system)],
  ['post', `${room}/cambios`, members, takeChange(system)],
  ['post', `${room}/firma`, members, takeSignatureOf(system)],
  ...recoveryApiRoutes(system),
]

function giveDirectory(system: System): Page {
  return async (_request, response) => {
    const entered = await enterMembersRoom(system, response)
    const { known, draft, waiting } = await readMembers(system, entered)
    response.json({
      administration: entered.administrationId,
      day: entered.today,
      me: entered.identity,
      entries: known?.entries ?? [],
      waiting,
      draft: draft && { entry: draft.entry, signatures: draft.signatures },
    })
  }
}

/** Locked seeds, to nobody but the member, who has shown the second factor. */
function giveSeeds(system: System): Page {
  return async (_request, response) => {
    const { sealed, administrationId, staff } = await enterMembersRoom(system, response)
    const { inUse, waiting } = await inSealedTransaction(sealed, administrationId, async (tx) => ({
      inUse: (await listMemberKeys(tx, staff.accountId))[0]?.seed,
      waiting: (await findSetUp(tx, staff.accountId))?.seed,
    }))
    const told = (seed: Uint8Array | undefined) => (seed ? toBase64url(seed) : null)
    response.json({ member: staff.accountId, inUse: told(inUse), waiting: told(waiting) })
  }
}

function takeKeys(system: System): Page {
  return async (request, response) => {
    const { record, seed } = read(request, keys)
    await keepKeys(await enterMembersRoom(system, response), { record, seed: bytes('seed', seed) })
    response.status(204).end()
  }
}

function takeAmendment(system: System): Page {
  return async (request, response) => {
    const { record } = read(request, amendment)
    await amendEntry(await enterMembersRoom(system, response), record)
    response.status(204).end()
  }
}

function takeChange(system: System): Page {
  return async (request, response) => {
    await proposeChange(await enterMembersRoom(system, response), read(request, change))
    response.status(204).end()
  }
}

function takeSignatureOf(system: System): Page {
  return async (request: Request, response: Response) => {
    const given = read(request, signature)
    const outcome = await signDraft(system, await enterMembersRoom(system, response), given)
    response.json({ outcome })
  }
}
