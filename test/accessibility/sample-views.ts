import type { Visitor } from '../support/visitor.ts'
import { linked } from './sample-doors.ts'

/** A view that the responsible keeps, shared with everybody. */
export async function buildSampleView(manager: Visitor): Promise<string> {
  await manager.get('/personal/demo/vistas/nueva?lista=vista%3Doverdue%26prioridad%3Durgent')
  await manager.submit({ name: 'Lo que más urge', readers: 'administration' }, { form: 'vistas/' })
  return linked(manager, 'vistas', '([0-9a-f-]{36})')
}
