import { fileCase } from '../../../src/cases/index.ts'
import type { System } from '../../../src/system.ts'

let filed = 0

/** A complaint about the property tax, answered by post. */
export async function fileSample(system: System): Promise<string> {
  filed += 1
  const { caseNumber } = await fileCase(
    system,
    {
      slug: 'demo',
      idempotencyKey: `sample ${filed}`,
      filer: 'public',
      filing: {
        kind: 'complaint',
        centre: 'centro',
        service: 'predial',
        description: 'Esperé tres horas en la fila y nadie me atendió.',
        answerBy: 'post',
        person: { names: 'Ana', firstSurname: 'Robles', address: 'Calle 1' },
      },
    },
    system.clock(),
  )
  return caseNumber
}
