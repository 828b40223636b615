import { Readable } from 'node:stream'
import { getAdministration, listServices } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { postsOf } from '../posts-of.ts'
import type { Paper, Proof, ProofQuestion } from '../proof.ts'
import { findFaults } from './flow-faults.ts'
import { listProcesses } from './process-store.ts'
import type { Process, ProcessVersion } from './process.ts'
import { drawProcess } from './read-process-paper.ts'
import { listVersions } from './version-store.ts'

/** Of each process of the place its version of the year: validated, or what it still lacks. */
export async function tellProofs(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId } = question
  const processes = (await listProcesses(db, question)).filter((one) => one.centreId === centreId)
  const ids = processes.map(({ processId }) => processId)
  const versions = await listVersions(db, administrationId, ids)
  const administration = await getAdministration(db, administrationId)
  const services = new Map(
    (await listServices(db, administrationId)).map(({ serviceId, name }) => [serviceId, name]),
  )
  return processes.flatMap((process) => {
    const known = versions.filter(({ processId }) => processId === process.processId)
    const version = known.find(({ validatedOn }) => isOfYear(validatedOn, question)) ?? known[0]
    if (!version) return []
    const service = services.get(process.serviceId) ?? ''
    const words = { service, administration, language: administration.languages[0] ?? '' }
    return proofsOf(process, version, { ...question, ...words })
  })
}

/** A process is good until the next one: what was validated before counts in the years that follow. */
function isOfYear(validatedOn: string | null, { year }: ProofQuestion): boolean {
  return validatedOn !== null && validatedOn <= `${year}-12-31`
}

interface Told extends ProofQuestion {
  service: string
  administration: { name: string; timeZone: string }
  language: string
}

function proofsOf(process: Process, version: ProcessVersion, told: Told): Proof[] {
  const { t, lang, slug, service, language } = told
  const said = t('improvements-processes.version', { version: version.version })
  const base = {
    title: `${service}. ${said}`,
    on: version.validatedOn,
    href: `/personal/${slug}/procesos/${process.processId}?version=${version.version}`,
  }
  const isWhole = findFaults(version, language).length === 0
  const paper: Paper = {
    fileName: `proceso-${process.processId.slice(0, 8)}-v${version.version}.pdf`,
    title: `${t('improvements-processes.paper.title', { service })}. ${said}`,
    on: version.validatedOn,
    review: 'none',
    open: async (leaving) => {
      const writtenOn = localDate(version.writtenAt, told.administration.timeZone)
      const ids = version.validations.map(({ accountId }) => accountId)
      const bytes = await drawProcess(version, {
        t,
        lang,
        service,
        place: '',
        author: told.administration.name,
        writtenOn: formatDate(writtenOn, lang),
        names: postsOf(leaving, ids),
        mask: leaving.mask,
      })
      return Readable.from([bytes])
    },
  }
  const flow = judged(isWhole, t('improvements-processes.flow_not_whole'))
  return [
    { key: 'process.version', ...base, ...flow, papers: [paper] },
    { key: 'process.flow', ...base, ...flow, papers: [] },
    {
      key: 'process.validated',
      ...base,
      ...judged(version.validatedOn !== null, t('improvements-processes.not_validated')),
      papers: [],
    },
  ]
}

function judged(isProved: boolean, lack: string): Pick<Proof, 'state' | 'lacks'> {
  return isProved ? { state: 'proved', lacks: [] } : { state: 'begun', lacks: [lack] }
}
