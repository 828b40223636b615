import {
  bind,
  combineIdentity,
  fromBase64url,
  type Identity,
  openReleasedShare,
  requestHash,
  sealRequest,
  signAct,
  toBase64url,
} from '../../../../src/corruption-reports/sealing/index.ts'
import type { Filled } from './act-form.ts'
import { type Asked, sendIdentityRequest } from './calls.ts'
import { random } from '../parts/random.ts'
import type { Keyring } from './keyring.ts'
import { saveBlob } from './files.ts'
import { button, fact, make } from './page.ts'
import type { OpenedRoomReport } from './reports.ts'
import { knows, say } from './setup.ts'
import { nextSeq } from './take.ts'

/** Asks the custodians, for a reason that they and whoever asks can read. Answers what came of it. */
export async function askIdentity(
  { directory, members }: Keyring,
  report: OpenedRoomReport,
  { words }: Filled,
): Promise<string> {
  const { opened, sealed } = report
  const requester = directory.members.find(({ id }) => members.some((own) => own.id === id))
  if (!requester) return say('failed')
  const request = random(16)
  const place = { id: opened.id, request, requester: requester.id }
  const custodians = directory.members.filter(({ role }) => role === 'custodian')
  const reason = sealRequest(place, words, [...custodians, requester], random)
  const seq = nextSeq(report)
  const body = bind(request, requester.id, reason)
  const act = { id: opened.id, epoch: opened.epoch, seq, action: 'request_identity', body }
  const { state, refusal } = await sendIdentityRequest({
    id: sealed.id,
    seq,
    request: toBase64url(request),
    requester: requester.id,
    reason: toBase64url(reason),
    signature: toBase64url(signAct(opened.keys, act)),
  })
  return say(`identity_${state}`, { refusal })
}

/** What became of the person's own requests; what was released is opened here. */
export function identityRows(ring: Keyring, report: OpenedRoomReport): HTMLElement[] {
  return report.sealed.asked.map((asked) => {
    const row = make('li')
    row.append(make('p', say(`identity_state_${asked.state}`, { day: asked.day })))
    if (asked.tell) row.append(make('p', asked.tell))
    if (asked.notice) row.append(saveNotice(asked.notice))
    if (asked.released) {
      const place = make('dl', '', 'govuk-summary-list facts')
      const look = button(say('identity_show'), () => {
        place.replaceChildren(...shownIdentity(ring, report, asked))
      })
      row.append(look, place)
    }
    return row
  })
}

/** A plain text with a mark that every word processor reads as UTF-8. */
function saveNotice(notice: string): HTMLElement {
  const text = new Blob([`\uFEFF${notice}\n`], { type: 'text/plain;charset=utf-8' })
  return button(say('identity_notice'), () => saveBlob(text, say('identity_notice_name')))
}

function shownIdentity(ring: Keyring, report: OpenedRoomReport, asked: Asked): HTMLElement[] {
  try {
    const identity = openIdentity(ring, report, asked)
    if (!identity) return [fact(say('fact.identity'), say('identity_none'))]
    return Object.entries(identity).map(([name, value]) =>
      fact(
        knows(`fact.${name}`) ? say(`fact.${name}`) : name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ),
    )
  } catch {
    return [make('p', say('identity_failed'), 'govuk-error-message')]
  }
}

function openIdentity(
  { members }: Keyring,
  { opened }: OpenedRoomReport,
  { request, requester, reason, released }: Asked,
): Identity | null {
  const keys = members.find(({ id }) => id === requester)?.keys
  if (!keys || !released) return null
  const place = { id: opened.id, request: fromBase64url(request), requester }
  const hash = requestHash(place, fromBase64url(reason))
  const shares = released.shares.map(({ custodian, share }) =>
    openReleasedShare(
      { id: opened.id, custodian, requester: { id: requester }, request: hash },
      keys.x,
      fromBase64url(share),
    ),
  )
  return combineIdentity(shares, opened.id, fromBase64url(released.box))
}
