import { listDisseminations, listReadings } from '../../dissemination/index.ts'
import { listMeetings } from '../../team/index.ts'
import { postOf, type Asking, type Propose, type Proposal } from './proposal.ts'

/** What the culture of quality already lives on: what the staff was told, and the meetings of the team. */
export const proposeCulture: Propose = async (asking) => [
  ...(await proposeTold(asking)),
  ...(await proposeMeetings(asking)),
]

async function proposeTold(asking: Asking): Promise<Proposal[]> {
  const { db, t, instrument } = asking
  const { administrationId, centreId, year } = instrument
  const days = { from: `${year}-01-01`, until: `${year}-12-31` }
  const told = await listDisseminations(db, administrationId, {
    ...days,
    ...(centreId !== null && { centreId }),
  })
  const ids = told.map(({ disseminationId }) => disseminationId)
  const readings = await listReadings(db, administrationId, ids)
  return told.map(({ disseminationId, title, audience, madeBy }) => ({
    key: `dissemination:${disseminationId}`,
    said: t('improvements-instruments.source.dissemination', { title }),
    cells: {
      action: t('improvements-instruments.carry.tell', { what: title }),
      audience:
        audience.length === 0
          ? t('improvements-instruments.all_staff')
          : audience
              .map((role) => t(`people.roles.${role}`))
              .join(', ')
              .slice(0, 160),
      responsible: postOf(asking, madeBy),
      evidence: t('improvements-instruments.readings', {
        count: readings.get(disseminationId)?.length ?? 0,
      }),
    },
  }))
}

async function proposeMeetings({ db, t, instrument }: Asking): Promise<Proposal[]> {
  const { administrationId, centreId, year } = instrument
  if (centreId === null) return []
  const days = { from: `${year}-01-01`, until: `${year}-12-31`, centreId }
  const held = (await listMeetings(db, administrationId, days)).filter(
    ({ heldOn }) => heldOn !== null,
  )
  if (held.length === 0) return []
  return [
    {
      key: `meetings:${centreId}`,
      said: t('improvements-instruments.source.meetings'),
      cells: {
        action: t('improvements-instruments.carry.meet'),
        audience: t('improvements-instruments.team'),
        evidence: t('improvements-instruments.minutes', { count: held.length }),
      },
    },
  ]
}
