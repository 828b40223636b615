import type { BoardOnPage } from './board-on-page.ts'
import { hold, type Held } from './move.ts'

/** So far may a hand tremble before it drags. */
const TREMBLE_PX = 6
const EDGE_PX = 60
const SCROLL_PX = 14

interface Drag {
  held: Held
  ghost: HTMLElement
  over: HTMLElement | null
  x: number
  y: number
}

/** Cards are dragged by mouse anywhere, by finger or pen at their grip: elsewhere a finger scrolls. */
export function moveByPointer(
  board: BoardOnPage,
  onDrop: (held: Held, place: HTMLElement) => void,
): void {
  let start: { card: HTMLElement; x: number; y: number; pointerId: number } | null = null
  let drag: Drag | null = null

  const begin = (card: HTMLElement) => {
    const { width } = card.getBoundingClientRect()
    const ghost = card.cloneNode(true) as HTMLElement
    ghost.classList.add('board-card--ghost')
    ghost.setAttribute('aria-hidden', 'true')
    ghost.querySelector('input')?.remove()
    ghost.style.width = `${width}px`
    document.body.append(ghost)
    card.classList.add('board-card--held')
    drag = { held: hold(board, card), ghost, over: null, x: 0, y: 0 }
    scrollAtEdges()
  }
  const follow = ({ clientX, clientY }: PointerEvent) => {
    if (!drag) return
    Object.assign(drag, { x: clientX, y: clientY })
    drag.ghost.style.transform = `translate(${clientX + 8}px, ${clientY + 8}px)`
    const under = document.elementFromPoint(clientX, clientY)
    const over = under?.closest<HTMLElement>('[data-group]') ?? null
    if (over === drag.over) return
    drag.over?.classList.remove('board-group--over')
    over?.classList.add('board-group--over')
    drag.over = over
  }
  const scrollAtEdges = () => {
    if (!drag) return
    if (drag.y > 0 && drag.y < EDGE_PX) window.scrollBy(0, -SCROLL_PX)
    if (drag.y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX)
    requestAnimationFrame(scrollAtEdges)
  }
  const end = (isDropped: boolean) => {
    start = null
    if (!drag) return
    const { held, ghost, over } = drag
    drag = null
    ghost.remove()
    held.card.classList.remove('board-card--held')
    over?.classList.remove('board-group--over')
    if (isDropped && over) onDrop(held, over)
    else board.tell(board.say('cancelled', { place: board.nameOf(held.from) }))
  }

  board.element.addEventListener('pointerdown', (event) => {
    const target = event.target as Element
    const card = target.closest<HTMLElement>('[data-card]')
    if (!card || event.button !== 0 || !board.mayMove) return
    if (event.pointerType !== 'mouse' && !target.closest('.board-card__grip')) return
    start = { card, x: event.clientX, y: event.clientY, pointerId: event.pointerId }
  })
  window.addEventListener('pointermove', (event) => {
    if (start?.pointerId !== event.pointerId) return
    const way = Math.hypot(event.clientX - start.x, event.clientY - start.y)
    if (!drag && way > TREMBLE_PX) begin(start.card)
    if (drag) event.preventDefault()
    follow(event)
  })
  window.addEventListener('pointerup', (event) => {
    if (start?.pointerId !== event.pointerId) return
    // the tick under a dragged card is not meant
    if (drag) swallowNextClick()
    end(true)
  })
  window.addEventListener('pointercancel', () => end(false))
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end(false)
  })
  board.element.addEventListener('dragstart', (event) => event.preventDefault())
}

function swallowNextClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
