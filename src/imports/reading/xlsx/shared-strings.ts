import { UnreadableFile } from '../open-bytes.ts'
import { readXml } from './xml-pieces.ts'
import type { Zip } from './zip.ts'

/** They must be at hand while rows are read, so there is an end to them. */
const MOST_LETTERS = 48 * 1024 * 1024

/** The texts that cells point at; what is read aloud of a text (`rPh`) is no part of it. */
export async function readSharedStrings(zip: Zip): Promise<readonly string[]> {
  const strings: string[] = []
  if (!zip.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let letters = 0
  let inText = false
  let aloud = false
  for await (const pieces of readXml(zip.read('xl/sharedStrings.xml'))) {
    for (const piece of pieces) {
      if (piece.type === 'text') {
        if (inText && !aloud) text += piece.text
        continue
      }
      const opens = piece.type === 'open' && !piece.isEmpty
      if (piece.name === 't') inText = opens
      else if (piece.name === 'rPh') aloud = opens
      else if (piece.name === 'si' && !opens) {
        letters += text.length
        if (letters > MOST_LETTERS) throw new UnreadableFile('too_large')
        strings.push(text)
        text = ''
      }
    }
  }
  return strings
}
