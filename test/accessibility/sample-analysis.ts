import { callPhase, listCards, moveCard, openBoard } from '../../src/analysis/board/index.ts'
import { drawFiles } from '../../src/analysis/reports/report-files.ts'
import { makeDraft, publishReport, signReport } from '../../src/analysis/reports/index.ts'
import { codeSegment, getCorpus, listTexts } from '../../src/analysis/words/index.ts'
import type { TestSystem } from '../support/test-system.ts'
import type { Visitor } from '../support/visitor.ts'
import { buildCodedCorpus, type ToldIdea } from '../analysis/coded-corpus.ts'
import { aContent } from '../analysis/reports/content.ts'
import { accountOf } from '../surveys/campaigns.ts'
import { deedsOf, type Deeds } from '../analysis/words/coded-corpus.ts'

const treatment = { code: 'professional_treatment', stage: 'attention' } as const
const IDEAS: readonly ToldIdea[] = [
  { text: 'Esperé dos horas de pie y nadie explicó la demora', doubleCoded: true },
  { text: 'La cola no avanza y nadie dice por qué', centre: 1, doubleCoded: true },
  { text: 'Por esperar tanto mi madre se desmayó en la sala', severity: 4, quotation: true },
  { text: 'Yo no esperé nada, me atendieron al llegar', valence: 1, severity: 1 },
  { text: 'Me gritaron delante de todos', ...treatment },
  { text: 'La sala tiene goteras', code: 'facilities', severity: 1, stage: null },
]

/** What an analyst leaves behind: a coded corpus with its board and a cause, and reports of two periods. */
export async function buildSampleAnalysis({ system }: TestSystem, manager: Visitor) {
  const deeds = await deedsOf(system)
  const corpus = await buildCodedCorpus(system, IDEAS)
  const { administrationId, corpusId, codes, segmentIds, url } = corpus
  await disagree({ system }, deeds, { corpusId, segmentId: segmentIds[0]!, codeId: codes.trust })
  await openBoard(system, deeds.analyst, { corpusId, votesEach: 3, segmentIds })
  const [one] = await listCards(system.db, corpus)
  const move = { corpusId, cardId: one!.cardId, version: 1, to: 'new' } as const
  await moveCard(system, deeds.analyst, move)
  await callPhase(system, deeds.analyst, { corpusId, from: 'silent', to: 'naming' })
  await manager.get(`${url}/hallazgos/causas/${codes.provision_time}`)
  const whys = { why1: 'Hay una sola ventanilla', why2: 'Nadie cubre el almuerzo' }
  await manager.submit({ ...whys, 'bone-people': 'Falta gente | Rol' }, { form: 'search' })

  const [text] = await listTexts(system.db, corpus, { after: 0, limit: 1 })
  const { frameId } = await getCorpus(system.db, administrationId, corpusId)
  await publishSample(system, deeds)
  const reportId = await makeDraft(system, deeds.analyst, { ...aContent(), period: '2025-02' })
  return {
    administrationId,
    corpusId,
    codeId: codes.provision_time,
    frameId,
    textId: text!.textId,
    reportId: reportId!,
    period: '2025-01',
    version: '1',
  }
}

/** A second coder reads the first idea otherwise: not the manager, from whom the findings would be kept. */
async function disagree(
  { system }: Pick<TestSystem, 'system'>,
  { manager }: Deeds,
  { codeId, ...of }: { corpusId: string; segmentId: string; codeId: string },
): Promise<void> {
  const deputy = { ...manager, accountId: await accountOf(system, 'alterno') }
  const said = { severity: 3, stage: 'waiting', valence: -1, suggestion: false } as const
  const choice = { codeId, ...said, harm: false }
  await codeSegment(system, deputy, { ...of, choice, frameVersion: 1, version: null })
}

async function publishSample(system: TestSystem['system'], { analyst, manager }: Deeds) {
  const reportId = await makeDraft(system, analyst, { ...aContent(), period: '2025-01' })
  if (reportId === null) throw new Error('There is a draft already')
  await signReport(system, manager, { reportId, revision: 1, year: 2026 }, (report, signature) =>
    drawFiles(report, { timeZone: 'UTC', signing: { ...signature, signedBy: 'Rosa Ávila' } }),
  )
  await publishReport(system, manager, { reportId, isPublic: true })
}
