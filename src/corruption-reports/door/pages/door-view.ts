import { inLanguage } from '../../../administrations/index.ts'
import type { PageModel } from '../../../platform/web/index.ts'
import { corruptionRulesOn } from '../../../regimes/index.ts'
import { doorState } from '../openness.ts'
import type { Visit } from '../visit.ts'
import { outsideView } from './outside-view.ts'

interface DoorPage extends PageModel {
  newUrl: string
}

/** `narration`: what somebody had typed in the ordinary book before they were shown this door. */
export async function doorView(visit: Visit): Promise<DoorPage> {
  const { slug, t, rules } = visit
  const state = await doorState(rules)
  const common = {
    title: t('door.page_title'),
    backUrl: `/${slug}`,
    newUrl: `/${slug}/nuevo`,
    single: singleChannel(visit),
    ...outsideView(visit),
  }
  return { ...common, open: false, closedBecause: state.open ? '' : state.because } as DoorPage
}

/** Where the State has one door for everybody, it comes before ours. */
function singleChannel({ rules, day, lang }: Visit) {
  const { corruption } = rules.regime
  const channel = corruption && corruptionRulesOn(corruption, day).officialChannel
  return channel
    ? {
        name: inLanguage(channel.name, lang),
        text: inLanguage(channel.text, lang),
        url: channel.url ?? null,
      }
    : null
}
