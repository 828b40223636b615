import { textsFor } from '../door/door-texts.ts'
import type { DoorTexts } from '../door/page-data.ts'

const GROUPS = ['enter', 'problems', 'messages', 'write', 'identity', 'withdraw']

/** Files are spoken of as at the door. */
export function dialogueTexts(language: string): DoorTexts {
  const own = textsFor(language, 'dialogue', (key) =>
    ['received', ...GROUPS.map((group) => `${group}.`)].some((start) => key.startsWith(start)),
  )
  const door = textsFor(language, 'door', () => true)
  const borrowed = Object.entries(door).filter(([key]) => /^(files|journey)\./.test(key))
  return { ...Object.fromEntries(borrowed), ...own }
}
