import { randomFrom } from '../../../src/analysis/suggestions/steady-random.ts'

/** Texts that nobody wrote: a few words of a matter among words that say nothing. */

export const MATTERS: Readonly<Record<string, readonly string[]>> = {
  queue: ['espera', 'fila', 'ventanilla', 'turno', 'horas', 'demora', 'esperando'],
  manners: ['trato', 'grosero', 'amabilidad', 'gritó', 'respeto', 'maltrato'],
  papers: ['requisitos', 'documentos', 'copias', 'formulario', 'constancia', 'trámite'],
  building: ['baño', 'rampa', 'asientos', 'ventilación', 'goteras', 'suciedad'],
}
const AROUND =
  'el día de ayer fui a la oficina y me dijeron que por favor quiero decir que hay'.split(' ')

export interface SpokenText {
  text: string
  language: string
  label: string
  registeredAt: Date
}

const FIRST_DAY = Date.UTC(2026, 0, 5)
const DAY = 24 * 3600 * 1000

export function speak(count: number, seed: number, matters = MATTERS): SpokenText[] {
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const names = Object.keys(matters)
  return Array.from({ length: count }, (_, at) => {
    const label = pick(names)
    const own = Array.from({ length: 3 }, () => pick(matters[label] ?? []))
    const around = Array.from({ length: 6 }, () => pick(AROUND))
    const text = [...own, ...around].sort(() => random() - 0.5).join(' ')
    return { text, language: 'es', label, registeredAt: new Date(FIRST_DAY + at * DAY) }
  })
}
