import type { Section } from '../../people/index.ts'
import type { TellImprovements } from './tell-improvements.ts'

/** What other rooms tell dashboards of, and where they stand. */
export interface DashboardNeighbours {
  improvements: TellImprovements
  /** Figures of sealed reports stay on a page of their own. */
  sealedFigures: Pick<Section, 'path'>
}
