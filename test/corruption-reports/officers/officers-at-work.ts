import { getOffice, type Office } from '../../../src/corruption-reports/office.ts'
import {
  listOwnPlaces,
  readReports,
} from '../../../src/corruption-reports/officers/actions/read-reports.ts'
import {
  takeAct,
  type ActInput,
} from '../../../src/corruption-reports/officers/actions/take-act.ts'
import type { ReportActCode } from '../../../src/corruption-reports/officers/report-states.ts'
import {
  bind,
  epochKeysOf,
  openSlot,
  sealWords,
  signAct,
  signReading,
  type EpochKeys,
} from '../../../src/corruption-reports/sealing/index.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { memberOf, random, tell, type SealedTown } from './sealed-town.ts'

export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** What the browsers of a town's officers do, without the browsers. */
export class OfficersAtWork {
  readonly #test: TestSystem
  readonly #town: SealedTown

  constructor(test: TestSystem, town: SealedTown) {
    this.#test = test
    this.#town = town
  }

  office(): Promise<Office> {
    return getOffice(this.#test.system, 'demo', this.#test.system.clock())
  }

  /** What an officer's browser finds out from the places that the server gives it. */
  async openPlaces(name: string): Promise<Map<string, EpochKeys>> {
    const { id, accountId, keys } = memberOf(this.#town, name)
    const { places } = await listOwnPlaces(this.#test.system, await this.office(), accountId)
    const opened = places.flatMap((place) => {
      const slot = openSlot({ id: place.reportId, epoch: place.epoch }, id, keys.x, place.blob)
      return slot ? [[hex(place.reportId), epochKeysOf(slot.c)] as const] : []
    })
    return new Map(opened)
  }

  async read(name: string, id: Uint8Array, keys: EpochKeys) {
    const { accountId } = memberOf(this.#town, name)
    const office = await this.office()
    const proof = signReading(keys, { id, epoch: 1, by: accountId, day: office.day })
    const [report] = await readReports(this.#test.system, office, accountId, [{ id, proof }])
    return report
  }

  async take(
    name: string,
    id: Uint8Array,
    keys: EpochKeys,
    act: ReportActCode,
    changes: Partial<ActInput> = {},
  ): Promise<void> {
    const { accountId } = memberOf(this.#town, name)
    const seq = changes.seq ?? ((await this.read(name, id, keys))?.course.lastSeq ?? 0) + 1
    const at = { id, epoch: 1, seq }
    const words = sealWords(keys.content.publicKey, at, { reason: 'Hay indicios' }, random)
    const input = { words, conclusion: null, until: null, message: null, ...changes }
    const body = bind(
      input.words ?? new Uint8Array(0),
      input.conclusion ? JSON.stringify(input.conclusion) : '',
      input.until ?? '',
      input.message?.blob ?? new Uint8Array(0),
    )
    const signature = signAct(keys, { ...at, action: act, body })
    const office = await this.office()
    await takeAct(this.#test.system, office, accountId, { id, seq, act, signature, ...input })
  }

  async toldTo(name: string, narration = 'Pidieron dinero en la ventanilla') {
    const { envelope } = await tell(this.#test, this.#town, { narration })
    const keys = (await this.openPlaces(name)).get(hex(envelope.id))
    if (!keys) throw new Error(`${name} cannot open the report`)
    return { id: envelope.id, keys }
  }
}
