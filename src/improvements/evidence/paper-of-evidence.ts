import { extname } from 'node:path'
import type { T } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import type { Paper, PaperPair } from '../proof.ts'
import type { Evidence, PhotoPair } from './evidence.ts'
import { openEvidence } from './open-evidence.ts'

/** A file as the evidence pack takes it; somebody looks at it before it leaves, since it may show anybody. */
export function paperOfEvidence(
  system: Pick<System, 'db' | 'config' | 'log'>,
  { administrationId, evidenceId, fileName, image, caption, spot, takenOn }: Evidence,
): Paper {
  return {
    // not by the name under which it came, which may be anybody's
    fileName: `${image ? 'foto' : 'documento'}-${evidenceId.slice(0, 8)}${extname(fileName)}`,
    title: [caption, spot].filter((text) => text !== '').join(' · ') || fileName,
    on: takenOn,
    review: 'by_hand',
    async open() {
      const { read } = await openEvidence(system, { administrationId, evidenceId })
      return read()
    },
  }
}

/** Two photos of one spot, side by side in the evidence pack. */
export function papersOfPair(
  system: Pick<System, 'db' | 'config' | 'log'>,
  { spot, before, after, doubts }: PhotoPair,
  t: T,
): PaperPair {
  return {
    spot,
    before: paperOfEvidence(system, before),
    after: paperOfEvidence(system, after),
    doubts: doubts.map((doubt) => t(`improvements-evidence.doubts.${doubt}`)),
  }
}
