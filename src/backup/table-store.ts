import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'

export interface TableToCopy {
  name: string
  /** Without those that the database makes itself. */
  columns: string[]
}

/** Our tables, each after those that it refers to; not the queue, since what waits is queued again,
 * nor which key belongs here, since that comes with the key; nor marks, which the restored history makes anew. */
export async function listTables(db: Db): Promise<TableToCopy[]> {
  const { rows: tables } = await sql<TableToCopy>`
    select c.relname as name, (
      select json_agg(a.attname order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely_migration%'
      and c.relname not in ('master_key', 'case_marks')
    order by c.relname`.execute(db)
  const { rows: references } = await sql<{ child: string; parent: string }>`
    select child.relname as child, parent.relname as parent
    from pg_constraint k
    join pg_class child on child.oid = k.conrelid
    join pg_class parent on parent.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid`.execute(db)
  return parentsFirst(tables, references)
}

function parentsFirst(
  tables: readonly TableToCopy[],
  references: readonly { child: string; parent: string }[],
): TableToCopy[] {
  const ordered: TableToCopy[] = []
  const waiting = new Set(tables.map(({ name }) => name))
  while (waiting.size > 0) {
    const ready = tables.filter(
      ({ name }) =>
        waiting.has(name) &&
        references.every(({ child, parent }) => child !== name || !waiting.has(parent)),
    )
    if (ready.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${[...waiting].join(', ')}`)
    for (const table of ready) {
      ordered.push(table)
      waiting.delete(table.name)
    }
  }
  return ordered
}

export async function hasRows(db: Db, { name }: TableToCopy): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
  return rows.length > 0
}

/** After a restore, identity columns go on behind the highest value. */
export async function resumeIdentities(db: Db): Promise<void> {
  await sql`
    do $$ declare it record; begin
      for it in select table_name, column_name from information_schema.columns
        where table_schema = 'public' and is_identity = 'YES'
      loop
        execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
          it.table_name, it.column_name, it.column_name, it.table_name);
      end loop;
    end $$`.execute(db)
}
