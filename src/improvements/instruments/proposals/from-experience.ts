import { listHeadings, readExperience, type LivedPoint } from '../../../analysis/index.ts'
import { DRIVERS } from '../../../surveys/index.ts'
import { periodOf, troubleQuestion, type Propose } from './proposal.ts'

const STAGE_OF: Readonly<Record<LivedPoint['stage'], 'before' | 'during' | 'after'>> = {
  finding_out: 'before',
  arriving: 'before',
  waiting: 'during',
  attention: 'during',
  processing: 'during',
  result: 'after',
  afterwards: 'after',
}
const MOST_OF_STAGE = 3

/** The experience as those who read what people said have mapped it; it quotes nobody. */
export const proposeExperience: Propose = async (asking) => {
  const { db, t } = asking
  const lived = await readExperience(db, troubleQuestion(asking))
  if (!lived) return []
  const { corpusId, question, of, points } = lived
  const heaviest = points.filter(
    (point) => points.filter(({ stage }) => stage === point.stage).indexOf(point) < MOST_OF_STAGE,
  )
  return heaviest.map(({ stage, code, name, n, emotion, pain, driver }) => ({
    key: `lived:${corpusId}:${stage}:${code}`,
    said: t('improvements-instruments.source.experience', { question, of }),
    cells: {
      stage: STAGE_OF[stage],
      actions: t(`findings.stage.${stage}`),
      thoughts: name,
      emotion: String(Math.round(emotion * 2) || 0),
      pain: pain ? name : '',
      driver: DRIVERS.find((one) => one === driver) ?? '',
      evidence: t('improvements-instruments.ideas', { count: n }),
    },
  }))
}

/** The groups of the boards that are closed, under the sentence that the team found for them. */
export const proposeAffinity: Propose = async (asking) => {
  const { db, t, instrument } = asking
  const { administrationId, centreId } = instrument
  const headings = await listHeadings(db, { administrationId, centreId, ...periodOf(asking) })
  return headings.map(({ groupId, question, number, sentence, cards, votes }) => ({
    key: `group:${groupId}`,
    said: t('improvements-instruments.source.board', { question }),
    cells: {
      note: t('improvements-instruments.ideas', { count: cards }),
      source: question.slice(0, 160),
      group: t('improvements-instruments.group', { number }),
      heading: sentence,
      votes: String(votes),
    },
  }))
}
