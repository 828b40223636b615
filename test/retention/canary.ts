import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { System } from '../../src/system.ts'

/** Words that stand nowhere but where this person is spoken of. Nobody is called like this. */
export const CANARY = {
  names: 'Xilonencanaria',
  firstSurname: 'Zarzamoralva',
  document: 'CANX850101',
  email: 'xilonencanaria@correo.example',
  phone: '4771230098',
  address: 'Callejuela Zarzamoralva 99',
  phrase: 'La fotocopiadora turquesa mordió mi expediente amarillento.',
  answer: 'Zarzamoralva',
} as const

const TRACES = [
  'xilonencanaria',
  'zarzamoralva',
  'canx850101',
  '4771230098',
  'turquesa',
  'amarillent',
]

const inHex = (trace: string) => Buffer.from(trace).toString('hex')

/** Every table, of the queue as well, of which a row says anything of the person, as text or as bytes. */
export async function tablesThatTell({ db }: Pick<System, 'db'>): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and has_schema_privilege(n.oid, 'usage') and n.nspname not in ('pg_catalog', 'information_schema')
      and n.nspname not like 'pg_toast%' order by 1`.execute(db)
  const traces = [...TRACES, ...TRACES.map(inHex)].map((trace) => `%${trace}%`)
  const telling: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`
      select 1 from ${sql.raw(name)} as row
      where lower(to_jsonb(row)::text) like any(${traces}) limit 1`.execute(db)
    if (rows.length > 0) telling.push(name.replace('public.', ''))
  }
  return telling
}

/** Files under DATA_DIR that say anything of the person; letters break their lines with `=`. */
export async function filesThatTell({ config }: Pick<System, 'config'>): Promise<string[]> {
  const entries = await readdir(config.dataDir, { recursive: true, withFileTypes: true })
  const telling: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const text = (await readFile(path))
      .toString('latin1')
      .replaceAll(/=\r?\n/g, '')
      .toLowerCase()
    if (TRACES.some((trace) => text.includes(trace))) telling.push(path)
  }
  return telling
}
