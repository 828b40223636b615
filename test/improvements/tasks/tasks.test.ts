import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { countTasks, getTask, planTask } from '../../../src/improvements/tasks/index.ts'
import { tellImprovements } from '../../../src/improvements/index.ts'
import { listGrantsOf } from '../../../src/people/index.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { photoOf } from '../evidence/send-photo.ts'

const LIST = '/personal/demo/tareas'
/** The demonstration's day is a Monday, 2 March 2026. */
const LATE = '2026-02-20'

let demo: DemoApp
let administrationId: string
let centreId: string

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const book = await getBookRules(system, 'demo', system.clock())
  administrationId = book.administration.administrationId
  const [grant] = await listGrantsOf(system.db, [await accountOf(system, 'jefatura')])
  centreId = grant!.centreId!
})
afterAll(() => demo.close())

/** A task of the first centre; a test states what matters to it. */
async function plan(
  more: { owner?: string; what?: string; dueOn?: string; originId?: string } = {},
) {
  const { system } = demo.test
  const { owner = 'ventanilla', what = 'Poner letreros', dueOn = LATE, originId = 'x' } = more
  const ownerId = await accountOf(system, owner)
  const deed = { administrationId, accountId: null, at: system.clock() }
  const place = { administrationId, centreId }
  return planTask(system, deed, { ...place, origin: 'gap', originId, what, ownerId, dueOn })
}

describe('Tasks', () => {
  it('stand first when they are late, before whoever owes them and the head of the centre', async () => {
    await plan({ what: 'Ordenar la fila', dueOn: '2026-03-20' })
    await plan()
    const owner = await signIn(demo.app, 'ventanilla')
    const { text, html } = await owner.get(LIST)
    expect(text.indexOf('Poner letreros')).toBeLessThan(text.indexOf('Ordenar la fila'))
    expect(text).toContain('Vencida')
    expect(text).not.toContain('Tareas de otras personas')
    expect(await htmlProblems(html)).toEqual([])
    const head = await signIn(demo.app, 'jefatura')
    expect((await head.get(LIST)).text).toContain('Poner letreros')
    expect((await (await signIn(demo.app, 'unidad')).get(LIST)).text).not.toContain('letreros')
    expect((await (await signIn(demo.app, 'admin')).get(LIST)).status).toBe(403)
  })

  it('are done with what shows it, in words and photos, and by nobody else', async () => {
    const taskId = await plan({ what: 'Limpiar el pasillo', dueOn: '2026-03-05' })
    const address = `${LIST}/${taskId}`
    expect((await (await signIn(demo.app, 'unidad')).get(address)).status).toBe(404)
    const owner = await signIn(demo.app, 'ventanilla')
    await owner.get(address)
    await owner.submit({ file: await photoOf(), caption: 'Pasillo' })
    expect(owner.page.text).toContain('La foto no trae su fecha. Diga de qué día es.')
    await owner.get(address)
    await owner.submit({ file: await photoOf({ takenOn: '2026-02-27' }), caption: 'Pasillo' })
    expect(owner.page.text).toContain('Pasillo')
    expect(await htmlProblems(owner.page.html)).toEqual([])
    await owner.submit({ endedWith: '' })
    expect(owner.page.text).toContain('Diga qué demuestra que está hecha.')
    await owner.submit({ endedWith: 'Se limpió', on: '2026-03-03' })
    expect(owner.page.text).toContain('El día no puede ser posterior a hoy.')
    await owner.submit({ endedWith: 'Se limpió', on: '2026-03-01' })
    expect(owner.page.text).toContain('Hecha.')
    const { db } = demo.test.system
    expect(await getTask(db, administrationId, taskId!)).toMatchObject({
      state: 'done',
      endedOn: '2026-03-01',
      endedWith: 'Se limpió',
    })
  })

  it('show both texts when two people change one at the same time', async () => {
    const taskId = await plan({ what: 'Pintar la puerta' })
    const [owner, head] = [await signIn(demo.app, 'ventanilla'), await signIn(demo.app, 'jefatura')]
    await owner.get(`${LIST}/${taskId}`)
    await head.get(`${LIST}/${taskId}`)
    await head.submit({ dropReason: 'La puerta se cambió' })
    await owner.submit({ endedWith: 'Pintada de blanco' })
    expect(owner.page.status).toBe(422)
    expect(owner.page.text).toContain('La puerta se cambió')
    expect(owner.page.text).toContain('Pintada de blanco')
  })

  it('keep their day when their owner is gone, and are handed to somebody who is there', async () => {
    const taskId = await plan({ owner: 'custodia', what: 'Revisar el buzón' })
    const head = await signIn(demo.app, 'jefatura')
    await head.get(`${LIST}/${taskId}`)
    expect(head.page.text).toContain('ya no tiene un puesto aquí')
    const ownerId = await accountOf(demo.test.system, 'ventanilla')
    await head.submit({ ownerId, handReason: 'Cambio de puesto' })
    const task = await getTask(demo.test.system.db, administrationId, taskId!)
    expect([task.ownerId, task.dueOn]).toEqual([ownerId, LATE])
    expect(head.page.text).toContain('Cambio de puesto')
  })

  it('are counted as due, done and done in time', async () => {
    const { db } = demo.test.system
    const march = { administrationId, from: '2026-03-01', until: '2026-03-31' }
    expect(await countTasks(db, march)).toEqual({
      ...{ promised: 2, due: 2, done: 1, onTime: 1, dropped: 0 },
    })
    const february = { administrationId, from: '2026-02-01', until: '2026-02-28' }
    expect(await countTasks(db, { ...february, origin: 'measure' })).toMatchObject({ promised: 0 })
    expect(await countTasks(db, february)).toMatchObject({ promised: 3, due: 2, dropped: 1 })
  })

  it('make the figures of dashboards and of the index, of one administration and of several', async () => {
    const { db } = demo.test.system
    const march = { from: '2026-03-01', until: '2026-03-31' }
    const february = { from: '2026-02-01', until: '2026-02-28' }
    const asked = { administrationId, timeZone: 'UTC', periods: [march, february] }
    const [now, before] = await tellImprovements.figures(db, asked)
    expect(now?.map(({ indicator, value, n, missing }) => [indicator, value, n, missing])).toEqual([
      ['Q30', null, 0, 'no_cases'],
      ['Q31', 1 / 2, 2, null],
      ['Q32', null, 0, 'no_cases'],
    ])
    expect(before?.[1]).toMatchObject({ value: 0, n: 2 })
    const nobody = randomUUID()
    const onTime = await tellImprovements.onTime(db, [administrationId, nobody], [march])
    expect(onTime.get(administrationId)).toEqual([now?.[1]])
    expect(onTime.get(nobody)).toMatchObject([{ value: null, missing: 'no_cases' }])
  })
})
