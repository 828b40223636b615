import { formatNumber, type T } from '../../../platform/i18n/index.ts'
import type { Project } from '../project.ts'
import { BEFORE_DECISION, RUNNING, type ProjectState } from '../project-states.ts'

/** The parts of a project's page in its order, each with its address on it. */
const ANCHORS = {
  gap: 'brecha',
  plan: 'plan',
  progress: 'avances',
  effect: 'efecto',
  photos: 'fotos',
  official: 'oficial',
  comments: 'opiniones',
  papers: 'papeles',
  history: 'historia',
} as const
export type Part = keyof typeof ANCHORS
const PARTS = Object.keys(ANCHORS) as Part[]

/** What is worked on in a state lies open; the rest says in a line what is in it. */
const OPEN: Record<'deciding' | 'running' | 'over', readonly Part[]> = {
  deciding: ['gap', 'plan', 'photos', 'comments'],
  running: ['progress', 'photos'],
  over: ['effect', 'photos', 'papers'],
}

/** Where the fields of each form stand: a part with a fault in it is never folded. */
const HELD: Partial<Record<Part, RegExp>> = {
  plan: /^(to|activityId)$/,
  progress: /^(progress|done-.*|result|note)$/,
  photos: /^(file|takenOn|isPublic|beforeId|afterId|pairSpot)$/,
  official: /^(platform|number|status|on|proof)$/,
  comments: /^(comment|answer|outcome)$/,
}

export interface ShownPart {
  key: Part
  id: string
  title: string
  /** In a few words what it holds, for whoever does not open it. */
  note: string
  open: boolean
}

export function partsOf(
  { state, reference }: Pick<Project, 'state' | 'reference'>,
  faults: readonly string[],
  notes: Partial<Record<Part, string>>,
  t: T,
): ShownPart[] {
  const open = OPEN[phaseOf(state)]
  return PARTS.filter((part) => part !== 'gap' || reference !== null).map((key) => ({
    key,
    id: ANCHORS[key],
    title: t(`improvements-projects.part.${key}`),
    note: notes[key] ?? '',
    open: open.includes(key) || faults.some((field) => HELD[key]?.test(field)),
  }))
}

function phaseOf(state: ProjectState): keyof typeof OPEN {
  if (BEFORE_DECISION.includes(state)) return 'deciding'
  return RUNNING.includes(state) ? 'running' : 'over'
}

interface Held {
  activities: number
  real: number
  photos: number
  comments: number
}

export function partNotes(
  { activities, real, photos, comments }: Held,
  t: T,
  lang: string,
): Partial<Record<Part, string>> {
  const count = (what: string, number: number) =>
    t(`improvements-projects.part_note.${number === 0 ? 'no_' : ''}${what}`, { count: number })
  return {
    plan: count('activities', activities),
    progress: t('improvements-projects.percent', { n: formatNumber(real, lang) }),
    photos: count('photos', photos),
    comments: count('comments', comments),
  }
}
