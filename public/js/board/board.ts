import '../staff.js'
import { BoardOnPage } from './board-on-page.ts'
import { moveByKeyboard } from './by-keyboard.ts'
import { moveByPointer } from './by-pointer.ts'
import { Follower } from './follow.ts'
import { drop, type Held } from './move.ts'

const element = document.querySelector<HTMLElement>('[data-board]')
if (element) workOn(new BoardOnPage(element))

/** Makes the board move by hand and by keys; without it, ticks and a button do the same. */
function workOn(board: BoardOnPage): void {
  const follower = new Follower(board)
  follower.start()
  if (!board.mayMove) return
  for (const hidden of document.querySelectorAll<HTMLElement>('[data-with-script]')) {
    hidden.hidden = false
  }
  for (const card of board.element.querySelectorAll('[data-card]')) card.append(grip())
  board.keepTabStops()
  const onDrop = (held: Held, place: HTMLElement) => void drop({ board, follower }, held, place)
  moveByPointer(board, onDrop)
  moveByKeyboard(board, onDrop)
}

function grip(): HTMLElement {
  const dots = document.createElement('span')
  dots.className = 'board-card__grip'
  dots.setAttribute('aria-hidden', 'true')
  return dots
}
