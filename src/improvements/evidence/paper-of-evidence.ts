import type { System } from '../../system.ts'
import type { Paper } from '../proof.ts'
import type { Evidence } from './evidence.ts'
import { openEvidence } from './open-evidence.ts'

/** A file as the evidence pack takes it; somebody looks at it before it leaves, since it may show anybody. */
export function paperOfEvidence(
  system: Pick<System, 'db' | 'config' | 'log'>,
  { administrationId, evidenceId, fileName, caption, spot, takenOn, about }: Evidence,
): Paper {
  return {
    fileName: `${about.kind}-${evidenceId.slice(0, 8)}-${fileName}`,
    title: [caption, spot].filter((text) => text !== '').join(' · ') || fileName,
    on: takenOn,
    review: 'by_hand',
    async open() {
      const { read } = await openEvidence(system, { administrationId, evidenceId })
      return read()
    },
  }
}
