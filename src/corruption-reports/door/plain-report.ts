import type { Exclusions, Identity, Told } from '../sealing/index.ts'
import type { TypedReport } from './report-form.ts'

/** A report that the server sees for an instant: sealed before anything of it is kept. */
export interface PlainReport extends Exclusions {
  told: Told
  identity: Identity | null
}

/** The same fields as the journey of the script seals; what was left empty is left out. */
export function plainReport(typed: TypedReport, out: Exclusions, language: string): PlainReport {
  const { narration, place, when, reprisal, reprisalWords, protection } = typed
  const isFeared = reprisal !== 'none'
  const optional = { place, when, reprisalWords: isFeared ? reprisalWords : '' }
  return {
    ...out,
    told: {
      narration,
      language,
      reprisal,
      protection: protection.includes('asked'),
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
    },
    identity: typed.identity === 'given' ? { names: typed.names, contact: typed.contact } : null,
  }
}
