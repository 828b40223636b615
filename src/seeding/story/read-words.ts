import {
  beginFrame,
  codeSegment,
  confirmCases,
  gatherCorpus,
  listCauses,
  listCodes,
  listSegments,
  listTexts,
  openCorpus,
  publishCause,
  resolveDisagreement,
  writeRootCause,
  type CorpusText,
} from '../../analysis/index.ts'
import { quietSystem } from '../quiet-system.ts'
import type { Cast, Doer } from './cast.ts'
import type { StoryScript } from './story-script.ts'

const LANGUAGE = 'es'
const MOST_TEXTS = 200
const SEED = 11

/** A corpus that was read, with what it takes to go on from it. */
interface Read {
  corpusId: string
  /** By the name of the trouble, its code and the cases that tell it. */
  told: ReadonlyMap<string, { codeId: string; caseIds: ReadonlySet<string> }>
}

/** What people said before and since, read by two, and the cause that was found in it. */
export async function readWords(cast: Cast, script: StoryScript): Promise<void> {
  const { frame, corpora } = script.reading
  const first = await cast.as('analyst', corpora[0]?.readOn ?? 0)
  const named = { name: frame, language: LANGUAGE }
  const frameId = await beginFrame(cast.system, first.deed, named)
  for (const corpus of corpora) {
    await findCause(cast, script, await readCorpus(cast, script, { ...corpus, frameId }))
  }
}

async function readCorpus(
  cast: Cast,
  script: StoryScript,
  {
    frameId,
    question,
    from,
    until,
    readOn,
  }: StoryScript['reading']['corpora'][number] & { frameId: string },
): Promise<Read> {
  const { system, administrationId, dayOf, at } = cast
  const analyst = await cast.as('analyst', readOn)
  const corpusId = await openCorpus(quietSystem(system, at(readOn)), analyst.deed, {
    ...{ frameId, question, periodFrom: dayOf(from), periodUntil: dayOf(until) },
    ...{ sampling: 'all', sampleSize: null, seed: SEED },
    filter: {
      kinds: ['complaint'],
      centreIds: [cast.centre(script.reading.centre)],
      serviceIds: [],
      channels: [],
    },
  })
  const whose = { administrationId, corpusId }
  await gatherCorpus(quietSystem(system, at(readOn)), whose)
  const texts = await listTexts(system.db, whose, { after: 0, limit: MOST_TEXTS })
  const codes = await listCodes(system.db, administrationId, frameId)
  const codeOf = (driver: string) => codes.find((code) => code.driver === driver)?.codeId ?? ''
  const readers = [analyst, await cast.as('deputy_claims_manager', readOn)]
  const told = new Map<string, { codeId: string; caseIds: Set<string> }>()
  for (const text of texts) {
    const trouble = troubleOf(cast, script, text)
    const coding = trouble && script.codes[trouble.name]
    if (!trouble || !coding) continue
    const codeId = codeOf(coding.driver)
    const of = told.get(trouble.name) ?? { codeId, caseIds: new Set() }
    told.set(trouble.name, { ...of, caseIds: of.caseIds.add(text.caseId ?? '') })
    const other = codeOf(script.disagreement.driver)
    await codeText(cast, script, { corpusId, text, readers, coding: { ...coding, codeId, other } })
  }
  return { corpusId, told }
}

function troubleOf({ centre, service }: Cast, { troubles }: StoryScript, text: CorpusText) {
  return troubles.find(
    (one) => centre(one.centre) === text.centreId && service(one.service) === text.serviceId,
  )
}

interface TextToCode {
  corpusId: string
  text: CorpusText
  readers: readonly Doer[]
  coding: StoryScript['codes'][string] & { codeId: string; other: string }
}

/** Both code it; where the second one hears it otherwise, they decide for the first. */
async function codeText(
  { system, administrationId }: Cast,
  { disagreement }: StoryScript,
  { corpusId, text, readers, coding }: TextToCode,
): Promise<void> {
  const { stage, severity, codeId, other } = coding
  const isHeardOtherwise = text.position % disagreement.every === 0
  const segments = await listSegments(system.db, administrationId, text.textId)
  for (const { segmentId } of segments) {
    for (const [place, { deed }] of readers.entries()) {
      const heard = isHeardOtherwise && place > 0 ? other : codeId
      const choice = { codeId: heard, severity, stage, valence: -1, suggestion: false, harm: false }
      const version = { frameVersion: 1, version: null }
      await codeSegment(system, deed, {
        ...{ corpusId, segmentId, ...version },
        choice: { ...choice, valence: -1 },
      })
    }
    const [first] = readers
    if (!isHeardOtherwise || !first) continue
    const { reason } = disagreement
    await resolveDisagreement(system, first.deed, { corpusId, segmentId, codeId, severity, reason })
  }
}

/** Looked for in the first texts; in later ones it is the same. */
async function findCause(
  { system, administrationId, as }: Cast,
  { cause }: StoryScript,
  { corpusId, told }: Read,
): Promise<void> {
  const of = told.get(cause.of)
  if (!of) return
  const { deed } = await as('analyst', cause.foundOn)
  const { codeId, caseIds } = of
  const theme = { corpusId, codeId }
  const known = (await listCauses(system.db, administrationId)).find(
    ({ name }) => name === cause.name,
  )
  if (known) {
    const again = { name: '', version: 0, same: known.causeId }
    await publishCause(system, deed, theme, again)
  } else {
    const { whys, bones: causes, name } = cause
    await writeRootCause(system, deed, theme, { whys, causes, version: 0 })
    await publishCause(system, deed, theme, { name, version: 1 })
  }
  await confirmCases(system, deed, theme, { shown: caseIds, confirmed: caseIds })
}
