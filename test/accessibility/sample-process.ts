import type { Visitor } from '../support/visitor.ts'

/** What the person who is responsible for improving leaves behind. */
export async function buildSampleProcess(owner: Visitor) {
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
  return { processId }
}
