export type Value = string | number | null

/** What a spreadsheet would run instead of show. */
const FORMULA = /^[=+\-@\t\r]/

/** A text that a spreadsheet shows as it stands (OWASP, "CSV injection"). */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** RFC 4180 in UTF-8, a row of names first. Numbers have a point and no thousands. */
export function writeCsv(head: readonly string[], rows: Iterable<readonly Value[]>): string {
  const lines = [head.map(field).join(',')]
  for (const row of rows) lines.push(row.map(field).join(','))
  return `${lines.join('\r\n')}\r\n`
}

function field(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
