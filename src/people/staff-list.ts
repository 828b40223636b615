import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { isWellPlaced } from './grant-policy.ts'
import { isOfInstallation, type Role } from './roles.ts'
import type { Scope } from './staff-policy.ts'

/** A list of people as a spreadsheet gives it: name, e-mail, role and place, one person and role a line. */

export const MOST_LINES = 300

/** What a list may name: roles and places, by any of their names. */
export interface KnownNames {
  roles: ReadonlyMap<string, Role>
  places: ReadonlyMap<string, Scope>
}

export interface StaffLine {
  /** As in the list, from 1. */
  line: number
  name: string
  email: string
  role: Role
  scope: Scope
}

export type LineFault =
  | 'few_columns'
  | 'no_name'
  | 'bad_email'
  | 'unknown_role'
  | 'unknown_place'
  | 'wrong_place'
  | 'repeated'

export interface FaultyLine {
  line: number
  text: string
  fault: LineFault
}

export interface ReadList {
  lines: StaffLine[]
  faults: FaultyLine[]
}

/** How a name is compared: without accents, capitals or doubled spaces. */
export function nameKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** A first line that has no e-mail is taken for the headings. */
export function readStaffList(text: string, known: KnownNames): ReadList {
  const rows = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  const seen = new Set<string>()
  const lines: StaffLine[] = []
  const faults: FaultyLine[] = []
  for (const [index, { record, info }] of rows.entries()) {
    if (index === 0 && !record.some((cell) => cell.includes('@'))) continue
    const read = readLine(record, info.lines, known)
    const key = 'fault' in read ? '' : JSON.stringify([read.email, read.role, read.scope])
    if ('fault' in read) faults.push(read)
    else if (seen.has(key)) {
      faults.push({ line: info.lines, text: record.join(' · '), fault: 'repeated' })
    } else {
      seen.add(key)
      lines.push(read)
    }
  }
  return { lines, faults }
}

function readLine(
  cells: readonly string[],
  line: number,
  { roles, places }: KnownNames,
): StaffLine | FaultyLine {
  const faulty = (fault: LineFault) => ({ line, text: cells.join(' · '), fault })
  const [name = '', typedEmail = '', typedRole, typedPlace = ''] = cells
  if (typedRole === undefined) return faulty('few_columns')
  if (name === '' || name.length > 120) return faulty('no_name')
  const email = z.email().safeParse(typedEmail.toLowerCase())
  if (!email.success) return faulty('bad_email')
  const role = roles.get(nameKey(typedRole))
  if (!role) return faulty('unknown_role')
  const scope = isOfInstallation(role) ? undefined : places.get(nameKey(typedPlace))
  if (!scope) return faulty('unknown_place')
  if (!isWellPlaced({ ...scope, role })) return faulty('wrong_place')
  return { line, name, email: email.data, role, scope }
}

/** Spreadsheets paste with tabs; their files have semicolons or commas. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n')
  const counts = ['\t', ';', ','].map((mark) => first.split(mark).length)
  return ['\t', ';', ','][counts.indexOf(Math.max(...counts))] ?? ','
}
