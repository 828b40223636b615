import { describe, expect, it } from '@jest/globals'
import { translator } from '../../src/platform/i18n/index.ts'
import type { BookNames } from '../../src/routing/book-names.ts'
import { ruleSentence } from '../../src/routing/rule-sentence.ts'
import type { RoutingRule } from '../../src/routing/routing-rule.ts'
import { buildRule } from './build-rule.ts'

const none: readonly never[] = []
const names: BookNames = {
  kind: none,
  centre: none,
  service: none,
  motive: none,
  channel: none,
  language: none,
  signal: none,
  unit: none,
  nameOf: (_, value) => value,
}

function sentence(lang: string, more: Partial<RoutingRule>): string {
  return ruleSentence(buildRule('r', more), { t: translator(lang), lang, names })
}

describe('a rule in one sentence', () => {
  it.each<[Partial<RoutingRule>, string]>([
    [{}, 'Siempre: va a la persona responsable del libro.'],
    [
      { kinds: ['Queja', 'Necesidad'], words: ['bache'], desk: 'unit', unitId: 'Obras' },
      'Si el tipo es Queja o Necesidad y el texto dice «bache»: va a la unidad Obras.',
    ],
    [
      { officialNamed: true, desk: 'centre', unitId: 'Obras', priority: 2, restricted: true },
      'Si nombra a alguien del directorio: va a la jefatura del centro, se propone la unidad ' +
        'Obras, es urgente y solo lo ve quien responde por el libro.',
    ],
    [
      { exceptWords: ['luz'], validFrom: '2026-05-01', desk: 'unit', assignAtOnce: true },
      'Si el texto no dice «luz» y llega desde el 1 de mayo de 2026: va a la unidad dueña del ' +
        'servicio y se asigna en el momento.',
    ],
  ])('%#', (more, expected) => {
    expect(sentence('es', more)).toBe(expected)
  })

  it('is said in English too, and tells how many words it leaves out', () => {
    const words = Array.from({ length: 11 }, (_, index) => `w${index}`)
    expect(sentence('en', { words })).toBe(
      'If the text says “w0”, “w1”, “w2”, “w3”, “w4”, “w5”, “w6”, “w7”, or 3 more words: ' +
        'it goes to the person responsible for the book.',
    )
  })
})
