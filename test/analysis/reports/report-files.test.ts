import { describe, expect, it } from '@jest/globals'
import { drawFiles } from '../../../src/analysis/reports/report-files.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { aContent } from './content.ts'

const signing = {
  number: 3,
  year: 2026,
  at: new Date('2026-10-02T16:00:00Z'),
  by: 'a',
  signedBy: 'Rosa Ávila',
}
const timeZone = 'America/Mexico_City'

async function files() {
  const drawn = await drawFiles({ content: aContent(), version: 2 }, { timeZone, signing })
  return new Map(drawn.map((file) => [file.name, file]))
}

describe('The files of a report', () => {
  it('are for inside and for everybody, each with its own figures', async () => {
    const drawn = await files()
    const editions = [...drawn.values()].map(({ name, edition }) => [name, edition])
    expect(Object.fromEntries(editions)).toEqual({
      'informe-interno.pdf': 'inside',
      'datos-internos.xlsx': 'inside',
      'interno.html': 'inside',
      'una-pagina-personal.pdf': 'inside',
      'informe.pdf': 'public',
      'datos.xlsx': 'public',
      'informe.html': 'public',
      'una-pagina.pdf': 'public',
    })
    expect(drawn.get('interno.html')?.bytes.toString()).toContain('87.5 %')
    expect(drawn.get('informe.html')?.bytes.toString()).not.toContain('87.5 %')
    expect(drawn.get('informe.html')?.bytes.toString()).toContain('oculto: muy pocos')
  })

  it('are documents that can be listened to: title, language, headings, tables, pages numbered', async () => {
    const drawn = await files()
    const { bones, text, pages } = readPdf(drawn.get('informe-interno.pdf')!.bytes)
    expect(bones).toMatch(/\/Lang \(es\)/)
    expect(bones).toMatch(/\/MarkInfo/)
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure', 'BlockQuote', 'LI']) {
      expect(bones).toContain(`/S /${tag}`)
    }
    expect(text).toContain('Informe: tercer trimestre de 2026')
    expect(text).toContain('Informe 3 de 2026, versión 2')
    expect(text).toContain('Rosa Ávila')
    expect(pages).toBeGreaterThan(1)
    expect(text).toContain(`Página 1 de ${pages}`)
  })

  it('have one that is a single page for citizens, in their words', async () => {
    const drawn = await files()
    const page = readPdf(drawn.get('una-pagina.pdf')!.bytes)
    expect(page.pages).toBe(1)
    expect(page.text).toContain('Pusimos más sillas.')
    expect(page.text).not.toContain('87.5 %')
  })

  it('keep what looks like a formula a text', async () => {
    const content = aContent()
    const [block] = content.blocks.inside.times ?? []
    if (block?.type !== 'figures') throw new Error('a table is expected')
    const risky = { ...block.figures[0]!, label: '=HYPERLINK("http://x")' }
    const changed = {
      ...content,
      blocks: {
        ...content.blocks,
        inside: { times: [{ ...block, figures: [risky] }] },
      },
    }
    const drawn = await drawFiles({ content: changed, version: 1 }, { timeZone, signing: null })
    const book = drawn.find(({ name }) => name === 'datos-internos.xlsx')!
    const cells = book.bytes.toString('latin1')
    expect(cells.startsWith('PK')).toBe(true)
    expect(cells).not.toContain('<f>')
  })
})
