import { accountNames } from '../../../people/index.ts'
import { idIn, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { countByCode, listCodesByText } from '../coding-counts-store.ts'
import { findToRecode, isReadingAlone } from '../coding-queue-store.ts'
import { getCorpus } from '../corpus-store.ts'
import type { Corpus } from '../corpus.ts'
import { inTree } from '../frame.ts'
import { getFrame, listCodes } from '../frame-store.ts'
import { countSegments } from '../segment-store.ts'
import { listTexts } from '../text-store.ts'
import { saturationView } from './saturation-view.ts'
import { kindName, enterRoom, textIn, type Room } from './room.ts'

/** One question: how far its texts are read, what was found so far, and whether reading on is worth it. */
export function showCorpus(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { urls, deed, mayCode, book } = room
    const { administrationId, accountId } = deed
    const corpus = await getCorpus(system.db, administrationId, idIn(request, 'corpusId'))
    const frame = await getFrame(system.db, administrationId, corpus.frameId)
    const codes = await listCodes(system.db, administrationId, corpus.frameId)
    const alone = await isReadingAlone(system.db, corpus, accountId)
    const heard = alone ? accountId : null
    const counts = await countByCode(system.db, corpus, heard)
    const names = await accountNames(system.db, [corpus.createdBy])
    const { count: toRecode } = await findToRecode(system.db, corpus, accountId)
    const model = {
      title: corpus.question,
      backUrl: urls.corpora,
      corpus,
      alone,
      frame: { name: frame.name, version: frame.version, href: urls.frame(frame.frameId) },
      author: names.get(corpus.createdBy) ?? '',
      timeZone: book.administration.timeZone,
      filters: filtersOf(room, corpus),
      segments: await countSegments(system.db, administrationId, corpus.corpusId),
      codes: inTree(codes).map((code) => ({
        name: code.name,
        count: counts.get(code.codeId) ?? 0,
        under: code.under.map(({ name, codeId }) => ({ name, count: counts.get(codeId) ?? 0 })),
      })),
      saturation: saturationView(await listCodesByText(system.db, corpus, heard), room),
      textsUrl: urls.texts(corpus.corpusId),
      codingUrl: mayCode ? urls.coding(corpus.corpusId) : null,
      recodingUrl: mayCode && toRecode > 0 ? `${urls.coding(corpus.corpusId)}?otra-vez=si` : null,
      toRecode,
      agreementUrl: urls.agreement(corpus.corpusId),
      boardUrl: urls.board(corpus.corpusId),
      findingsUrl: urls.findings(corpus.corpusId),
    }
    render(response, 'analysis/words/corpus', model, { layout: 'staff' })
  }
}

/** What the corpus asked for, in words; nothing: all. */
function filtersOf(room: Room, { filter }: Corpus): string[] {
  const { t, book } = room
  const named = (ids: readonly string[]) => ids.map((id) => book.names.get(id) ?? '')
  return [
    ...filter.kinds.map((kind) => kindName(room, kind)),
    ...named(filter.centreIds),
    ...named(filter.serviceIds),
    ...filter.channels.map((channel) => t(`cases.channel.${channel}`)),
  ]
}

const PAGE = 25

/** The masked texts, a page at a time however many there are. */
export function showTexts(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, urls, deed, book } = room
    const corpus = await getCorpus(system.db, deed.administrationId, idIn(request, 'corpusId'))
    const asked = textIn(request.query['desde'])
    const after = asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : 0
    const texts = await listTexts(system.db, corpus, { after, limit: PAGE + 1 })
    const shown = texts.slice(0, PAGE)
    const last = shown.at(-1)
    const url = urls.texts(corpus.corpusId)
    const model = {
      title: t('words.texts.title'),
      backUrl: urls.corpus(corpus.corpusId),
      corpus,
      timeZone: book.administration.timeZone,
      texts: shown.map((text) => ({
        ...text,
        href: urls.text(text.textId),
        kind: kindName(room, text.kind),
        centre: text.centreId === null ? '' : (book.names.get(text.centreId) ?? ''),
      })),
      first: after > 0 ? url : null,
      next: texts.length > PAGE && last ? `${url}?desde=${last.position}` : null,
    }
    render(response, 'analysis/words/texts', model, { layout: 'staff' })
  }
}
