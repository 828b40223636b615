import { UnreadableFile } from '../open-bytes.ts'
import { LONGEST_ROW } from '../table-row.ts'

/** A tag with its attributes as written, or the text between two tags. */
export type XmlPiece =
  | { type: 'open' | 'close'; name: string; attributes: string; isEmpty: boolean }
  | { type: 'text'; text: string }

/** Reads XML as it streams by, as plain as spreadsheets write it: no entities of its own, no comments kept. */
export async function* readXml(source: AsyncIterable<string>): AsyncGenerator<XmlPiece[]> {
  let rest = ''
  for await (const chunk of source) {
    const { pieces, left } = cut(rest + chunk)
    rest = left
    if (rest.length > LONGEST_ROW) throw new UnreadableFile('broken_archive')
    if (pieces.length > 0) yield pieces
  }
}

function cut(text: string): { pieces: XmlPiece[]; left: string } {
  const pieces: XmlPiece[] = []
  let at = 0
  for (;;) {
    const opens = text.indexOf('<', at)
    const closes = opens === -1 ? -1 : text.indexOf('>', opens)
    if (closes === -1) return { pieces, left: text.slice(at) }
    if (opens > at) pieces.push({ type: 'text', text: plain(text.slice(at, opens)) })
    const tag = tagOf(text.slice(opens + 1, closes))
    if (tag) pieces.push(tag)
    at = closes + 1
  }
}

function tagOf(inner: string): XmlPiece | null {
  const [, close, name, attributes = ''] = /^(\/?)(?:[\w.-]+:)?([\w.-]+)([^]*)$/.exec(inner) ?? []
  if (name === undefined) return null
  const isEmpty = attributes.endsWith('/')
  return { type: close === '/' ? 'close' : 'open', name, attributes, isEmpty }
}

export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? plain(found[1] ?? found[2] ?? '') : null
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(text: string): string {
  if (!text.includes('&')) return text
  const read = text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? String(whole)
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
  return read.toWellFormed()
}
