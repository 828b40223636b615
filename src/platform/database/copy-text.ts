import { types } from 'node:util'

/** Rows as COPY takes them: one line each, values apart by tabs. */
export function copyLine(values: readonly unknown[]): string {
  return `${values.map(copyValue).join('\t')}\n`
}

/** Lists become PostgreSQL's arrays; whoever fills a column of JSON hands over its text. */
function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number') return String(value)
  if (types.isDate(value)) return value.toISOString()
  if (types.isUint8Array(value)) return `\\\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return escaped(arrayOf(value))
  throw new Error(`COPY takes no ${typeof value}`)
}

function arrayOf(members: readonly unknown[]): string {
  return `{${members.map((member) => `"${String(member).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}

const SPECIAL = /[\\\t\n\r]/
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text
}
