import { findText, inLanguage } from '../../../regimes/index.ts'
import type { Visit } from '../visit.ts'

/** Where corruption is reported outside this book, as the regime and the administration say. */
export function outsideView({ rules, day, lang }: Visit) {
  const outside = findText(rules.regime, 'corruption_outside', day)
  return {
    outside: outside && { text: inLanguage(outside.text, lang), url: outside.url ?? null },
    channels: rules.administration.contact.corruption.map((channel) => ({
      ...channel,
      note: channel.note && inLanguage(channel.note, lang),
      phoneHref: channel.phone && `tel:${channel.phone.replace(/[^\d+]/g, '')}`,
    })),
  }
}
