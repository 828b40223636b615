import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../src/administrations/index.ts'
import { reassignCase } from '../../src/cases/actions/assign-case.ts'
import { findCase } from '../../src/cases/case-store.ts'
import { caseDeadlineWatch } from '../../src/cases/deadline-watch.ts'
import { recomputeOpenClocks } from '../../src/deadlines/index.ts'
import { declareOwnDay, withdrawOwnDay } from '../../src/installation/actions/keep-days.ts'
import { deliverNotices } from '../../src/notices/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { registerWorkloadJobs } from '../../src/workload/index.ts'
import { ANA, openDeskHouse, type DeskHouse } from '../cases/working/desk-house.ts'
import { asStaff, assignToUnit } from '../cases/staff-at-work.ts'

const HANDLER = 'unidad2@demo.example'

let house: DeskHouse
let caseNumber: string
let dueOn: string

beforeAll(async () => {
  house = await openDeskHouse()
  const { system } = house.test
  registerWorkloadJobs(system)
  const receipt = await house.file()
  caseNumber = receipt.caseNumber
  dueOn = receipt.dueOn
  await assignToUnit(system, caseNumber)
  const { units } = await getBookRules(system, 'demo', system.clock())
  const { unitId } = units.find(({ slug }) => slug === 'ingresos')!
  const handler = await findAccountByEmail(system.db, HANDLER)
  const request = await asStaff(system, 'responsable', caseNumber)
  await reassignCase(system, request, { unitId, handlerId: handler!.accountId }, system.clock())
  await house.letters()
}, 60_000)
afterAll(() => house.close())

type Change = typeof declareOwnDay | typeof withdrawOwnDay

/** A day declared or taken back in the whole administration, and the dates counted again. Gives the new one. */
async function change<Of extends Change>(keep: Of, of: Parameters<Of>[3]) {
  const { system } = house.test
  const at = system.clock()
  const { administration, centres } = await getBookRules(system, 'demo', at)
  const { administrationId, calendarCode } = administration
  const account = await findAccountByEmail(system.db, 'responsable@demo.example')
  const deed = { administrationId, accountId: account!.accountId, at }
  await (keep as (...all: unknown[]) => Promise<void>)(system, deed, calendarCode, of)
  const codes = [calendarCode, ...centres.flatMap((centre) => centre.calendarCode ?? [])]
  const watch = caseDeadlineWatch(system)
  for (const code of codes)
    await recomputeOpenClocks(system.db, code, at, (...moved) => watch.onMoved(...moved))
  return (await findCase(system.db, { administrationId, caseNumber }))!.dueOn
}

const day = (date: string) => ({
  date,
  kind: 'closure' as const,
  source: 'Acuerdo 7',
  name: { es: 'Cierre', en: 'Closure' },
})

const later = (minutes: number) => {
  const { system } = house.test
  house.test.clockAt(new Date(system.clock().getTime() + minutes * 60_000))
}

/** Who was told that dates moved, an hour on. */
async function told() {
  later(61)
  const before = house.mailbox.letters.length
  await deliverNotices(house.test.system)
  return house.mailbox.letters
    .slice(before)
    .map(({ to }) => to?.[0]?.address)
    .toSorted()
}

describe('Days off declared after dates were set', () => {
  it('taken back within the hour put the date back and are told to nobody', async () => {
    expect((await change(declareOwnDay, day('2026-03-05')))! > dueOn).toBe(true)
    expect(await change(withdrawOwnDay, '2026-03-05')).toBe(dueOn)
    expect(await told()).toEqual([])
  })

  it('are told once to the person and to whoever has the case in hand', async () => {
    await change(declareOwnDay, day('2026-03-05'))
    await change(declareOwnDay, day('2026-03-06'))
    expect(await told()).toEqual([ANA, HANDLER].toSorted())
  })

  it('never bring a date before the one that the letter said, once it left', async () => {
    const promised = await change(declareOwnDay, day('2026-03-10'))
    expect(await told()).toContain(ANA)
    expect(await change(withdrawOwnDay, '2026-03-10')).toBe(promised)
    expect(await change(withdrawOwnDay, '2026-03-06')).toBe(promised)
    expect(await told()).toEqual([])
  })

  it('are counted on the page of the days, with the cases they moved', async () => {
    const manager = await house.signedIn('responsable')
    const { text } = await manager.get('/personal/demo/feriados')
    const moved = text.slice(text.indexOf('Fechas que se movieron'))
    expect(moved).toMatch(/Se movió la fecha de 1 caso [^·]+ · al cambiar: 10 de marzo de 2026/)
    await manager.click(caseNumber)
    expect(manager.page.path).toContain(caseNumber)
  })
})
