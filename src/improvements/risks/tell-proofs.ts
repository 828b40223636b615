import { getAdministration } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { Proof, ProofQuestion } from '../proof.ts'
import { drawnPaper } from '../proofs-of-others/paper-of.ts'
import { listTasksOfOrigin } from '../tasks/index.ts'
import { levelOf } from './risk.ts'
import { listRiskVersions, newestOf } from './risk-store.ts'

/** The register as it stands, and the actions that came out of it (AC-04). */
export async function tellRiskProofs(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId, slug, year, t, lang } = question
  const versions = await listRiskVersions(db, administrationId, centreId)
  const risks = newestOf(versions.filter(({ assessedOn }) => assessedOn <= `${year}-12-31`))
  if (risks.length === 0) return []
  const ids = risks.map(({ riskId }) => riskId)
  const tasks = await listTasksOfOrigin(db, administrationId, 'risk', ids)
  const isOfYear = risks.some(({ assessedOn }) => assessedOn.startsWith(String(year)))
  const { name } = await getAdministration(db, administrationId)
  const title = t('improvements-risks.title')
  const on =
    risks
      .map(({ assessedOn }) => assessedOn)
      .toSorted()
      .at(-1) ?? null
  const words = { t, lang, title, author: name, foot: `${name} · ${title}`, lying: true }
  const paper = drawnPaper({ fileName: `riesgos-${year}.pdf`, on, ...words }, (page) => {
    page.table(
      [
        { title: t('improvements-risks.point'), share: 0.22 },
        { title: t('improvements-risks.cause'), share: 0.28 },
        { title: t('improvements-risks.level'), share: 0.14 },
        { title: t('improvements-risks.control'), share: 0.36 },
      ],
      risks.map((risk) => [
        risk.point,
        risk.cause,
        t(`improvements-risks.levels.${levelOf(risk)}`),
        risk.control,
      ]),
    )
  })
  const base = { on: null, href: `/personal/${slug}/riesgos` }
  const register: Proof = {
    ...base,
    key: 'risks.register',
    title: t('improvements-risks.proof', { count: risks.length }),
    state: isOfYear ? 'proved' : 'begun',
    lacks: isOfYear ? [] : [t('improvements-risks.not_this_year')],
    papers: [paper],
  }
  const done = tasks.filter(({ state }) => state === 'done').length
  if (tasks.length === 0) return [register]
  const actions: Proof = {
    ...base,
    key: 'risks.actions',
    title: t('improvements-risks.proof_actions', { count: tasks.length, done }),
    state: done > 0 ? 'proved' : 'begun',
    lacks: done > 0 ? [] : [t('improvements-risks.none_done')],
    papers: [],
  }
  return [register, actions]
}
