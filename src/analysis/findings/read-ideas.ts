import type { Db } from '../../platform/database/connection.ts'
import { readCoded, type CodedSegment } from '../words/index.ts'
import type { Idea } from './idea.ts'

/** Which corpus, and of whom. */
export interface Whose {
  administrationId: string
  corpusId: string
}

/** An idea with what is asked of its case. */
export interface ToldIdea extends Idea {
  source: 'book' | 'legacy'
  /** The person agreed to be quoted without a name. */
  mayBeQuoted: boolean
  serviceId: string | null
  registeredAt: Date
}

export async function readIdeas(db: Db, whose: Whose): Promise<ToldIdea[]> {
  return (await readCoded(db, whose)).map(ideaOf)
}

function ideaOf(segment: CodedSegment): ToldIdea {
  const { segmentId, caseId, legacyCaseId, centreId, codeId, text } = segment
  const { severity, stage, valence, quotation, serviceId, registeredAt } = segment
  return {
    segmentId,
    caseId: caseId ?? legacyCaseId ?? segment.textId,
    source: caseId === null ? 'legacy' : 'book',
    centreId,
    code: codeId,
    text,
    severity,
    stage,
    valence,
    mayBeQuoted: quotation,
    serviceId,
    registeredAt,
  }
}
