import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { openDataFolder } from '../platform/data-folder.ts'
import type { TakenBack } from './erasure-store.ts'

/**
 * What persons took back, beside the database and only ever added to: a backup of before comes back, and is
 * erased again from here. One line of JSON each; numbers of cases, and nothing of anybody.
 */

const line = z.object({
  administrationId: z.uuid(),
  caseNumber: z.string().min(1),
  what: z.enum(['content', 'identity']),
})

export function erasureListPath(dataDir: string): string {
  return join(openDataFolder(dataDir, 'erasures'), 'cases')
}

export function parseErasures(text: string): TakenBack[] {
  return z.array(line).parse(JSON.parse(text))
}

export function readErasureList(path: string): TakenBack[] {
  const lines = readLines(path).split('\n')
  // what a crash cut short at the end is written again from the database
  const whole = lines.slice(0, -1).filter((text) => text !== '')
  return whole.map((text) => line.parse(JSON.parse(text)))
}

export function appendErasures(path: string, erasures: readonly TakenBack[]): void {
  if (erasures.length === 0) return
  const text = erasures.map(({ administrationId, caseNumber, what }) =>
    JSON.stringify({ administrationId, caseNumber, what }),
  )
  const isCut = !/(^|\n)$/.test(readLines(path))
  appendFileSync(path, `${isCut ? '\n' : ''}${text.join('\n')}\n`, { mode: 0o600 })
}

/** As soon as it is done; a crash in between is made good by the next night. */
export function listErasure({ dataDir }: Pick<Config, 'dataDir'>, erasure: TakenBack): void {
  appendErasures(erasureListPath(dataDir), [erasure])
}

function readLines(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Those that a list does not name yet. */
export function notListed(
  erasures: readonly TakenBack[],
  listed: readonly TakenBack[],
): TakenBack[] {
  const nameOf = ({ administrationId, caseNumber, what }: TakenBack) =>
    `${administrationId} ${caseNumber} ${what}`
  const known = new Set(listed.map(nameOf))
  return erasures.filter((erasure) => !known.has(nameOf(erasure)))
}
