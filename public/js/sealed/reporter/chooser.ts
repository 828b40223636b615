import type { DoorData } from '../../../../src/corruption-reports/door/page-data.ts'
import type { Marks } from '../../../../src/corruption-reports/sealing/index.ts'
import { newButton, newPart, partOf } from './part-of.ts'
import type { Say } from './speech.ts'

const MOST = 6

interface Choice {
  kind: 'member' | 'person' | 'unit'
  id: string
  memberId: string | null
  name: string
  detail: string
  words: string
}

export interface Chooser {
  marks(): Marks
  names(): string[]
}

/** Looks only in what the page brought: no letter of a name is asked of the server. */
export function chooseInvolved(form: HTMLFormElement, data: DoorData, say: Say): Chooser {
  const parts = {
    search: partOf<HTMLInputElement>(form, '#who-search'),
    suggestions: partOf(form, '[data-suggestions]'),
    count: partOf(form, '[data-count]'),
    title: partOf(form, '[data-chosen-title]'),
    chosen: partOf(form, '[data-chosen]'),
  }
  partOf(form, '[data-chooser]').hidden = false
  form.querySelector('[data-without-script]')?.remove()
  const choices = choicesOf(data)
  const chosen = new Set<Choice>()

  const suggest = () => {
    const typed = plain(parts.search.value)
    const found = typed.length < 2 ? [] : choices.filter((one) => matches(one, typed, chosen))
    parts.suggestions.replaceChildren(...found.slice(0, MOST).map(suggestion))
    parts.count.textContent =
      typed.length < 2
        ? ''
        : found.length === 0
          ? say('journey.no_matches')
          : say('journey.matches', { count: found.length })
  }
  const suggestion = (choice: Choice) => {
    const button = newButton('', 'suggestion', () => add(choice))
    button.append(newPart('span', { classes: 'suggestion__name', text: choice.name }))
    if (choice.detail)
      button.append(newPart('span', { classes: 'suggestion__detail', text: choice.detail }))
    return button
  }
  const add = (choice: Choice) => {
    chosen.add(choice)
    parts.search.value = ''
    suggest()
    list()
    parts.search.focus()
  }
  const list = () => {
    parts.title.hidden = chosen.size === 0
    parts.chosen.replaceChildren(
      ...[...chosen].map((choice) => {
        const item = newPart('li', { classes: 'chosen__one' })
        const remove = newButton(say('journey.remove_short'), 'link-button', () => {
          chosen.delete(choice)
          list()
          parts.search.focus()
        })
        remove.setAttribute('aria-label', say('journey.remove', { name: choice.name }))
        item.append(newPart('span', { text: choice.name }), remove)
        return item
      }),
    )
  }
  parts.search.addEventListener('input', suggest)
  parts.search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })

  const ids = (kind: Choice['kind']) =>
    [...chosen].filter((one) => one.kind === kind).map(({ id }) => id)
  return {
    names: () => [...chosen].map(({ name }) => name),
    marks: () => {
      const words = partOf<HTMLTextAreaElement>(form, '[name=involved]').value.trim()
      const known = [...chosen].flatMap(({ memberId }) => memberId ?? [])
      return {
        members: [...new Set([...ids('member'), ...known])],
        people: ids('person'),
        units: ids('unit'),
        words: words ? [words] : [],
      }
    },
  }
}

/** Members of the directory of keys who stand among the people too are shown once. */
function choicesOf({ people, units, directory }: DoorData): Choice[] {
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const known = new Set(people.map(({ memberId }) => memberId))
  const members = directory
    .flatMap(({ admitted }) => admitted)
    .filter(({ id }, at, all) => !known.has(id) && all.findIndex((one) => one.id === id) === at)
  const all = [
    ...people.map(({ id, memberId, name, post, unitId }) => ({
      kind: 'person' as const,
      id,
      memberId,
      name,
      detail: [post, unitNames.get(unitId ?? '')].filter(Boolean).join(', '),
    })),
    ...members.map(({ id, name, units: [unit] }) => ({
      kind: 'member' as const,
      id,
      memberId: id,
      name,
      detail: unitNames.get(unit ?? '') ?? '',
    })),
    ...units.map(({ id, name }) => ({
      kind: 'unit' as const,
      id,
      memberId: null,
      name,
      detail: '',
    })),
  ]
  return all.map((one) => ({ ...one, words: plain(`${one.name} ${one.detail}`) }))
}

function matches(choice: Choice, typed: string, chosen: ReadonlySet<Choice>): boolean {
  return !chosen.has(choice) && typed.split(' ').every((word) => choice.words.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
