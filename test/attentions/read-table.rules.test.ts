import { describe, expect, it } from '@jest/globals'
import { readCsv } from '../../src/attentions/read-csv.ts'
import { readTable } from '../../src/attentions/read-table.ts'

const known = {
  centreIds: new Map([
    ['centro', 'c1'],
    ['oficina norte', 'c2'],
  ]),
  serviceIds: new Map([['predial', 's1']]),
  today: '2026-03-02',
}

describe('A table as a spreadsheet saves it', () => {
  it.each([',', ';', '\t'])('is read with «%s» between its cells', (separator) => {
    const text = ['fecha', 'oficina'].join(separator) + '\r\n' + ['1', '2'].join(separator)
    expect(readCsv(text)).toEqual([
      { line: 1, cells: ['fecha', 'oficina'] },
      { line: 2, cells: ['1', '2'] },
    ])
  })

  it('keeps what stands between quotes, and the number of its line', () => {
    const text = '\uFEFFa;b\n"uno; ""dos""\ntres";2\n\n;\nx;"y"\n'
    expect(readCsv(text)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['uno; "dos"\ntres', '2'] },
      { line: 6, cells: ['x', 'y'] },
    ])
  })
})

describe('A table of attentions', () => {
  it('takes good rows, whatever the order of its columns and however places are written', () => {
    const { good, bad, problem } = readTable(
      'Atenciones,Servicio,Oficina,Fecha,Canal\n41,predial,Oficina Norte,2026-03-01,Teléfono\n7,predial,centro,2026-03-01,',
      known,
    )
    expect([problem, bad]).toEqual([null, []])
    expect(good.map(({ attended }) => attended)).toEqual([
      { centreId: 'c2', serviceId: 's1', day: '2026-03-01', channel: 'phone', attended: 41 },
      { centreId: 'c1', serviceId: 's1', day: '2026-03-01', channel: 'counter', attended: 7 },
    ])
  })

  it('says of each bad row where it is and why', () => {
    const { good, bad } = readTable(
      [
        'fecha;oficina;servicio;canal;atenciones',
        '2026-02-30;centro;predial;;1',
        '2026-03-03;centro;predial;;1',
        '2026-03-01;luna;nada;paloma;-4',
        '2026-03-01;centro;predial;;5',
        '2026-03-01;centro;predial;ventanilla;6',
      ].join('\n'),
      known,
    )
    expect(good.map(({ line }) => line)).toEqual([5])
    expect(bad.map(({ line, field, code }) => [line, field, code])).toEqual([
      [2, 'day', 'not_date'],
      [3, 'day', 'in_future'],
      [4, 'centre', 'unknown'],
      [4, 'service', 'unknown'],
      [4, 'channel', 'unknown'],
      [4, 'attended', 'not_number'],
      [6, 'day', 'twice'],
    ])
  })

  it.each([
    ['', 'empty', undefined],
    ['fecha;oficina', 'empty', undefined],
    ['fecha;oficina;canal;atenciones\n1;2;3;4', 'no_column', 'service'],
  ])('is refused whole when it makes no sense (%#)', (text, code, column) => {
    expect(readTable(text, known).problem).toEqual(
      column === undefined ? { code } : { code, column },
    )
  })
})
