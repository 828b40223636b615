import type { Request } from 'express'
import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { auth, binaryOf, readWire } from '../../dialogue/dialogue-wire.ts'
import { openVisit } from '../../door/visit.ts'
import { requireSealed } from '../../sealed-database.ts'
import { fromBase64url, Refused, toBase64url, workBits } from '../../sealing/index.ts'
import { arrivedParts, beginUpload, partsOf, takePart } from '../actions/take-upload.ts'
import { WorkNotDone } from '../files-refused.ts'
import { isAnswered, issueChallenge } from '../work-challenge.ts'

const bytes = z.int().min(1)
const wireAsk = z.strictObject({ id: binaryOf(16), bytes })
const wireBegin = z.strictObject({
  auth,
  id: binaryOf(16),
  bytes,
  claimHash: binaryOf(32),
  challenge: binaryOf(40),
  answer: z.int().min(0).max(0xffffffff),
})
const wireState = z.strictObject({ id: binaryOf(16), secret: binaryOf(32) })

export function askForWork(system: System): Page {
  return async (request, response) => {
    await openVisit(system, request, response)
    const { id, bytes } = readWire(wireAsk, request.body)
    const now = system.clock()
    const pepper = requireSealed(system).peppers.today(now)
    const challenge = issueChallenge(pepper, { uploadId: id, bytes }, now)
    response.json({ challenge: toBase64url(challenge), bits: workBits(bytes) })
  }
}

export function postFile(system: System): Page {
  return async (request, response) => {
    const { administrationId, day } = await openVisit(system, request, response)
    const { auth, id: uploadId, bytes, claimHash, ...work } = readWire(wireBegin, request.body)
    const sealed = requireSealed(system)
    const now = system.clock()
    const isDone = isAnswered(sealed.peppers.recent(now), { uploadId, bytes }, work, now)
    if (!isDone) throw new WorkNotDone()
    const place = { sealed, administrationId, day }
    await beginUpload(place, auth, { uploadId, claimHash, bytes })
    response.status(201).json({ parts: partsOf(bytes) })
  }
}

/** A part is bare bytes; whose it is stands in headers, never in the address. */
export function postPart(system: System): Page {
  return async (request, response) => {
    const { administrationId } = await openVisit(system, request, response)
    const of = {
      sealed: requireSealed(system),
      administrationId,
      uploadId: inHeader(request, 'X-File', 16),
      secret: inHeader(request, 'X-File-Secret', 32),
    }
    const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    await takePart(of, Number(request.get('X-File-Part')), content)
    response.status(204).end()
  }
}

export function postFileState(system: System): Page {
  return async (request, response) => {
    const { administrationId } = await openVisit(system, request, response)
    const { id: uploadId, secret } = readWire(wireState, request.body)
    const of = { sealed: requireSealed(system), administrationId, uploadId, secret }
    response.json({ arrived: await arrivedParts(of) })
  }
}

function inHeader(request: Request, name: string, length: number): Uint8Array {
  try {
    return fromBase64url(request.get(name) ?? '', length)
  } catch (error) {
    if (error instanceof Refused) throw new NotFound()
    throw error
  }
}
