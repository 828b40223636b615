import {
  type Directory,
  type Exclusions,
  type Marks,
  readersFor,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { newButton, newPart, partOf } from './part-of.ts'
import type { Say } from './speech.ts'

export interface ReadersList {
  /** Shown anew for what is marked by now. */
  show(marks: Marks): void
  struck(): readonly string[]
  isAnybodyLeft(marks: Marks): boolean
}

/** Who will be able to read, by name and role, for the person to strike. */
export function listReaders(
  form: HTMLFormElement,
  directory: () => Directory,
  say: Say,
): ReadersList {
  const struck = new Set<string>()
  const out = (marks: Marks): Exclusions => ({ marks, struck: [...struck] })
  const show = (marks: Marks) => {
    const unmarked = readersFor(directory(), { marks, struck: [] })
    const { readers, kind } = readersFor(directory(), out(marks))
    const shown = unmarked.kind === 'officers' ? unmarked.readers : readers
    partOf(form, '[data-readers]').replaceChildren(
      ...shown.map((reader) => {
        const isStruck = struck.has(reader.id)
        const item = newPart('li', {
          classes: isStruck ? 'readers__one readers__one--struck' : 'readers__one',
        })
        const who = newPart('span', { classes: 'readers__who' })
        who.append(
          newPart('strong', { text: reader.name }),
          newPart('span', {
            classes: 'readers__role',
            text: isStruck ? say('readers.struck') : say(`roles.${reader.role}`),
          }),
        )
        item.append(who)
        if (unmarked.kind === 'officers') item.append(strike(reader, isStruck, marks))
        return item
      }),
    )
    const only = kind === 'alternate' ? (readers[0]?.name ?? '') : ''
    partOf(form, '[data-readers-note]').textContent =
      kind === 'nobody'
        ? say('readers.nobody')
        : kind === 'alternate'
          ? say('readers.only_alternate', { name: only })
          : ''
    partOf(form, '[data-go-on]').hidden = kind === 'nobody'
  }
  const strike = ({ id, name }: { id: string; name: string }, isStruck: boolean, marks: Marks) => {
    const button = newButton(
      say(isStruck ? 'readers.put_back_short' : 'readers.strike_short'),
      'link-button',
      () => {
        if (isStruck) struck.delete(id)
        else struck.add(id)
        show(marks)
        partOf(form, '[data-readers] button').focus()
      },
    )
    button.setAttribute(
      'aria-label',
      say(isStruck ? 'readers.put_back' : 'readers.strike', { name }),
    )
    return button
  }
  return {
    show,
    struck: () => [...struck],
    isAnybodyLeft: (marks) => readersFor(directory(), out(marks)).kind !== 'nobody',
  }
}
