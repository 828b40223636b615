import type { BookRules } from '../administrations/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import { formatDate, type T } from '../platform/i18n/index.ts'
import { findOutcome } from '../regimes/index.ts'
import type { KnownOfCase } from './fill-template.ts'
import { languageName } from './template-setting.ts'

/** Of which case an answer is: a real one, or the sample of a preview. */
export interface CaseToAnswer {
  caseNumber: string
  kind: string
  channel: string
  language: string
  registeredOn: PlainDate
  centreId: string
  serviceId: string | null
  unitId: string | null
  /** Empty: not chosen yet. */
  outcome: string
}

interface Telling {
  book: BookRules
  writer: string
  today: PlainDate
  t: T
  lang: string
}

export function knownOfCase(
  about: CaseToAnswer,
  { book, writer, today, t, lang }: Telling,
): KnownOfCase {
  const { names, regime } = book
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const kind = regime.kinds.find(({ code }) => code === about.kind)
  const service = book.services.find(({ serviceId }) => serviceId === about.serviceId)
  const outcome = findOutcome(regime, about.kind, about.outcome)
  const called = (...texts: readonly (string | null | undefined)[]) =>
    texts.flatMap((text) => text || [])
  return {
    fields: {
      fecha_de_presentacion: formatDate(about.registeredOn, about.language),
      numero_de_caso: about.caseNumber,
      centro: nameOf(about.centreId),
      servicio: nameOf(about.serviceId),
      unidad: nameOf(about.unitId),
      funcionario: writer,
      fecha_de_hoy: formatDate(today, about.language),
    },
    facts: {
      tipo: called(about.kind, ...Object.values(kind?.label ?? {})),
      servicio: called(service?.slug, service?.name),
      canal: called(about.channel, t(`cases.channel.${about.channel}`)),
      resultado: called(about.outcome, ...Object.values(outcome?.label ?? {})),
      idioma: called(about.language, languageName(about.language, lang)),
    },
  }
}
