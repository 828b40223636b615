import { describe, expect, it } from '@jest/globals'
import { templatesFor, type AnswerTemplate } from '../../src/answer-templates/answer-template.ts'
import {
  asksOutcome,
  fillTemplate,
  templateProblem,
  unfilledIn,
  type KnownOfCase,
} from '../../src/answer-templates/fill-template.ts'

const known: KnownOfCase = {
  fields: {
    fecha_de_presentacion: '2 de marzo de 2026',
    numero_de_caso: 'DEMO-2026-000001',
    centro: 'Oficina Centro',
    servicio: '',
    unidad: 'Ingresos',
    funcionario: 'Rosa Paz',
    fecha_de_hoy: '5 de marzo de 2026',
  },
  facts: {
    tipo: ['complaint', 'Queja'],
    servicio: [],
    canal: ['paper', 'Papel'],
    resultado: ['upheld', 'Tiene razón'],
    idioma: ['es', 'español'],
  },
}

const fill = (text: string) => fillTemplate(text, known)

describe('A field of a template', () => {
  it.each([
    ['El {{fecha_de_presentación}} en {{centro}}.', 'El 2 de marzo de 2026 en Oficina Centro.'],
    ['{{ Fecha de presentacion }}', '2 de marzo de 2026'],
    ['{{FUNCIONARIO}}', 'Rosa Paz'],
    ['Por {{motivo}}.', 'Por {{motivo}}.'],
    ['Sobre {{servicio}}.', 'Sobre {{servicio}}.'],
  ])('%s becomes %s', (text, filled) => {
    expect(fill(text)).toBe(filled)
  })

  it('that nobody filled is told once', () => {
    expect(unfilledIn('{{motivo}} y {{ plazo }} y {{motivo}}')).toEqual([
      '{{motivo}}',
      '{{ plazo }}',
    ])
    expect(unfilledIn('Nada { suelto }')).toEqual([])
  })
})

describe('A part of a template', () => {
  it.each([
    ['Hola.{{si canal = Papel}} Por escrito.{{fin}}', 'Hola. Por escrito.'],
    ['Hola.{{si canal = web|paper}} Por escrito.{{fin}}', 'Hola. Por escrito.'],
    ['Hola.{{si canal = Página web}} En línea.{{fin}}', 'Hola.'],
    ['{{si resultado = tiene razon}}Sí.{{fin}}{{si resultado = No procede}}No.{{fin}}', 'Sí.'],
    ['{{si servicio = Predial}}Del predial.{{fin}}Fin.', 'Fin.'],
    ['Uno.\n\n{{si tipo = Sugerencia}}Dos.{{fin}}\n\nTres.', 'Uno.\n\nTres.'],
    ['{{si tipo = Queja}}En {{centro}}, {{motivo}}.{{fin}}', 'En Oficina Centro, {{motivo}}.'],
  ])('%s becomes %s', (text, filled) => {
    expect(fill(text)).toBe(filled)
  })

  it('about the outcome asks for it', () => {
    expect(asksOutcome('{{si Resultado = No procede}}No.{{fin}}')).toBe(true)
    expect(asksOutcome('{{resultado}}')).toBe(false)
  })

  it.each([
    ['{{si canal = Papel}} sin fin', 'unended'],
    ['{{si canal = Papel}} uno {{si tipo = Queja}} dos {{fin}} {{fin}}', 'unended'],
    ['suelto {{fin}}', 'unended'],
    ['{{si clima = lluvia}} llueve {{fin}}', 'unknown_condition'],
    ['{{si canal = Papel}} bien {{fin}} {{motivo}}', null],
  ])('is sound or not: %s', (text, problem) => {
    expect(templateProblem(text)).toBe(problem)
  })
})

describe('The templates of a case', () => {
  const template = (name: string, more: Partial<AnswerTemplate> = {}): AnswerTemplate => ({
    templateId: name,
    name,
    body: '-',
    measures: '',
    kinds: [],
    serviceIds: [],
    language: null,
    ...more,
  })
  const all = [
    template('para todos'),
    template('quejas', { kinds: ['complaint'] }),
    template('predial', { serviceIds: ['p'] }),
    template('sugerencias', { kinds: ['suggestion'] }),
    template('inglés', { language: 'en' }),
  ]
  const namesFor = (about: { kind: string; serviceId: string | null; language: string }) =>
    templatesFor(all, about).map(({ name }) => name)

  it('are those that fit, the closest first', () => {
    expect(namesFor({ kind: 'complaint', serviceId: 'p', language: 'es' })).toEqual([
      'predial',
      'quejas',
      'para todos',
    ])
    expect(namesFor({ kind: 'observation', serviceId: null, language: 'en' })).toEqual([
      'inglés',
      'para todos',
    ])
  })
})
