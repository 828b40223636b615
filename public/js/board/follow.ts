import type { BoardOnPage, CardState, GroupState } from './board-on-page.ts'

interface Changes {
  change: number
  phase: string
  others: number
  who: string[]
  cards: CardState[]
  groups: GroupState[]
}

const EVERY_MS = 2000

/** Asks for what others changed, again and again while the page is seen. */
export class Follower {
  readonly #board: BoardOnPage
  #last: number
  #asking: Promise<void> | null = null

  constructor(board: BoardOnPage) {
    this.#board = board
    this.#last = Number(board.element.dataset['lastChange'])
  }

  start(): void {
    const round = async () => {
      if (document.visibilityState === 'visible') await this.ask()
      setTimeout(() => void round(), EVERY_MS)
    }
    setTimeout(() => void round(), EVERY_MS)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.ask()
    })
  }

  /** Also right after a move of one's own; two askings never run side by side. */
  async ask(): Promise<void> {
    await this.#asking
    this.#asking ??= this.#askOnce().finally(() => {
      this.#asking = null
    })
    await this.#asking
  }

  async #askOnce(): Promise<void> {
    const { dataset } = this.#board.element
    const address = `${dataset['changes'] ?? ''}?desde=${this.#last}`
    const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(
      () => null,
    )
    // the line came back, or will: the next round asks again from the same number
    if (!answer?.ok) return
    const changes = (await answer.json()) as Changes
    for (const group of changes.groups.filter(({ dissolved }) => !dissolved)) {
      this.#board.applyGroup(group)
    }
    const unknown = changes.cards.filter((card) => !this.#board.apply(card))
    for (const group of changes.groups.filter(({ dissolved }) => dissolved)) {
      this.#board.applyGroup(group)
    }
    this.#last = changes.change
    this.#tell(changes, unknown.length)
  }

  #tell({ phase, others, who }: Changes, unknown: number): void {
    const board = this.#board
    if (phase !== board.element.dataset['phase']) {
      board.element.dataset['phase'] = phase
      board.endMoves()
      board.tell(board.say('phase_changed'))
    } else if (unknown > 0) {
      board.tell(board.say('new_cards'))
    } else if (others > 0) {
      const names = who.join(', ') || board.say('someone')
      const key = others === 1 ? 'others_one' : 'others_some'
      board.tell(board.say(key, { who: names, count: others }))
    }
  }
}
