import { inLanguage } from '../../../regimes/index.ts'
import type { Request, Response } from 'express'
import { doorUrl } from '../../../corruption-reports/index.ts'
import { render } from '../../../platform/web/index.ts'
import { dialable } from './dialable.ts'
import { isChanging } from './read-form.ts'
import type { Typed } from '../typed-in.ts'
import { regimeText, type Visit } from './visit.ts'

/** The field by which the person says "go on here all the same". */
export const GO_ON = 'seguirAqui'

/**
 * Where corruption is reported, shown before anything of this page is kept: what was typed stays in
 * the page alone until the person chooses, and goes along to the other door without being kept on the way.
 */
export function showDoor(request: Request, response: Response, visit: Visit, typed: Typed): void {
  const outside = regimeText(visit, 'corruption_outside')
  const model = {
    title: visit.t('filing.door.title'),
    backUrl: request.path,
    door: regimeText(visit, 'corruption_door')?.text ?? visit.t('filing.door.not_kept'),
    outside,
    channels: visit.rules.administration.contact.corruption.map((channel) => ({
      ...channel,
      note: channel.note && inLanguage(channel.note, visit.language),
      phone: channel.phone && dialable(channel.phone),
    })),
    action: isChanging(request) ? `${request.path}?cambiar=1` : request.path,
    goOn: GO_ON,
    kept: Object.entries(typed).filter(([, value]) => value !== ''),
    reportUrl: `${doorUrl(visit.slug)}?lang=${response.locals.lang}`,
    carried: visit.answers.description ?? '',
    leaveUrl: `/${visit.slug}/nuevo/salir`,
  }
  render(response, 'cases/filing/door', model, { typed })
}
