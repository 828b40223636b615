import { describe, expect, it } from '@jest/globals'
import { lacksOf, sortRows } from '../../../src/improvements/instruments/cells.ts'
import {
  newestOf,
  type Instrument,
  type Row,
} from '../../../src/improvements/instruments/instrument.ts'
import { KINDS, SHEETS, sheetOf } from '../../../src/improvements/instruments/kinds.ts'
import { signingRole } from '../../../src/improvements/instruments/instrument-policy.ts'
import { carryOver } from '../../../src/improvements/instruments/proposals/from-earlier.ts'
import { priorityOf } from '../../../src/improvements/instruments/proposals/need-priority.ts'
import { scoresOf } from '../../../src/improvements/instruments/score.ts'
import type { Staff } from '../../../src/people/index.ts'
import { hasText, translator } from '../../../src/platform/i18n/index.ts'

const t = translator('es')
const words = { t, placeName: 'Centro', serviceName: 'Predial' }

const row = (lineId: string, place: number, cells: Row['cells']): Row => ({
  ...{ rowId: lineId, instrumentId: 'i', lineId, place, cells, source: null, revision: 1 },
})

describe('The eight instruments of the norm', () => {
  it('have the columns of their annexes', () => {
    const columns = KINDS.map((kind) => SHEETS[kind].columns.map(({ code }) => code).join(' '))
    expect(columns).toEqual([
      'component question evidence level gap',
      'activity product responsible start end status',
      'segment technique need expectation priority',
      'service result attributes adds does_not_add proposal',
      'stage actions touchpoint channel thoughts emotion pain opportunity driver evidence',
      'note source group heading votes',
      'what why where when who how how_much indicator status',
      'action audience responsible evidence',
    ])
  })

  it('fill the width of their paper, and no more', () => {
    for (const kind of KINDS) {
      const whole = SHEETS[kind].columns.reduce((sum, { share }) => sum + share, 0)
      expect([kind, whole.toFixed(3)]).toEqual([kind, '1.000'])
    }
  })

  it('have a name for every column and every choice', () => {
    const keys = KINDS.flatMap((kind) =>
      sheetOf(kind).columns.flatMap((column) => [
        `improvements-instruments.column.${kind}.${column.code}`,
        ...(column.choices ?? []).map((value) => {
          const named = `improvements-instruments.choice.${kind}.${column.code}`
          return `${column.named ?? named}.${value}`
        }),
      ]),
    )
    expect(keys.filter((key) => !hasText('es', key) || !hasText('en', key))).toEqual([])
  })
})

describe('What an instrument lacks', () => {
  it('is each cell that the norm asks for', () => {
    expect(lacksOf('schedule', { activity: 'Poner turnos', start: '2026-03-01' })).toEqual([
      ...['product', 'responsible', 'end', 'status'],
    ])
    const value = { service: 'Predial', result: 'Pagar', attributes: 'Rápido', proposal: 'Turnos' }
    expect(lacksOf('value', value)).toEqual([])
  })

  it('is no gap where everything is done and proved', () => {
    const asked = { component: 'lead', question: '¿Hay equipo?', evidence: 'Acta' }
    expect(lacksOf('diagnosis', { ...asked, level: '3' })).toEqual([])
    expect(lacksOf('diagnosis', { ...asked, level: '2' })).toEqual(['gap'])
  })
})

describe('The score of the self-diagnosis', () => {
  it('is the mean of each component, without what nobody graded', () => {
    const rows = [
      row('a', 1, { component: 'people', level: '3' }),
      row('b', 2, { component: 'people', level: '0' }),
      row('c', 3, { component: 'people', level: '' }),
      row('d', 4, { component: 'lead', level: '2' }),
      row('e', 5, { component: 'culture' }),
    ]
    expect(scoresOf(rows)).toEqual([
      { component: 'people', mean: 1.5, questions: 2 },
      { component: 'lead', mean: 2, questions: 1 },
    ])
  })
})

describe('The rows of an instrument', () => {
  it('stand in the order of the norm, and then as they were written', () => {
    const rows = [
      row('after', 1, { stage: 'after' }),
      row('none', 2, {}),
      row('before', 3, { stage: 'before' }),
      row('after-too', 4, { stage: 'after' }),
    ]
    const lines = sortRows('experience', rows).map(({ lineId }) => lineId)
    expect(lines).toEqual(['before', 'after', 'after-too', 'none'])
    const groups = ['Grupo 10', 'Grupo 2'].map((group, at) => row(group, at + 1, { group }))
    expect(sortRows('affinity', groups).map(({ lineId }) => lineId)).toEqual([
      'Grupo 2',
      'Grupo 10',
    ])
  })
})

describe('What follows from the instrument before', () => {
  it('is an activity for each gap, and none where there is no gap', () => {
    const rows = [
      row('a', 1, { component: 'lead', gap: 'No hay acta' }),
      row('b', 2, { component: 'people', gap: '' }),
    ]
    const proposals = carryOver('schedule', { kind: 'diagnosis', version: 2 }, rows, words)
    expect(proposals).toEqual([
      {
        key: 'row:a',
        said: 'Autodiagnóstico de calidad, versión 2, fila 2',
        cells: { activity: 'Cerrar esta brecha: No hay acta', status: 'planned' },
      },
    ])
  })

  it('is one line of the plan for each heading, however many notes stand under it', () => {
    const rows = ['1', '2'].map((id, at) =>
      row(id, at, { note: id, heading: 'Nadie avisa qué falta', votes: '4' }),
    )
    const proposals = carryOver('plan', { kind: 'affinity', version: 1 }, rows, words)
    expect(proposals.map(({ cells }) => cells)).toEqual([
      {
        ...{ what: 'Nadie avisa qué falta', why: 'Lo eligieron 4 votos' },
        ...{ where: 'Centro', status: 'planned' },
      },
    ])
  })

  it('leads from needs to value, from there to the experience, and on to the culture', () => {
    const one = (kind: (typeof KINDS)[number], from: (typeof KINDS)[number], cells: Row['cells']) =>
      carryOver(kind, { kind: from, version: 1 }, [row('a', 1, cells)], words)[0]?.cells
    expect(one('value', 'needs', { need: 'Pagar rápido' })).toMatchObject({
      service: 'Predial',
      result: 'Pagar rápido',
    })
    const useless = { does_not_add: 'Tres copias', proposal: 'Una copia' }
    const lived = { pain: 'Tres copias', opportunity: 'Una copia' }
    expect(one('experience', 'value', useless)).toEqual(lived)
    expect(one('affinity', 'experience', lived)).toEqual({
      note: 'Tres copias',
      source: 'Mapa de experiencia',
    })
    expect(one('culture', 'plan', { what: 'Una copia', who: 'Jefatura' })).toEqual({
      action: 'Dar a conocer al personal: Una copia',
      audience: 'Todo el personal',
      responsible: 'Jefatura',
    })
  })
})

describe('The priority of a need', () => {
  it('is high where it is grave or one in four tells it', () => {
    expect(priorityOf({ n: 6, of: 100, severity: 3 })).toBe('high')
    expect(priorityOf({ n: 25, of: 100, severity: null })).toBe('high')
  })

  it('is medium from one in ten on, and low below or where too few told it', () => {
    expect(priorityOf({ n: 10, of: 100, severity: 1 })).toBe('medium')
    expect(priorityOf({ n: 9, of: 100, severity: 1 })).toBe('low')
    expect(priorityOf({ n: null, of: 8, severity: 2 })).toBe('low')
  })
})

describe('The newest version', () => {
  it('is one for each place, service, year and instrument', () => {
    const base: Instrument = {
      ...{ administrationId: 'a', instrumentId: '1', centreId: 'c', serviceId: null, year: 2026 },
      ...{ kind: 'needs', version: 1, state: 'signed', revision: 1, begunOn: '2026-01-05' },
      ...{ signedOn: null, signedBy: null, sha256: null },
    }
    const others = [
      { ...base, instrumentId: '2', version: 2 },
      { ...base, instrumentId: '3', serviceId: 's' },
      { ...base, instrumentId: '4', year: 2025 },
    ]
    const newest = newestOf([base, ...others]).map(({ instrumentId }) => instrumentId)
    expect(newest).toEqual(['2', '3', '4'])
  })
})

describe('Whoever signs', () => {
  const staff = (role: Staff['grants'][number]['role'], centreId: string | null): Staff => ({
    ...{ accountId: 'x', name: '', email: '', language: 'es', workplaces: [] },
    grants: [{ role, administrationId: 'a', centreId, unitId: null }],
  })

  it('is the head of that office, or who decides for all of them', () => {
    const centre = { administrationId: 'a', centreId: 'c' }
    const all = { administrationId: 'a', centreId: null }
    expect(signingRole(staff('office_head', 'c'), centre)).toBe('office_head')
    expect(signingRole(staff('office_head', 'other'), centre)).toBeNull()
    expect(signingRole(staff('office_head', 'c'), all)).toBeNull()
    expect(signingRole(staff('chief_administrator', null), all)).toBe('chief_administrator')
    expect(signingRole(staff('improvement_owner', null), centre)).toBeNull()
  })
})
