/**
 * The drawer of evidence: photos and papers that show what was made, met, read or mended. Photos lose what the
 * camera hid in them after day and place were read; two of one spot make a pair, with what speaks against it.
 */
export {
  EVIDENCE_ABOUT,
  type Evidence,
  type EvidenceAbout,
  type EvidenceSubject,
  type PairDoubt,
  type PhotoPair,
} from './evidence.ts'
export { keepEvidence, type EvidenceToKeep } from './actions/keep-evidence.ts'
export { pairPhotos } from './actions/pair-photos.ts'
export { removeEvidence } from './actions/remove-evidence.ts'
export { listEvidence, listEvidenceOf, updateHeld as holdEvidence } from './evidence-store.ts'
export { listPairs, listPairsOf } from './list-pairs.ts'
export { openEvidence, type OpenedEvidence } from './open-evidence.ts'
export { paperOfEvidence, papersOfPair } from './paper-of-evidence.ts'
export { evidenceUrls } from './urls.ts'
export {
  evidencePanel,
  publicPairs,
  type EvidencePanel,
  type ShownPair,
} from './pages/panel-view.ts'
export { broughtFile, takeEvidence } from './pages/take-evidence.ts'
export { evidenceRoutes } from './pages/routes.ts'
