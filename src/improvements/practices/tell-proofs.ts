import { getAdministration } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { paperOfEvidence } from '../evidence/index.ts'
import type { Paper, Proof, ProofKey, ProofQuestion, TellProofs } from '../proof.ts'
import { drawnPaper } from '../proofs-of-others/paper-of.ts'
import { drawSheet } from './draw-sheet.ts'
import { lacksOf, recognitionLacks, type Part } from './lacks.ts'
import type { Practice } from './practice.ts'
import { listPractices } from './practice-store.ts'
import { readPractice, type WholePractice } from './read-practice.ts'
import { practiceUrls } from './urls.ts'

const PARTS: readonly Part[] = [
  'problem',
  'draft',
  'plan',
  'liaison',
  'implemented',
  'results',
  'tests',
  'sheet',
]

/** Each practice as it stood that year: what it has of what the model asks (MAS, BP-01 to BP-11). */
export function tellPracticeProofs(system: System): TellProofs {
  return async (db, question) => {
    const { administrationId, centreId, year } = question
    const until = `${year}-12-31`
    const proofs: Proof[] = []
    for (const practice of await listPractices(db, administrationId, { centreId, until })) {
      const whole = await readPractice(db, administrationId, practice.practiceId)
      proofs.push(...(await tellOne(system, db, question, { ...whole, practice })))
    }
    return proofs
  }
}

async function tellOne(
  system: System,
  db: Db,
  question: ProofQuestion,
  whole: WholePractice,
): Promise<Proof[]> {
  const { practice, around } = whole
  const base = {
    on: practice.writtenOn,
    href: practiceUrls(question.slug).one(practice.practiceId),
  }
  const lacks = lacksOf(practice, around)
  const papers = await papersOf(system, db, question, whole)
  const say = (key: string, values = {}) => question.t(`improvements-practices.${key}`, values)
  const parts = PARTS.filter((part) => isBegun(part, practice, around)).map((part): Proof => ({
    ...base,
    key: `practices.${part}`,
    title: `${practice.name}: ${say(`part.${part}`)}`,
    state: lacks[part].length === 0 ? 'proved' : 'begun',
    lacks: lacks[part].map((lack) => say(`lacks.${lack}`)),
    papers: papers[`practices.${part}`] ?? [],
  }))
  return [...parts, ...tellRecognitions(question, whole, papers['practices.recognition'] ?? [])]
}

/** What nobody has begun is missing, and not begun. */
function isBegun(part: Part, practice: Practice, around: WholePractice['around']): boolean {
  const lacks = lacksOf(practice, around)[part]
  switch (part) {
    case 'problem':
    case 'sheet':
      return true
    case 'results':
      return lacks.length < 2
    case 'tests':
      return Object.keys(practice.tests).length > 0
    case 'implemented':
      return !lacks.includes('evidence')
    case 'liaison':
      return around.liaison !== 'never'
    default:
      return lacks.length === 0
  }
}

function tellRecognitions(
  { slug, year, t }: ProofQuestion,
  { practice, recognitions, checks, around }: WholePractice,
  papers: readonly Paper[],
): Proof[] {
  const seen = { evidenceIds: around.evidenceIds, until: `${year}-12-31` }
  return recognitions
    .filter(({ givenOn }) => givenOn.startsWith(String(year)))
    .map((recognition): Proof => {
      const lacks = recognitionLacks(recognition, checks, seen)
      return {
        key: 'practices.recognition',
        title: `${practice.name}: ${recognition.givenBy}`,
        on: recognition.givenOn,
        href: practiceUrls(slug).one(practice.practiceId),
        state: lacks.length === 0 ? 'proved' : 'begun',
        lacks: lacks.map((lack) => t(`improvements-practices.recognition_lacks.${lack}`)),
        papers,
      }
    })
}

async function papersOf(
  system: System,
  db: Db,
  { administrationId, t, lang }: ProofQuestion,
  whole: WholePractice,
): Promise<Partial<Record<ProofKey, readonly Paper[]>>> {
  const { practice, evidence, around } = whole
  const { name: author } = await getAdministration(db, administrationId)
  const title = t('improvements-practices.sheet_title', { name: practice.name })
  const fileName = `ficha-${practice.practiceId.slice(0, 8)}-v${practice.version}.pdf`
  const words = { t, lang, title, author, foot: `${author} · ${title}` }
  const sheet = drawnPaper({ fileName, on: practice.writtenOn, ...words }, (paper) => {
    drawSheet(paper, whole, { t, lang })
  })
  const filed = (belongs: (evidenceId: string) => boolean) =>
    evidence
      .filter(({ evidenceId }) => belongs(evidenceId))
      .map((one) => paperOfEvidence(system, one))
  const isOriginal = (id: string) => id === practice.originalId
  const isProof = (id: string) => around.proofIds.includes(id)
  return {
    'practices.implemented': filed((id) => !isOriginal(id) && !isProof(id)),
    'practices.sheet': [sheet, ...filed(isOriginal)],
    'practices.recognition': filed(isProof),
  }
}
