import { inLanguage } from '../../../regimes/index.ts'
import { requireWorkplace } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { getOffice } from '../../office.ts'
import { scriptTexts } from '../../officers/pages/script-texts.ts'
import { custodyUrl } from '../urls.ts'

/** Where a custodian reads why somebody asks for an identity, and gives their part or refuses it. */
export function custodyRoom(system: System): Page {
  return async (_request, response) => {
    const { slug } = requireWorkplace(response)
    const { rules } = await getOffice(system, slug, system.clock())
    const { t, lang } = response.locals
    const { allowed, refusal, custodiansNeeded } = rules.identityRelease
    render(
      response,
      'corruption-reports/custodians/room',
      {
        title: t('custody.title'),
        allowed,
        needed: custodiansNeeded,
        refusal: refusal ? inLanguage(refusal, lang) : '',
        setup: {
          api: custodyUrl(slug),
          language: lang,
          labels: [],
          people: [],
          units: [],
          copies: '',
          admissible: '',
          opener: '',
          texts: { ...scriptTexts(lang, 'officers'), ...scriptTexts(lang, 'custody') },
        },
      },
      { layout: 'staff' },
    )
  }
}
