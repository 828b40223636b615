import type { RunningApp } from '../../support/running-app.ts'
import { Visitor } from '../../support/visitor.ts'

const ANSWERS: readonly (readonly [address: string, fields: Record<string, string>])[] = [
  ['', { kind: 'complaint' }],
  ['que-paso', { description: 'Esperé tres horas y nadie me atendió.' }],
  ['donde', { centre: 'centro', 'service-centro': 'predial', place: 'Ventanilla 2' }],
  ['cuando', { day: 'yesterday' }],
  ['archivos', {}],
  ['respuesta', { answerBy: 'pickup' }],
  ['quien', { names: 'Ana', firstSurname: 'Ñúñez' }],
]

type Address = 'que-paso' | 'donde' | 'cuando' | 'archivos' | 'respuesta' | 'quien' | 'revise'

/** Walks the pages of a complaint as a person would, until the one that the test is about. */
export async function complainUntil(
  app: RunningApp,
  until: Address,
  instead: Record<string, string> = {},
): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/demo/nuevo')
  for (const [address, fields] of ANSWERS) {
    if (address === until) break
    const given = Object.keys(fields).map((name): [string, string] => [
      name,
      instead[name] ?? fields[name] ?? '',
    ])
    await visitor.submit(
      Object.fromEntries(given),
      address === 'archivos' ? { button: 'next' } : {},
    )
  }
  return visitor
}

/** The number and the secret as the receipt shows them. */
export function codesOn({ text }: { text: string }): { number: string; secret: string } {
  return {
    number: /[A-Z]+-\d{4}-\d{6}/.exec(text)?.[0] ?? '',
    secret: /(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/.exec(text)?.[0] ?? '',
  }
}
