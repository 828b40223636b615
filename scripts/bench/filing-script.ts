import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { openSystem } from '../../src/system.ts'
import { composeStatement } from './compose-statement.ts'
import type { PgbenchScript } from './pgbench.ts'
import { sampleFiling } from './filing-sample.ts'

/** The statement of a real filing, with everything that must differ each time taken from a random number. */
export async function writeFilingScript(dataDir: string): Promise<PgbenchScript> {
  const system = await openSystem(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    as: 'command',
    migrate: false,
  })
  try {
    const { sql, parameters, unique } = await composeStatement(system, 'demo', sampleFiling(0))
    const text = sql.replace(/\$(\d+)/g, (_, index: string) =>
      literal(parameters[Number(index) - 1], unique),
    )
    const path = join(dataDir, 'filing.pgbench')
    await writeFile(
      path,
      `\\set r random(1, 9000000000000000)\n${text.replace(/\s*\n\s*/g, ' ')};\n`,
    )
    return { path, databaseUrl: system.databaseUrl }
  } finally {
    await system.close()
  }
}

function literal(value: unknown, unique: readonly string[]): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return `'${value.toISOString()}'`
  if (Buffer.isBuffer(value)) return bytes(value, unique)
  if (Array.isArray(value))
    return value.length === 0
      ? `'{}'`
      : `array[${value.map((each) => literal(each, unique)).join(', ')}]`
  if (typeof value !== 'string') throw new Error(`a filing has a parameter of type ${typeof value}`)
  return textLiteral(value, unique)
}

/** Hashes that must not repeat: of the key and of the tracking token. */
function bytes(value: Buffer, unique: readonly string[]): string {
  const position = unique.indexOf(value.toString('hex'))
  return position < 0
    ? `'\\x${value.toString('hex')}'::bytea`
    : `sha256(convert_to('${position}-' || :r, 'UTF8'))`
}

/** Ids, alone or inside JSON, become ids made of the random number. */
function textLiteral(value: string, unique: readonly string[]): string {
  const position = unique.indexOf(value)
  if (position >= 0) return madeId(position)
  const whole = `'${value.replaceAll("'", "''")}'`
  return unique.reduce(
    (sql, id, index) =>
      value.includes(id) ? `replace(${sql}, '${id}', ${madeId(index)}::text)` : sql,
    whole,
  )
}

function madeId(position: number): string {
  return `md5('${position}-' || :r)::uuid`
}
