import {
  chunkRange,
  type FileKey,
  type FilePlan,
  fromBase64url,
  planFile,
  sealChunk,
  sha256,
  toBase64url,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { NotTaken, post } from './post.ts'
import { random } from './random.ts'
import { solveWork } from './solve-work.ts'

const PART_CHUNKS = 15
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000
const MOST_TRIES = 12

export interface SentFile {
  key: FileKey
  /** Proves to the server whose file it is. */
  secret: Uint8Array
}

export interface FileToSend {
  api: string
  auth: Uint8Array
  name: string
  type: string
  content: Blob
  signal: AbortSignal
  tell: (progress: { percent: number } | 'preparing' | 'paused') => void
}

/** Sealed piece by piece where it is, and sent in parts: what broke off goes on where it stopped. */
export async function sendFile(file: FileToSend): Promise<SentFile> {
  const { api, auth, content, signal, tell } = file
  const [id, key, secret] = [random(16), random(32), random(32)]
  const plan = planFile(content.size)
  const announced = { id: toBase64url(id), bytes: plan.sealed }
  tell('preparing')
  const files = `${api}/dialogue/files`
  const ask = await patiently(file, () =>
    post<{ challenge: string; bits: number }>(`${files}/challenge`, announced),
  )
  const answer = await solveWork(fromBase64url(ask.challenge), ask.bits, signal)
  const begin = {
    ...announced,
    auth: toBase64url(auth),
    claimHash: toBase64url(sha256(secret)),
    challenge: ask.challenge,
    answer,
  }
  const { parts } = await patiently(file, () => post<{ parts: number }>(files, begin))
  for (let part = 0; part < parts; part++) {
    tell({ percent: Math.floor((100 * part) / parts) })
    const sealed = await sealPart(key, plan, part, content)
    await patiently(file, () =>
      post(`${files}/parts`, sealed, {
        'X-File': announced.id,
        'X-File-Secret': toBase64url(secret),
        'X-File-Part': String(part),
      }),
    )
  }
  const { name, type } = file
  const fileKey = { id: announced.id, key: toBase64url(key), name, type, length: content.size }
  return { key: fileKey, secret }
}

async function sealPart(key: Uint8Array, plan: FilePlan, part: number, content: Blob) {
  const first = part * PART_CHUNKS
  const last = Math.min(first + PART_CHUNKS, plan.chunks)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let index = first; index < last; index++) {
    const { start, end } = chunkRange(plan, index)
    const plain = new Uint8Array(await content.slice(start, end).arrayBuffer())
    pieces.push(new Uint8Array(sealChunk(key, plan, index, plain)))
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

/** A weak line is tried again after growing pauses; what the server refuses is not. */
async function patiently<R>({ signal, tell }: FileToSend, send: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries++) {
    signal.throwIfAborted()
    try {
      return await send()
    } catch (error) {
      const refused = error instanceof NotTaken && error.status < 500 && error.status !== 429
      const full = error instanceof NotTaken && error.code === 'no_room_for_files'
      if (refused || full || tries >= MOST_TRIES) throw error
      tell('paused')
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1))
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
