import { inLanguage, openKinds } from '../../../regimes/index.ts'
import { counterUrls } from '../../counter/urls.ts'
import type { AsideItem } from '../find-aside.ts'
import type { Mended } from '../mend-filing.ts'
import type { OpenedItem } from '../open-item.ts'
import type { Room } from './room.ts'

/** What a member of staff needs to decide: how it came, what it says, and what stands against it. */
export function asideView(room: Room, { item, device, opened }: AsideItem, mended: Mended | null) {
  const { t, say, slug, urls, book: rules } = room
  return {
    title: t('channels-devices.aside.item_title'),
    backUrl: urls.aside,
    reason: t(`channels-devices.reason.${item.reason ?? 'failed'}`),
    reasonText: t(`channels-devices.reason_text.${item.reason ?? 'failed'}`),
    facts: [
      [t('channels-devices.aside.device'), `${device.name} (${device.code})`],
      [t('channels-devices.column.centre'), rules.names.get(device.centreId) ?? ''],
      [t('channels-devices.aside.handed_over'), say(item.handedOverAt)],
      [t('channels-devices.aside.received'), say(item.receivedAt)],
      ...(opened ? [[t('channels-devices.aside.number'), opened.provisionalNumber]] : []),
    ].map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } })),
    written: opened && writtenView(room, opened),
    leftOut: (mended?.leftOut ?? []).map((field) => nameOf(room, field)),
    lacking: (mended?.problems ?? []).map(({ field }) => nameOf(room, field)),
    completeUrl: `${counterUrls(slug).entry}?apartado=${item.itemId}`,
    confirmUrl: urls.confirmation(item.itemId),
    dismissUrl: urls.dismissal(item.itemId),
    ...choices(room),
  }
}

function writtenView({ t }: Room, { written, fileNames }: OpenedItem) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const person = written['person']
  const data = typeof person === 'object' && person !== null ? Object.values(person) : []
  return {
    description: text(written['description']),
    person: data.map(text).filter(Boolean).join(' · ') || t('channels-devices.aside.nobody'),
    photos:
      fileNames.size === 0 ? null : t('channels-devices.aside.photos', { count: fileNames.size }),
  }
}

const NAMED = [
  'kind',
  'centre',
  'service',
  'motive',
  'motives',
  'description',
  'person',
  'answerBy',
]

function nameOf({ t }: Room, field: string): string {
  const first = field.split('/')[1] ?? ''
  return t(`channels-devices.field.${NAMED.includes(first) ? first : 'other'}`)
}

function choices({ book: rules, lang, today, t }: Room) {
  const { regime, authorisations, centres, services } = rules
  const empty = { value: '', text: t('channels-devices.form.choose') }
  return {
    kinds: [
      empty,
      ...openKinds(regime, authorisations, today).map(({ code, label }) => ({
        value: code,
        text: inLanguage(label, lang),
      })),
    ],
    centres: [empty, ...centres.map(({ slug, name }) => ({ value: slug, text: name }))],
    services: [
      { value: '', text: t('channels-devices.aside.no_service') },
      ...services.map(({ slug, name }) => ({ value: slug, text: name })),
    ],
  }
}
