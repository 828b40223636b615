/**
 * How a report of corruption is sealed: docs/sealed-reports.md, byte by byte. Pure, and the same in
 * the browser, in the server that seals for whoever has no JavaScript, and in the trials. Not here,
 * because each is big: the word lists (spanish-words, english-words) and seed-lock (Argon2id).
 */
export type { Random } from './bytes.ts'
export { compareBytes, sameBytes } from './bytes.ts'
export { fromBase64url, toBase64url } from './base64url.ts'
export { bind } from './bind.ts'
export { sha256 } from './derive.ts'
export { Refused, type Refusal } from './refused.ts'
export type { Json } from './padding.ts'
export type { BoxKeys } from '../../platform/hpke/index.ts'

export { type ReadWords, readWords, type WordList, wordsOf } from './words.ts'
export { authHash, deriveReceipt, newReceiptBits, type Receipt, receiptFrom } from './receipt.ts'

export { newPassphrase, passphraseOf, type ReadPassphrase, readPassphrase } from './passphrase.ts'
export { type MemberKeys, memberKeysOf, newSeed, signKeysOf, type SignKeys } from './member-key.ts'
export {
  type DirectoryEntry,
  entryHash,
  type EntrySignature,
  type MemberIdentity,
  type MemberRecord,
  type MemberRole,
  memberRoles,
  proveMember,
  signEntry,
  type UnsignedEntry,
} from './directory-entry.ts'
export {
  type Directory,
  directoryAt,
  type DirectoryState,
  everMembers,
  foundingEntry,
  type Member,
  nextEntry,
  verifyDirectory,
} from './directory.ts'
export {
  type DirectoryProblem,
  DirectoryRefused,
  founders,
  isGenuine,
  isSignedBy,
  mayVouch,
} from './directory-check.ts'
export { fingerprintOf } from './fingerprint.ts'

export {
  type Exclusions,
  isMarked,
  type Marks,
  type Readers,
  readersFor,
  slotHolders,
  withRole,
} from './readers.ts'
export type { Content, FileKey, Told } from './content.ts'
export {
  type Envelope,
  envelopeSizes,
  isContentSize,
  type SealedEpoch,
  type Slot,
} from './envelope.ts'
export {
  type EnvelopeJson,
  envelopeFromJson,
  envelopeToJson,
  type EpochJson,
  epochFromJson,
  epochToJson,
  type SlotJson,
} from './envelope-json.ts'
export { type ReportToSeal, sealReport } from './seal-report.ts'
export { type Alarm, alarmsOf, type OpenedReport, openReport, type ToOpen } from './open-report.ts'
export { openSelf, type Self } from './self-box.ts'
export { openRequest, requestHash, type RequestPlace, sealRequest } from './identity-request.ts'
export {
  boxIdentity,
  canSealIdentity,
  combineIdentity,
  type Identity,
  openReleasedShare,
  type Release,
  releaseIdentityShare,
} from './identity.ts'
export {
  openRecoveredShare,
  type RecoveryRequest,
  recoverReport,
  recoverSlot,
  releaseRecoveryShare,
} from './recovery.ts'
export { type Act, signAct, verifyAct } from './act.ts'
export { openPackage, type ReferralPackage, sealPackage } from './package.ts'
export { openWords, sealWords } from './act-words.ts'
export { type Reading, signReading, verifyReading } from './reading.ts'
export { type EpochNotice, newEpoch, noticeLength, openEpochNotice } from './epoch.ts'
export {
  wrapBody,
  wrapForReader,
  wrapFromJson,
  type WrappedEpoch,
  type WrappedEpochJson,
  wrapToJson,
} from './wrap.ts'
export { type At, openSlot, type OpenedSlot } from './slots.ts'
export { type EpochKeys, epochKeysOf } from './epoch-key.ts'
export {
  type Dialogue,
  type Direction,
  messageHash,
  type MessagePlace,
  noMessage,
  openDialogue,
  openMessage,
  sealMessage,
  type StoredMessage,
} from './message.ts'
export {
  chunkLength,
  chunkRange,
  decryptFile,
  encryptFile,
  type FilePlan,
  openChunk,
  planFile,
  sealChunk,
  sealedChunkLength,
} from './file-stream.ts'
export { commitmentLeaf } from './commitment.ts'
export {
  batchSize,
  fillBatches,
  holdsLeaf,
  leavesOf,
  signBatch,
  type SignedBatch,
  verifyBatches,
} from './commitment-batch.ts'
export { type BatchesJson, batchesFromJson, batchesToJson } from './batches-json.ts'
export { readHash } from './read-hash.ts'
export { sayHash } from './say-hash.ts'
export { findFiling, type FoundFiling } from './find-filing.ts'
export {
  type AsReporter,
  identifyAsReporter,
  openAsReporter,
  type ReporterBoxes,
  writeAsReporter,
} from './as-reporter.ts'
export { isWorkDone, tryWork, workBits } from './work.ts'
