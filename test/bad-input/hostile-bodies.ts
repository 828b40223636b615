import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { buildDocx, buildHugePng, buildPdf, buildZip } from '../attachments/sample-files.ts'
import type { Chance } from './chance.ts'
import { HOSTILE_JSON, HOSTILE_TEXTS, MARK } from './hostile-values.ts'

export interface Body {
  bytes: Buffer
  headers: readonly (readonly [string, string])[]
  breaksOff?: boolean
}

export type Fields = readonly (readonly [name: string, value: string])[]

const FORM = 'application/x-www-form-urlencoded'
const BOUNDARY = 'limite'

const body = (bytes: Buffer | string, type: string | null, ...more: [string, string][]): Body => ({
  bytes: Buffer.from(bytes as string),
  headers: [...(type === null ? [] : [['Content-Type', type] as const]), ...more],
})

export function formBody(fields: Fields): Body {
  return body(new URLSearchParams(fields as [string, string][]).toString(), FORM)
}

export function jsonBody(value: unknown): Body {
  return body(JSON.stringify(value), 'application/json')
}

/** Lone surrogates as JSON writes them, and in a form as bytes that are no UTF-8. */
const brokenText = Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0xc0, 0xaf, 0xed, 0xa0, 0x80])

const pollution =
  '{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"kind":"complaint"}'

let bombs: Body[] | undefined

/** Made once: each is small on the line and large when it is opened. */
function inflating(): Body[] {
  const zeros = Buffer.alloc(30_000_000)
  return (bombs ??= [
    body(gzipSync(zeros), 'application/json', ['Content-Encoding', 'gzip']),
    body(deflateSync(zeros), FORM, ['Content-Encoding', 'deflate']),
    body(brotliCompressSync(zeros), FORM, ['Content-Encoding', 'br']),
  ])
}

const broken: readonly ((valid: Body) => Body)[] = [
  () => body('{"kind":', 'application/json'),
  () => body('"text"', 'application/json'),
  () => body('null', 'application/json'),
  () => body('[]', 'application/json'),
  () => body('\u0000', 'application/json'),
  () => body(pollution, 'application/json'),
  () => body(brokenText, 'application/json'),
  () => body(brokenText, FORM),
  () => body('a=%ff&b=%E0%A4%A&%=%&__proto__=1&_token=%', FORM),
  () => body('['.repeat(50_000), 'application/json'),
  () => body(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'application/json'),
  () => body(`{"description":"\\ud800","kind":"complaint","centre":"centro"}`, 'application/json'),
  () => body(Buffer.from('{"kind":"complaint"}', 'utf16le'), 'application/json; charset=utf-16'),
  () => body('{}', 'application/json; charset=none'),
  () => body('a=1', `${FORM}; charset=utf-7`),
  () => body('a=1', `${FORM}; charset="`),
  () => body('x'.repeat(2_000_000), FORM),
  () => body(`{"a":"${'x'.repeat(2_000_000)}"}`, 'application/json'),
  () => body(Array.from({ length: 10_000 }, (_, at) => `f${at}=1`).join('&'), FORM),
  () =>
    body('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', 'text/xml'),
  ({ bytes }) => body(bytes, 'text/plain'),
  ({ bytes }) => body(bytes, null),
  ({ bytes }) => body(bytes, ';;;/'),
  ({ bytes }) => body(bytes, 'application/json'),
  ({ bytes }) => body(bytes, FORM),
  ({ bytes }) => body(bytes, 'multipart/form-data'),
  ({ bytes, headers }) => ({ bytes, headers: [...headers, ['Content-Encoding', 'gzip']] }),
  ({ bytes, headers }) => ({ bytes, headers: [...headers, ['Content-Encoding', 'x-odd']] }),
  ({ bytes, headers }) => ({
    bytes: gzipSync(bytes).subarray(0, 15),
    headers: [...headers, ['Content-Encoding', 'gzip']],
  }),
  ({ bytes, headers }) => ({
    bytes,
    headers: [...headers, ['Content-Length', String(bytes.length + 50)]],
    breaksOff: true,
  }),
  ({ bytes, headers }) => ({
    bytes,
    headers: [...headers, ['Transfer-Encoding', 'chunked']],
    breaksOff: true,
  }),
]

export function brokenBody(chance: Chance, valid: Body): Body {
  if (chance.happens(0.05)) return chance.pick(inflating())
  return chance.pick(broken)(valid)
}

const names = [
  'foto.png',
  '../../etc/passwd',
  `${MARK}>.png`,
  'a'.repeat(5_000) + '.pdf',
  'nul\u0000.png',
  '"; filename="b.exe',
  'salto\r\n.png',
  '.',
  '',
  'ñandú.pdf\u202egnp.exe',
]

let kept: Buffer[] | undefined

function hostileFiles(): Buffer[] {
  return (kept ??= [
    Buffer.alloc(0),
    Buffer.from('MZ\x90\x00', 'latin1'),
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`),
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    buildHugePng(30_000),
    buildPdf('/JavaScript '),
    buildPdf().subarray(0, 12),
    buildDocx([{ name: 'word/media/big', content: Buffer.alloc(20_000_000) }]),
    buildZip([{ name: '../../a', content: 'a', claimedBytes: 4_000_000_000 }]),
    Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF\x00', 'latin1'),
    Buffer.from('texto ordinario'),
    Buffer.alloc(1_500_000, 'x'),
  ])
}

/** A form with files as a browser sends it, its names and files hostile. */
export function multipartBody(chance: Chance, fields: Fields): Body {
  const parts = fields.map(([name, value]) => part(`name="${name}"`, Buffer.from(value)))
  const field = chance.pick(['files', 'file', 'file', 'files[]', '__proto__', 'otro', ''])
  const times = chance.pick([1, 1, 1, 2, 7])
  for (let at = 0; at < times; at++) {
    const about = `name="${field}"; filename="${chance.pick(names)}"`
    parts.push(part(about, chance.pick(hostileFiles()), 'Content-Type: image/png\r\n'))
  }
  if (chance.happens(0.1)) parts.push(Buffer.from(`--${BOUNDARY}\r\n\r\nno header\r\n`))
  if (chance.happens(0.1)) parts.push(part(`name="${'n'.repeat(500)}"`, Buffer.from('x')))
  if (chance.happens(0.05)) {
    const many = Array.from({ length: 2_000 }, (_, at) => part(`name="f${at}"`, Buffer.from('1')))
    parts.push(...many)
  }
  const whole = Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
  const type = `multipart/form-data; boundary=${chance.pick([BOUNDARY, BOUNDARY, BOUNDARY, 'otro', ''])}`
  const bytes = chance.happens(0.15) ? whole.subarray(0, chance.below(whole.length)) : whole
  return body(bytes, type)
}

function part(about: string, content: Buffer, more = ''): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; ${about}\r\n${more}\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}

/** Some values of an object, at any depth, exchanged for hostile ones. */
export function spoil(chance: Chance, value: unknown): unknown {
  if (chance.happens(0.12)) return chance.pick([...HOSTILE_TEXTS, ...HOSTILE_JSON])
  if (Array.isArray(value)) return value.map((inner) => spoil(chance, inner))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, spoil(chance, inner)]),
  )
}

/** At least one field hostile, sometimes one said twice or under an odd name. */
export function spoilFields(chance: Chance, fields: Fields): Fields {
  const share = chance.pick([0.1, 0.3, 1])
  const spoiled = fields.map(([name, value]): [string, string] =>
    name !== '_token' && chance.happens(share) ? [name, chance.pick(HOSTILE_TEXTS)] : [name, value],
  )
  if (spoiled.length > 0 && chance.happens(0.2)) spoiled.push(chance.pick(spoiled))
  if (spoiled.length > 0 && chance.happens(0.1)) {
    const [name] = chance.pick(spoiled)
    spoiled.push([`${name}${chance.pick(['[]', '[a]', '[__proto__]', '.a'])}`, 'x'])
  }
  return spoiled
}
