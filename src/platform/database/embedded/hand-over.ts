import type pg from 'pg'

/** A database of an earlier version belongs to the server's first login: its tables change hands once. */
export async function handOver(
  client: pg.Client,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `${ownedSchemas} union all ${ownedRelations} union all ${ownedFunctions} union all ${ownedDatabase}`,
    [from, to],
  )
  for (const { statement } of rows) await client.query(statement)
}

const notOfAnExtension = (catalogue: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = o.oid and d.deptype = 'e')`

const ownedSchemas = `
  select format('alter schema %I owner to %I', o.nspname, $2::text) as statement
  from pg_namespace o where o.nspname = 'pgboss' and o.nspowner = $1::regrole`

const ownedRelations = `
  select format('alter %s %I.%I owner to %I',
    case o.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
    n.nspname, o.relname, $2::text)
  from pg_class o join pg_namespace n on n.oid = o.relnamespace
  where n.nspname in ('public', 'pgboss') and o.relowner = $1::regrole
    and o.relkind in ('r', 'p', 'v', 'm') and ${notOfAnExtension('pg_class')}`

const ownedFunctions = `
  select format('alter routine %s owner to %I', o.oid::regprocedure, $2::text)
  from pg_proc o join pg_namespace n on n.oid = o.pronamespace
  where n.nspname in ('public', 'pgboss') and o.proowner = $1::regrole
    and ${notOfAnExtension('pg_proc')}`

const ownedDatabase = `
  select format('alter database %I owner to %I', datname, $2::text)
  from pg_database where datname = current_database() and datdba = $1::regrole`
