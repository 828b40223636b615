import { describe, expect, it } from '@jest/globals'
import { translator } from '../../../src/platform/i18n/index.ts'
import { components } from '../../../src/platform/web/components.ts'

const component = components('es', translator('es'))
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

describe('A deadline', () => {
  it.each([
    ['due', 12, 'Vence en 12 días hábiles'],
    ['soon', 1, 'Vence en 1 día hábil'],
    ['today', undefined, 'Vence hoy'],
    ['overdue', 2, 'Vencido hace 2 días'],
    ['paused', undefined, 'En pausa'],
    ['met', undefined, 'Cumplido'],
  ])('that is %s is said in words beside its sign', (state, count, words) => {
    const html = component('deadline-chip', { state, count })
    expect(wordsOf(html)).toBe(words)
    expect(html).toContain('<svg')
  })
})

describe('A state', () => {
  it('has a word and a shape, whatever its colour', () => {
    const html = component('state-tag', { tone: 'waiting', text: 'Esperamos su respuesta' })
    expect(wordsOf(html)).toBe('Esperamos su respuesta')
    expect(html).toContain('<svg')
  })
})

describe('A timeline', () => {
  const items = [
    { kind: 'message', title: 'Respuesta', at: '2026-03-27', when: 'hoy', text: '<b>hola</b>' },
    { kind: 'note', title: 'Ana', at: '2026-03-27', when: 'hoy', text: 'revisar' },
    { kind: 'event', title: 'Asignado', at: '2026-03-27', when: 'hoy' },
  ]
  const html = component('timeline', { items })

  it('tells messages and internal notes apart in words', () => {
    expect(wordsOf(html)).toContain('Mensaje a la persona Respuesta')
    expect(wordsOf(html)).toContain('Nota interna Ana')
  })

  it('shows what people wrote as text, never as markup', () => {
    expect(html).toContain('&lt;b&gt;hola')
  })
})

describe('A counter of letters', () => {
  it('counts in the language of the page', () => {
    const html = component('character-count', {
      name: 'que',
      maxlength: 4000,
      label: { text: 'Qué pasó' },
    })
    expect(html).toContain('data-i18n.characters-under-limit.other="Le quedan %{count} letras"')
    expect(html).toContain('data-i18n.characters-over-limit.one="Sobra %{count} letra"')
    expect(wordsOf(html)).toContain('Puede escribir hasta 4000 letras')
  })
})

describe('The steps of a form', () => {
  it('are said in plain words', () => {
    expect(wordsOf(component('step-text', { step: 2, total: 5 }))).toBe('Paso 2 de 5')
  })
})
