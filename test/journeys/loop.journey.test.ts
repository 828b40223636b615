import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { attendedIn, ratioByHand } from './loop/count-by-hand.ts'
import { advance, approve, findGap, finish, plan, verify } from './loop/improve.ts'
import { readPack } from './loop/read-pack.ts'
import { findCause, findCauseAgain, readByKeys } from './loop/read-words.ts'
import { CHANGED_ON, goOnTelling, setStage, type Stage } from './loop/stage.ts'
import { tellPeople } from './loop/tell-people.ts'

/** Half a year before anything was planned, and half a year after it was finished. */
const BEFORE = { from: '2025-08-14', until: '2026-02-09' }
const AFTER = { from: '2026-05-12', until: '2026-11-07' }

let stage: Stage

beforeAll(async () => {
  stage = await setStage()
}, 180_000)
afterAll(() => stage.close())

it('NC-08: a wait that people complained of for two years ends, they hear of it, and whoever never saw the book reads the proof', async () => {
  const analyst = await stage.enter('analisis', 1280)
  const before = await readByKeys(stage, analyst, { ...BEFORE, isFirst: true })
  expect(before).toMatchObject({ waiting: 30, other: 6 })
  await findCause(stage, analyst, before.corpus)

  stage.at('2026-02-12')
  const attended = attendedIn(BEFORE.from, BEFORE.until)
  const owner = await stage.enter('mejora', 1280)
  await findGap(stage, owner, BEFORE)
  const project = await plan(stage, owner, attended)
  stage.at('2026-02-16')
  await approve(stage, await stage.enter('direccion', 360), project)
  stage.at('2026-04-20')
  await advance(stage, await stage.enter('mejora', 360), project)
  stage.at(CHANGED_ON)
  await finish(stage, await stage.enter('mejora', 1280), project)

  stage.at('2026-11-09')
  await goOnTelling(stage)
  const reader = await stage.enter('analisis', 1280)
  const after = await readByKeys(stage, reader, { ...AFTER, isFirst: false })
  expect(after).toMatchObject({ waiting: 10, other: 12 })
  await findCauseAgain(stage, reader, after.corpus)
  const ratio = ratioByHand(
    { cases: 30, attended },
    { cases: 10, attended: attendedIn(AFTER.from, AFTER.until) },
  )
  await verify(stage, await stage.enter('evaluacion', 1280), project, ratio)
  await tellPeople(stage, await stage.enter('mejora', 360), { project, ratio })
  await readPack(stage, await stage.enter('jefatura', 1280))
}, 400_000)
