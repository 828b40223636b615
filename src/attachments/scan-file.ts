import type { Readable } from 'node:stream'
import type { ScanState } from './attachment-rules.ts'
import { askClamd } from './clamd.ts'
import type { Ground } from './ground.ts'

export interface Scan {
  state: ScanState
  finding: string | null
}

/** A scanner that does not answer stops nobody from filing: the file waits, closed, for the next try. */
export async function scanFile(
  { config, log }: Pick<Ground, 'config' | 'log'>,
  open: () => Readable,
): Promise<Scan> {
  if (config.clamdUrl === null) return { state: 'not_configured', finding: null }
  const verdict = await askClamd(config.clamdUrl, open())
  if (verdict.state === 'unavailable') {
    log.warn({ reason: verdict.reason }, 'the virus scanner gave no verdict')
    return { state: 'waiting', finding: null }
  }
  return { state: verdict.state, finding: verdict.state === 'infected' ? verdict.finding : null }
}
