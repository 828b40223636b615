import type { System } from '../../src/system.ts'
import { buildValidatedProcess } from '../improvements/validated-process.ts'
import type { Visitor } from '../support/visitor.ts'

/** What the person who is responsible for improving leaves behind. */
export async function buildSampleProcess(system: System, owner: Visitor) {
  await owner.get('/personal/demo/procesos?centro=centro')
  const service = /<option value="([^"]+)"[^>]*>Actas del Registro Civil/.exec(owner.page.html)
  await owner.submit({ service: service?.[1] ?? '' })
  const processId = owner.page.path.split('/')[4] ?? ''
  await owner.submit({
    objective: 'Entregar actas en una sola visita',
    'text-1': 'Recibir la solicitud',
    'text-2': '¿Está completa?',
    'text-3': 'Entregar el acta',
    'to-2-1': 'next',
    'to-2-2': '1',
  })
  await buildValidatedProcess(system, { centre: 'centro', service: 'predial' })
  await owner.get('/personal/demo/brechas?centro=centro')
  await owner.submit({}, { form: 'begin' })
  const row = owner.page.links.find(({ href }) => href.includes('/filas/'))?.href ?? ''
  await owner.get(row)
  await owner.submit({ problem: 'Se espera mucho', severity: '3' }, { form: 'row' })
  const [, , , , gapId = '', , rowId = ''] = row.split('/')
  return { processId, gapId, rowId }
}
