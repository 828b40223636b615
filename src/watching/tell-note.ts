import {
  listCaseReaders,
  textOf,
  type CaseReader,
  type Field,
  type FormBefore,
  type TellOfForm,
} from '../cases/index.ts'
import { localDate } from '../platform/dates.ts'
import type { System } from '../system.ts'
import { callColleagues } from './actions/call-colleagues.ts'
import { callableIn, decideCalls } from './decide-calls.ts'
import { colleaguesUrl } from './urls.ts'

const CHOICE = 'mencion'

/** In internal notes: who may be called to the case, and the call itself, made with the note. */
export function tellNote({ db }: System): TellOfForm {
  return async (at) => {
    if (at.path !== 'nota') return null
    const { item, book, viewer, moment, typed } = at
    const note = textOf(typed, 'reason')
    const chosen = textOf(typed, CHOICE)
    if (moment === 'sent' && !note.includes('@') && chosen === '') return null
    const day = localDate(at.now, book.administration.timeZone)
    const readers = await listCaseReaders(db, book, item, day)
    const writerId = viewer.staff.accountId
    if (moment !== 'sent') return { fields: [choiceOf(at, callableIn(readers, writerId))] }
    const { accountIds, problems } = decideCalls({ note, chosen }, readers, writerId)
    return { problems, alongside: (context) => callColleagues(context, accountIds) }
  }
}

/** Sent with the note; with JavaScript the name comes into the note as soon as it is chosen. */
function choiceOf({ t, typed, slug, item }: FormBefore, callable: readonly CaseReader[]): Field {
  const items = callable.map(({ accountId, name, posts: [post] }) => ({
    value: accountId,
    text: post ? `${name}, ${t(`people.roles.${post.role}`)}` : name,
    attributes: { 'data-name': name },
  }))
  return {
    component: 'select',
    options: {
      name: CHOICE,
      value: textOf(typed, CHOICE),
      label: { text: t('watching.mentions.label'), classes: 'govuk-label--s' },
      hint: { text: t('watching.mentions.hint') },
      items: [{ value: '', text: t('watching.mentions.choose') }, ...items],
      attributes: { 'data-people': colleaguesUrl(slug, item.caseNumber) },
    },
  }
}
