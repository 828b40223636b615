import { fileCase } from '../../../src/cases/index.ts'
import type { FilingInput } from '../../../src/cases/filing.ts'
import type { System } from '../../../src/system.ts'
import type { RunningApp } from '../../support/running-app.ts'
import { Visitor } from '../../support/visitor.ts'

export interface Filed {
  caseNumber: string
  trackingToken: string
}

let keys = 0

/** A complaint about an office, answered where it is followed. */
export async function fileComplaint(
  system: System,
  filing: Partial<FilingInput> = {},
  slug = 'demo',
): Promise<Filed> {
  const complaint: FilingInput = {
    kind: 'complaint',
    centre: 'centro',
    service: 'predial',
    description: 'Esperé tres horas en la fila y cerraron la ventanilla.',
    person: { names: 'Ana', firstSurname: 'Robles', phone: '55 5555 1234' },
    answerBy: 'none',
    ...filing,
  }
  const idempotencyKey = `followed-${++keys}`
  return fileCase(
    system,
    { slug, idempotencyKey, filing: complaint, filer: 'public' },
    system.clock(),
  )
}

/** The person, with the page of their case before them. */
export async function follow(app: RunningApp, filed: Filed, language?: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  if (language) await visitor.get(`/seguimiento?lang=${language}`)
  await visitor.get('/seguimiento')
  await visitor.submit({ number: filed.caseNumber, secret: filed.trackingToken })
  return visitor
}
