import { describe, expect, it } from '@jest/globals'
import { dateOrderOf } from '../../src/imports/mapping/date-order.ts'
import { isDateFormat, dateReader } from '../../src/imports/mapping/date-format.ts'
import { checkMapping, readMapping } from '../../src/imports/mapping/read-mapping.ts'
import { findHeader } from '../../src/imports/rows/header.ts'
import { rowReader } from '../../src/imports/rows/read-legacy-case.ts'
import { legacyFacts } from '../../src/imports/legacy-facts.ts'

const CENTRE = '11111111-1111-4111-8111-111111111111'

const known = {
  kinds: new Set(['complaint', 'need']),
  states: new Set(['registered', 'in_analysis', 'closed', 'archived']),
  channels: new Set(['web', 'counter', 'phone', 'paper', 'email', 'api']),
  centreIds: new Map([['sede norte', CENTRE]]),
  serviceIds: new Map<string, string>(),
  unitIds: new Map<string, string>(),
  now: new Date('2026-03-02T16:00:00Z'),
}

const base = {
  source: 'libro-viejo',
  language: 'es',
  timeZone: 'America/Mexico_City',
  number: { column: 'Nº' },
  kind: { column: 'Tipo', values: { Q: 'complaint' } },
  receivedAt: { column: 'Fecha', formats: ['d/M/yyyy H:mm', 'd/M/yyyy'] },
}

const HEADINGS = ['Nº', 'Tipo', 'Fecha', 'Cierre', 'Oficina', 'Texto', 'Lote']

function read(changes: object, cells: readonly string[]) {
  const mapping = checkMapping({ ...base, ...changes })
  return rowReader(mapping, { row: 1, columns: HEADINGS }, known)({ row: 2, cells })
}

const closed = { closedAt: { column: 'Cierre', formats: ['d/M/yyyy'] } }

describe('A row of another book', () => {
  it('becomes a case in our words, with the row as it stood', () => {
    const cells = ['7', 'Q', '27/3/2014 9:05', '', 'Sede  NORTE', ' se cayó =1+1 ', '']
    const read7 = read({ centre: { column: 'Oficina' }, text: { columns: ['Texto'] } }, cells)
    expect(read7.case).toMatchObject({
      row: 2,
      sourceNumber: '7',
      kind: 'complaint',
      receivedAt: new Date('2014-03-27T15:05:00Z'),
      receivedOn: '2014-03-27',
      centre: { id: CENTRE, told: 'Sede  NORTE' },
      text: 'se cayó =1+1',
      flags: [],
      cells,
    })
  })

  it('is refused with every reason at once, each with its column', () => {
    const { refusals } = read(closed, ['1.23E+11', 'Z', '41725', '31/2/2014', '', '', ''])
    expect(refusals?.map(({ column, code }) => [column, code])).toEqual([
      ['Nº', 'number_ruined'],
      ['Fecha', 'date_is_serial'],
      ['Tipo', 'unknown_value'],
      ['Cierre', 'not_a_date'],
    ])
  })

  it('is refused without a date, or with one of the future', () => {
    const codes = (date: string) => read({}, ['1', 'Q', date]).refusals?.map(({ code }) => code)
    expect(codes('')).toEqual(['no_date'])
    expect(codes('3/3/2026')).toEqual(['in_future'])
    expect(codes('2/3/2026')).toBeUndefined()
  })

  it('takes a day from another column only where the mapping says so, and is marked for it', () => {
    const otherwise = { column: 'Lote', values: { L1: '2014-05-01' } }
    const receivedAt = { ...base.receivedAt, otherwise }
    const marked = read({ receivedAt }, ['1', 'Q', '', '', '', '', 'L1']).case
    expect(marked).toMatchObject({
      receivedOn: '2014-05-01',
      flags: ['day_only', 'received_estimated'],
    })
    expect(read({ receivedAt }, ['1', 'Q', '', '', '', '', 'L2']).refusals?.[0]?.code).toBe(
      'no_date',
    )
  })

  it('gets back the zeros that a spreadsheet took', () => {
    const number = { column: 'Nº', digits: 6 }
    expect(read({ number }, ['421', 'Q', '1/2/2014']).case).toMatchObject({
      sourceNumber: '000421',
      flags: ['day_only', 'zeros_restored'],
    })
  })

  it('that ends before it begins is taken, and its duration counts nowhere', () => {
    const one = read(closed, ['1', 'Q', '5/2/2014 9:00', '4/2/2014']).case
    expect(one?.flags).toContain('negative_duration')
    if (!one) throw new Error('refused')
    const kept = {
      ...one,
      legacyId: 'x',
      batchId: 'b',
      legacyNumber: 'L',
      source: 's',
      salt: null,
      erasedOn: null,
    }
    expect(legacyFacts('a', kept)).toMatchObject({
      answer: { on: '2014-02-04', calendarDays: null },
      endedOn: '2014-02-05',
    })
    const sameDay = read(closed, ['1', 'Q', '5/2/2014 9:00', '5/2/2014']).case
    expect(sameDay?.flags).not.toContain('negative_duration')
  })
})

describe('A mapping', () => {
  it('is refused with all its mistakes', () => {
    const wrong = {
      ...base,
      timeZone: 'Marte/Base',
      receivedAt: { column: 'F', formats: ['fecha'] },
    }
    expect(() => checkMapping(wrong)).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ field: '/timeZone', code: 'not_time_zone' }),
          expect.objectContaining({ field: '/receivedAt/formats/0', code: 'not_date_format' }),
        ],
      }),
    )
    expect(() => readMapping('a: [')).toThrow()
  })

  it('cannot name a kind that the book does not have', () => {
    expect(() => read({ kind: { constant: 'gossip' } }, [])).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'not_ours' })] }),
    )
  })

  it('finds its headings under junk, whatever blanks and line breaks they hold', () => {
    const rows = [
      { row: 1, cells: ['', '', '147'] },
      { row: 2, cells: ['ESTADO\nde hoy', 'tema ', 'Fecha'] },
      { row: 3, cells: ['1', '2', '3'] },
    ]
    expect(findHeader(rows, ['tema', 'Estado de hoy'], undefined)).toEqual({
      row: 2,
      columns: ['ESTADO de hoy', 'tema', 'Fecha'],
    })
  })

  it('for another file is refused with the columns that miss', () => {
    expect(() => findHeader([{ row: 1, cells: ['a', 'b'] }], ['a', 'c'], undefined)).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ values: { field: '/', column: 'c' } })],
      }),
    )
  })
})

describe('A date', () => {
  it.each([
    ['M/d/yyyy', '1/2/2014', 'en', [2014, 1, 2, 0]],
    ['d/M/yyyy', '1/2/2014', 'es', [2014, 2, 1, 0]],
    ['MM/dd/yyyy hh:mm:ss a', '12/31/2017 12:05:00 AM', 'en', [2017, 12, 31, 0]],
    ['MM/dd/yyyy hh:mm:ss a', '12/31/2017 11:59:58 PM', 'en', [2017, 12, 31, 23]],
    [
      "EEEE, dd 'de' MMMM 'de' yyyy - HH:mm",
      'Terça-feira, 06 de Março de 2018 - 08:49',
      'pt',
      [2018, 3, 6, 8],
    ],
    ['d/M/yyyy', '2014-02-01 13:00:00', 'es', [2014, 2, 1, 13]],
  ] as const)('as %s reads %s', (format, text, language, [year, month, day, hour]) => {
    expect(dateReader([format], language)(text)).toMatchObject({ year, month, day, hour })
  })

  it.each(['31/02/2014', '2/1/14', '13/13/2014', 'ayer', ''])('is not read from «%s»', (text) => {
    expect(dateReader(['d/M/yyyy'], 'es')(text)).toBeNull()
  })

  it('has a format only with year, month and day, and twelve hours only with their half', () => {
    expect(['d/M', 'd/M/yy', 'd/M/yyyy h:mm', 'd/M/yyyy d'].filter(isDateFormat)).toEqual([])
  })

  it('tells the order of day and month by days over twelve only', () => {
    expect(dateOrderOf(['1/2/2014', '3/4/2014']).order).toBeNull()
    expect(dateOrderOf(['1/2/2014', '13/4/2014'])).toMatchObject({
      order: 'd/M',
      firstOverTwelve: ['13/4/2014'],
    })
    expect(dateOrderOf(['1/2/2014', '4/13/2014']).order).toBe('M/d')
    expect(dateOrderOf(['13/2/2014', '4/13/2014']).order).toBeNull()
  })
})
