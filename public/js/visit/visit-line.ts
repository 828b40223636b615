import type { VisitCopy } from '../../../src/improvements/evaluation/tablet/index.ts'
import type { VisitSession } from '../../../src/improvements/evaluation/tablet/index.ts'
import { toBase64url } from '../../../src/platform/hpke/index.ts'
import { callServer, type ServerAnswer, type ServerLine } from '../offline/call-server.ts'
import { failureOf, NOT_NOW, type SendOutcome } from '../offline/send-outcome.ts'
import type { WaitingItem } from './storage/items.ts'

/** Why nothing can be sent now: nobody is signed in, or somebody else, or the visit is no longer theirs. */
export type Hindrance = 'signed_out' | 'other_person' | 'not_theirs'

/** The way to the server with the session of whoever is signed in. */
export interface VisitLine {
  fetchCopy(evaluationId: string): Promise<VisitCopy | Hindrance | null>
  /** Null: no network. */
  askSession(
    copy: Pick<VisitCopy, 'evaluationId' | 'accountId'>,
  ): Promise<VisitSession | Hindrance | null>
  /** Whether the book knows who sends. */
  isOpen(): boolean
  send(item: WaitingItem, photo: () => Promise<Uint8Array>): Promise<SendOutcome>
}

export function visitLine(base: string, clock: () => Date): VisitLine {
  const line: ServerLine = {
    baseUrl: location.origin,
    token: '',
    fetch: (...all) => fetch(...all),
    clock,
    credentials: 'same-origin',
  }
  let token = ''
  const get = (what: string, evaluationId: string) =>
    callServer(line, 'GET', `${base}${what}?evaluacion=${evaluationId}`)

  return {
    async fetchCopy(evaluationId) {
      const answer = await get('copia', evaluationId)
      return hindranceIn(answer) ?? (answer?.status === 200 ? read<VisitCopy>(answer) : null)
    },
    async askSession({ evaluationId, accountId }) {
      const answer = await get('sesion', evaluationId)
      const hindrance = hindranceIn(answer)
      if (hindrance) return hindrance
      if (answer?.status !== 200) return null
      const session = read<VisitSession>(answer)
      token = session.accountId === accountId ? session.token : ''
      return token === '' ? 'other_person' : session
    },
    isOpen: () => token !== '',
    async send(item, photo) {
      const { id, evaluationId, key } = item
      const sealed = item.is === 'note' ? item.sealed : toBase64url(await photo())
      const about = item.is === 'photo' && { elementId: item.elementId, takenOn: item.takenOn }
      const json = { _token: token, evaluationId, id, key, sealed, ...about }
      const answer = await callServer(line, 'POST', `${base}${PATHS[item.is]}`, { json })
      if (answer?.status === 200 && answer.body['id'] === id) {
        return { is: 'kept', answer: answer.body }
      }
      // the session ended, or somebody signed in again meanwhile: who it is is asked anew
      if (answer?.status === 401 || isFormRefused(answer)) token = ''
      return isFormRefused(answer) ? NOT_NOW : failureOf(answer, clock())
    },
  }
}

const PATHS = { note: 'notas', photo: 'fotos' } as const

function isFormRefused(answer: ServerAnswer | null): boolean {
  return answer?.status === 403 && answer.body['code'] === 'form_refused'
}

function hindranceIn(answer: ServerAnswer | null): Hindrance | null {
  if (answer?.status === 401) return 'signed_out'
  const isOurs = /problem\+json/.test(answer?.headers.get('Content-Type') ?? '')
  return isOurs && (answer?.status === 403 || answer?.status === 404) ? 'not_theirs' : null
}

function read<T>({ body }: ServerAnswer): T {
  return body as unknown as T
}
