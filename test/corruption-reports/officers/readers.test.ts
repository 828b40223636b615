import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound } from '../../../src/platform/errors.ts'
import { getOffice, type Office } from '../../../src/corruption-reports/office.ts'
import type { OpenedReport } from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openAs, openedAs, type Reader, setReaderAside } from './as-reader.ts'
import { memberOf, sealTown, tell, type SealedTown } from './sealed-town.ts'

let test: TestSystem
let town: SealedTown
let office: Office

beforeAll(async () => {
  test = await openDemoBook()
  town = await sealTown(test)
  office = await getOffice(test.system, 'demo', test.system.clock())
})
afterAll(() => test.close())

const open = (reader: Reader, id: Uint8Array) => openAs(test, office, reader, id)
const opened = (reader: Reader, id: Uint8Array) => openedAs(test, office, reader, id)

const setAside = (officer: Reader, report: OpenedReport, member: string, seq: number) =>
  setReaderAside(test, office, { officer, report, member, seq, directory: town.directory })

describe('A conflict found later', () => {
  it('leaves the officer in conflict with what they had, and with nothing of what follows', async () => {
    const [one, two] = [memberOf(town, 'integridad'), memberOf(town, 'integridad2')]
    const { envelope } = await tell(test, town, { narration: 'El oficial dos es su primo' })
    const before = await opened(two, envelope.id)
    await setAside(one, await opened(one, envelope.id), two.id, 2)
    expect((await opened(one, envelope.id)).epoch).toBe(2)
    expect(await open(two, envelope.id)).toBeNull()
    await expect(setAside(two, before, one.id, 3)).rejects.toThrow(NotFound)
  })

  it('goes to the alternate authority when no officer is left', async () => {
    const [one, two] = [memberOf(town, 'integridad'), memberOf(town, 'integridad2')]
    const alternate = memberOf(town, 'alterna')
    const { envelope } = await tell(test, town, {
      narration: 'Los dos',
      marks: { members: [two.id] },
    })
    expect(await open(alternate, envelope.id)).toBeNull()
    await setAside(one, await opened(one, envelope.id), one.id, 2)
    expect((await opened(alternate, envelope.id)).content.told.narration).toBe('Los dos')
    expect(await open(one, envelope.id)).toBeNull()
  })
})
