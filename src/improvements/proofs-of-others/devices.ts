import { listDevices } from '../../channels/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { Proof, ProofQuestion } from '../proof.ts'

/** The tablets on which people file and answer surveys (MD-05, MD-08). */
export async function tellDevices(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId, today, slug, t } = question
  const devices = (await listDevices(db, administrationId)).filter(
    (device) => centreId === null || device.centreId === centreId,
  )
  return devices.map((device): Proof => {
    const isOn =
      device.enrolledAt !== null && device.switchedOffAt === null && today <= device.endsOn
    return {
      key: 'collection.devices',
      title: t('improvements-proofs.device', { name: device.name, code: device.code }),
      on: null,
      href: `/personal/${slug}/tabletas/${device.deviceId}`,
      state: isOn ? 'proved' : 'begun',
      lacks: isOn ? [] : [t('improvements-proofs.device_off')],
      papers: [],
    }
  })
}
