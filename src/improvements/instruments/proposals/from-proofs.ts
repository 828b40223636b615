import type { ProofKey } from '../../proof.ts'
import type { Propose } from './proposal.ts'
import type { COMPONENTS } from '../kinds.ts'

type Component = (typeof COMPONENTS)[number]

/** What is asked of each component, and which proofs of the book answer it. */
const GUIDE: readonly { question: string; component: Component; provedBy: readonly ProofKey[] }[] =
  [
    {
      question: 'collected',
      component: 'people',
      provedBy: ['collection.mechanism', 'collection.collected'],
    },
    { question: 'understood', component: 'people', provedBy: ['analysis.qualitative'] },
    { question: 'valued', component: 'value', provedBy: ['instruments.value'] },
    {
      question: 'offered',
      component: 'value',
      provedBy: ['services.catalogue', 'services.information'],
    },
    {
      question: 'process',
      component: 'service',
      provedBy: ['process.version', 'process.validated'],
    },
    { question: 'gaps', component: 'service', provedBy: ['gaps.analysis'] },
    {
      question: 'projects',
      component: 'service',
      provedBy: ['project.approved', 'project.progress'],
    },
    { question: 'measured', component: 'measure', provedBy: ['analysis.quantitative'] },
    { question: 'compared', component: 'measure', provedBy: ['effect.before_after'] },
    { question: 'team', component: 'lead', provedBy: ['team.charter'] },
    { question: 'followed', component: 'lead', provedBy: ['team.meetings'] },
    { question: 'known', component: 'culture', provedBy: ['dissemination.protocol'] },
    { question: 'told', component: 'culture', provedBy: ['told.people'] },
  ]

const MOST_TITLES = 3
const LONGEST = 600

/** The questions of the self-diagnosis, each with what the book proves; how good that is, people say. */
export const proposeFromProofs: Propose = async ({
  db,
  instrument,
  slug,
  today,
  t,
  lang,
  readProofs,
}) => {
  const { administrationId, centreId, year } = instrument
  const proofs = await readProofs(db, { administrationId, centreId, slug, year, today, t, lang })
  return GUIDE.map(({ question, component, provedBy }) => {
    const whole = provedBy
      .flatMap((key) => proofs.get(key) ?? [])
      .filter(({ state }) => state === 'proved')
    const titles = [...new Set(whole.map(({ title }) => title))].slice(0, MOST_TITLES)
    const found = titles.length > 0 ? 'source.guide_proved' : 'source.guide'
    return {
      key: `guide:${question}`,
      said: t(`improvements-instruments.${found}`, { count: whole.length }),
      cells: {
        component,
        question: t(`improvements-instruments.guide.${question}`),
        evidence: titles.join('; ').slice(0, LONGEST),
      },
    }
  })
}
