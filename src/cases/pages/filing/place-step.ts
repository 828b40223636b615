import type { Centre } from '../../../administrations/index.ts'
import type { FormErrors } from '../../../platform/web/index.ts'
import type { Typed } from '../typed-in.ts'
import { orNull, type Step } from './step.ts'
import { centreOf, requires, type Visit } from './visit.ts'

/** So many fit on a telephone; with more, one list is quicker. */
const MOST_RADIOS = 8

/** Which office, which of its services, and the exact place if it helps. */
export const placeStep: Step = {
  address: 'donde',
  name: 'place',
  isAsked: () => true,
  isAnswered: (visit) => centreOf(visit) !== null,
  fields: ({ rules }) => ['centre', 'place', 'service', ...rules.centres.map(serviceField)],
  fill({ answers, rules }) {
    const only = rules.centres.length === 1 ? rules.centres[0]?.slug : undefined
    const centre = answers.centre ?? only ?? ''
    return {
      centre,
      place: answers.place ?? '',
      service: answers.service ?? '',
      [`service-${centre}`]: answers.service ?? '',
    }
  },
  read(typed, visit) {
    const { centre = '', place } = typed
    return {
      answers: { centre, place: orNull(place), service: orNull(serviceIn(typed, visit)) },
      problems: centre === '' ? [{ field: '/centre', code: 'required' }] : [],
    }
  },
  owns: (field) => ['/centre', '/service', '/place'].includes(field),
  tell: ({ answers: { centre, service, place } }) => ({
    centre: centre ?? '',
    ...(service && { service }),
    ...(place && { place }),
  }),
  show: (visit, typed, errors) => ({
    place: {
      name: 'place',
      value: typed['place'],
      autocomplete: 'off',
      errorMessage: errors.fields['place'],
      attributes: { list: 'windows' },
    },
    windows: windowsOf(visit),
    serviceNeeded: requires(visit, '/service'),
    chosen: typed['centre'],
    ...(isLong(visit) ? lists(visit, typed) : choices(visit, typed, errors)),
  }),
  rows(visit) {
    const service = visit.rules.services.find(({ slug }) => slug === visit.answers.service)
    return [
      { row: 'centre', value: centreOf(visit)?.name ?? '' },
      { row: 'service', value: service?.name ?? '' },
      { row: 'place', value: visit.answers.place ?? '' },
    ]
  },
  anchor: (field, { centre }, visit) =>
    field === 'service' && !isLong(visit) ? `service-${centre ?? ''}` : field,
}

function isLong({ rules }: Visit): boolean {
  return rules.centres.length > MOST_RADIOS
}

/** Each office has its own list, so that the right one is at hand without JavaScript too. */
function serviceField({ slug }: Centre): string {
  return `service-${slug}`
}

function serviceIn(typed: Typed, visit: Visit): string | undefined {
  return isLong(visit) ? typed['service'] : typed[`service-${typed['centre'] ?? ''}`]
}

function choices(visit: Visit, typed: Typed, errors: FormErrors) {
  return {
    only: visit.rules.centres.length === 1 ? visit.rules.centres[0]?.slug : null,
    centres: visit.rules.centres.map((centre) => ({
      value: centre.slug,
      text: centre.name,
      hint: centre.address ? { text: centre.address } : undefined,
      service: {
        name: serviceField(centre),
        value: typed[serviceField(centre)],
        errorMessage: centre.slug === typed['centre'] ? errors.fields['service'] : undefined,
        items: [
          { value: '', text: noService(visit) },
          ...servicesOf(visit, new Set(centre.serviceIds)),
        ],
      },
    })),
  }
}

function lists(visit: Visit, typed: Typed) {
  const given = new Set(visit.rules.centres.flatMap(({ serviceIds }) => serviceIds))
  return {
    only: null,
    centres: null,
    centreList: {
      name: 'centre',
      value: typed['centre'],
      items: [
        { value: '', text: visit.t('filing.place.choose') },
        ...visit.rules.centres.map(({ slug, name }) => ({ value: slug, text: name })),
      ],
    },
    serviceList: {
      name: 'service',
      value: typed['service'],
      items: [{ value: '', text: noService(visit) }, ...servicesOf(visit, given)],
    },
  }
}

/** The names of the windows, offered while the exact place is typed. */
function windowsOf({ rules }: Visit): string[] {
  return [...new Set(rules.centres.flatMap(({ windows }) => windows.map(({ name }) => name)))]
}

function noService(visit: Visit): string {
  return visit.t(requires(visit, '/service') ? 'filing.place.choose' : 'filing.place.no_service')
}

function servicesOf({ rules }: Visit, among: ReadonlySet<string>) {
  return rules.services
    .filter(({ serviceId }) => among.has(serviceId))
    .map(({ slug, name }) => ({ value: slug, text: name }))
}
