import type { PageModel } from '../../../platform/web/index.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { asScriptData } from '../../door/door-data.ts'
import type { Visit } from '../../door/visit.ts'
import { sayHash } from '../../sealing/index.ts'
import { dialogueUrl, doorUrl, proofsUrl, reportsApiUrl } from '../../urls.ts'
import type { Spoken } from '../actions/speak-in-clear.ts'
import { sayEvents, sayState } from '../dialogue-wire.ts'
import { dialogueTexts } from '../dialogue-texts.ts'

interface EnterPage extends PageModel {
  action: string
}

/** Where the ten words are typed; the script finds here what it needs to open the rest. */
export function enterView(visit: Visit, problem: string | null): EnterPage {
  const { slug, lang, t, administrationId } = visit
  return {
    title: t('dialogue.page_title'),
    backUrl: `${doorUrl(slug)}?lang=${lang}`,
    action: `${dialogueUrl(slug)}?lang=${lang}`,
    proofsUrl: `${proofsUrl(slug)}?lang=${lang}`,
    error: problem !== null,
    problem,
    data: asScriptData({
      administrationId,
      language: lang,
      api: reportsApiUrl(slug),
      texts: dialogueTexts(lang),
    }),
  } as EnterPage
}

/** The dialogue as the server opened it for one answer. */
export function dialogueView(
  visit: Visit,
  { stored, opened, filesLeft }: Spoken,
  { token, problem = null }: { token: string; problem?: string | null },
): PageModel {
  const { slug, lang, t } = visit
  const { report } = stored
  return {
    title: t('dialogue.page_title'),
    action: `${dialogueUrl(slug)}?lang=${lang}`,
    closeUrl: `${doorUrl(slug)}?lang=${lang}`,
    proofsUrl: `${proofsUrl(slug)}?lang=${lang}`,
    token,
    problem,
    filesLeft,
    receivedOn: formatDate(report.receivedOn, lang),
    state: sayState(report.state, t),
    events: sayEvents(stored, t).map(({ day, label }) => ({ label, day: formatDate(day, lang) })),
    hash: sayHash(opened.self.contentHash),
    identityGiven: opened.self.identityKey === null,
    withdrawn: stored.events.some(({ code }) => code === 'withdraw'),
    messages: opened.dialogue.messages.map(({ direction, body }, at) => {
      const { text, files = [] } = (body ?? {}) as { text?: string; files?: { name: string }[] }
      return {
        from: direction === 'to_reporter' ? 'office' : 'reporter',
        day: formatDate(stored.messages[at]?.day ?? report.receivedOn, lang),
        text: body ? (text ?? '') : t('dialogue.messages.locked'),
        files: files.map(({ name }) => name),
      }
    }),
  } as PageModel
}
