import type { Request, Response } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formAgain,
  line,
  numberWithin,
  render,
  sendingForm,
  showing,
  tickedIn,
  ticks,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import { inLanguage, openKinds } from '../../../regimes/index.ts'
import { CHANNELS } from '../../../routing/index.ts'
import type { System } from '../../../system.ts'
import { beginFrame } from '../actions/keep-frame.ts'
import { openCorpus } from '../actions/open-corpus.ts'
import { listCorpora } from '../corpus-store.ts'
import { SAMPLINGS } from '../corpus.ts'
import { listFrames } from '../frame-store.ts'
import { doneIn, enterRoom, enterToKeep, type Room } from './room.ts'

/** Up to so many texts are read whole; of more a sample is drawn (step 1 of the method). */
const USUAL_SAMPLE = 400

/** What is being read, and the frames with which it is. */
export function showCorpora(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, urls, deed, mayKeep } = room
    const corpora = await listCorpora(system.db, deed.administrationId)
    const frames = await listFrames(system.db, deed.administrationId)
    const model = {
      title: t('words.title'),
      done: doneIn(room, request, ['frame_begun']),
      corpora: corpora.map((corpus) => ({ ...corpus, href: urls.corpus(corpus.corpusId) })),
      frames: frames.map((frame) => ({ ...frame, href: urls.frame(frame.frameId) })),
      newCorpusUrl: mayKeep && frames.length > 0 ? urls.newCorpus : null,
      framesUrl: mayKeep ? urls.frames : null,
    }
    render(response, 'analysis/words/corpora', model, { layout: 'staff' })
  }
}

export function sendFrame(system: System): Page {
  return async (request, response) => {
    const { deed, urls, book, t } = await enterToKeep(system, response)
    const [language = ''] = book.administration.languages
    const name = typedIn(request)('name').trim().slice(0, 160) || t('words.frame.unnamed')
    const frameId = await beginFrame(system, deed, { name, language })
    response.redirect(303, `${urls.frame(frameId)}?hecho=frame_begun`)
  }
}

const corpusForm = z.object({
  question: line(300),
  frameId: line(40),
  periodFrom: day,
  periodUntil: day,
  kinds: ticks(z.string().max(60)),
  centreIds: ticks(z.uuid()),
  serviceIds: ticks(z.uuid()),
  channels: ticks(z.enum(CHANNELS)),
  sampling: z.enum(SAMPLINGS, 'required'),
  sampleSize: numberWithin(1, 5000),
})

const newCorpusPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterToKeep(system, response),
  show: (...shown) => showForm(system, ...shown),
})

export function showNewCorpus(system: System): Page {
  return showing(newCorpusPage(system))
}

export function sendNewCorpus(system: System): Page {
  return sendingForm(newCorpusPage(system), corpusForm, async ({ deed, urls }, values) => {
    const { kinds, centreIds, serviceIds, channels, ...asked } = values
    const frames = await listFrames(system.db, deed.administrationId)
    if (!frames.some(({ frameId }) => frameId === asked.frameId)) {
      return [{ field: 'frameId', code: 'required' }]
    }
    const filter = { kinds, centreIds, serviceIds, channels }
    return urls.corpus(await openCorpus(system, deed, { ...asked, filter }))
  })
}

async function showForm(
  system: System,
  { t, urls, book, today, lang, deed }: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const frames = await listFrames(system.db, deed.administrationId)
  // a list has one message, whichever of its values was wrong
  const named = problems.map((one) => ({ ...one, field: one.field.replace(/\..*$/, '') }))
  const again = formAgain(response, named, 'words.problems')
  const model = {
    title: t('words.new.title'),
    ...again,
    backUrl: urls.corpora,
    action: urls.newCorpus,
    typed: (field: string) =>
      again.error ? again.typed(field) : (startValues(today)[field] ?? ''),
    chosen: tickedIn(request),
    frames: frames.map(({ frameId, name }) => ({ value: frameId, text: name })),
    kinds: openKinds(book.regime, book.authorisations, today).map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, lang),
    })),
    centres: book.centres.map(({ centreId, name }) => ({ value: centreId, text: name })),
    services: book.services.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
    channels: CHANNELS.map((value) => ({ value, text: t(`cases.channel.${value}`) })),
    samplings: SAMPLINGS.map((value) => ({
      value,
      text: t(`words.sampling.${value}`),
      hint: { text: t(`words.sampling_hint.${value}`) },
    })),
  }
  render(response, 'analysis/words/new-corpus', model, { layout: 'staff' })
}

/** The month that is running. */
function startValues(today: string): Record<string, string> {
  return {
    periodFrom: `${today.slice(0, 7)}-01`,
    periodUntil: today,
    sampling: 'stratified',
    sampleSize: String(USUAL_SAMPLE),
  }
}
