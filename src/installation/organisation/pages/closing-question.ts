import type { BookRules } from '../../../administrations/index.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Room } from '../../pages/room.ts'
import { STAY, type Closing, type ClosingPart } from '../closing.ts'

/** The parts of the same kind that go on. */
export function othersOf({ part, id }: ClosingPart, book: BookRules) {
  const parts = {
    centre: book.centres.map(({ centreId, name }) => ({ value: centreId, text: name })),
    unit: book.units.map(({ unitId, name }) => ({ value: unitId, text: name })),
    service: book.services.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
  }
  return parts[part].filter(({ value }) => value !== id)
}

/** What was answered about the open cases: null where there are none. Throws while nothing was. */
export async function readClosing(
  system: System,
  closing: Closing,
  { deed, book }: Room,
  part: ClosingPart,
  answer: string,
): Promise<{ toId: string } | null> {
  const counts = await closing.count(system, deed, part)
  if (counts.length === 0 || answer === STAY) return null
  const to = othersOf(part, book).find(({ value }) => value === answer)
  if (!to) throw new Invalid([{ field: 'casos', code: 'open_cases' }])
  return { toId: to.value }
}

/** How many there are, by state, and what can become of them. */
export async function closingView(
  system: System,
  closing: Closing,
  { t, deed, book }: Room,
  part: ClosingPart,
) {
  const counts = await closing.count(system, deed, part)
  return {
    counts: counts.map(({ state, count }) => ({
      state: t(`cases.staff_state.${state}`),
      count,
    })),
    choices: [
      { value: '', text: t('organisation.closing.choose') },
      { value: STAY, text: t('organisation.closing.stay') },
      ...othersOf(part, book).map(({ value, text }) => ({
        value,
        text: t('organisation.closing.move', { name: text }),
      })),
    ],
  }
}
