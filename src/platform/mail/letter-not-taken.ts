/**
 * Why nobody took a letter over. `outcome_unknown` is the one to be careful with: the whole letter
 * had been handed over when the connection ended, so the server may well deliver it.
 */
export type NotTakenReason =
  | 'address_rejected'
  | 'letter_rejected'
  | 'recipient_deferred'
  | 'server_unreachable'
  | 'server_refused'
  | 'outcome_unknown'

/** Carries no words of the server or the library, since those repeat the address. */
export class LetterNotTaken extends Error {
  readonly reason: NotTakenReason
  /** What the server answered: 550, 451 … */
  readonly responseCode: number | null

  constructor(reason: NotTakenReason, responseCode: number | null) {
    super(responseCode === null ? reason : `${reason} (${responseCode})`)
    this.name = 'LetterNotTaken'
    this.reason = reason
    this.responseCode = responseCode
  }
}

/** The parts of nodemailer's errors that tell where in the conversation it ended. */
interface SmtpTrouble {
  code?: string
  command?: string
  responseCode?: number
  message?: string
}

export function letterNotTaken(trouble: SmtpTrouble, handedOver: boolean): LetterNotTaken {
  const responseCode = trouble.responseCode ?? null
  return new LetterNotTaken(reasonOf(trouble, responseCode, handedOver), responseCode)
}

function reasonOf(
  { code, command, message = '' }: SmtpTrouble,
  responseCode: number | null,
  handedOver: boolean,
): NotTakenReason {
  if (handedOver && responseCode === null) return 'outcome_unknown'
  const forGood = responseCode !== null && responseCode >= 500
  if (command === 'RCPT TO') return forGood ? 'address_rejected' : 'recipient_deferred'
  if (command === 'DATA') return forGood ? 'letter_rejected' : 'server_refused'
  if (code === 'EMESSAGE') return 'letter_rejected'
  // said by the library itself, before anything was sent
  if (code === 'EENVELOPE' && command === 'API') {
    return message.startsWith('Invalid sender') ? 'server_refused' : 'address_rejected'
  }
  return responseCode === null && code !== 'EAUTH' ? 'server_unreachable' : 'server_refused'
}
