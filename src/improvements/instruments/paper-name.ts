import type { Instrument } from './instrument.ts'
import { annexOf } from './kinds.ts'

/** As the office files it: by annex, year and version. */
export function paperName({ kind, year, version, instrumentId, state }: Instrument): string {
  const draft = state === 'draft' ? '-borrador' : ''
  return `anexo-${annexOf(kind)}-${year}-v${version}${draft}-${instrumentId.slice(0, 8)}.pdf`
}
