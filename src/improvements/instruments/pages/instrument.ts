import type { Request, Response } from 'express'
import { accountNames } from '../../../people/index.ts'
import { NotAllowed, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { beginNextVersion } from '../actions/begin-instrument.ts'
import { signInstrument } from '../actions/sign-instrument.ts'
import { addRows } from '../actions/write-rows.ts'
import { listInstruments } from '../instrument-store.ts'
import { maySign } from '../instrument-policy.ts'
import { listProposals, ORIGINS } from '../proposals/list-proposals.ts'
import type { ReadProofs } from '../proposals/proposal.ts'
import { readRevision } from '../read-cells.ts'
import { instrumentView, proposalView } from './instrument-view.ts'
import { enterInstrument, signingPost, whereOf, worded, type InstrumentRoom } from './room.ts'

function instrumentPage(system: System, readProofs: ReadProofs): FormPage<InstrumentRoom> {
  return {
    enter: (request, response) => enterInstrument(system, request, response),
    show: (...shown) => show(system, readProofs, ...shown),
  }
}

/** One instrument: its rows, what they lack, what the book could fill, and its signature. */
export function showInstrument(system: System, readProofs: ReadProofs): Page {
  return showing(instrumentPage(system, readProofs))
}

/** Takes one proposal by its key, or all of one origin: always because somebody said so. */
export function sendTaken(system: System, readProofs: ReadProofs): Page {
  return sending(instrumentPage(system, readProofs), async (room, request) => {
    if (!room.mayWrite) throw new NotAllowed()
    const { instrumentId } = room.instrument
    const wanted = typedIn(request)('take')
    const proposals = await listProposals(asking(system, readProofs, room), room.rows)
    const taken = ORIGINS.flatMap((origin) =>
      proposals[origin].filter(({ key }) => wanted === key || wanted === `all:${origin}`),
    )
    const rows = taken.map(({ key, said, cells }) => ({ cells, source: { key, said } }))
    await addRows(system, room.deed, instrumentId, rows)
    return `${room.urls.one(instrumentId)}?hecho=taken#rows`
  })
}

export function sendSignature(system: System, readProofs: ReadProofs): Page {
  return sending(instrumentPage(system, readProofs), async (room, request) => {
    const { deed, today, t, lang, book, urls } = room
    const signer = signingPost(room)
    if (signer === null) throw new NotAllowed()
    const { instrumentId } = room.instrument
    const author = book.administration.name
    const words = { t, lang, author, place: whereOf(room), signer }
    const seen = { instrumentId, revision: readRevision(request) }
    await signInstrument(system, { ...deed, today }, seen, words)
    return `${urls.one(instrumentId)}?hecho=signed`
  })
}

export function sendVersion(system: System): Page {
  return async (request, response) => {
    const room = await enterInstrument(system, request, response)
    const { instrument, deed, today, urls } = room
    if (instrument.state !== 'signed') throw new WrongState()
    if (!room.mayImprove) throw new NotAllowed()
    const next = await beginNextVersion(system, { ...deed, today }, instrument)
    response.redirect(303, urls.one(next))
  }
}

function asking({ db }: System, readProofs: ReadProofs, room: InstrumentRoom) {
  return { ...room, db, readProofs }
}

const DONE = ['taken', 'written', 'removed', 'signed'] as const

async function show(
  system: System,
  readProofs: ReadProofs,
  room: InstrumentRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { instrument, rows, t, staff, mayWrite, urls } = room
  const { instrumentId, signedBy, kind } = instrument
  const versions = await listInstruments(system.db, instrument)
  const proposals = mayWrite
    ? await listProposals(asking(system, readProofs, room), rows)
    : { earlier: [], book: [] }
  const names = await accountNames(system.db, signedBy === null ? [] : [signedBy])
  const done = DONE.find((each) => each === request.query.hecho)
  const isNewest = versions[0]?.instrumentId === instrumentId
  const view = instrumentView(room)
  const isOpen = instrument.state === 'draft'
  const model = {
    ...view,
    error: problems.length > 0,
    errors: formErrors(response, worded(problems)),
    done: done ? t(`improvements-instruments.done.${done}`) : null,
    signer: signedBy === null ? null : (names.get(signedBy) ?? ''),
    proposals: ORIGINS.map((origin) => ({
      origin,
      items: proposals[origin].map((one) => proposalView(kind, one, room)),
    })).filter(({ items }) => items.length > 0),
    takeUrl: urls.proposals(instrumentId),
    signUrl:
      isOpen && rows.length > 0 && view.lacking === 0 && maySign(staff, instrument)
        ? urls.signature(instrumentId)
        : null,
    versionUrl: !isOpen && isNewest && room.mayImprove ? urls.version(instrumentId) : null,
    versions: versions.map((one) => ({
      version: one.version,
      state: one.state,
      on: one.signedOn ?? one.begunOn,
      href: one.instrumentId === instrumentId ? null : urls.one(one.instrumentId),
    })),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'improvements/instruments/instrument', model, { layout: 'staff', status })
}
