import {
  deleteService,
  listServices,
  touchAdministration,
  writeService,
  type Service,
} from '../../administrations/index.ts'
import type { Setting } from '../../settings/index.ts'
import { setters } from '../setting-policy.ts'
import { unlessInUse } from './in-use.ts'
import { serviceShape } from './part-shapes.ts'
import { nameOf, sayValidity } from './say-part.ts'

export const serviceSetting: Setting<Service> = {
  subject: 'service',
  text: 'organisation.service.one',
  roles: setters,
  schema: serviceShape,
  async find(db, administrationId, id) {
    const services = await listServices(db, administrationId)
    return services.find(({ serviceId }) => serviceId === id) ?? null
  },
  async write(tx, { administrationId }, id, service) {
    if (service === null) await unlessInUse(deleteService(tx, administrationId, id))
    else await writeService(tx, administrationId, service)
    await touchAdministration(tx, administrationId)
  },
  say(service, saying) {
    const { t } = saying
    const facts = [
      { label: t('organisation.name'), text: service.name },
      { label: t('organisation.service.unit'), text: nameOf(saying, service.unitId) },
      { label: t('organisation.service.cost'), text: service.cost ?? '' },
      { label: t('organisation.service.requirements'), text: service.requirements ?? '' },
      { label: t('organisation.service.term'), text: service.term ?? '' },
      ...sayValidity(service, saying),
    ]
    return { name: service.name, facts }
  },
}
