import type { Request, Response } from 'express'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, noErrors, render, type Page } from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { makeLink } from '../actions/make-link.ts'
import {
  kindsOf,
  LINK_FIELDS,
  parseLink,
  placesOf,
  type LinkChoices,
  type TypedLink,
} from '../link-form.ts'
import { MEDIA, SEALED_KIND } from '../poster-link.ts'
import { choicesOf, enterRoom, type Room } from './room.ts'

export function showNewLink(system: System): Page {
  return async (_request, response) => {
    const room = await enterRoom(system, response)
    showForm(response, room, await choicesOf(system, room), { medium: 'print' }, [])
  }
}

export function sendNewLink(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const choices = await choicesOf(system, room)
    const typed = typedIn(request)
    const { link, problems } = parseLink(typed, choices)
    if (!link) return showForm(response, room, choices, typed, problems)
    const linkId = await makeLink(system.db, room.deed, link)
    response.redirect(303, `${room.urls.link(linkId)}?hecho=made`)
  }
}

function typedIn(request: Request): TypedLink {
  const body = (request.body ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    LINK_FIELDS.map((field) => [field, typeof body[field] === 'string' ? body[field] : '']),
  )
}

function showForm(
  response: Response,
  room: Room,
  choices: LinkChoices,
  typed: TypedLink,
  problems: readonly FieldProblem[],
): void {
  const { t, urls } = room
  render(
    response,
    'channels/posters/new-link',
    {
      title: t('channels-posters.form.title'),
      backUrl: urls.list,
      error: problems.length > 0,
      errors:
        problems.length > 0
          ? formErrors(response, problems, 'channels-posters.problems')
          : noErrors,
      action: urls.list,
      typed: (field: keyof TypedLink) => typed[field] ?? '',
      ...optionsOf(room, choices),
    },
    { layout: 'staff', status: problems.length > 0 ? 422 : 200 },
  )
}

function optionsOf({ book: rules, centreIds, lang, t }: Room, choices: LinkChoices) {
  const whole = { value: '', text: t('channels-posters.whole') }
  const choose = { value: '', text: t('channels-posters.form.choose') }
  return {
    media: MEDIA.map((value) => ({
      value,
      text: t(`channels-posters.media.${value}`),
      hint: { text: t(`channels-posters.form.media.${value}`) },
    })),
    places: [
      centreIds === null ? whole : choose,
      ...placesOf(choices).map(({ value, centre, window }) => ({
        value,
        text: window ? `${centre.name}, ${window.name}` : centre.name,
      })),
    ],
    services: [
      { value: '', text: t('channels-posters.any_service') },
      ...rules.services.map(({ slug, name }) => ({ value: slug, text: name })),
    ],
    kinds: [
      { value: '', text: t('channels-posters.any_kind') },
      ...kindsOf(choices).map((code) => ({
        value: code,
        text: kindText(code),
        ...(code === SEALED_KIND && { hint: { text: t('channels-posters.sealed.hint') } }),
      })),
    ],
  }

  function kindText(code: string): string {
    const kind = rules.regime.kinds.find((one) => one.code === code)
    return kind ? inLanguage(kind.label, lang) : t('channels-posters.sealed.kind')
  }
}
