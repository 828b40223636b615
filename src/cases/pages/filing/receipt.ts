import type { Request, Response } from 'express'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { followUrl, receiptPath } from '../../case-urls.ts'
import { forgetFollower } from '../follower-session.ts'
import { ownCase, receiptOf } from './receipt-view.ts'
import { drawReceipt } from './receipt-pdf.ts'
import { wearTheme } from '../../../administrations/index.ts'

/** The receipt, for the person's own short session; afterwards the number and the secret are asked for. */
export function showReceipt(system: System): Page {
  return async (request, response) => {
    const item = await ownCase(system, request)
    if (!item) return askForSecret(request, response)
    const { book, ...receipt } = await receiptOf(system, item, response.locals)
    wearTheme(response, book.administration)
    render(response, 'cases/filing/receipt', {
      title: response.locals.t('filing.receipt.title'),
      ...receipt,
      pdfUrl: `${receiptPath(item.caseNumber)}.pdf`,
      finishUrl: `${receiptPath(item.caseNumber)}/terminar`,
    })
  }
}

/** Made anew each time and kept nowhere. */
export function sendReceiptPdf(system: System): Page {
  return async (request, response) => {
    const item = await ownCase(system, request)
    if (!item) return askForSecret(request, response)
    const receipt = await receiptOf(system, item, response.locals)
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${item.caseNumber}.pdf"`,
    })
    response.type('pdf').send(await drawReceipt(receipt, response.locals))
  }
}

/** On a shared screen nothing stays behind. */
export function finish(system: System): Page {
  return async (request, response) => {
    const item = await ownCase(system, request)
    forgetFollower(response)
    response.clearCookie('sid')
    response.clearCookie('form')
    const home = item && (await receiptOf(system, item, response.locals)).slug
    response.redirect(303, home ? `/${home}` : '/')
  }
}

function askForSecret(request: Request, response: Response): void {
  response.redirect(303, `${followUrl}/${encodeURIComponent(String(request.params['caseNumber']))}`)
}
