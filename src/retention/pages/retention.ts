import { holdsWithin, openStaffVisit } from '../../people/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import { changesUrl } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { holdings } from '../holdings.ts'
import { setters } from '../retention-policy.ts'
import { listErasures, listOwnTerms } from '../retention-store.ts'
import { retentionSetting } from '../retention-setting.ts'
import { listTerms } from '../term.ts'
import { readForeseen } from './read-foreseen.ts'
import { erasureRow, monthRows, termRow } from './retention-view.ts'

const ERASURES_SHOWN = 30

/** For how long each thing is kept and who says so, what goes when, and what went. */
export function showRetention(system: System): Page {
  return async (request, response) => {
    const { book, slug, staff, deed, today, lang, t } = await openStaffVisit(system, response)
    const { administrationId } = deed
    const { timeZone } = book.administration
    const saying = { t, lang, book }
    const terms = listTerms(
      holdings,
      await listOwnTerms(system.db, administrationId),
      book.regime,
      today,
    )
    const foreseen = []
    for (const term of terms) {
      const whose = { administrationId, today, timeZone }
      foreseen.push({ term, foreseen: await readForeseen(system.db, whose, term) })
    }
    const maySet = holdsWithin(staff, setters, administrationId)
    const erasures = await listErasures(system.db, administrationId, ERASURES_SHOWN)
    const model = {
      title: t('retention.title'),
      notice: request.query['listo'] === 'guardado' ? t('retention.saved') : null,
      terms: foreseen.map((each) => termRow(each, saying, maySet ? slug : null)),
      months: monthRows(
        foreseen.flatMap((each) => each.foreseen ?? []),
        lang,
      ),
      erasures: erasures.map((erasure) => erasureRow(erasure, saying)),
      changesUrl: `${changesUrl(slug)}?de=${retentionSetting.subject}`,
    }
    render(response, 'retention/retention', model, { layout: 'staff' })
  }
}
