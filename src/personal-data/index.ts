/**
 * Personal data in free text: documents, accounts, telephones, addresses, plates and names, found by rules that stand
 * in packs/personal-data. Who hides it (analysis) and who points it out before a text leaves ask here.
 */
export {
  overlap,
  PERSONAL_KINDS,
  type Finder,
  type Found,
  type PersonalKind,
  type Span,
} from './personal-data.ts'
export { findPersonalData } from './find-personal-data.ts'
export { fold } from './fold.ts'
export { ownNames, readPersonalFinders } from './read-personal-rules.ts'
export { tellWhatLeaves } from './pages/tell-what-leaves.ts'
