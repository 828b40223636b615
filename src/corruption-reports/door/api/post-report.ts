import type { Request, Response } from 'express'
import { Invalid } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { SealedClosed } from '../../sealed-database.ts'
import { readersFor, canSealIdentity, sayHash } from '../../sealing/index.ts'
import { dialogueUrl } from '../../urls.ts'
import { fileReport } from '../actions/file-report.ts'
import { sealAndFile } from '../actions/seal-and-file.ts'
import { doorState } from '../openness.ts'
import { sayWords } from '../say-words.ts'
import { openVisit, type Visit } from '../visit.ts'
import { readEnvelope } from '../wire-envelope.ts'
import { readReport } from '../wire-report.ts'

const KEY_LIMIT = 200

/**
 * Takes a report: sealed by the browser, or in clear from another system and then sealed in memory
 * before anything is kept. The same key and body again give the same answer.
 */
export function postReport(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    const { envelope } = (request.body ?? {}) as { envelope?: unknown }
    if (envelope === undefined) await takeInClear(system, visit, request, response)
    else await takeSealed(system, visit, envelope, response)
  }
}

async function takeSealed(system: System, visit: Visit, sent: unknown, response: Response) {
  const filing = { rules: visit.rules, envelope: readEnvelope(sent), channel: 'web' as const }
  const { again, receivedOn } = await fileReport(system, filing, system.clock())
  response.status(again ? 200 : 201).json({ receivedOn })
}

async function takeInClear(system: System, visit: Visit, request: Request, response: Response) {
  const state = await doorState(system, visit)
  if (!state.open) throw new SealedClosed()
  const { directory } = state
  const idempotencyKey = keyOf(request)
  const report = readReport(request.body, visit.lang)
  const [problem] = [
    readersFor(directory, report).kind === 'nobody' && { field: '/struck', code: 'nobody_left' },
    report.identity &&
      !canSealIdentity(directory, report) && { field: '/person', code: 'too_few_custodians' },
  ].flatMap((one) => one || [])
  if (problem) throw new Invalid([problem])
  const receipt = await sealAndFile(
    system,
    { rules: visit.rules, directory, report, files: [], idempotencyKey, channel: 'api' },
    system.clock(),
  )
  response.status(receipt.again ? 200 : 201).json({
    receipt: sayWords(receipt.bits, visit.lang).join(' '),
    receivedOn: receipt.receivedOn,
    contentHash: sayHash(receipt.contentHash),
    fingerprint: directory.fingerprint,
    statusUrl: new URL(dialogueUrl(visit.slug), visit.baseUrl).href,
  })
}

function keyOf(request: Request): string {
  const key = request.get('Idempotency-Key')?.trim() ?? ''
  if (key !== '' && key.length <= KEY_LIMIT) return key
  throw new Invalid([{ field: 'Idempotency-Key', code: key ? 'too_long' : 'required' }])
}
