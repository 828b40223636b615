import { UnreadableFile } from '../open-bytes.ts'
import { attributeOf, readXml } from './xml-pieces.ts'
import type { Zip } from './zip.ts'

export interface Workbook {
  sheets: readonly { name: string; file: string }[]
  countsFrom: 1900 | 1904
}

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  if (!zip.has('xl/workbook.xml')) throw new UnreadableFile('other_file')
  const targets = await readTargets(zip)
  const sheets: { name: string; file: string }[] = []
  let countsFrom: Workbook['countsFrom'] = 1900
  for await (const pieces of readXml(zip.read('xl/workbook.xml'))) {
    for (const piece of pieces) {
      if (piece.type !== 'open') continue
      const { name, attributes } = piece
      if (name === 'workbookPr' && /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')) {
        countsFrom = 1904
      }
      const file = name === 'sheet' ? targets.get(attributeOf(attributes, 'id') ?? '') : undefined
      if (file) sheets.push({ name: attributeOf(attributes, 'name') ?? '', file })
    }
  }
  return { sheets, countsFrom }
}

async function readTargets(zip: Zip): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  const file = 'xl/_rels/workbook.xml.rels'
  if (!zip.has(file)) throw new UnreadableFile('broken_archive')
  for await (const pieces of readXml(zip.read(file))) {
    for (const piece of pieces) {
      if (piece.type !== 'open' || piece.name !== 'Relationship') continue
      const target = attributeOf(piece.attributes, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      targets.set(attributeOf(piece.attributes, 'Id') ?? '', path)
    }
  }
  return targets
}
