import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  eraseSlots,
  rewriteRing,
  slotsWanted,
  topUpRing,
} from '../../src/corruption-reports/shred/keep-ring.ts'
import { openRing } from '../../src/corruption-reports/shred/ring.ts'
import { PAGE_SLOTS, readWholeRing } from '../../src/corruption-reports/shred/ring-file.ts'
import { openSystem } from '../../src/system.ts'
import { openTestSystem } from '../support/test-system.ts'
import { fileSample, openPart } from './sealed-sample.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libro-abierto-ring-'))
  path = join(folder, 'ring')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A process that adds pages and writes the ring anew without end. */
function startKeeper() {
  const keep = join(ROOT, 'src/corruption-reports/shred/keep-ring.ts')
  const program = `
    import { rewriteRing, topUpRing } from ${JSON.stringify(keep)}
    for (let slots = 4096; ; slots += 128) {
      topUpRing(${JSON.stringify(path)}, slots)
      rewriteRing(${JSON.stringify(path)}, new Date(0))
    }`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: ROOT,
    stdio: 'ignore',
  })
}

describe('The ring of shred keys', () => {
  it('keeps every key that it had when whoever adds to it is killed', async () => {
    topUpRing(path, 2048)
    const before = readWholeRing(path)
    for (let round = 0; round < 3; round++) {
      const size = openRing(folder).size()
      const keeper = startKeeper()
      for (let waited = 0; openRing(folder).size() <= size && waited < 1000; waited++)
        await wait(20)
      await wait(round * 7)
      keeper.kill('SIGKILL')
      await once(keeper, 'close')
      const after = readWholeRing(path)
      expect(after.length).toBeGreaterThan(before.length)
      expect(after.subarray(0, before.length).equals(before)).toBe(true)
    }
  })

  it('goes on behind a page that was cut short', () => {
    topUpRing(path, PAGE_SLOTS)
    const before = readWholeRing(path)
    appendFileSync(path, Buffer.alloc(1000, 1))
    expect(openRing(folder).size()).toBe(PAGE_SLOTS)
    topUpRing(path, 2 * PAGE_SLOTS)
    const after = readWholeRing(path)
    expect(after.length).toBe(2 * before.length)
    expect(after.subarray(0, before.length).equals(before)).toBe(true)
    expect(after.includes(Buffer.alloc(100, 1))).toBe(false)
  })

  it('opens a box only in its place, and never after its slot was erased', () => {
    topUpRing(path, slotsWanted(0))
    const ring = openRing(folder)
    const boxed = ring.box(5, 'report/a/content/1', Buffer.from('sealed'))
    expect(ring.unbox(5, 'report/a/content/1', boxed)).toEqual(Buffer.from('sealed'))
    expect(() => ring.unbox(5, 'report/a/content/2', boxed)).toThrow()
    expect(() => ring.unbox(6, 'report/a/content/1', boxed)).toThrow()
    eraseSlots(path, [5])
    expect(() => ring.unbox(5, 'report/a/content/1', boxed)).toThrow()
    rewriteRing(path, new Date(0))
    expect(ring.isErased(5)).toBe(true)
    expect(ring.isErased(6)).toBe(false)
  })

  it('serves two processes that file at the same time from the same keys', async () => {
    const house = await openTestSystem()
    const other = await openSystem(house.system.config, { migrate: false })
    const one = openPart(house)
    const two = openPart({ ...house, system: other })
    const reports = await Promise.all(
      Array.from({ length: 30 }, (_, at) => fileSample(at % 2 === 0 ? one : two)),
    )
    expect(new Set(reports.map(({ shredSlot }) => shredSlot)).size).toBe(30)
    expect(one.ring.size()).toBe(two.ring.size())
    expect(existsSync(`${one.ring.path}.new`)).toBe(false)
    await other.close()
    await house.close()
  })
})
