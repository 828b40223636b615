import type { RunningApp } from '../../support/running-app.ts'
import { Visitor } from '../../support/visitor.ts'

/** Walks the first pages of a complaint as a person would, until the page that the test is about. */
export async function complainUntil(
  app: RunningApp,
  page: 'donde' | 'cuando' | 'archivos' | 'respuesta' | 'quien' | 'revise',
  story = 'Esperé tres horas y nadie me atendió.',
): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/demo/nuevo')
  await visitor.submit({ kind: 'complaint' })
  await visitor.submit({ description: story })
  const answers: Record<string, Record<string, string>> = {
    donde: { centre: 'centro', 'service-centro': 'predial', place: 'Ventanilla 2' },
    cuando: { day: 'yesterday' },
    archivos: {},
    respuesta: { answerBy: 'none' },
    quien: { names: 'Ana', firstSurname: 'Ñúñez' },
  }
  for (const [address, fields] of Object.entries(answers)) {
    if (address === page) break
    await visitor.submit(fields, address === 'archivos' ? { button: 'next' } : {})
  }
  return visitor
}
