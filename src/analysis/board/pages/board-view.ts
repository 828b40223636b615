import type { T } from '../../../platform/i18n/index.ts'
import { LONGEST_SENTENCE, rankGroups, type Board, type Card, type Group } from '../board.ts'
import type { Vote } from '../board-store.ts'
import type { BoardUrls } from './urls.ts'

interface Seen {
  board: Board
  cards: readonly Card[]
  groups: readonly Group[]
  votes: readonly Vote[]
  texts: ReadonlyMap<string, string>
}

export interface ShownCard {
  cardId: string
  version: number
  text: string
  isNote: boolean
}

/** Rows as the page of the board shows them. */
export function boardView(
  { board, cards, groups, votes, texts }: Seen,
  { t, urls, accountId }: { t: T; urls: BoardUrls; accountId: string },
) {
  const shown = (groupId: string | null) =>
    cards.filter((card) => card.groupId === groupId).flatMap((card) => showCard(card, texts))
  const open = groups.filter(({ dissolved }) => !dissolved)
  const columns = open.map((group) => {
    const own = votes.find((vote) => vote.groupId === group.groupId && vote.accountId === accountId)
    return {
      ...group,
      label: labelOf(group, t),
      cards: shown(group.groupId),
      votes: votesFor(group, votes),
      ownVotes: own?.votes ?? 0,
      nameUrl: urls.name(group.groupId),
      dissolveUrl: urls.dissolution(group.groupId),
    }
  })
  return {
    phase: board.phase,
    help: t(`board.phase.${board.phase}.help`, { votes: board.votesEach }),
    votesEach: board.votesEach,
    lastChange: board.lastChange,
    longestSentence: LONGEST_SENTENCE,
    columns,
    loose: shown(null),
    ranking: rankGroups(columns.map((column) => ({ ...column, cards: column.cards.length }))).map(
      (group) => ({ ...group, label: labelOf(group, t) }),
    ),
    targets: [
      { value: 'new', text: t('board.new_group') },
      { value: 'loose', text: t('board.loose') },
      ...columns.map(({ groupId, label }) => ({ value: groupId, text: label })),
    ],
    words: JSON.stringify(wordsFor(t)),
  }
}

const CODES_SHOWN = 3

/** With which codes the ideas of a group were coded, the most frequent first. */
export function codesOf(
  cards: readonly Card[],
  groupId: string,
  codeOf: ReadonlyMap<string, string>,
): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const card of cards) {
    const name = card.groupId === groupId ? codeOf.get(card.segmentId ?? '') : undefined
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, CODES_SHOWN)
}

export function labelOf({ number, sentence }: Pick<Group, 'number' | 'sentence'>, t: T): string {
  return sentence === ''
    ? t('board.group', { number })
    : t('board.named_group', { number, sentence })
}

function votesFor({ groupId }: Group, votes: readonly Vote[]): number {
  return votes.filter((vote) => vote.groupId === groupId).reduce((sum, vote) => sum + vote.votes, 0)
}

/** A card whose idea was joined, cut or erased meanwhile has nothing to show. */
function showCard({ cardId, version, note, segmentId }: Card, texts: Seen['texts']): ShownCard[] {
  const text = note ?? texts.get(segmentId ?? '')
  return text === undefined || text === '' ? [] : [{ cardId, version, text, isNote: note !== null }]
}

/** What the script of the page says; it fills in the braces itself. */
function wordsFor(t: T): Record<string, string> {
  const values = Object.fromEntries(
    ['card', 'place', 'group', 'number', 'count', 'who', 'sentence'].map((name) => [
      name,
      `{${name}}`,
    ]),
  )
  const say = (key: string) => [key, t(`board.script.${key}`, values)] as const
  return Object.fromEntries([
    ...['picked', 'over', 'dropped', 'cancelled', 'taken', 'gone', 'failed', 'ended'].map(say),
    ...['others_one', 'others_some', 'someone', 'new_cards', 'phase_changed'].map(say),
    ['loose', t('board.loose')],
    ['new', t('board.new_group')],
    ['group', t('board.group', { number: '{number}' })],
    ['named', t('board.named_group', { number: '{number}', sentence: '{sentence}' })],
  ])
}
