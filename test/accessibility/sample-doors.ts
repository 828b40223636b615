import { takeMessage } from '../../src/channels/index.ts'
import { switchDevice } from '../../src/channels/devices/actions/change-device.ts'
import { enrolledTablet } from '../channels/devices/tablet.ts'
import { message } from '../channels/mailbox/messages.ts'
import { buildCampaign } from '../surveys/campaigns.ts'
import type { RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

const ID = '([0-9a-f-]{36})'

/** Something to see behind each door: answers, mails, tablets, links, notes. What its address is called. */
export async function buildSampleDoors(
  test: TestSystem,
  app: RunningApp,
  at: { manager: Visitor; counter: Visitor },
) {
  const { system } = test
  const now = system.clock().toISOString()
  const survey = await buildCampaign(system, { channels: ['qr', 'link', 'after_answer'] })
  const person = new Visitor(app)
  await person.get(`/demo/encuesta/${survey.code}`)
  await person.submit({ overall: '2' })
  await person.submit({ comment: 'La espera cansa.' })

  const tablet = await enrolledTablet(app, system, { name: 'Tableta de la entrada' })
  await tablet.tablet.contact(now, 3, 3)
  const lost = await enrolledTablet(app, system, { name: 'Tableta del patio' })
  await switchDevice(system.db, lost.deed, lost.deviceId, 'off')
  await lost.tablet.send(lost.tablet.take(now), now)
  await takeMessage(
    system,
    { raw: message({}), receivedAt: system.clock(), slug: null },
    system.clock(),
  )

  const reporter = new Visitor(app)
  await reporter.get('/demo/denuncia')
  await reporter.submit({}, { button: 'Empezar' })
  await reporter.submit({ narration: 'El inspector pide dinero cada lunes.' })
  await at.manager.get('/personal/demo/carteles/nuevo')
  await at.manager.submit({ label: 'Pagos', place: 'centro/v2', kind: 'complaint' })
  const linkId = idOn(at.manager.page.path, `carteles/${ID}`)
  await at.manager.get('/personal/demo/recojo/documentos/procedure')
  await at.manager.submit({ text: 'Uno. Recibir.\nDos. Registrar.' })
  await at.counter.get('/personal/demo/incidentes')
  await at.counter.submit({ service: 'predial', what: 'No salía.', solution: 'Se imprimió.' })
  return {
    campaignId: survey.campaignId,
    code: survey.code,
    linkId,
    deviceId: tablet.deviceId,
    itemId: await linked(at.manager, 'tabletas/apartados', ID),
    mailId: await linked(at.counter, 'correo', ID),
    ruleId: await linked(at.manager, 'reglas-de-turno', ID),
  }
}

/** The first thing that a list of the staff links to. */
export async function linked(visitor: Visitor, list: string, id: string): Promise<string> {
  const { html } = await visitor.get(`/personal/demo/${list}`)
  return idOn(html, `${list}/${id}`)
}

function idOn(text: string, pattern: string): string {
  const found = new RegExp(pattern).exec(text)?.[1]
  if (!found) throw new Error(`Nothing like ${pattern} is there`)
  return found
}
