import type { Office } from '../../../src/corruption-reports/office.ts'
import { beginEpoch } from '../../../src/corruption-reports/officers/actions/begin-epoch.ts'
import {
  listOwnPlaces,
  readReports,
} from '../../../src/corruption-reports/officers/actions/read-reports.ts'
import {
  bind,
  epochKeysOf,
  newEpoch,
  openReport,
  openSlot,
  sealWords,
  signAct,
  signReading,
  type Directory,
  type MemberKeys,
  type OpenedReport,
} from '../../../src/corruption-reports/sealing/index.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { random } from './sealed-town.ts'

export interface Reader {
  id: string
  accountId: string
  keys: MemberKeys
}

/** What a reader's browser opens of a report's epochs; nothing when the current one does not open. */
export async function openEpochsAs(
  { system }: TestSystem,
  office: Office,
  reader: Reader,
  id: Uint8Array,
): Promise<OpenedReport[]> {
  const isThis = (place: { reportId: Uint8Array }) => Buffer.compare(place.reportId, id) === 0
  const { places } = await listOwnPlaces(system, office, reader.accountId)
  const proofs = places.filter(isThis).flatMap(({ epoch, blob }) => {
    const at = { id, epoch, by: reader.accountId, day: office.day }
    const slot = openSlot(at, reader.id, reader.keys.x, blob)
    return slot ? [{ id, proof: signReading(epochKeysOf(slot.c), at) }] : []
  })
  const [read] = await readReports(system, office, reader.accountId, proofs)
  const opened = (read?.places ?? []).flatMap(({ epoch, blob }) => {
    const stored = read?.epochs.find((one) => one.epoch === epoch)
    if (!stored) return []
    const toOpen = { id, epoch, content: stored.content, contentKey: stored.contentPub }
    return openReport(toOpen, blob, { id: reader.id, x: reader.keys.x }) ?? []
  })
  return opened.sort((one, other) => other.epoch - one.epoch)
}

/** The current epoch; null when nothing opens. */
export async function openAs(
  ...asked: Parameters<typeof openEpochsAs>
): Promise<OpenedReport | null> {
  return (await openEpochsAs(...asked))[0] ?? null
}

export async function openedAs(...asked: Parameters<typeof openEpochsAs>): Promise<OpenedReport> {
  const report = await openAs(...asked)
  if (!report) throw new Error('the report does not open')
  return report
}

interface Aside {
  officer: Reader
  report: OpenedReport
  member: string
  seq: number
  directory: Directory
  readers?: readonly string[]
}

/** A new epoch without somebody, as an officer's browser begins it. */
export async function setReaderAside(
  { system }: TestSystem,
  office: Office,
  { officer, report, member, seq, directory, readers }: Aside,
): Promise<void> {
  const { marks, struck } = report.content
  const out = { marks: { ...marks, members: [...marks.members, member] }, struck }
  const who = { directory, out, officer, ...(readers && { readers }) }
  const { sealed, notice } = newEpoch(report, who, random)
  const at = { id: report.id, epoch: sealed.epoch, seq }
  const words = sealWords(sealed.contentKey, at, { reason: 'Es su primo' }, random)
  const body = bind(sealed.content, sealed.contentKey, sealed.actionKey, notice.box, words)
  const signed = { id: report.id, epoch: report.epoch, seq, action: 'begin_epoch', body }
  const signature = signAct(report.keys, signed)
  const input = { id: report.id, seq, sealed, notice, words, signature }
  await beginEpoch(system, office, officer.accountId, input)
}
