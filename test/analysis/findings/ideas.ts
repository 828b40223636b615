import type { Idea } from '../../../src/analysis/findings/idea.ts'

let made = 0

/** A test states what matters to it. */
export function buildIdea(idea: Partial<Idea> = {}): Idea {
  made += 1
  return {
    segmentId: `segment-${String(made).padStart(4, '0')}`,
    caseId: `case-${made}`,
    centreId: 'centre-1',
    code: 'wait',
    text: 'Esperé dos horas y nadie me atendió',
    severity: 2,
    stage: 'during',
    valence: -1,
    ...idea,
  }
}

export function buildIdeas(count: number, idea: Partial<Idea> = {}): Idea[] {
  return Array.from({ length: count }, () => buildIdea(idea))
}
