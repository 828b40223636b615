import { formatDate, formatShortDate, type T } from '../../platform/i18n/index.ts'
import { makePaper, type PaperWords } from '../../platform/pdf/index.ts'
import type { Task } from '../tasks/index.ts'
import type { Charter } from './charter.ts'
import type { Meeting } from './meeting-store.ts'

interface Words extends Pick<PaperWords, 'mask'> {
  t: T
  lang: string
  administration: string
  centre: string
}

/** The charter as the office files it; outside the house its people stand by their post alone. */
export function drawCharter(
  { t, lang, administration, centre, ...leaving }: Words,
  charter: Charter,
  { withNames }: { withNames: boolean },
): Promise<Buffer> {
  const say = (key: string, values = {}) => t(`improvements-team.${key}`, values)
  const { year, version } = charter
  const title = say('charter_title', { year, centre })
  return makePaper({ ...leaving, t, lang, title, author: administration, foot: title }, (paper) => {
    const meets = say(`frequency.${charter.meets}`)
    paper.text(say('charter_text', { centre, year, version, meets }))
    if (charter.keepsOrder) paper.text(say('charter_order'))
    const columns = [
      { title: say('member'), share: 0.3 },
      { title: say('role'), share: 0.2 },
      { title: say('duties'), share: 0.32 },
      { title: say('signature'), share: 0.18 },
    ]
    paper.table(
      columns,
      charter.members.map(({ name, post, teamRole, duties, signedOn }) => [
        withNames ? `${name}\n${post}` : post,
        say(`roles.${teamRole}`),
        duties,
        signedOn === null ? '' : say('accepted', { day: formatShortDate(signedOn, lang) }),
      ]),
    )
  })
}

/** The minutes of a meeting: who came by post, what was said, what was agreed. */
export function drawMinutes(
  { t, lang, administration, centre, ...leaving }: Words,
  meeting: Meeting,
  {
    present,
    absent,
    agreements,
    ownerOf,
  }: {
    present: readonly string[]
    absent: readonly string[]
    agreements: readonly Task[]
    ownerOf: (accountId: string) => string
  },
): Promise<Buffer> {
  const say = (key: string, values = {}) => t(`improvements-team.${key}`, values)
  const title = say('minutes_title', { centre })
  return makePaper({ ...leaving, t, lang, title, author: administration, foot: title }, (paper) => {
    paper.text(formatDate(meeting.heldOn ?? meeting.plannedOn, lang))
    paper.heading('H2', say('attendance'))
    paper.text(say('came', { people: present.join(', ') || '—' }))
    if (absent.length > 0) paper.text(say('did_not_come', { people: absent.join(', ') }))
    paper.heading('H2', say('minutes'))
    paper.text(meeting.minutes)
    if (agreements.length === 0) return
    paper.heading('H2', say('agreements'))
    const columns = [
      { title: say('agreement'), share: 0.5 },
      { title: say('owner'), share: 0.3 },
      { title: say('due_on'), share: 0.2 },
    ]
    paper.table(
      columns,
      agreements.map(({ what, ownerId, dueOn }) => [
        what,
        ownerOf(ownerId),
        formatShortDate(dueOn, lang),
      ]),
    )
  })
}
