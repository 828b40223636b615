import type { BookRules } from '../../administrations/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import { isSealed, type LinkTarget } from './poster-link.ts'

/** A link's place in words: "Oficina Centro, Ventanilla 2"; none: the whole administration. */
export function sayPlace({ centreId, windowId }: LinkTarget, rules: BookRules, t: T): string {
  if (centreId === null) return t('channels-posters.whole')
  const centre = rules.centres.find((one) => one.centreId === centreId)
  const window = centre?.windows.find((one) => one.windowId === windowId)
  const name = rules.names.get(centreId) ?? ''
  return window ? `${name}, ${window.name}` : name
}

/** The kind in the words of its regime; none: the person says it. */
export function sayKind(target: LinkTarget, { regime }: BookRules, lang: string, t: T): string {
  if (isSealed(target)) return t('channels-posters.sealed.kind')
  const kind = regime.kinds.find(({ code }) => code === target.kind)
  return kind ? inLanguage(kind.label, lang) : t('channels-posters.any_kind')
}

export function sayService({ serviceId }: LinkTarget, { names }: BookRules, t: T): string {
  return serviceId === null ? t('channels-posters.any_service') : (names.get(serviceId) ?? '')
}
