/** A card as the server knows it. */
export interface CardState {
  id: string
  /** Null: loose. */
  group: string | null
  version: number
}

export interface GroupState {
  id: string
  number: number
  sentence: string
  version: number
  dissolved: boolean
}

export const LOOSE = 'loose'
export const NEW = 'new'

type Values = Readonly<Record<string, string | number>>

/** The board as it stands in the page: finds cards and groups, puts cards in their places, and says so. */
export class BoardOnPage {
  readonly element: HTMLElement
  readonly #words: Readonly<Record<string, string>>
  readonly #news: HTMLElement | null

  constructor(element: HTMLElement) {
    this.element = element
    this.#words = JSON.parse(element.dataset['words'] ?? '{}') as Record<string, string>
    this.#news = document.querySelector('[data-news]')
  }

  get mayMove(): boolean {
    return 'mayMove' in this.element.dataset
  }

  endMoves(): void {
    delete this.element.dataset['mayMove']
  }

  say(key: string, values: Values = {}): string {
    return (this.#words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
  }

  tell(text: string): void {
    if (this.#news) this.#news.textContent = text
  }

  findCard(id: string): HTMLElement | null {
    return this.element.querySelector(`[data-card="${CSS.escape(id)}"]`)
  }

  /** Where a card may lie: loose, the groups in their order, a new one. */
  get places(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[data-group]')]
  }

  findPlace(id: string): HTMLElement | null {
    return this.element.querySelector(`[data-group="${CSS.escape(id)}"]`)
  }

  placeOf(card: HTMLElement): HTMLElement {
    return card.closest<HTMLElement>('[data-group]') ?? this.element
  }

  nameOf(place: HTMLElement): string {
    return place.querySelector('[data-label]')?.textContent ?? ''
  }

  /** Puts a card last in its place, keeping the focus where it was. */
  put(card: HTMLElement, place: HTMLElement): void {
    const from = this.placeOf(card)
    if (from === place) return
    const focused = document.activeElement
    place.querySelector('.board-cards')?.append(card)
    if (focused instanceof HTMLElement && card.contains(focused)) focused.focus()
    for (const touched of [from, place]) this.#count(touched)
    this.keepTabStops()
  }

  markVersion(card: HTMLElement, version: number): void {
    card.dataset['version'] = String(version)
    const tick = tickOf(card)
    if (tick) tick.value = `${card.dataset['card'] ?? ''}:${version}`
  }

  /** What the server says of a card; false when the page does not know it. An older state changes nothing. */
  apply({ id, group, version }: CardState): boolean {
    const card = this.findCard(id)
    const place = this.findPlace(group ?? LOOSE)
    if (!card || !place) return false
    if (version < Number(card.dataset['version'])) return true
    this.markVersion(card, version)
    this.put(card, place)
    return true
  }

  applyGroup(state: GroupState): void {
    const there = this.findPlace(state.id)
    if (state.dissolved) {
      there?.remove()
      this.#option(state.id)?.remove()
      return
    }
    const place = there ?? this.#addGroup(state)
    const label = place.querySelector('[data-label]')
    const name = this.#labelOf(state)
    if (label) label.textContent = name
    const option = this.#option(state.id)
    if (option) option.textContent = name
  }

  /** One stop of the Tab key for each place; arrows lead on from there. */
  keepTabStops(): void {
    for (const place of this.places) {
      const ticks = [...place.querySelectorAll<HTMLInputElement>('.board-card__tick')]
      const stop = ticks.find((tick) => tick === document.activeElement) ?? ticks[0]
      for (const tick of ticks) tick.tabIndex = tick === stop ? 0 : -1
    }
  }

  #labelOf({ number, sentence }: GroupState): string {
    return sentence === '' ? this.say('group', { number }) : this.say('named', { number, sentence })
  }

  #addGroup({ id, number }: GroupState): HTMLElement {
    const place = document.createElement('section')
    place.className = 'board-group'
    place.dataset['group'] = id
    place.setAttribute('aria-labelledby', `group-${number}`)
    const heading = document.createElement('h2')
    heading.className = 'govuk-heading-s board-group__name'
    heading.id = `group-${number}`
    const label = document.createElement('span')
    label.dataset['label'] = ''
    const count = document.createElement('span')
    count.className = 'board-group__count'
    count.dataset['count'] = ''
    heading.append(label, ' ', count)
    const cards = document.createElement('ul')
    cards.className = 'board-cards'
    place.append(heading, cards)
    const fresh = this.findPlace(NEW)
    if (fresh) fresh.before(place)
    else this.element.querySelector('[data-groups]')?.append(place)
    const option = new Option('', id)
    document.querySelector<HTMLSelectElement>('#moves select')?.append(option)
    return place
  }

  #option(id: string): HTMLOptionElement | null {
    return document.querySelector(`#moves option[value="${CSS.escape(id)}"]`)
  }

  #count(place: HTMLElement): void {
    const count = place.querySelector('[data-count]')
    if (count) count.textContent = String(place.querySelectorAll('[data-card]').length)
  }
}

export function tickOf(card: Element | null): HTMLInputElement | null {
  return card?.querySelector<HTMLInputElement>('.board-card__tick') ?? null
}

export function textOf(card: HTMLElement): string {
  return card.querySelector('.board-card__text')?.textContent?.trim() ?? ''
}
