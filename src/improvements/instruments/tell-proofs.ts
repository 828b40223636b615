import { Readable } from 'node:stream'
import { listServices } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Paper, Proof, ProofQuestion } from '../proof.ts'
import { lacksOf } from './cells.ts'
import { isSame, newestOf, type Instrument, type Row } from './instrument.ts'
import { findPaper, listInstruments } from './instrument-store.ts'
import { annexOf } from './kinds.ts'
import { paperName } from './paper-name.ts'
import { listRows } from './row-store.ts'
import { instrumentUrls } from './urls.ts'

/** The instruments of a year in a place: what was signed last proves, however the next version stands. */
export async function tellProofs(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId, year } = question
  const all = await listInstruments(db, { administrationId, centreId, year })
  const signed = newestOf(all.filter(({ state }) => state === 'signed'))
  const begun = newestOf(all).filter((one) => !signed.some((other) => isSame(one, other)))
  const told = [...signed, ...begun]
  const ids = begun.map(({ instrumentId }) => instrumentId)
  const rows = await listRows(db, administrationId, ids)
  const services = new Map(
    (await listServices(db, administrationId)).map(({ serviceId, name }) => [serviceId, name]),
  )
  return told.map((one) => {
    const service = one.serviceId === null ? null : (services.get(one.serviceId) ?? null)
    const own = rows.filter(({ instrumentId }) => instrumentId === one.instrumentId)
    return proofOf(one, { ...question, service, rows: own })
  })
}

function proofOf(
  instrument: Instrument,
  { t, slug, service, rows }: ProofQuestion & { service: string | null; rows: readonly Row[] },
): Proof {
  const { kind, instrumentId, signedOn, version } = instrument
  const name = t(`improvements-instruments.kind.${kind}`)
  const title = [
    t('improvements-instruments.paper_title', { annex: annexOf(kind), name }),
    ...(service === null ? [] : [service]),
    t('improvements-instruments.version', { version }),
  ].join('. ')
  const shared = {
    key: `instruments.${kind}` as const,
    title,
    on: signedOn,
    href: instrumentUrls(slug).one(instrumentId),
  }
  if (signedOn !== null) {
    return { ...shared, state: 'proved', lacks: [], papers: [paperOf(instrument, title)] }
  }
  const lacking = rows.filter(({ cells }) => lacksOf(kind, cells).length > 0).length
  const lacks = [
    ...(lacking > 0 ? [t('improvements-instruments.lacking', { count: lacking })] : []),
    t('improvements-instruments.unsigned'),
  ]
  return { ...shared, state: 'begun', lacks, papers: [] }
}

function paperOf(instrument: Instrument, title: string): Paper {
  return {
    fileName: paperName(instrument),
    title,
    on: instrument.signedOn,
    // it leaves as it was signed, and its cells may name anybody
    review: 'by_hand',
    async open({ db }) {
      const bytes = await findPaper(db, instrument)
      if (!bytes) throw new NotFound()
      return Readable.from([bytes])
    },
  }
}
