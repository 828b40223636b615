import { inLanguage } from '../../../regimes/index.ts'
import { mayBeOpened, type Attachment } from '../../../attachments/index.ts'
import type { Answer } from '../../answer-store.ts'
import { stateTone } from '../state-tone.ts'
import { answerView } from './answer-view.ts'
import { firstContent, type CaseFile } from './case-file.ts'
import type { CaseAside } from './case-aside.ts'
import type { AnyCaseForm } from './case-form.ts'
import type { DeadlineView } from './deadline-view.ts'
import { factGroups, nameOf } from './facts-view.ts'
import { nextActions, type NextAction } from './next-actions.ts'
import { deliveryItems, noticeItems } from './post-view.ts'
import type { OfficialInCase } from './officials-view.ts'
import type { CaseRoom } from './room.ts'
import { staysView } from './stays-view.ts'
import { timelineItems } from './timeline-view.ts'
import { caseFileUrl, caseFormUrl, caseUrl, listUrl } from './urls.ts'

interface Parts {
  room: CaseRoom
  file: CaseFile
  deadline: DeadlineView
  officials: readonly OfficialInCase[]
  nextCase: string | null
  done: string | null
  forms: readonly AnyCaseForm[]
  heads: readonly { view: string; model: object }[]
  asides: readonly CaseAside[]
}

/** What the page of a case shows, ready to be written down. */
export function caseView(parts: Parts) {
  const { room, file, deadline, officials, done, heads, asides } = parts
  const { t } = room.response.locals
  const { item } = room
  return {
    title: `${kindOf(room)} ${item.caseNumber}`,
    done: done && t(`case-staff.done.${done}`),
    number: item.caseNumber,
    kind: kindOf(room),
    person: nameOf(file.person) || t('case-staff.anonymous'),
    state: { text: t(`cases.staff_state.${item.state}`), tone: stateTone(item.state) },
    flags: flagsOf(room),
    deadline,
    stays: staysView(room),
    seen: item.historyLength,
    ways: waysOut(parts),
    actions: actionsOf(parts),
    noteUrl: formUrl(room, 'nota'),
    trail: room.trail,
    words: firstContent(file.contents, 'description') ?? t('case-staff.erased'),
    place: firstContent(file.contents, 'place'),
    heads,
    asides,
    files: file.attachments.map((attachment) => fileOf(attachment, room)),
    answer: currentAnswer(room, file),
    timeline: timelineItems(room, file),
    groups: factGroups(room, file),
    officials: officials.map((official) => ({ ...official, ...officialWords(official, room) })),
    officialsUrl: room.allowed.includes('name_officials') ? formUrl(room, 'funcionarios') : null,
    deliveries: deliveryItems(room, file),
    notices: noticeItems(room, file),
    linked: file.linked.map((other) => ({
      text: `${other.caseNumber} (${t(`cases.staff_state.${other.state}`)})`,
      why: t(`case-staff.linked.${other.caseId === item.linkedCaseId ? 'followed' : 'follows'}`),
      href: caseUrl(room.slug, other.caseNumber),
    })),
  }
}

export function kindOf({ item, book, response }: CaseRoom): string {
  const rule = book.regime.kinds.find(({ code }) => code === item.kind)
  return inLanguage(rule?.label, response.locals.lang) ?? item.kind
}

function flagsOf({ item, response }: CaseRoom): string[] {
  const { t } = response.locals
  return [
    ...(item.priority === 2 ? [t('desk.flags.danger')] : []),
    ...(item.priority === 1 ? [t('desk.flags.priority')] : []),
    ...(item.restricted ? [t(`desk.flags.restricted_${item.restricted}`)] : []),
    ...(item.reviewAsked ? [t('desk.flags.review_asked')] : []),
  ]
}

function formUrl({ slug, item, trail }: CaseRoom, path: string): string {
  return caseFormUrl(slug, item.caseNumber, path, trail)
}

function actionsOf({ room, forms }: Parts) {
  const { primary, others, mayNote } = nextActions(room, forms)
  const linked = ({ path, ...shown }: NextAction) => ({ ...shown, href: formUrl(room, path) })
  return { primary: primary && linked(primary), others: others.map(linked), mayNote }
}

function waysOut({ room, nextCase }: Parts) {
  const { slug, trail } = room
  return {
    list: listUrl(slug, trail),
    next: nextCase && caseUrl(slug, nextCase, { trail }),
  }
}

function fileOf({ attachmentId, name, bytes, scanState }: Attachment, room: CaseRoom) {
  const { t } = room.response.locals
  return {
    name,
    kilobytes: Math.ceil(bytes / 1024),
    href: mayBeOpened(scanState)
      ? caseFileUrl(room.slug, room.item.caseNumber, attachmentId)
      : null,
    trouble: mayBeOpened(scanState) ? null : t(`case-staff.scan.${scanState}`),
  }
}

/** The answer that was given, or the draft that waits; or that the viewer left one unfinished. */
function currentAnswer(room: CaseRoom, { answers, contents, ownDraft }: CaseFile) {
  const { t } = room.response.locals
  const [last] = answers
  const isCurrent = last?.state === 'submitted' || room.item.answeredAt !== null
  const mayWrite = room.allowed.includes('submit_draft') || room.allowed.includes('decide')
  return {
    view: last && isCurrent ? answerView(room, last, contents) : null,
    status: last && isCurrent ? t(`case-staff.answer_state.${standingOf(room, last)}`) : null,
    draftUrl:
      ownDraft && mayWrite
        ? formUrl(room, room.allowed.includes('submit_draft') ? 'respuesta' : 'decision')
        : null,
  }
}

/** A draft that the case's end outran waits for nobody. */
function standingOf({ item }: CaseRoom, { state }: Answer): Answer['state'] | 'unsent' {
  return item.isOpen || item.notifiedAt !== null ? state : 'unsent'
}

function officialWords({ named }: OfficialInCase, { response }: CaseRoom) {
  return { status: response.locals.t(`case-staff.officials.${named ? 'named' : 'possible'}`) }
}
