import { getBookRulesById, type Centre, type Service } from '../../administrations/index.ts'
import { isDoorOpen } from '../../corruption-reports/index.ts'
import type { System } from '../../system.ts'
import type { Proof, ProofQuestion, TellProofs } from '../proof.ts'
import { drawnPaper } from './paper-of.ts'
import { noonOf } from './year-of.ts'

/** What the public page of a body says of its services and hours, and its way to report corruption (AC-05). */
export function tellServices(system: System): TellProofs {
  return async (_db, question) => {
    const { administrationId, centreId, today, slug, t, lang } = question
    const book = await getBookRulesById(system, administrationId, noonOf(today))
    const centres = book.centres.filter((one) => centreId === null || one.centreId === centreId)
    const served = new Set(centres.flatMap(({ serviceIds }) => serviceIds))
    const services = book.services.filter(({ serviceId }) => served.has(serviceId))
    const title = t('improvements-proofs.catalogue', { count: services.length })
    const { name } = book.administration
    const words = { t, lang, title, author: name, foot: `${name} · ${title}` }
    const catalogue = drawnPaper({ fileName: 'catalogo.pdf', on: today, ...words }, (paper) => {
      for (const centre of centres) {
        paper.heading('H2', centre.name)
        paper.list(
          services
            .filter(({ serviceId }) => centre.serviceIds.includes(serviceId))
            .map((service) => ({ title: service.name, text: '' })),
        )
      }
    })
    const base = { on: today, href: `/${slug}`, papers: [] }
    return [
      ...catalogueProofs(services, { title, catalogue, base, question }),
      ...hoursProofs(centres, { base, question }),
      ...((await isDoorOpen(system, book)) ? [doorProof(question)] : []),
    ]
  }
}

type Base = Pick<Proof, 'on' | 'href' | 'papers'>

function catalogueProofs(
  services: readonly Service[],
  told: { title: string; catalogue: Proof['papers'][number]; base: Base; question: ProofQuestion },
): Proof[] {
  if (services.length === 0) return []
  const { title, catalogue, base, question } = told
  const lacks = [question.t('improvements-proofs.no_costs')]
  return [
    { ...base, key: 'services.catalogue', title, state: 'proved', lacks: [], papers: [catalogue] },
    { ...base, key: 'services.information', title, state: 'begun', lacks },
  ]
}

function hoursProofs(
  centres: readonly Centre[],
  { base, question: { t } }: { base: Base; question: ProofQuestion },
): Proof[] {
  return centres
    .filter(({ hours }) => hours.length > 0)
    .map(({ name }) => ({
      ...base,
      key: 'services.hours',
      title: t('improvements-proofs.hours', { centre: name }),
      state: 'proved',
      lacks: [],
    }))
}

function doorProof({ slug, t }: ProofQuestion): Proof {
  return {
    key: 'corruption.channel',
    title: t('improvements-proofs.door'),
    on: null,
    href: `/${slug}/denuncia`,
    state: 'proved',
    lacks: [],
    papers: [],
  }
}
