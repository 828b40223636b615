import { describe, expect, it } from '@jest/globals'
import { caseReceived } from '../../src/cases/emails/case-received.ts'
import { deadlineNear } from '../../src/cases/emails/deadline-near.ts'
import { composeLetter } from '../../src/notices/index.ts'
import {
  changedWords,
  originalWords,
  wordedBy,
  wordsProblems,
} from '../../src/notices/letter-words.ts'
import { translator } from '../../src/platform/i18n/index.ts'

const TEXTS = 'case-emails.case_received'
const original = originalWords(TEXTS, 'es')
const head = { name: 'Municipio', slug: 'demo', timeZone: 'UTC', email: null, phone: null }
const problemsOf = (words: Record<string, string>) =>
  wordsProblems(original, { ...original, ...words }).map(({ field, code, values }) => [
    field,
    code,
    values?.['data'],
  ])

describe('The words that an administration gives its letters', () => {
  it('are those of the letter, without how staff call it', () => {
    expect(Object.keys(original)).toEqual(expect.arrayContaining(['subject', 'lead', 'due']))
    expect(original).not.toHaveProperty('name')
    expect(originalWords('case-emails.nothing', 'es')).toEqual({})
  })

  it('keep the number and the date, and hold nothing that is not there', () => {
    expect(problemsOf({ due: 'Pronto.' })).toEqual([['due', 'data_missing', '{date}']])
    expect(problemsOf({ subject: 'Lo recibimos' })).toEqual([
      ['subject', 'data_missing', '{caseNumber}'],
    ])
    expect(problemsOf({ lead: 'Hola, {names}' })).toEqual([['lead', 'data_unknown', '{names}']])
    expect(problemsOf({ due: 'El { date' })).toEqual([])
    expect(problemsOf({ lead: '  ' })).toEqual([['lead', 'required', undefined]])
    expect(problemsOf({ due: 'Antes del {date}, sin falta.' })).toEqual([])
  })

  it('are kept only where they are others', () => {
    expect(changedWords(original, { ...original, lead: 'Gracias.', other: 'x' })).toEqual({
      lead: 'Gracias.',
    })
  })

  it('stand in the page and in the text of the letter, with the facts as ever', () => {
    const words = {
      lead: 'Gracias <b>vecina</b>',
      due: 'Antes del {date}.',
      subject: '{caseNumber}!',
    }
    const sample = caseReceived.sample(translator('es'))
    const { html, text, subject } = composeLetter(caseReceived, sample, head, 'es', words)
    expect(subject).toBe('DEMO-2026-000123!')
    expect(html).toContain('Gracias &lt;b&gt;vecina&lt;/b&gt;')
    expect(text).toContain('Gracias <b>vecina</b>')
    for (const whole of [html, text]) {
      expect(whole).toContain('Antes del 24 de marzo de 2026.')
      expect(whole).toContain('K7Q2-9XWM-4HTB-60RD')
      expect(whole).toContain('https://libro.example.org/seguimiento')
      expect(whole).not.toContain('Guarde este mensaje')
    }
  })

  it('say one and many as they were given', () => {
    const words = { lead_one: 'Falta {count} día.', lead_other: 'Faltan {count} días.' }
    const t = wordedBy(deadlineNear.texts, words, 'es')
    const said = [1, 3, 1_000_000].map((count) => t(`${deadlineNear.texts}.lead`, { count }))
    expect(said).toEqual(['Falta 1 día.', 'Faltan 3 días.', 'Faltan 1000000 días.'])
    expect(t('case-emails.facts.number')).toBe('Número de caso')
  })
})
