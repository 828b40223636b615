import type { Request, Response } from 'express'
import { countMovedDates, type OwnYear } from '../../deadlines/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { render, typedIn, type FormPage, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { allow, type Room } from './room.ts'

/** A change of days that is ready to be done, and where it leads. */
export interface ReadyChange {
  year: OwnYear
  settle: () => Promise<string>
}

type Planned = ReadyChange | readonly FieldProblem[]

/**
 * A change of days by those who may keep them. Where it moves the dates of open cases, how many is shown first,
 * and the same form is sent once more.
 */
export function afterALook<Entered extends Room>(
  system: System,
  page: FormPage<Entered>,
  plan: (entered: Entered, request: Request) => Promise<Planned> | Planned,
): Page {
  return async (request, response) => {
    const entered = await page.enter(request, response)
    allow(entered.mayKeepDays)
    try {
      const ready = await plan(entered, request)
      if (!('settle' in ready)) return await page.show(entered, request, response, ready)
      if (await showMoved(system, entered, ready, request, response)) return
      response.redirect(303, await ready.settle())
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await page.show(entered, request, response, error.problems)
    }
  }
}

/** Whether there was something to see that nobody has seen yet. */
async function showMoved(
  { db }: System,
  { deed, t, urls }: Room,
  { year }: ReadyChange,
  request: Request,
  response: Response,
): Promise<boolean> {
  if (typedIn(request)('seen') === 'yes') return false
  const own = { code: year.calendar, administrationId: deed.administrationId }
  const moved = await countMovedDates(db, own, year)
  if (moved.dates === 0) return false
  const model = {
    title: t('installation.moved.title'),
    dates: t(moved.more ? 'installation.moved.dates_more' : 'installation.moved.dates', {
      count: moved.dates,
    }),
    cases: t('installation.moved.cases', { count: moved.cases }),
    formUrl: request.originalUrl,
    fields: sentFields(request),
    backUrl: urls.days,
  }
  render(response, 'installation/moved', model, { layout: 'staff' })
  return true
}

function sentFields(request: Request): [string, string][] {
  const body = (request.body ?? {}) as Record<string, unknown>
  return Object.entries(body).flatMap(([name, value]) =>
    name === '_token'
      ? []
      : [value]
          .flat()
          .flatMap((each): [string, string][] => (typeof each === 'string' ? [[name, each]] : [])),
  )
}
