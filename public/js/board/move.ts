import { LOOSE, NEW, textOf, type BoardOnPage, type CardState } from './board-on-page.ts'
import type { Follower } from './follow.ts'

/** A card as it was when somebody took it: what is sent is what they saw, not what came meanwhile. */
export interface Held {
  card: HTMLElement
  version: number
  from: HTMLElement
}

export function hold(board: BoardOnPage, card: HTMLElement): Held {
  return { card, version: Number(card.dataset['version']), from: board.placeOf(card) }
}

/** Puts the card where it was dropped at once, then asks the server, which has the last word. */
export async function drop(
  { board, follower }: { board: BoardOnPage; follower: Follower },
  { card, version, from }: Held,
  place: HTMLElement,
): Promise<void> {
  const to = place.dataset['group'] ?? LOOSE
  if (place === from && board.placeOf(card) === from) {
    return board.tell(board.say('cancelled', { place: board.nameOf(from) }))
  }
  if (to !== NEW) board.put(card, place)
  const answer = await send(board, `${card.dataset['card'] ?? ''}:${version}`, to)
  await follower.ask()
  if (answer === 'ended') return board.tell(board.say('ended'))
  if (answer === null) {
    board.put(card, from)
    return board.tell(board.say('failed', { place: board.nameOf(from) }))
  }
  board.apply(answer)
  const key = answer.moved ? 'dropped' : 'taken'
  board.tell(board.say(key, { place: board.nameOf(board.placeOf(card)), card: textOf(card) }))
}

type Answer = CardState & { moved: boolean }

async function send(
  board: BoardOnPage,
  card: string,
  to: string,
): Promise<Answer | 'ended' | null> {
  const token = document.querySelector<HTMLInputElement>('#moves [name="_token"]')?.value ?? ''
  const answer = await fetch(board.element.dataset['moves'] ?? '', {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ _token: token, card, to }),
  }).catch(() => null)
  if (!answer || (answer.status !== 200 && answer.status !== 409)) return null
  const { cards } = (await answer.json()) as { cards?: Answer[] }
  return cards?.[0] ?? 'ended'
}
