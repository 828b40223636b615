import type { T } from '../../platform/i18n/index.ts'
import type { BookRules } from '../book-rules.ts'
import type { ServiceStandard } from '../service-standard.ts'

/** "Pago del predial, en ventanilla: esperar 20 minutos o menos" */
export function sayStandard(
  { measure, serviceId, channel, most }: ServiceStandard,
  { names }: Pick<BookRules, 'names'>,
  t: T,
): string {
  const service =
    serviceId === null
      ? t('service-standards.every_service')
      : (names.get(serviceId) ?? t('service-standards.every_service'))
  const term = t(`service-standards.term.${measure}`, { count: most })
  if (channel === null) return t('service-standards.of_service', { service, term })
  const by = t(`service-standards.by.${channel}`)
  return t('service-standards.of_channel', { service, by, term })
}
