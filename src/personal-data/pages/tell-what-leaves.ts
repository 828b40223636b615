import {
  listWordsOfPerson,
  type FormBefore,
  type FormTold,
  type TellOfForm,
} from '../../cases/index.ts'
import type { System } from '../../system.ts'
import { pointOut, type PointedOut } from '../point-out.ts'
import { ownNames, readPersonalFinders } from '../read-personal-rules.ts'

const VIEW = 'personal-data/pointed-out'
/** What is written by another is read there, before it is decided. */
const READ_ONLY = 'aprobacion'
const MOST_SHOWN = 12

/** Before a text goes to a person: data in it that may be somebody's, once, and never in the way. */
export function tellWhatLeaves({ db }: Pick<System, 'db'>): TellOfForm {
  return async (at) => {
    const isTime = at.path === READ_ONLY ? at.moment === 'shown' : at.moment === 'sent'
    if (!isTime || at.leaving.length === 0) return null
    const { item, book } = at
    const found = pointOut(at.leaving, {
      finders: await readPersonalFinders(book, item.language),
      keeps: [...ownNames(book), ...contactsOf(at)],
      known: await listWordsOfPerson(db, item),
    })
    return at.path === READ_ONLY ? aboveOf(found, at) : cautionOf(found, at)
  }
}

function aboveOf(found: readonly PointedOut[], at: FormBefore): FormTold | null {
  if (found.length === 0) return null
  return { above: { view: VIEW, model: pointedOutView(found, at) } }
}

/** What is mild alone holds nobody up. */
function cautionOf(found: readonly PointedOut[], at: FormBefore): FormTold | null {
  const seals = found.filter(({ isMild }) => !isMild).map(({ seal }) => seal)
  if (seals.length === 0) return null
  return { caution: { seals, view: VIEW, model: pointedOutView(found, at) } }
}

function pointedOutView(found: readonly PointedOut[], { path, moment, t }: FormBefore) {
  const lineOf = (one: PointedOut) => ({
    kind: t(`personal-data.kinds.${one.kind}`),
    field: t(`case-staff.forms.${path === READ_ONLY ? 'respuesta' : path}.${one.field}`),
    before: one.before,
    datum: one.datum,
    after: one.after,
    why: t(`personal-data.why.${whyOf(one)}`, { called: one.called ?? '' }),
  })
  const some = (isMild: boolean) => found.filter((one) => one.isMild === isMild)
  const [grave, mild] = [some(false), some(true)]
  return {
    isSent: moment === 'sent',
    grave: grave.slice(0, MOST_SHOWN).map(lineOf),
    mild: mild.slice(0, MOST_SHOWN).map(lineOf),
    more: Math.max(0, grave.length - MOST_SHOWN) + Math.max(0, mild.length - MOST_SHOWN),
  }
}

function whyOf({ kind, why, called }: PointedOut): string {
  if (kind === 'name') return 'name'
  if (why === 'looks') return `looks_${kind}`
  return called ? why : `looks_${kind}`
}

/** How the office itself is reached. */
function contactsOf({ book }: FormBefore): string[] {
  const { address, phone, email, emergency } = book.administration.contact
  const phones = [phone, ...emergency.phones.map(({ number }) => number)]
  const spaced = phones.flatMap((number) =>
    number ? [number, number.replace(/\u00a0/g, ' ')] : [],
  )
  return [...spaced, address, email].flatMap((text) => text ?? [])
}
