import { z } from 'zod'
import { sealedMemberOf } from '../../../people/index.ts'
import type { Page, Route } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { toBase64url } from '../../sealing/index.ts'
import {
  giveShares,
  listOwnShares,
  listSharesAsked,
  takeNewPlaces,
} from '../actions/recover-places.ts'
import { enterMembersRoom } from '../room.ts'
import { bytes, read } from './read-body.ts'

const encoded = z.string().max(4000)
const place = { report: z.string().max(40), epoch: z.int().min(1) }
const most = 20_000
const asked = z.object({ request: z.string().max(40) })
const given = asked.extend({
  shares: z.array(z.object({ ...place, share: encoded })).max(most),
})
const anew = z.object({ places: z.array(z.object({ ...place, box: encoded })).max(most) })

const recovery = '/personal/:slug/llaves/recuperacion'
const holders = sealedMemberOf('recovery_holder')
const readers = sealedMemberOf('integrity_officer', 'alternate_authority')

/** Lost keys: what the holders' and the reader's own scripts exchange. */
export const recoveryApiRoutes = (system: System): readonly Route[] => [
  ['post', `${recovery}/pedidas`, holders, giveAsked(system)],
  ['post', `${recovery}/partes`, holders, takeShares(system)],
  ['post', `${recovery}/propias`, readers, giveOwn(system)],
  ['post', `${recovery}/lugares`, readers, takePlaces(system)],
]

function giveAsked(system: System): Page {
  return async (request, response) => {
    const room = await enterMembersRoom(system, response)
    const requestId = bytes('request', read(request, asked).request)
    const { owner, places } = await listSharesAsked(room, requestId)
    response.json({
      owner,
      places: places.map(({ report, epoch, owners, box }) => ({
        report: toBase64url(report),
        epoch,
        owners,
        box: toBase64url(box),
      })),
    })
  }
}

function takeShares(system: System): Page {
  return async (request, response) => {
    const { request: id, shares } = read(request, given)
    const room = await enterMembersRoom(system, response)
    const opened = shares.map(({ report, epoch, share }) => ({
      report: bytes('report', report),
      epoch,
      share: bytes('share', share),
    }))
    await giveShares(room, bytes('request', id), opened)
    response.status(204).end()
  }
}

function giveOwn(system: System): Page {
  return async (_request, response) => {
    const { owner, places } = await listOwnShares(await enterMembersRoom(system, response))
    response.json({
      owner,
      places: places.map(({ report, epoch, content, contentKey, shares }) => ({
        report: toBase64url(report),
        epoch,
        content: toBase64url(content),
        contentKey: toBase64url(contentKey),
        shares: shares.map(({ holder, box }) => ({ holder, box: toBase64url(box) })),
      })),
    })
  }
}

function takePlaces(system: System): Page {
  return async (request, response) => {
    const room = await enterMembersRoom(system, response)
    const places = read(request, anew).places.map(({ report, epoch, box }) => ({
      report: bytes('report', report),
      epoch,
      box: bytes('box', box),
    }))
    await takeNewPlaces(room, places)
    response.status(204).end()
  }
}
