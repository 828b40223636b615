import { randomBytes, randomUUID } from 'node:crypto'
import {
  sealNote,
  sealPhoto,
  type SealedNote,
  type VisitCopy,
  type VisitSession,
} from '../../../src/improvements/evaluation/tablet/index.ts'
import { readBase64url, toBase64url } from '../../../src/platform/hpke/index.ts'
import type { Visitor } from '../../support/visitor.ts'

const BASE = '/personal/demo/evaluacion/visita/'
const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' }
const random = (length: number) => new Uint8Array(randomBytes(length))

/** A tablet as the wire has it, without its page. */
export interface WireTablet {
  copy: VisitCopy
  ask: () => Promise<VisitSession>
  post: (path: string, body: object) => Promise<Response>
  /** What is sent for a note; the same again may be posted again. */
  note: (said: Partial<SealedNote>) => object
  photo: (elementId: string, takenOn: string, bytes: Uint8Array) => object
}

export async function takeAlong(visitor: Visitor, evaluationId: string): Promise<WireTablet> {
  const get = async (path: string) => {
    const headers = { accept: 'application/json' }
    const response = await visitor.request(`${BASE}${path}?evaluacion=${evaluationId}`, { headers })
    return await response.json()
  }
  const copy = (await get('copia')) as VisitCopy
  const receiver = readBase64url(copy.key.publicKey) as Uint8Array
  const copyId = randomUUID()
  const ask = async () => (await get('sesion')) as VisitSession
  const { accountId } = copy
  return {
    copy,
    ask,
    async post(path, body) {
      const { token: _token } = await ask()
      return visitor.request(`${BASE}${path}`, {
        ...{ method: 'POST', headers: JSON_HEADERS },
        body: JSON.stringify({ _token, evaluationId, key: copy.key.id, ...body }),
      })
    },
    note(said) {
      const id = randomUUID()
      const note: SealedNote = {
        ...{ v: 1, copyId, elementId: null, kind: 'observation', state: null, words: '' },
        ...{ revision: 0, madeAt: '2026-03-02T15:00:00.000Z' },
        ...said,
      }
      const sealed = sealNote(receiver, { accountId, evaluationId, id }, note, random)
      return { id, sealed: toBase64url(sealed) }
    },
    photo(elementId, takenOn, bytes) {
      const id = randomUUID()
      const about = { accountId, evaluationId, id, elementId, takenOn }
      return {
        id,
        elementId,
        takenOn,
        sealed: toBase64url(sealPhoto(receiver, about, bytes, random)),
      }
    },
  }
}
