import { randomUUID } from 'node:crypto'
import {
  addAreas,
  assessRisk,
  assessService,
  confirmReading,
  disseminate,
  listDisseminations,
  listMeetings,
  noteMean,
  planCorrective,
  planInspections,
  planMeetings,
  signCharter,
  writeCharter,
  writeMinutes,
  writePractice,
} from '../../improvements/index.ts'
import { listContacts } from '../../people/index.ts'
import { localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { readRoomsScript, type RoomsScript } from '../rooms-script.ts'
import { castStory, type Cast } from '../story/cast.ts'

/** What an office keeps besides its projects: team, dissemination, risks, a practice and what is owed. */
export async function fillRooms(system: System, slug: string, now: Date): Promise<void> {
  const script = await readRoomsScript()
  const { timeZone } = (await castStory(system, slug, '2000-01-01', now)).book.administration
  const cast = await castStory(system, slug, localDate(now, timeZone), now)
  await gatherTeam(cast, script)
  for (const one of script.disseminations) await tellStaff(cast, script, one)
  await weighRisks(cast, script)
  await writeDown(cast, script)
  await lookAround(cast, script)
  await noteDigital(cast, script)
}

async function gatherTeam(cast: Cast, { team, centre }: RoomsScript): Promise<void> {
  const { system, as, dayOf, administrationId } = cast
  const centreId = cast.centre(centre)
  const head = await as('office_head', team.writtenOn, centreId)
  const ids = await Promise.all(
    team.members.map(async ({ role }) => (await as(role, 0, centreId)).deed.accountId),
  )
  const contacts = await listContacts(system.db, ids)
  const nameOf = (id: string) => contacts.find(({ accountId }) => accountId === id)?.name ?? ''
  const members = team.members.map(({ teamRole, post, duties }, at) => {
    const accountId = ids[at] ?? ''
    return { accountId, name: nameOf(accountId), post, teamRole, duties }
  })
  const { meets } = team
  const year = Number(dayOf(team.writtenOn).slice(0, 4))
  const charter = { centreId, year, meets, keepsOrder: true, from: 0, members }
  const charterId = await writeCharter(system, head.deed, charter)
  for (const accountId of ids) {
    const signing = await as('office_head', team.signedOn, centreId)
    const on = dayOf(team.signedOn)
    await signCharter(system, { ...signing.deed, accountId }, { charterId, on })
  }
  await planMeetings(system, head.deed, { centreId, firstOn: dayOf(team.firstOn), meets })
  const first = { from: dayOf(team.firstOn), until: dayOf(team.firstOn), centreId }
  const [meeting] = await listMeetings(system.db, administrationId, first)
  if (!meeting) return
  const held = await as('office_head', team.firstOn, centreId)
  const owner = await as('improvement_owner', 0)
  await writeMinutes(system, held.deed, meeting, {
    on: first.from,
    minutes: team.minutes,
    attendance: ids.map((accountId) => ({ accountId, came: true })),
    agreements: team.agreements.map(({ what, dueOn }) => ({
      ...{ what, ownerId: owner.deed.accountId, dueOn: dayOf(dueOn) },
    })),
  })
}

async function tellStaff(
  { system, as, dayOf, administrationId, ...cast }: Cast,
  { centre }: RoomsScript,
  { readBy, begunOn, dueOn, ...one }: RoomsScript['disseminations'][number],
): Promise<void> {
  const { deed } = await as('improvement_owner', begunOn)
  const days = { begunOn: dayOf(begunOn), dueOn: dayOf(dueOn) }
  const about = { centreId: null, aboutId: null, link: '', audience: [] }
  const disseminationId = await disseminate(system, deed, { ...about, ...one, ...days })
  const all = await listDisseminations(system.db, administrationId)
  const told = all.find((each) => each.disseminationId === disseminationId)
  if (!told) return
  const right = one.quiz.map((question) => question.right)
  for (const role of readBy) {
    const reader = await as(role, begunOn + 1, cast.centre(centre))
    await confirmReading(system, reader.deed, told, right)
  }
}

async function weighRisks(cast: Cast, { risks, centre }: RoomsScript): Promise<void> {
  for (const { assessedOn, ...risk } of risks) {
    const { deed, today } = await cast.as('improvement_owner', assessedOn)
    const place = { centreId: cast.centre(centre), ownerId: deed.accountId }
    const version = { riskId: randomUUID(), version: 1 }
    const when = { assessedOn: today, category: null }
    await assessRisk(cast.system, deed, { ...risk, ...place, ...version, ...when })
  }
}

async function writeDown(cast: Cast, { practice, centre }: RoomsScript): Promise<void> {
  const { deed, today } = await cast.as('improvement_owner', practice.writtenOn)
  await writePractice(cast.system, deed, {
    ...practice,
    ...{ practiceId: randomUUID(), version: 1, kind: 'own', originalId: null, adaptation: '' },
    ...{ centreId: cast.centre(centre), writtenOn: today },
  })
}

async function lookAround(cast: Cast, { measures, centre }: RoomsScript): Promise<void> {
  const { system, dayOf } = cast
  const centreId = cast.centre(centre)
  const { deed } = await cast.as('office_head', -1, centreId)
  const { areas: names, finding, cause, action } = measures
  await addAreas(system, deed, { centreId, names })
  const firstOn = dayOf(measures.firstOn)
  await planInspections(system, deed, { centreId, firstOn, inspectorId: deed.accountId })
  await planCorrective(system, deed, {
    ...{ centreId, finding, cause, action, foundBy: null },
    ...{ ownerId: deed.accountId, dueOn: dayOf(measures.dueOn) },
  })
}

async function noteDigital(cast: Cast, { digital, means, centre }: RoomsScript): Promise<void> {
  for (const { service, assessedOn, ...assessed } of digital) {
    const { deed, today } = await cast.as('improvement_owner', assessedOn)
    const serviceId = cast.service(service)
    await assessService(cast.system, deed, { ...assessed, serviceId, assessedOn: today }, null)
  }
  for (const { seenOn, ...seen } of means) {
    const { deed, today } = await cast.as('improvement_owner', seenOn)
    await noteMean(cast.system, deed, { ...seen, centreId: cast.centre(centre), seenOn: today })
  }
}
