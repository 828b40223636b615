import {
  fromBase64url,
  openRecoveredShare,
  recoverSlot,
  Refused,
  releaseRecoveryShare,
  toBase64url,
  type Directory,
  type MemberKeys,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { postJson } from './post-json.ts'
import { random } from './random.ts'

export interface Recovering {
  address: string
  keys: MemberKeys
  directory: Directory
  me: string
}

interface Place {
  report: string
  epoch: number
}

/** A holder gives the asker's shares, each sealed to the keys that the directory has for them now. */
export async function giveMyShares(from: Recovering, request: string): Promise<void> {
  const { owner, places } = await postJson<{
    owner: string
    places: (Place & { owners: string[]; box: string })[]
  }>(`${from.address}/recuperacion/pedidas`, { request })
  const shares = places.flatMap(({ report, epoch, owners, box }) => {
    const at = { id: fromBase64url(report), epoch, holder: from.me, owner }
    const share = orNull(() =>
      releaseRecoveryShare(
        at,
        { keys: from.keys.x, directory: from.directory },
        { box: fromBase64url(box), owners },
        random,
      ),
    )
    return share ? [{ report, epoch, share: toBase64url(share) }] : []
  })
  await postJson(`${from.address}/recuperacion/partes`, { request, shares })
}

/** Every place is sealed anew; where nothing came back, one that never opens, so that none stands out. */
export async function takeMyPlacesBack(from: Recovering): Promise<void> {
  const { owner, places } = await postJson<{
    owner: string
    places: (Place & {
      content: string
      contentKey: string
      shares: { holder: string; box: string }[]
    })[]
  }>(`${from.address}/recuperacion/propias`, {})
  const member = from.directory.members.find(({ id }) => id === owner)
  if (!member) throw new Refused('not_a_requester')
  const anew = places.map(({ report, epoch, content, contentKey, shares }) => {
    const id = fromBase64url(report)
    const opened = shares.flatMap(({ holder, box }) => {
      const at = { id, epoch, holder, owner }
      return orNull(() => openRecoveredShare(at, from.keys.x, fromBase64url(box))) ?? []
    })
    const sealed = {
      id,
      epoch,
      content: fromBase64url(content),
      contentKey: fromBase64url(contentKey),
    }
    return { report, epoch, box: toBase64url(recoverSlot(sealed, opened, member, random)) }
  })
  await postJson(`${from.address}/recuperacion/lugares`, { places: anew })
}

/** A box of other keys than ours gives nothing; the others still may. */
function orNull(open: () => Uint8Array): Uint8Array | null {
  try {
    return open()
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
