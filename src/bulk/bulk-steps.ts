import {
  acceptCase,
  addNote,
  archiveCase,
  assignAsSuggested,
  assignCase,
  closeCase,
  extendTerm,
  reassignCase,
  reclassifyCase,
} from '../cases/index.ts'
import { Invalid } from '../platform/errors.ts'
import type { BulkStep, BulkStepName, BulkTaking } from './bulk-step.ts'

const plain = { fields: [], required: [], readFirst: false, tellsPerson: false } as const
const inWords = { fields: ['reason'], required: ['reason'] } as const

/** Each is what its own form on the page of a case does, and nothing else. */
export const STEPS: Readonly<Record<BulkStepName, BulkStep>> = {
  sugerido: {
    ...plain,
    actions: ['assign'],
    readFirst: true,
    take: ({ system, request, now }) => assignAsSuggested(system, request, now),
  },
  asignar: {
    ...plain,
    actions: ['assign', 'reassign'],
    fields: ['unit', 'handler', 'reason'],
    required: ['unit'],
    take: assign,
  },
  tomar: {
    ...plain,
    actions: ['accept'],
    take: ({ system, request, now }) => acceptCase(system, request, now),
  },
  clasificar: {
    ...plain,
    actions: ['reclassify'],
    fields: ['kind', 'service', 'reason'],
    required: [],
    readFirst: true,
    take: classify,
  },
  nota: {
    ...plain,
    ...inWords,
    actions: ['note'],
    take: ({ system, request, values, now }) => addNote(system, request, words(values), now),
  },
  ampliar: {
    ...plain,
    ...inWords,
    actions: ['extend'],
    tellsPerson: true,
    take: ({ system, request, values, now }) => extendTerm(system, request, words(values), now),
  },
  archivar: {
    ...plain,
    ...inWords,
    actions: ['archive'],
    readFirst: true,
    tellsPerson: true,
    take: ({ system, request, values, now }) => archiveCase(system, request, words(values), now),
  },
  cerrar: {
    ...plain,
    actions: ['close'],
    take: ({ system, request, now }) => closeCase(system, request, now),
  },
}

function words({ reason }: BulkTaking['values']): string {
  return reason ?? ''
}

async function assign({ system, request, action, values, book, now }: BulkTaking) {
  const unit = book.units.find(({ slug }) => slug === values.unit)
  if (!unit) throw new Invalid([{ field: '/unit', code: 'unknown' }])
  const to = { unitId: unit.unitId, handlerId: values.handler || null }
  if (action === 'assign') return assignCase(system, request, to, now)
  return reassignCase(system, request, { ...to, reason: words(values) }, now)
}

/** What the form leaves open stays as it is in each case. */
async function classify({ system, request, item, values, book, now }: BulkTaking) {
  const service = book.services.find(({ slug }) => slug === values.service)
  const to = {
    kind: values.kind || item.kind,
    centreId: item.centreId,
    serviceId: service?.serviceId ?? item.serviceId,
    motives: item.motives,
  }
  return reclassifyCase(system, request, to, words(values), now)
}
