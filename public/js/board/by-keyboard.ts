import { textOf, tickOf, type BoardOnPage } from './board-on-page.ts'
import { hold, type Held } from './move.ts'

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
}

/** Arrows lead from card to card; Enter takes the card, arrows choose a place, Enter drops, Escape leaves it. */
export function moveByKeyboard(
  board: BoardOnPage,
  onDrop: (held: Held, place: HTMLElement) => void,
): void {
  let held: Held | null = null
  let over: HTMLElement | null = null

  const letGo = () => {
    held?.card.classList.remove('board-card--held')
    mark(null)
    held = null
  }
  const mark = (place: HTMLElement | null) => {
    over?.classList.remove('board-group--over')
    over = place
    over?.classList.add('board-group--over')
    over?.scrollIntoView({ block: 'nearest' })
  }
  const pickUp = (card: HTMLElement) => {
    held = hold(board, card)
    card.classList.add('board-card--held')
    mark(held.from)
    board.tell(board.say('picked', { card: textOf(card), place: board.nameOf(held.from) }))
  }
  const choose = (step: number) => {
    const { places } = board
    const index = Math.min(Math.max((over ? places.indexOf(over) : 0) + step, 0), places.length - 1)
    const place = places[index]
    if (!place) return
    mark(place)
    const said = { place: board.nameOf(place), number: index + 1, count: places.length }
    board.tell(board.say('over', said))
  }

  board.element.addEventListener('keydown', (event) => {
    const card = cardOf(event.target)
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return
    const step = STEPS[event.key]
    if (event.key === 'Enter' && board.mayMove) {
      event.preventDefault()
      if (!held) return pickUp(card)
      const [taken, place] = [held, over ?? held.from]
      letGo()
      onDrop(taken, place)
    } else if (event.key === 'Escape' && held) {
      event.preventDefault()
      board.tell(board.say('cancelled', { place: board.nameOf(held.from) }))
      letGo()
    } else if (step !== undefined) {
      event.preventDefault()
      if (held) choose(step)
      else goOn(board, card, event.key, step)
    }
  })
  // a card that somebody else moves meanwhile loses the focus for a moment, and stays in hand
  board.element.addEventListener('focusout', () => {
    setTimeout(() => {
      if (held && !held.card.contains(document.activeElement)) letGo()
    })
  })
}

/** Up and down within a place, left and right to the next one that has cards. */
function goOn(board: BoardOnPage, card: HTMLElement, key: string, step: number): void {
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = step > 0 ? card.nextElementSibling : card.previousElementSibling
    return focus(board, tickOf(next))
  }
  const filled = board.places.filter((place) => place.querySelector('[data-card]'))
  const next = filled[filled.indexOf(board.placeOf(card)) + step]
  focus(board, tickOf(next?.querySelector('[data-card]') ?? null))
}

function focus(board: BoardOnPage, tick: HTMLInputElement | null): void {
  if (!tick) return
  tick.focus()
  board.keepTabStops()
}

function cardOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
}
