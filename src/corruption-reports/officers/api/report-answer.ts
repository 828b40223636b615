import { inLanguage } from '../../../regimes/index.ts'
import { sayDaysLeft } from '../../../deadlines/index.ts'
import { formatDate, type T } from '../../../platform/i18n/index.ts'
import type { Office } from '../../office.ts'
import type { ReadReport } from '../actions/read-reports.ts'
import { readEventBody } from '../event-body.ts'
import { actOf, allowedActs, type ReportClock } from '../report-rules.ts'
import { reportTone } from './report-tone.ts'

/** The words in which a reader's browser shows what the server knows. */
export interface Wording {
  t: T
  lang: string
  /** Names of whoever acted, by account. */
  names: ReadonlyMap<string, string>
}

/** A report as its reader gets it: boxes to open there, and state and dates in words. */
export function reportAnswer(read: ReadReport, office: Office, wording: Wording) {
  const { t, lang } = wording
  const { report, course } = read
  const say = (day: string) => formatDate(day, lang)
  const nameOf = (account: string | null) => (account && wording.names.get(account)) ?? null
  return {
    id: text(report.reportId),
    epoch: report.epoch,
    channel: report.channel,
    state: course.state,
    stateText: t(`report-states.state.${course.state}`),
    tone: reportTone(course.state),
    receivedOn: report.receivedOn,
    received: say(report.receivedOn),
    lastContentOn: report.lastContentOn,
    retain: report.retainUntil && say(report.retainUntil),
    epochs: read.epochs.map((epoch) => ({
      epoch: epoch.epoch,
      directory: text(epoch.directory),
      contentKey: text(epoch.contentPub),
      actionKey: text(epoch.actionPub),
      content: text(epoch.content),
    })),
    places: read.places.map((place) => ({
      epoch: place.epoch,
      member: place.memberId,
      box: text(place.blob),
    })),
    slotMembers: read.slotMembers,
    clocks: course.clocks.map((clock) => clockAnswer(clock, office, wording)),
    events: course.events.map((event) => ({
      seq: event.seq,
      epoch: event.epoch,
      code: event.code,
      text: t(`report-states.event.${event.code}`),
      day: say(event.day),
      by: nameOf(event.byAccount),
      words: readEventBody(event.body).words ?? null,
    })),
    messages: read.messages.map((message) => ({
      seq: message.seq,
      epoch: message.epoch,
      direction: message.direction,
      blob: text(message.blob),
      day: say(message.day),
      by: nameOf(message.byAccount),
    })),
    uploads: read.uploads.map((upload) => ({ id: text(upload.uploadId), parts: upload.parts })),
    wraps: read.wraps.map((wrap) => ({ epoch: wrap.epoch, member: wrap.memberId })),
    wrapped: read.wrapped,
    asked: read.asked.map((asked) => ({
      request: text(asked.requestId),
      requester: asked.requesterId,
      reason: text(asked.reason),
      state: asked.state,
      day: say(asked.requestedOn),
      ...(asked.state === 'refused'
        ? toldOfRefusal(office, wording, say(asked.requestedOn))
        : { tell: null, notice: null }),
      released: asked.released && {
        box: text(asked.released.box),
        shares: asked.released.shares.map(({ custodian, share }) => ({
          custodian,
          share: text(share),
        })),
      },
    })),
    acts: allowedActs('reader', course, office.rules, office.day).map((code) => ({
      code,
      text: t(`report-states.act.${code}`),
      reason: actOf(code).reason,
      told: actOf(code).told,
    })),
  }
}

/**
 * Some rules want an authority to know that somebody asked for what nobody may know. `notice` is the
 * letter to it; who asked is left for the officer to write.
 */
function toldOfRefusal(
  { rules, name }: Office,
  { t, lang }: Wording,
  day: string,
): { tell: string | null; notice: string | null } {
  const { refusalToldTo, refusal, source } = rules.identityRelease
  const label = rules.receivers.find(({ code }) => code === refusalToldTo)?.label
  if (!label) return { tell: null, notice: null }
  const receiver = inLanguage(label, lang)
  const said = { receiver, day, source, refusal: refusal ? inLanguage(refusal, lang) : '' }
  return {
    tell: t('officers.tell_refusal', said),
    notice: t('officers.refusal_notice', { ...said, administration: name }),
  }
}

function clockAnswer(clock: ReportClock, office: Office, { t, lang }: Wording) {
  const rule = office.rules.terms.find(({ step }) => step === clock.step)
  const status = statusOf(clock, office)
  return {
    step: clock.step,
    label: t(`report-states.clock.${clock.step}`),
    due: formatDate(clock.dueOn, lang),
    dueOn: clock.dueOn,
    status,
    text:
      status === 'met'
        ? t('officers.clock_met')
        : sayDaysLeft({ dueOn: clock.dueOn, paused: false }, office.calendar, office.day, t),
    source: rule?.source ?? null,
    binding: rule?.binding ?? false,
  }
}

const SOON = 2

function statusOf({ dueOn, metOn }: ReportClock, { calendar, day }: Office) {
  if (metOn !== null) return 'met'
  if (day > dueOn) return 'overdue'
  if (day === dueOn) return 'today'
  return calendar.workingDaysBetween(day, dueOn) <= SOON ? 'soon' : 'due'
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
