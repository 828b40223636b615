import { createHash } from 'node:crypto'
import pg from 'pg'

/** Why the sealed part stays closed. `libro doctor` and the administrator are told by these codes. */
export type SealedClosedReason =
  | 'may_not_make_logins'
  | 'may_not_make_schema'
  | 'schema_of_another'
  | 'same_login'
  | 'not_reachable'
  | 'not_migrated'
  | 'ring_missing'

export type Door = { url: string } | { reason: SealedClosedReason }

const SCHEMA = 'sealed'
/** Wrong password, unknown login: both mean that ours was not made yet, or with another secret. */
const REFUSED = new Set(['28P01', '28000'])
const NOT_PERMITTED = '42501'

/** The given login, if it is not the book's own and has the schema or can make it. */
export async function enterWithOwnLogin(url: string, bookUrl: string): Promise<Door> {
  try {
    return await onDatabase(url, async (client) => {
      if ((await tellApart(client)) === (await onDatabase(bookUrl, tellApart))) {
        return { reason: 'same_login' }
      }
      return (await ensureSchema(client)) ?? { url }
    })
  } catch (error) {
    if ((error as { code?: string }).code !== undefined) return { reason: 'not_reachable' }
    throw error
  }
}

/** Makes a login for this database, if the given one may make logins. Its name is the database's. */
export async function makeOwnLogin(adminUrl: string, password: string): Promise<Door> {
  return onDatabase(adminUrl, async (admin) => {
    const { database, owner, maker } = await lookAround(admin)
    const login = `libro_sealed_${createHash('sha256').update(database).digest('hex').slice(0, 16)}`
    if (owner !== null && owner !== login) return { reason: 'schema_of_another' }
    const url = withLogin(adminUrl, login, password)
    if (owner === login && (await opens(url))) return { url }
    if (!maker) return { reason: 'may_not_make_logins' }
    await makeLogin(admin, { database, login, password })
    try {
      const closed = await onDatabase(url, ensureSchema)
      return closed ?? { url }
    } finally {
      await admin.query(`revoke create on database ${name(database)} from ${name(login)}`)
    }
  })
}

interface Surroundings {
  database: string
  /** Of the schema, if it is there. */
  owner: string | null
  /** Whether the login may make others. */
  maker: boolean
}

async function lookAround(client: pg.Client): Promise<Surroundings> {
  const { rows } = await client.query<Surroundings>(
    `select current_database() as database,
       (select nspowner::regrole::text from pg_namespace where nspname = '${SCHEMA}') as owner,
       rolsuper or rolcreaterole as maker
     from pg_roles where rolname = current_user`,
  )
  return rows[0] ?? { database: '', owner: null, maker: false }
}

/** Logins belong to the whole server, so two processes that start together take turns. */
async function makeLogin(
  admin: pg.Client,
  { database, login, password }: { database: string; login: string; password: string },
): Promise<void> {
  await admin.query('begin')
  await admin.query(`select pg_advisory_xact_lock(hashtextextended('libro-abierto/login', 0))`)
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [login])
  const verb = rowCount === 0 ? 'create' : 'alter'
  const secret = admin.escapeLiteral(password)
  await admin.query(`${verb} role ${name(login)} login password ${secret}`)
  await admin.query(`grant create, connect on database ${name(database)} to ${name(login)}`)
  await admin.query('commit')
}

async function ensureSchema(client: pg.Client): Promise<{ reason: SealedClosedReason } | null> {
  const { rows } = await client.query<{ ours: boolean }>(
    `select nspowner = current_user::regrole as ours from pg_namespace where nspname = $1`,
    [SCHEMA],
  )
  if (rows[0]) return rows[0].ours ? null : { reason: 'schema_of_another' }
  try {
    await client.query(`create schema if not exists ${SCHEMA}`)
    return null
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_PERMITTED) throw error
    return { reason: 'may_not_make_schema' }
  }
}

async function tellApart(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ who: string }>(
    `select concat_ws('/', current_user, current_database(), (select system_identifier from pg_control_system())) as who`,
  )
  return rows[0]?.who ?? ''
}

async function opens(url: string): Promise<boolean> {
  try {
    await onDatabase(url, async () => undefined)
    return true
  } catch (error) {
    if (REFUSED.has((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

function withLogin(url: string, login: string, password: string): string {
  const changed = new URL(url)
  changed.username = login
  changed.password = password
  return changed.href
}

const name = (text: string) => pg.escapeIdentifier(text)

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}
