import { z } from 'zod'
import { NotAllowed } from '../../../platform/errors.ts'
import {
  day,
  line,
  numberWithin,
  readForm,
  sending,
  typedIn,
  type Page,
  type Sent,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { takeEvidence } from '../../evidence/index.ts'
import { peopleChoice } from '../../pages/people-choice.ts'
import { planTask } from '../../tasks/index.ts'
import { acknowledge } from '../actions/acknowledge.ts'
import { checkPractice, noteRecognition } from '../actions/follow-practice.ts'
import { writePractice } from '../actions/write-practice.ts'
import { practiceUrls } from '../urls.ts'
import { practicePage } from './practice.ts'
import { readText } from './read-text.ts'
import type { PracticeRoom } from './room.ts'

const action = z.object({ what: line(400), actionOwnerId: line(40), dueOn: day })
const known = z.object({
  seenVersion: numberWithin(1, 1_000_000),
  actions: numberWithin(0, 10_000),
})
const given = z.object({
  givenBy: line(200),
  givenOn: day,
  proofId: line(40),
  noConflict: z.literal('yes', 'required'),
})
const checked = z.object({
  checkedOn: day,
  goesOn: z.enum(['yes', 'no'], 'required'),
  seen: line(1000),
})

export function sendText(system: System): Page {
  return sending(practicePage(system), async (entered, request) => {
    const { room, whole } = writing(entered)
    const { values, problems } = readText(request, whole.around.evidenceIds)
    if (!values) return problems
    const { practiceId, centreId } = whole.practice
    const version = (Number(typedIn(request)('version')) || 0) + 1
    if (version !== whole.practice.version + 1) {
      return [{ field: 'name', code: 'changed_meanwhile' }]
    }
    const written = { ...values, practiceId, version, centreId, writtenOn: room.today }
    await writePractice(system, room.deed, written)
    return addressOf(entered)
  })
}

export function sendAction(system: System): Page {
  return sending(practicePage(system), async (entered, request) => {
    const { room, whole } = writing(entered)
    const { values, problems } = readForm(request, action)
    if (!values) return problems
    const { administrationId, centreId, practiceId: originId } = whole.practice
    const { what, actionOwnerId: ownerId, dueOn } = values
    const owners = await peopleChoice(system, room, centreId)
    if (!owners.some(({ value }) => value === ownerId)) {
      return [{ field: 'actionOwnerId', code: 'unknown' }]
    }
    const task = { administrationId, centreId, what, ownerId, dueOn, originId }
    await planTask(system, room.deed, { ...task, origin: 'practice' })
    return addressOf(entered)
  })
}

export function sendKnown(system: System): Page {
  return sending(practicePage(system), async (entered, request) => {
    const { values, problems } = readForm(request, known)
    if (!values) return problems
    const { practiceId } = entered.whole.practice
    const { seenVersion: version, actions } = values
    await acknowledge(system, entered.room, { practiceId, version, actions })
    return addressOf(entered)
  })
}

export function sendPracticeEvidence(system: System): Page {
  return sending(practicePage(system), async (entered, request) => {
    const { room, whole } = writing(entered)
    const { practiceId, centreId } = whole.practice
    const { deed, today } = room
    const about = { kind: 'practice', id: practiceId } as const
    const problems = await takeEvidence(system, request, { deed, today, centreId, about })
    return problems.length > 0 ? problems : addressOf(entered)
  })
}

export function sendRecognition(system: System): Page {
  return sending(practicePage(system), async (entered, request) => {
    const { room, whole } = writing(entered)
    const { values, problems } = readForm(request, given)
    if (!values) return problems
    if (!whole.around.evidenceIds.includes(values.proofId)) {
      return [{ field: 'proofId', code: 'unknown' }]
    }
    const { givenBy, givenOn, proofId } = values
    const { practiceId } = whole.practice
    await noteRecognition(system, room, { practiceId, givenBy, givenOn, proofId })
    return addressOf(entered)
  })
}

export function sendCheck(system: System): Page {
  return sending(practicePage(system), async (entered, request) => {
    const { room, whole } = writing(entered)
    const { values, problems } = readForm(request, checked)
    if (!values) return problems
    const { checkedOn, goesOn, seen } = values
    const { practiceId } = whole.practice
    await checkPractice(system, room, { practiceId, checkedOn, goesOn: goesOn === 'yes', seen })
    return addressOf(entered)
  })
}

function writing(entered: PracticeRoom): PracticeRoom {
  if (!entered.mayWrite) throw new NotAllowed()
  return entered
}

const addressOf = ({ room, whole }: PracticeRoom): Sent =>
  practiceUrls(room.slug).one(whole.practice.practiceId)
