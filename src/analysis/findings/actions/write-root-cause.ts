import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import {
  deleteCaseCauses,
  insertCause,
  listCauses,
  updateCauseName,
  upsertCaseCauses,
} from '../cause-store.ts'
import { readIdeas, type Whose } from '../read-ideas.ts'
import { keepRootCause, listRootCauses, type StoredRootCause } from '../root-cause-store.ts'
import { chainOf, stateOfCause, type RootCause } from '../root-cause.ts'

type Ground = Pick<System, 'db'>

interface Theme {
  corpusId: string
  codeId: string
}

/** Writes the chain of whys and the bones of a theme, from the version that the person saw. */
export async function writeRootCause(
  { db }: Ground,
  deed: StaffDeed,
  { corpusId, codeId }: Theme,
  { whys, causes, version }: RootCause & { version: number },
): Promise<void> {
  const whose = { administrationId: deed.administrationId, corpusId }
  await inTransaction(db, async (tx) => {
    const before = await findOf(tx, whose, codeId)
    if ((before?.version ?? 0) !== version) throw new WrongState()
    const causeId = before?.causeId ?? null
    const written = {
      codeId,
      whys: chainOf(whys),
      causes: causes.filter(({ because }) => because !== ''),
      causeId,
      version,
    }
    const isKept = await keepRootCause(tx, whose, written, { at: deed.at, by: deed.accountId })
    if (!isKept) throw new WrongState()
    const details = { corpusId, codeId }
    await recordChange(tx, { ...deed, action: 'root_cause_written', details })
  })
}

/**
 * Says by its name what was found, so that cases can be counted by it. What was found in texts of another time
 * stays the same cause: otherwise before and after could never be counted alike.
 */
export async function publishCause(
  { db }: Ground,
  deed: StaffDeed,
  theme: Theme,
  { name, version, same = null }: { name: string; version: number; same?: string | null },
): Promise<void> {
  const { administrationId } = deed
  const { corpusId, codeId } = theme
  const whose = { administrationId, corpusId }
  if (same !== null) return findAgain({ db }, deed, theme, { causeId: same, version })
  await inTransaction(db, async (tx) => {
    const found = await findOf(tx, whose, codeId)
    if (!found || found.version !== version) throw new WrongState()
    if (stateOfCause(found) !== 'found') throw new Invalid([{ field: 'name', code: 'not_found' }])
    const made = { at: deed.at, by: deed.accountId }
    const causeId = found.causeId ?? randomUUID()
    if (found.causeId) await updateCauseName(tx, administrationId, { causeId, name })
    else {
      const code = `C${(await listCauses(tx, administrationId)).length + 1}`
      await insertCause(tx, administrationId, { causeId, code, name }, made)
      if (!(await keepRootCause(tx, whose, { ...found, causeId }, made))) throw new WrongState()
    }
    const details = { corpusId, codeId, causeId }
    await recordChange(tx, { ...deed, action: 'cause_found', details })
  })
}

async function findAgain(
  { db }: Ground,
  deed: StaffDeed,
  { corpusId, codeId }: Theme,
  { causeId, version }: { causeId: string; version: number },
): Promise<void> {
  const { administrationId, at, accountId: by } = deed
  const whose = { administrationId, corpusId }
  await inTransaction(db, async (tx) => {
    const causes = await listCauses(tx, administrationId)
    if (causes.every((cause) => cause.causeId !== causeId)) {
      throw new Invalid([{ field: 'same', code: 'unknown' }])
    }
    const nothing = { codeId, whys: [], causes: [], version: 0 }
    const search = (await findOf(tx, whose, codeId)) ?? nothing
    if (search.version !== version) throw new WrongState()
    if (!(await keepRootCause(tx, whose, { ...search, causeId }, { at, by })))
      throw new WrongState()
    const details = { corpusId, codeId, causeId }
    await recordChange(tx, { ...deed, action: 'cause_found', details })
  })
}

/** A person says which of the cases that they were shown have the cause that was found; the rest stays. */
export async function confirmCases(
  { db }: Ground,
  deed: StaffDeed,
  { corpusId, codeId }: Theme,
  { shown, confirmed: ticked }: { shown: ReadonlySet<string>; confirmed: ReadonlySet<string> },
): Promise<void> {
  const { administrationId } = deed
  const whose = { administrationId, corpusId }
  await inTransaction(db, async (tx) => {
    const found = await findOf(tx, whose, codeId)
    if (!found?.causeId) throw new NotFound()
    const ideas = (await readIdeas(tx, whose)).filter(
      ({ code, caseId }) => code === codeId && shown.has(caseId),
    )
    const cases = [...new Map(ideas.map((idea) => [idea.caseId, idea])).values()]
    const confirmed = cases.filter(({ caseId }) => ticked.has(caseId))
    const others = cases.filter(({ caseId }) => !ticked.has(caseId)).map(({ caseId }) => caseId)
    await deleteCaseCauses(tx, administrationId, found.causeId, others)
    const made = { at: deed.at, by: deed.accountId }
    await upsertCaseCauses(tx, whose, found.causeId, confirmed, made)
    const details = { corpusId, causeId: found.causeId, cases: confirmed.length }
    await recordChange(tx, { ...deed, action: 'cases_caused', details })
  })
}

async function findOf(tx: Tx, whose: Whose, codeId: string): Promise<StoredRootCause | undefined> {
  return (await listRootCauses(tx, whose)).find((each) => each.codeId === codeId)
}
