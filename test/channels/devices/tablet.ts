import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { getAdministrationBySlug, listCentres } from '../../../src/administrations/index.ts'
import { makeCode } from '../../../src/channels/devices/actions/make-code.ts'
import { makeDevice } from '../../../src/channels/devices/actions/make-device.ts'
import type { DeviceInput } from '../../../src/channels/devices/device-input.ts'
import {
  newPrintedToken,
  provisionalNumber,
  sealFile,
  sealFiling,
  sealSurvey,
} from '../../../src/channels/devices/sealing/index.ts'
import { findAccountByEmail } from '../../../src/people/index.ts'
import { readBase64url, toBase64url } from '../../../src/platform/hpke/index.ts'
import type { System } from '../../../src/system.ts'
import { sendJson, type JsonAnswer } from '../../support/json.ts'

/** What a tablet keeps until it is sent. */
export interface Item {
  body: {
    id: string
    sequence: number
    madeAt: string
    keyId: string
    sealed: string
    files: { n: number; bytes: number; sha256: string }[]
  }
  files: { n: number; sealed: Buffer }[]
  printed: { number: string; token: string }
}

export interface Kept {
  id: string
  outcome: string
  caseNumber: string
  trackingToken: string
  dueOn: string
  missingFiles: number[]
  code: string
}

interface Setup {
  device: { code: string; state: string; lastSequence: number }
  key: { id: string; publicKey: string }
  administration: { bookCode: string }
  version: string
  centre: { slug: string; name: string }
}

/** What a tablet is given for its code. */
export interface Enrolled {
  deviceId: string
  token: string
  setup: Setup
}

/** A tablet as the wire knows it: seals with what its enrolment gave it, and sends. */
export class Tablet {
  readonly app: { url: string }
  readonly deviceId: string
  readonly token: string
  readonly setup: Setup
  sequence = 0

  constructor(app: { url: string }, enrolled: Enrolled) {
    this.app = app
    this.deviceId = enrolled.deviceId
    this.token = enrolled.token
    this.setup = enrolled.setup
  }

  /** Takes what a person says, with no network. */
  take(
    madeAt: Date | string,
    filing: Record<string, unknown> = {},
    more: { photos?: readonly Buffer[]; sequence?: number; id?: string; centre?: string } = {},
  ): Item {
    const { deviceId, setup } = this
    const id = more.id ?? randomUUID()
    const sequence = more.sequence ?? ++this.sequence
    const receiver = readBase64url(setup.key.publicKey)!
    const printed = {
      number: provisionalNumber(setup.administration.bookCode, setup.device.code, sequence),
      token: newPrintedToken(randomBytes),
    }
    const files = (more.photos ?? []).map((photo, at) => ({
      n: at + 1,
      sealed: Buffer.from(sealFile(receiver, { deviceId, id, n: at + 1 }, photo, randomBytes)),
    }))
    const time = new Date(madeAt).toISOString()
    const content = {
      v: 1 as const,
      filing: { ...usualFiling, ...filing },
      trackingToken: printed.token,
      provisionalNumber: printed.number,
      madeAt: time,
      files: files.map(({ n }) => ({ n, name: `foto-${n}.jpg`, mediaType: 'image/jpeg' })),
    }
    const sealed = toBase64url(sealFiling(receiver, { deviceId, id }, content, randomBytes))
    const body = {
      id,
      sequence,
      madeAt: time,
      keyId: setup.key.id,
      sealed,
      files: files.map((file) => ({
        n: file.n,
        bytes: file.sealed.length,
        sha256: createHash('sha256').update(file.sealed).digest('hex'),
      })),
    }
    return { body, files, printed }
  }

  /** Answers of somebody to a survey, as they lie on the tablet. */
  answer(told: { campaign: string; answers: Record<string, string> }, madeAt: string) {
    const id = randomUUID()
    const receiver = readBase64url(this.setup.key.publicKey)!
    const about = { deviceId: this.deviceId, id }
    const sealed = toBase64url(sealSurvey(receiver, about, { v: 1, ...told }, randomBytes))
    return { id, madeAt, keyId: this.setup.key.id, sealed }
  }

  post(item: Item, clock: Date | string): Promise<JsonAnswer<Kept>> {
    const body = { ...item.body, clock: new Date(clock).toISOString() }
    return this.call<Kept>('POST', '/filings', body)
  }

  async send(item: Item, clock: Date | string): Promise<JsonAnswer<Kept>> {
    for (const file of item.files) await this.putFile(item.body.id, file.n, file.sealed)
    return this.post(item, clock)
  }

  putFile(id: string, n: number, sealed: Buffer): Promise<Response> {
    return fetch(new URL(`/api/v1/devices/filings/${id}/files/${n}`, this.app.url), {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(sealed),
    })
  }

  contact(clock: Date | string, waiting = 0, lastSequence = this.sequence) {
    const waitingSince = waiting > 0 ? new Date(clock).toISOString() : null
    return this.call<{ now: string; state: string; setupVersion: string }>('POST', '/contacts', {
      clock: new Date(clock).toISOString(),
      lastSequence,
      waiting,
      waitingSince,
    })
  }

  call<Body>(method: 'GET' | 'POST', path: string, body?: unknown) {
    return sendJson<Body>(this.app, method, `/api/v1/devices${path}`, {
      ...(body !== undefined && { body }),
      headers: { authorization: `Bearer ${this.token}` },
    })
  }
}

const usualFiling = {
  kind: 'complaint',
  centre: 'centro',
  description: 'La ventanilla cerró antes de la hora que dice el cartel.',
  person: { names: 'Ana', firstSurname: 'Robles' },
  answerBy: 'pickup',
}

/** A tablet of the first centre, with its one-time code. */
export async function madeTablet(system: System, input: Partial<DeviceInput> = {}) {
  const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
  const centres = await listCentres(system.db, administrationId)
  const centreId = centres.find(({ slug }) => slug === 'centro')!.centreId
  const account = await findAccountByEmail(system.db, 'responsable@demo.example')
  const deed = { administrationId, accountId: account!.accountId, at: system.clock() }
  const device = {
    name: 'Tableta de la entrada',
    greeting: null,
    centreId,
    quotaPerDay: 100,
    endsOn: '2026-12-31',
    ...input,
  }
  const deviceId = await makeDevice(system.db, deed, device)
  const { code } = await makeCode(system.db, deed, deviceId)
  return { administrationId, deviceId, code, deed }
}

export async function enrolledTablet(
  app: { url: string },
  system: System,
  input: Partial<DeviceInput> = {},
) {
  const made = await madeTablet(system, input)
  const clock = system.clock().toISOString()
  const { body } = await sendJson<Enrolled>(app, 'POST', '/api/v1/devices/enrolments', {
    body: { code: made.code, clock },
  })
  return { ...made, tablet: new Tablet(app, body) }
}
