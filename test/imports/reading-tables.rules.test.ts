import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import writeXlsx from 'write-excel-file/node'
import { openTable, type FileHints } from '../../src/imports/reading/open-table.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-tables-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0
async function read(content: Buffer | string, hints: FileHints = {}) {
  const path = join(folder, `${++written}.csv`)
  await writeFile(path, content)
  const table = await openTable(path, hints)
  const all = []
  for await (const rows of table.rows()) all.push(...rows)
  return { ...table, all, cells: all.map(({ cells }) => cells) }
}

describe('A table that somebody brings', () => {
  it('is read in the letters that it was written in', async () => {
    const text = 'año;señal\n1;Ñandú “€”\n'
    const old = Buffer.from(
      [...'a\u00f1o;se\u00f1al\n1;\u00d1and\u00fa \u0093\u0080\u0094\n'].map((sign) =>
        sign.charCodeAt(0),
      ),
    )
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const [bytes, encoding] of [
      [text, 'utf-8'],
      [`\uFEFF${text}`, 'utf-8-bom'],
      [old, 'windows-1252'],
      [marked, 'utf-16le'],
    ] as const) {
      const table = await read(bytes)
      expect(table.facts.encoding).toBe(encoding)
      expect(table.cells).toEqual([
        ['año', 'señal'],
        ['1', 'Ñandú “€”'],
      ])
    }
  })

  it('is read in other letters where somebody knows better', async () => {
    const table = await read(Buffer.from('caf\u00c3\u00a9;x\n1;2\n', 'latin1'), {
      encoding: 'windows-1252',
    })
    expect(table.cells[0]?.[0]).toBe('cafÃ©')
  })

  it('is parted by the sign that parts its rows evenly, whatever its texts hold', async () => {
    const table = await read('n;texto;d\n1;"uno, dos, tres, cuatro";x\n2;cinco, seis, siete;y\n')
    expect(table.separator).toBe(';')
    expect(table.cells[2]).toEqual(['2', 'cinco, seis, siete', 'y'])
  })

  it('keeps line breaks inside a text, and counts rows as a spreadsheet does', async () => {
    const { all } = await read('n,texto\r\n1,"una\nlínea ""y"" otra"\r\n\r\n2,b\r\n')
    expect(all).toEqual([
      { row: 1, cells: ['n', 'texto'] },
      { row: 2, cells: ['1', 'una\nlínea "y" otra'] },
      { row: 3, cells: [''] },
      { row: 4, cells: ['2', 'b'] },
    ])
  })

  it('is read packed as well', async () => {
    expect((await read(gzipSync('a,b\n1,2\n'))).cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('is refused when it is empty, broken or old, or a quote never closes', async () => {
    const whole = gzipSync('a,b\n'.repeat(50_000))
    await expect(read('')).rejects.toMatchObject({ code: 'empty' })
    await expect(read(whole.subarray(0, 60))).rejects.toMatchObject({ code: 'broken_archive' })
    await expect(read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toMatchObject({
      code: 'old_spreadsheet',
    })
    await expect(read(`a,b\n1,"${'x\n'.repeat(3_000_000)}`)).rejects.toMatchObject({
      code: 'record_too_long',
      values: { row: 2 },
    })
  })

  it('is refused with a million columns, and says how many may be', async () => {
    await expect(read(`a${',b'.repeat(1_000_000)}\n`)).rejects.toMatchObject({
      code: 'too_many_columns',
      values: { row: 1, most: 500 },
    })
  })
})

describe('A spreadsheet', () => {
  const sheet = async (rows: unknown[][]) => {
    const made = writeXlsx(rows as never, { sheet: 'Quejas', dateFormat: 'dd/mm/yyyy hh:mm' })
    return made.toBuffer()
  }

  it('gives texts as they stand and dates in a form that nobody misreads', async () => {
    const when = new Date(Date.UTC(2014, 0, 2, 14, 5))
    const bytes = await sheet([
      [{ value: 'Nº' }, { value: 'Fecha' }, { value: 'Texto' }],
      [{ value: '007' }, { value: when, type: Date }, { value: 'Ñu & <b>' }],
      [{ value: 12.5, type: Number }, null, { value: 'dos\nlíneas' }],
    ])
    const table = await read(bytes)
    expect(table.facts).toMatchObject({ format: 'xlsx', encoding: null })
    expect(table.cells).toEqual([
      ['Nº', 'Fecha', 'Texto'],
      ['007', '2014-01-02 14:05:00', 'Ñu & <b>'],
      ['12.5', '', 'dos\nlíneas'],
    ])
  })

  it('takes of a formula what it came to, as text', async () => {
    const bytes = await sheet([[{ value: '=1+1' }, { value: 'SUM(A1:A2)', type: 'Formula' }]])
    expect((await read(bytes)).cells[0]?.[0]).toBe('=1+1')
  })

  it('of a million columns is refused before it is held', async () => {
    const wide = await sheet([
      Array.from({ length: 700 }, (_, at) => ({ value: at, type: Number })),
    ])
    await expect(read(wide)).rejects.toMatchObject({ code: 'too_many_columns' })
  })

  it('without the sheet that was asked for says which there are', async () => {
    const bytes = await sheet([[{ value: 'a' }]])
    await expect(read(bytes, { sheet: 'Otra' })).rejects.toMatchObject({
      code: 'no_sheet',
      values: { sheets: 'Quejas' },
    })
  })
})
