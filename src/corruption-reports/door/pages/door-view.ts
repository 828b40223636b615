import { squareCode, type PageModel } from '../../../platform/web/index.ts'
import { corruptionRulesOn, inLanguage } from '../../../regimes/index.ts'
import { dialogueUrl, doorUrl, proofsUrl } from '../../urls.ts'
import { asScriptData, doorData } from '../door-data.ts'
import type { DoorState } from '../openness.ts'
import type { Visit } from '../visit.ts'
import { formView } from './form-view.ts'
import { outsideView } from './outside-view.ts'

interface DoorPage extends PageModel {
  open: boolean
  newUrl: string
}

/** `carried`: what somebody had typed in the ordinary book before they were shown this door. */
export function doorView(visit: Visit, state: DoorState, carried = ''): DoorPage {
  const { slug, baseUrl, t, lang } = visit
  const single = singleChannel(visit)
  const common = {
    title: t('door.page_title'),
    backUrl: `/${slug}`,
    newUrl: `/${slug}/nuevo`,
    single,
    ...outsideView(visit),
    // the channel of the State is not shown twice
    ...(single && { outside: null }),
  }
  if (!state.open) return { ...common, open: false, closedBecause: state.because } as DoorPage
  const address = new URL(doorUrl(slug), baseUrl).href
  return {
    ...common,
    open: true,
    action: `${doorUrl(slug)}?lang=${lang}`,
    carried,
    followUrl: `${dialogueUrl(slug)}?lang=${lang}`,
    address,
    proofsAddress: new URL(proofsUrl(slug), baseUrl).href,
    code: squareCode(address),
    form: formView(visit, state.directory, { narration: carried }),
    data: asScriptData(doorData(visit, state.entries)),
  } as DoorPage
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
