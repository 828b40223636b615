import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { CodeText, Frame, FrameChange, FrameCode } from '../frame.ts'
import {
  insertChange,
  insertCode,
  insertFrame,
  listCodes,
  lockFrame,
  updateCode,
} from '../frame-store.ts'
import { readWordPack } from '../word-pack.ts'

type Ground = Pick<System, 'db'>

/** A new frame, with the drivers and the facilities as its first level. */
export async function beginFrame(
  { db }: Ground,
  deed: StaffDeed,
  { name, language }: { name: string; language: string },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const frameId = randomUUID()
  const { frame: firstLevel } = await readWordPack(language)
  await inTransaction(db, async (tx) => {
    const frame = {
      administrationId,
      frameId,
      name,
      version: 1,
      createdAt: at,
      createdBy: accountId,
    }
    await insertFrame(tx, frame)
    for (const [index, code] of firstLevel.entries()) {
      await insertCode(tx, frame, {
        ...code,
        codeId: randomUUID(),
        parentId: null,
        position: index + 1,
        addedIn: 1,
        changedIn: 1,
        retiredIn: null,
      })
    }
    await insertChange(tx, frame, changeOf(deed, 1, 'begun', null, { reason: name }))
    await recordChange(tx, { ...deed, action: 'frame_begun', details: { frameId } })
  })
  return frameId
}

/** An inductive code under one of the first level. */
export async function addCode(
  { db }: Ground,
  deed: StaffDeed,
  { frameId, parentId, text, reason }: NewCode,
): Promise<string> {
  const codeId = randomUUID()
  await changeFrame(db, deed, frameId, async (tx, frame, codes) => {
    const parent = codes.find((each) => each.codeId === parentId)
    if (!parent || parent.parentId !== null) {
      throw new Invalid([{ field: 'parentId', code: 'unknown' }])
    }
    assertNameIsFree(codes, text.name, null)
    const version = frame.version + 1
    const position = 1 + Math.max(...codes.map((each) => each.position))
    const since = { addedIn: version, changedIn: version, retiredIn: null }
    await insertCode(tx, frame, { ...text, ...since, codeId, parentId, driver: null, position })
    return changeOf(deed, version, 'added', codeId, { after: text, reason })
  })
  return codeId
}

interface NewCode {
  frameId: string
  parentId: string
  text: CodeText
  reason: string
}

/** Says otherwise what a code means; what was coded with the old words is offered to be looked at again. */
export async function rewordCode(
  { db }: Ground,
  deed: StaffDeed,
  { frameId, codeId, seen, text, reason }: SeenCode & { text: CodeText },
): Promise<void> {
  await changeFrame(db, deed, frameId, async (tx, frame, codes) => {
    const code = codeAsSeen(codes, { codeId, seen })
    assertNameIsFree(codes, text.name, codeId)
    const version = frame.version + 1
    const now = { ...text, changedIn: version, retiredIn: null }
    await updateCode(tx, deed.administrationId, codeId, now)
    return changeOf(deed, version, 'reworded', codeId, {
      before: textOf(code),
      after: text,
      reason,
    })
  })
}

/** Takes an inductive code out of use; what was coded with it waits to be coded again. */
export async function retireCode(
  { db }: Ground,
  deed: StaffDeed,
  { frameId, codeId, seen, reason }: SeenCode,
): Promise<void> {
  await changeFrame(db, deed, frameId, async (tx, frame, codes) => {
    const code = codeAsSeen(codes, { codeId, seen })
    if (code.parentId === null) throw new WrongState()
    const version = frame.version + 1
    const before = textOf(code)
    const now = { ...before, changedIn: code.changedIn, retiredIn: version }
    await updateCode(tx, deed.administrationId, codeId, now)
    return changeOf(deed, version, 'retired', codeId, { before, reason })
  })
}

interface SeenCode {
  frameId: string
  codeId: string
  /** The version of the frame in which the code was last changed, as the page showed it. */
  seen: number
  reason: string
}

async function changeFrame(
  db: System['db'],
  deed: StaffDeed,
  frameId: string,
  work: (tx: Tx, frame: Frame, codes: readonly FrameCode[]) => Promise<FrameChange>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const frame = await lockFrame(tx, deed.administrationId, frameId)
    const codes = await listCodes(tx, deed.administrationId, frameId)
    const change = await work(tx, frame, codes)
    await insertChange(tx, frame, change)
    const details = { frameId, version: change.version, change: change.change }
    await recordChange(tx, { ...deed, action: 'frame_changed', details })
  })
}

/** Two people never overwrite each other: who saw an older one is told so. */
function codeAsSeen(
  codes: readonly FrameCode[],
  { codeId, seen }: Pick<SeenCode, 'codeId' | 'seen'>,
): FrameCode {
  const code = codes.find((each) => each.codeId === codeId)
  if (!code) throw new NotFound()
  if (code.retiredIn !== null || code.changedIn !== seen) throw new WrongState()
  return code
}

function assertNameIsFree(codes: readonly FrameCode[], name: string, own: string | null): void {
  const isTaken = codes.some(
    (each) =>
      each.codeId !== own &&
      each.retiredIn === null &&
      each.name.toLowerCase() === name.toLowerCase(),
  )
  if (isTaken) throw new Invalid([{ field: 'name', code: 'taken' }])
}

function textOf({ name, definition, include, exclude, example }: CodeText): CodeText {
  return { name, definition, include, exclude, example }
}

function changeOf(
  { at, accountId }: StaffDeed,
  version: number,
  change: FrameChange['change'],
  codeId: string | null,
  { before = null, after = null, reason }: Partial<FrameChange> & { reason: string },
): FrameChange {
  return { version, change, codeId, before, after, reason, changedAt: at, changedBy: accountId }
}
